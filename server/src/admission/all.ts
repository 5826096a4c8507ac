import ambiguousCidr from './ambiguous-cidr.ts';
import deprecatedApiVersion from './deprecated-api-version.ts';
import emptyPeer from './empty-peer.ts';
import exceptOutsideBlock from './except-outside-block.ts';
import invalidCidr from './invalid-cidr.ts';
import invalidEndPort from './invalid-end-port.ts';
import invalidLabel from './invalid-label.ts';
import invalidMetadata from './invalid-metadata.ts';
import invalidOperator from './invalid-operator.ts';
import invalidPolicyType from './invalid-policy-type.ts';
import invalidPort from './invalid-port.ts';
import invalidProtocol from './invalid-protocol.ts';
import ipBlockWithSelector from './ip-block-with-selector.ts';
import missingPodSelector from './missing-pod-selector.ts';
import type { AdmissionRule } from './rule.ts';

/** Every rule about values that the API server refuses, by code. */
export const admissionRules: readonly AdmissionRule[] = [
  ambiguousCidr,
  deprecatedApiVersion,
  emptyPeer,
  exceptOutsideBlock,
  invalidCidr,
  invalidEndPort,
  invalidLabel,
  invalidMetadata,
  invalidOperator,
  invalidPolicyType,
  invalidPort,
  invalidProtocol,
  ipBlockWithSelector,
  missingPodSelector,
];

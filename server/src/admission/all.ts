import ambiguousCidr from './ambiguous-cidr.ts';
import baselineName from './baseline-name.ts';
import deprecatedApiVersion from './deprecated-api-version.ts';
import duplicateItem from './duplicate-item.ts';
import emptyPeer from './empty-peer.ts';
import exceptOutsideBlock from './except-outside-block.ts';
import experimentalField from './experimental-field.ts';
import invalidAction from './invalid-action.ts';
import invalidCidr from './invalid-cidr.ts';
import invalidDomainName from './invalid-domain-name.ts';
import invalidEndPort from './invalid-end-port.ts';
import invalidLabel from './invalid-label.ts';
import invalidMetadata from './invalid-metadata.ts';
import invalidOperator from './invalid-operator.ts';
import invalidPolicyType from './invalid-policy-type.ts';
import invalidPort from './invalid-port.ts';
import invalidPortRange from './invalid-port-range.ts';
import invalidPriority from './invalid-priority.ts';
import invalidProtocol from './invalid-protocol.ts';
import invalidTier from './invalid-tier.ts';
import ipBlockWithSelector from './ip-block-with-selector.ts';
import listLength from './list-length.ts';
import missingPodSelector from './missing-pod-selector.ts';
import namedPortOfAddresses from './named-port-of-addresses.ts';
import notExactlyOne from './not-exactly-one.ts';
import textTooLong from './text-too-long.ts';
import unpublishedApiVersion from './unpublished-api-version.ts';
import type { AdmissionRule } from './rule.ts';

/** Every rule about values that the API server refuses, by code. */
export const admissionRules: readonly AdmissionRule[] = [
  ambiguousCidr,
  baselineName,
  deprecatedApiVersion,
  duplicateItem,
  emptyPeer,
  exceptOutsideBlock,
  experimentalField,
  invalidAction,
  invalidCidr,
  invalidDomainName,
  invalidEndPort,
  invalidLabel,
  invalidMetadata,
  invalidOperator,
  invalidPolicyType,
  invalidPort,
  invalidPortRange,
  invalidPriority,
  invalidProtocol,
  invalidTier,
  ipBlockWithSelector,
  listLength,
  missingPodSelector,
  namedPortOfAddresses,
  notExactlyOne,
  textTooLong,
  unpublishedApiVersion,
];

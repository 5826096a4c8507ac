import ambiguousCidr from './ambiguous-cidr.ts';
import baselineName from './baseline-name.ts';
import builtInProfile from './built-in-profile.ts';
import builtInTier from './built-in-tier.ts';
import combinedPeers from './combined-peers.ts';
import conflictingHostFlags from './conflicting-host-flags.ts';
import deprecatedApiVersion from './deprecated-api-version.ts';
import duplicateItem from './duplicate-item.ts';
import emptyPeer from './empty-peer.ts';
import emptyRule from './empty-rule.ts';
import exceptOutsideBlock from './except-outside-block.ts';
import experimentalField from './experimental-field.ts';
import incompleteHostEndpoint from './incomplete-host-endpoint.ts';
import invalidAction from './invalid-action.ts';
import invalidAddress from './invalid-address.ts';
import invalidCidr from './invalid-cidr.ts';
import invalidDomainName from './invalid-domain-name.ts';
import invalidEndPort from './invalid-end-port.ts';
import invalidHttpMatch from './invalid-http-match.ts';
import invalidIcmp from './invalid-icmp.ts';
import invalidInterfaceName from './invalid-interface-name.ts';
import invalidKafkaRule from './invalid-kafka-rule.ts';
import invalidLabel from './invalid-label.ts';
import invalidListener from './invalid-listener.ts';
import invalidMetadata from './invalid-metadata.ts';
import invalidOperator from './invalid-operator.ts';
import invalidPolicyType from './invalid-policy-type.ts';
import invalidPort from './invalid-port.ts';
import invalidPortRange from './invalid-port-range.ts';
import invalidPriority from './invalid-priority.ts';
import invalidProtocol from './invalid-protocol.ts';
import invalidReference from './invalid-reference.ts';
import invalidSelectorExpression from './invalid-selector-expression.ts';
import invalidServiceMatch from './invalid-service-match.ts';
import invalidTier from './invalid-tier.ts';
import ipBlockWithSelector from './ip-block-with-selector.ts';
import listLength from './list-length.ts';
import misplacedGlobal from './misplaced-global.ts';
import misplacedL7Rules from './misplaced-l7-rules.ts';
import misplacedNodeSelector from './misplaced-node-selector.ts';
import missingPodSelector from './missing-pod-selector.ts';
import mixedIpFamilies from './mixed-ip-families.ts';
import namedPortOfAddresses from './named-port-of-addresses.ts';
import negatedCatchAll from './negated-catch-all.ts';
import nodePeers from './node-peers.ts';
import notExactlyOne from './not-exactly-one.ts';
import otherReleaseField from './other-release-field.ts';
import policyNameWithoutTier from './policy-name-without-tier.ts';
import portsWithoutProtocol from './ports-without-protocol.ts';
import reservedLabel from './reserved-label.ts';
import stagedDeleteWithBody from './staged-delete-with-body.ts';
import textTooLong from './text-too-long.ts';
import uninspectablePort from './uninspectable-port.ts';
import unknownChoice from './unknown-choice.ts';
import unprintableText from './unprintable-text.ts';
import unpublishedApiVersion from './unpublished-api-version.ts';
import type { AdmissionRule } from './rule.ts';

/** Every rule about values that the API server refuses, by code. */
export const admissionRules: readonly AdmissionRule[] = [
  ambiguousCidr,
  baselineName,
  builtInProfile,
  builtInTier,
  combinedPeers,
  conflictingHostFlags,
  deprecatedApiVersion,
  duplicateItem,
  emptyPeer,
  emptyRule,
  exceptOutsideBlock,
  experimentalField,
  incompleteHostEndpoint,
  invalidAction,
  invalidAddress,
  invalidCidr,
  invalidDomainName,
  invalidEndPort,
  invalidHttpMatch,
  invalidIcmp,
  invalidInterfaceName,
  invalidKafkaRule,
  invalidLabel,
  invalidListener,
  invalidMetadata,
  invalidOperator,
  invalidPolicyType,
  invalidPort,
  invalidPortRange,
  invalidPriority,
  invalidProtocol,
  invalidReference,
  invalidSelectorExpression,
  invalidServiceMatch,
  invalidTier,
  ipBlockWithSelector,
  listLength,
  misplacedGlobal,
  misplacedL7Rules,
  misplacedNodeSelector,
  missingPodSelector,
  mixedIpFamilies,
  namedPortOfAddresses,
  negatedCatchAll,
  nodePeers,
  notExactlyOne,
  otherReleaseField,
  policyNameWithoutTier,
  portsWithoutProtocol,
  reservedLabel,
  stagedDeleteWithBody,
  textTooLong,
  uninspectablePort,
  unknownChoice,
  unprintableText,
  unpublishedApiVersion,
];

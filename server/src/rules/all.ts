import adminAllowBypassesPolicies from './admin-allow-bypasses-policies.ts';
import allowAllDefeatsPolicy from './allow-all-defeats-policy.ts';
import ambiguousPriority from './ambiguous-priority.ts';
import andOrPeers from './and-or-peers.ts';
import authenticationSwitchedOff from './authentication-switched-off.ts';
import automaticLabelNeverMatches from './automatic-label-never-matches.ts';
import backwardsPortRange from './backwards-port-range.ts';
import calicoStorageVersion from './calico-storage-version.ts';
import catchAllBeforePolicies from './catch-all-before-policies.ts';
import cidrNeverMatchesPods from './cidr-never-matches-pods.ts';
import conflictingPortRules from './conflicting-port-rules.ts';
import deniedDomainNames from './denied-domain-names.ts';
import deniedServices from './denied-services.ts';
import denyAllCutsDns from './deny-all-cuts-dns.ts';
import denyLeavesOutside from './deny-leaves-outside.ts';
import denyListDeniesAll from './deny-list-denies-all.ts';
import denyOverridesAllow from './deny-overrides-allow.ts';
import dnsPatternTooShort from './dns-pattern-too-short.ts';
import dnsRuleOmitsService from './dns-rule-omits-service.ts';
import duplicateObject from './duplicate-object.ts';
import emptyPeerSelectsNothing from './empty-peer-selects-nothing.ts';
import endpointSelectorMissesNamespace from './endpoint-selector-misses-namespace.ts';
import entityNeverMatches from './entity-never-matches.ts';
import expressionAmongLabels from './expression-among-labels.ts';
import failsafePortDenied from './failsafe-port-denied.ts';
import fqdnNeverMatches from './fqdn-never-matches.ts';
import fqdnWithoutDnsRule from './fqdn-without-dns-rule.ts';
import hostEndpointWithoutAddresses from './host-endpoint-without-addresses.ts';
import hostEndpointWithoutPolicy from './host-endpoint-without-policy.ts';
import hostNetworkPodSelected from './host-network-pod-selected.ts';
import hostPolicyForPods from './host-policy-for-pods.ts';
import httpNotEnforced from './http-not-enforced.ts';
import httpPatternMisread from './http-pattern-misread.ts';
import ipBlockCoversCluster from './ip-block-covers-cluster.ts';
import isolatesClusterDns from './isolates-cluster-dns.ts';
import l4AllowDefeatsL7 from './l4-allow-defeats-l7.ts';
import l7RuleWithoutPort from './l7-rule-without-port.ts';
import logDecidesNothing from './log-decides-nothing.ts';
import matchpatternTooWide from './matchpattern-too-wide.ts';
import missingDnsEgress from './missing-dns-egress.ts';
import namedPortNeverMatches from './named-port-never-matches.ts';
import namedPortUnknown from './named-port-unknown.ts';
import namespaceInSubject from './namespace-in-subject.ts';
import negationBeyondNamespaces from './negation-beyond-namespaces.ts';
import negationReadAsTag from './negation-read-as-tag.ts';
import negationWithinNamespace from './negation-within-namespace.ts';
import netsLeftOut from './nets-left-out.ts';
import networkSetAmongPods from './network-set-among-pods.ts';
import networkWithHostBits from './network-with-host-bits.ts';
import nodePolicyLocksOut from './node-policy-locks-out.ts';
import nodePortAfterTranslation from './node-port-after-translation.ts';
import octalPort from './octal-port.ts';
import oneSidedAllow from './one-sided-allow.ts';
import passFromLastTier from './pass-from-last-tier.ts';
import passWithoutEffect from './pass-without-effect.ts';
import peersAcrossNamespaces from './peers-across-namespaces.ts';
import podsOutsideNets from './pods-outside-nets.ts';
import policyNotEnforced from './policy-not-enforced.ts';
import policyTypeWithoutEffect from './policy-type-without-effect.ts';
import policyWithoutRules from './policy-without-rules.ts';
import preDnatDeniesCluster from './pre-dnat-denies-cluster.ts';
import redundantEntity from './redundant-entity.ts';
import redundantItem from './redundant-item.ts';
import redundantName from './redundant-name.ts';
import redundantNetwork from './redundant-network.ts';
import redundantPeer from './redundant-peer.ts';
import ruleOutsideSubject from './rule-outside-subject.ts';
import type { Rule } from './rule.ts';
import selectorMatchesNothing from './selector-matches-nothing.ts';
import selectsHostEndpoints from './selects-host-endpoints.ts';
import servicePortNotTargetPort from './service-port-not-target-port.ts';
import serviceWithoutNamespace from './service-without-namespace.ts';
import shadowedRule from './shadowed-rule.ts';
import splitPortsItem from './split-ports-item.ts';
import subjectSelectsNothing from './subject-selects-nothing.ts';
import supersededKind from './superseded-kind.ts';
import tierBesideDefault from './tier-beside-default.ts';
import tierOnlyInName from './tier-only-in-name.ts';
import tierWithoutPass from './tier-without-pass.ts';
import undoneException from './undone-exception.ts';
import unknownListener from './unknown-listener.ts';
import unknownProtocol from './unknown-protocol.ts';
import unknownReference from './unknown-reference.ts';
import unknownTier from './unknown-tier.ts';
import unsupportedKind from './unsupported-kind.ts';
import unsupportedPriority from './unsupported-priority.ts';
import untrackedOnEveryInterface from './untracked-on-every-interface.ts';
import untrackedOneWay from './untracked-one-way.ts';
import unusableSelector from './unusable-selector.ts';
import wildcardPeerIsNamespaceOnly from './wildcard-peer-is-namespace-only.ts';

/** Every rule about what is probably a mistake, in the order of their codes; one line each. */
export const rules: readonly Rule[] = [
  adminAllowBypassesPolicies,
  allowAllDefeatsPolicy,
  ambiguousPriority,
  andOrPeers,
  authenticationSwitchedOff,
  automaticLabelNeverMatches,
  backwardsPortRange,
  calicoStorageVersion,
  catchAllBeforePolicies,
  cidrNeverMatchesPods,
  conflictingPortRules,
  deniedDomainNames,
  deniedServices,
  denyAllCutsDns,
  denyLeavesOutside,
  denyListDeniesAll,
  denyOverridesAllow,
  dnsPatternTooShort,
  dnsRuleOmitsService,
  duplicateObject,
  emptyPeerSelectsNothing,
  endpointSelectorMissesNamespace,
  entityNeverMatches,
  expressionAmongLabels,
  failsafePortDenied,
  fqdnNeverMatches,
  fqdnWithoutDnsRule,
  hostEndpointWithoutAddresses,
  hostEndpointWithoutPolicy,
  hostNetworkPodSelected,
  hostPolicyForPods,
  httpNotEnforced,
  httpPatternMisread,
  ipBlockCoversCluster,
  isolatesClusterDns,
  l4AllowDefeatsL7,
  l7RuleWithoutPort,
  logDecidesNothing,
  matchpatternTooWide,
  missingDnsEgress,
  namedPortNeverMatches,
  namedPortUnknown,
  namespaceInSubject,
  negationBeyondNamespaces,
  negationReadAsTag,
  negationWithinNamespace,
  netsLeftOut,
  networkSetAmongPods,
  networkWithHostBits,
  nodePolicyLocksOut,
  nodePortAfterTranslation,
  octalPort,
  oneSidedAllow,
  passFromLastTier,
  passWithoutEffect,
  peersAcrossNamespaces,
  podsOutsideNets,
  policyNotEnforced,
  policyTypeWithoutEffect,
  policyWithoutRules,
  preDnatDeniesCluster,
  redundantEntity,
  redundantItem,
  redundantName,
  redundantNetwork,
  redundantPeer,
  ruleOutsideSubject,
  selectorMatchesNothing,
  selectsHostEndpoints,
  servicePortNotTargetPort,
  serviceWithoutNamespace,
  shadowedRule,
  splitPortsItem,
  subjectSelectsNothing,
  supersededKind,
  tierBesideDefault,
  tierOnlyInName,
  tierWithoutPass,
  undoneException,
  unknownListener,
  unknownProtocol,
  unknownReference,
  unknownTier,
  unsupportedKind,
  unsupportedPriority,
  untrackedOnEveryInterface,
  untrackedOneWay,
  unusableSelector,
  wildcardPeerIsNamespaceOnly,
];

import allowAllDefeatsPolicy from './allow-all-defeats-policy.ts';
import andOrPeers from './and-or-peers.ts';
import duplicateObject from './duplicate-object.ts';
import hostNetworkPodSelected from './host-network-pod-selected.ts';
import ipBlockCoversCluster from './ip-block-covers-cluster.ts';
import missingDnsEgress from './missing-dns-egress.ts';
import namedPortUnknown from './named-port-unknown.ts';
import oneSidedAllow from './one-sided-allow.ts';
import policyTypeWithoutEffect from './policy-type-without-effect.ts';
import redundantPeer from './redundant-peer.ts';
import type { Rule } from './rule.ts';
import selectorMatchesNothing from './selector-matches-nothing.ts';
import servicePortNotTargetPort from './service-port-not-target-port.ts';
import splitPortsItem from './split-ports-item.ts';

/** Every rule about what is probably a mistake, in the order of their codes; one line each. */
export const rules: readonly Rule[] = [
  allowAllDefeatsPolicy,
  andOrPeers,
  duplicateObject,
  hostNetworkPodSelected,
  ipBlockCoversCluster,
  missingDnsEgress,
  namedPortUnknown,
  oneSidedAllow,
  policyTypeWithoutEffect,
  redundantPeer,
  selectorMatchesNothing,
  servicePortNotTargetPort,
  splitPortsItem,
];

import { addressesIn, isNodeInBlocks, matchesAddresses, podAddressesIn } from './addresses.ts';
import type { Assumptions } from './assumptions.ts';
import { matchesEntities } from './cilium/entityPeers.ts';
import { isGuarded } from './cilium/nodes.ts';
import { matchesUnlabelled } from './cilium/unlabelled.ts';
import {
  isNode,
  type Endpoint,
  type HostEndpoint,
  type NamespaceInfo,
  type PodEndpoint,
} from './endpoint.ts';
import type {
  IrPolicy,
  IrRule,
  Namespaces,
  Peer,
  PodPeer,
  ServicePeer,
  ServicesPeer,
} from './ir.ts';
import { NO, YES, both, either, negated, unknown, type Match } from './match.ts';
import { matchesNames } from './namePeers.ts';
import { matchesNodes } from './nodePeers.ts';
import { code, hostText, list, namespaceText, servicesText } from './print.ts';
import { isAbsent, isEverything, keysOf, matches, type Selector } from './selector/selector.ts';
import { matchesGroups, matchesSets } from './setPeers.ts';
import { labelsOfNamespace, labelsOfPod, openLabels, type Seen } from './vocabulary.ts';

/** Whether a subject or peer selects a pod. */
export function matchesPods(peer: PodPeer, pod: PodEndpoint, assumptions: Assumptions): Match {
  if (peer.onlyHosts) return pod.hostNetwork ? isGuarded(peer.onlyHosts, pod, assumptions) : NO;
  const isOut = peer.withoutHosts ? pod.hostNetwork : isNode(pod, assumptions);
  if (isOut) return NO;
  const seen = labelsOfPod(pod, peer.pods, peer.vocabulary, assumptions);
  const labelled = matches(peer.pods, seen.labels, seen.complete);
  if (labelled === 'no') return NO;
  const inside = matchesNamespace(peer.namespaces, pod.namespace, assumptions);
  return labelled === 'yes' || inside.truth === 'no'
    ? inside
    : unknown(...inside.why, givenLater(peer.pods, seen));
}

/** The labels that only the cluster could tell. It names no pod, as it is said of all pods of a class. */
function givenLater(selector: Selector, { labels, complete }: Seen): string {
  const keys = [...keysOf(selector)].filter(
    (key) => !Object.hasOwn(labels, key) && !isAbsent(key, complete),
  );
  return `pods get the label ${list(
    [...new Set(keys)].map((key) => `\`${key}\``),
    'or',
  )} only in the cluster`;
}

/**
 * Whether a namespace is among those a peer speaks of. Two keys are two namespaces; of an unnamed one, or one that
 * no manifest declares, labels may exist that are not known here.
 */
export function matchesNamespace(
  namespaces: Namespaces,
  namespace: NamespaceInfo,
  assumptions: Assumptions,
): Match {
  if (namespaces.kind === 'own') return namespaces.namespace === namespace.key ? YES : NO;
  if (isEverything(namespaces.selector)) return YES;
  const bare =
    assumptions.undeclaredNamespaces === 'bare' &&
    namespace.name !== null &&
    namespace.place === null;
  const truth = matches(
    namespaces.selector,
    labelsOfNamespace(namespace, namespaces.vocabulary),
    namespace.complete || bare,
  );
  if (truth !== 'unknown') return truth === 'yes' ? YES : NO;
  return unknown(
    namespace.name === null
      ? `these manifests do not say which namespace ${namespaceText(namespace)} is`
      : `the labels of ${namespaceText(namespace)} are not all known here`,
  );
}

/** Whether any of a rule's peers is `end`. */
export function matchesPeers(
  peers: IrRule['peers'],
  end: Endpoint,
  assumptions: Assumptions,
): Match {
  if (peers === 'everyone') return YES;
  const addresses =
    end.kind === 'external' || isNodeInBlocks(end, assumptions)
      ? addressesIn(peers)
      : podAddressesIn(peers);
  return either([
    ...peers.map((peer) => matchesPeer(peer, end, assumptions)),
    addresses.length === 0 ? NO : matchesAddresses(addresses, end, assumptions),
  ]);
}

/** Whether a peer is `end`; blocks of addresses are looked at all together, so not here. */
function matchesPeer(peer: Peer, end: Endpoint, assumptions: Assumptions): Match {
  switch (peer.kind) {
    case 'pods':
      return either([
        end.kind === 'pods' ? matchesPods(peer, end, assumptions) : NO,
        matchesUnlabelled(peer, end, assumptions),
      ]);
    case 'nodes':
      return matchesNodes(peer, end);
    case 'names':
      return matchesNames(peer, end);
    case 'addresses':
      return NO;
    case 'entities':
      return matchesEntities(peer, end, assumptions);
    case 'sets':
      return peer.vocabulary === 'cilium'
        ? matchesGroups(peer, end, assumptions)
        : matchesSets(peer, end, assumptions);
    case 'service':
      return matchesService(peer, end, assumptions);
    case 'services':
      return matchesServices(peer, end, assumptions);
    case 'all':
      return both(peer.of.map((part) => matchesPeers([part], end, assumptions)));
    case 'any':
      return matchesPeers(peer.of, end, assumptions);
    case 'not':
      return negated(matchesPeers([peer.of], end, assumptions));
  }
}

function matchesService(
  { known, namespace, name }: ServicePeer,
  end: Endpoint,
  assumptions: Assumptions,
): Match {
  if (known !== null) {
    if (end.kind === 'external') return NO;
    // A Service leads to pods on the network of their node as to any.
    const seen = end.hostNetwork ? { ...end, hostNetwork: false } : end;
    return matchesPods(known.pods, seen, assumptions);
  }
  return unknown(
    `what stands behind the Service ${code(name)} in ${namespaceText(namespace)} is not known here`,
  );
}

/** The pods behind Services, as labels find them; those on the network of their node are the node. */
function matchesServices(peer: ServicesPeer, end: Endpoint, assumptions: Assumptions): Match {
  if (peer.known === null)
    return unknown(`what stands behind ${servicesText(peer)} is not known here`);
  return end.kind === 'external'
    ? NO
    : either(peer.known.map((pods) => matchesPods(pods, end, assumptions)));
}

/** Whether a policy is for a host: by the labels of that and of its profiles, as it lives in no namespace. */
export function selectsHost({ hosts, subject }: IrPolicy, host: HostEndpoint): Match {
  if (hosts === undefined) return NO;
  const truth = matches(subject.pods, host.labels, host.complete || openLabels(subject.pods));
  return truth === 'unknown'
    ? unknown(`the labels of ${hostText(host)} are not all known here`)
    : truth === 'yes'
      ? YES
      : NO;
}

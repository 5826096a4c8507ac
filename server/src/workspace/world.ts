import { derive, derive2 } from '../base/derive.ts';
import type { KindId } from '../model/bodies.ts';
import { isUnnamed, type NamespaceKey } from '../model/namespace.ts';
import { definesCalico } from '../model/mentions.ts';
import type { HostEndpoint, NamespaceInfo, PodEndpoint } from '../policy/endpoint.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import { addressesOfNodes } from '../policy/cilium/nodes.ts';
import type { IrPolicy, KnownNodes, Namespaces, PodPeer, Tier } from '../policy/ir.ts';
import { matchesNamespace } from '../policy/resolve.ts';
import { calicoTiersOf, type DeclaredTier } from '../policy/calicoTiers.ts';
import { readByCilium } from '../policy/cilium/kubernetes.ts';
import { withoutProofs } from '../policy/cilium/proofs.ts';
import { inOrder, tiersOf } from '../policy/tiers.ts';
import { hostsDescribed } from './hostEndpoints.ts';
import { membersOf } from './member.ts';
import { knownNodes, nodesOf, withNodes } from './nodes.ts';
import { declaredTiers, networkSets, speaksOfServices, withServices, withSets } from './calico.ts';
import { speakOfServices, withBackends, withSurroundings } from './cilium.ts';
import { ciliumSurroundings } from './ciliumSurroundings.ts';
import { calicoPoliciesOf, ciliumPoliciesOf, policiesOf } from './policies.ts';
import type { Selected } from './selected.ts';
import type { Settings } from './settings.ts';
import type { File, Member, Reading, Snapshot } from './snapshot.ts';
import { spelled, surroundingsOf } from './surroundings.ts';

/** A Service port as a Service manifest declares it; `target` is what it maps to on the pods. */
export interface ServicePort {
  readonly name: string | null;
  readonly port: number;
  readonly target: number | string;
  readonly protocol: string;
  /** The port of every node that leads to it; null where the manifest does not say. */
  readonly nodePort: number | null;
}

/** A Service and what selects its pods; null where it has no selector. */
export interface Service {
  readonly name: string;
  readonly namespace: NamespaceKey;
  readonly selector: Readonly<Record<string, string>> | null;
  readonly ports: readonly ServicePort[];
  readonly clusterIPs: readonly string[];
  /**
   * Where it is reached from outside, at load balancers and external addresses, as far as nodes translate these like its
   * own: not those of balancers that do all by themselves.
   */
  readonly externalIPs: readonly string[];
  readonly type: string;
  readonly member: Member;
}

/** What runs in one namespace. */
export interface NamespaceInventory {
  readonly info: NamespaceInfo;
  readonly pods: readonly PodEndpoint[];
  readonly services: readonly Service[];
  /** The members behind `pods`, with the labels of the workload objects themselves. */
  readonly workloads: readonly Member[];
  /** Why some of its pods are not known (a template among its workloads), or null. */
  readonly unsure: string | null;
}

/** What rules of inventory scope may read. Each answer keeps its identity while nothing behind it changes. */
export interface Inventory {
  readonly settings: Settings;
  /** Every namespace that is declared or used, in the order of their keys. */
  namespaces(): readonly NamespaceInfo[];
  /** The keys of those that a peer or subject may speak of, in their order; what it surely does not match is left out. */
  spokenOf(namespaces: Namespaces): readonly NamespaceKey[];
  /** One namespace; empty, never absent, for a key that nothing uses. */
  inventory(namespace: NamespaceKey): NamespaceInventory;
  /** What a peer or subject selects in all namespaces that it may speak of. */
  podsOf(peer: PodPeer): Selected;
  /** The pods on the host network in the namespaces that a peer or subject may speak of. */
  hostPods(namespaces: Namespaces): readonly PodEndpoint[];
}

/** What rules of world scope may read. */
export interface World extends Inventory {
  /** The policies of one namespace that the evaluator knows (sound and not refused; opaque ones as `unsure`). */
  policies(namespace: NamespaceKey): readonly IrPolicy[];
  /** The policies of no namespace. */
  clusterPolicies(): readonly IrPolicy[];
  /** Calico's policies of one namespace and of the whole cluster that the evaluator knows. */
  calicoPolicies(namespace: NamespaceKey): readonly IrPolicy[];
  /** Cilium's policies of one namespace and of the whole cluster that the evaluator knows, one for each rule. */
  ciliumPolicies(namespace: NamespaceKey): readonly IrPolicy[];
  /**
   * Cilium's policies of all namespaces that a peer or subject may speak of and of the whole cluster, each once. What has
   * no namespace here may be in any, so that it counts for all, and all for it.
   */
  ciliumPoliciesAround(namespaces: Namespaces): readonly IrPolicy[];
  /** All that can govern pods of one namespace, as tiers in their order. */
  tiers(namespace: NamespaceKey): readonly Tier[];
  /** All that can govern pods of whichever namespace, likewise. */
  clusterTiers(): readonly Tier[];
  /** The policy manifests of one namespace as they stand, refused and repeated ones, too. */
  policyMembers(namespace: NamespaceKey): readonly Member[];
  /** The manifests of one kind that live in no namespace, as they stand. */
  clusterMembers(kind: KindId): readonly Member[];
  /** The hosts that manifests describe to Calico. */
  hosts(): readonly HostEndpoint[];
  /** The manifests of one namespace that policies speak of and that are none themselves, as they stand. */
  companionMembers(namespace: NamespaceKey): readonly Member[];
  /** The objects of kinds that are checked in one file, in their order there. */
  checkedIn(uri: string): readonly Member[];
  /** Whether a file brings the definitions of Calico's kinds, as the manifests do that install it. */
  installsCalico(uri: string): boolean;
  /** Whether the root was read completely. */
  readonly complete: boolean;
}

const NO_MEMBERS: readonly Member[] = [];

const NO_ADDRESSES: readonly string[] = [];

/** All namespaces, and those of them without a name. */
const keysOf = derive((all: readonly NamespaceInfo[]) => {
  const keys = all.map(({ key }) => key);
  return { keys, unnamed: keys.filter(isUnnamed) };
});

/** The tiers of the cluster's policies are the same for all namespaces, and so is what is remembered of their ranks. */
const tiersUnder = derive((assumptions: Assumptions) => {
  const tiersIn = derive((policies: readonly IrPolicy[]) => tiersOf(policies, assumptions));
  return derive2((own: readonly IrPolicy[], cluster: readonly IrPolicy[]) =>
    inOrder([...tiersIn(own), ...tiersIn(cluster)]),
  );
});

/** Tiers that know where nodes are. */
const withNodesKnown = derive2((tiers: readonly Tier[], known: KnownNodes): readonly Tier[] => {
  const nodes = addressesOfNodes(known);
  return nodes.length === 0 ? tiers : tiers.map((tier) => ({ ...tier, nodes }));
});

/** Where Cilium isolates all pods and runs its host firewall, it isolates nodes, too. */
const withNodesIsolated = derive((tiers: readonly Tier[]): readonly Tier[] =>
  tiers.map((tier) => (tier.isolatesAll ? { ...tier, isolatesNodes: true } : tier)),
);

/** The policies of a namespace and of the cluster as one list. */
const side = derive2((own: readonly IrPolicy[], cluster: readonly IrPolicy[]) =>
  own.length === 0 ? cluster : cluster.length === 0 ? own : [...own, ...cluster],
);

/** Where Calico's policies govern a namespace, it tries all others in its tiers, too. */
const calicoTiersUnder = derive2((calico: readonly IrPolicy[], others: readonly IrPolicy[]) =>
  derive((declared: readonly DeclaredTier[]) => calicoTiersOf([...calico, ...others], declared)),
);

/** Policies of two network plugins, of which a cluster has one. */
const rivalling = derive((policies: readonly IrPolicy[]): readonly IrPolicy[] =>
  policies.map((policy) => ({
    ...policy,
    unsure:
      policy.unsure ??
      'policies of Calico and of Cilium are both here, and which of them the cluster enforces is not known (setting `enforcer`)',
  })),
);

/** Those of some policies that may be for pods of a namespace; the same list where all may. */
const inReachUnder = derive((assumptions: Assumptions) =>
  derive2((policies: readonly IrPolicy[], info: NamespaceInfo): readonly IrPolicy[] => {
    const some = policies.filter(
      ({ subject }) => matchesNamespace(subject.namespaces, info, assumptions).truth !== 'no',
    );
    return some.length === policies.length ? policies : some;
  }),
);

/** Finds a Service by its name; one function for as long as nothing of the inventory changes. */
const servicesIn = derive(
  (inventory: Inventory) =>
    (namespace: NamespaceKey, name: string): Service | null =>
      inventory.inventory(namespace).services.find((service) => service.name === name) ?? null,
);

const servicesOfAll = derive((inventory: Inventory): readonly Service[] =>
  inventory.namespaces().flatMap(({ key }) => inventory.inventory(key).services),
);

const checkedMembers = derive2((file: File, reading: Reading): readonly Member[] =>
  file.chunks
    .flatMap(({ chunk }) => membersOf(file.context, reading)(chunk))
    .filter(({ resource }) => resource.kind.id !== null),
);

/** Members of two lists by their kinds. */
const byKind = derive2((some: readonly Member[], more: readonly Member[]) => {
  const found = new Map<KindId | null, Member[]>();
  for (const member of [...some, ...more]) {
    const { id } = member.resource.kind;
    const beside = found.get(id);
    if (beside === undefined) found.set(id, [member]);
    else beside.push(member);
  }
  return found;
});

const holdsDefinitions = derive(({ chunks }: File): boolean =>
  chunks.some(({ chunk }) => definesCalico(chunk)),
);

/** Fills the network sets and Services that a snapshot holds into the peers of Calico's policies that speak of them. */
export const filledIn = derive(
  (snapshot: Snapshot) =>
    (policies: readonly IrPolicy[]): readonly IrPolicy[] => {
      if (policies.length === 0) return policies;
      const surroundings = surroundingsOf(snapshot);
      const filled = withSets(policies, networkSets(snapshot, surroundings.namespaces()));
      return filled.some(({ rules }) => rules.some(speaksOfServices))
        ? withServices(filled, servicesIn(surroundings))
        : filled;
    },
);

/** The world of a snapshot: views of its slices, each found once for as long as its slice lives. */
export const worldOf = derive((snapshot: Snapshot): World => {
  const { settings } = snapshot;
  const { assumptions } = settings;
  const members = (namespace: NamespaceKey): readonly Member[] =>
    snapshot.policies.get(namespace) ?? NO_MEMBERS;
  const around = new Map<string, readonly IrPolicy[]>();
  const world: World = {
    ...surroundingsOf(snapshot),
    complete: snapshot.complete,
    policyMembers: members,
    clusterMembers: (kind) =>
      byKind(snapshot.clusterPolicies, snapshot.companions.get(null) ?? NO_MEMBERS).get(kind) ??
      NO_MEMBERS,
    hosts: () => hostsDescribed(snapshot),
    companionMembers: (namespace) => snapshot.companions.get(namespace) ?? NO_MEMBERS,
    checkedIn(uri) {
      const file = snapshot.files.get(uri);
      return file === undefined ? NO_MEMBERS : checkedMembers(file, snapshot.reading);
    },
    installsCalico(uri) {
      const file = snapshot.files.get(uri);
      return file !== undefined && holdsDefinitions(file);
    },
    policies: (namespace) => policiesOf(members(namespace), settings),
    clusterPolicies: () =>
      withNodes(policiesOf(snapshot.clusterPolicies, settings), nodesOf(snapshot.nodes)),
    calicoPolicies: (namespace) => calicoAmong(members(namespace)),
    tiers: (namespace) =>
      tiersAmong(members(namespace), surroundingsOf(snapshot).inventory(namespace).info),
    clusterTiers: () => tiersAmong(NO_MEMBERS, null),
    ciliumPolicies: (namespace) => ciliumAmong(members(namespace)),
    ciliumPoliciesAround(namespaces) {
      const spelling = spelled(namespaces);
      let policies = around.get(spelling);
      if (policies === undefined)
        around.set(spelling, (policies = ciliumIn(namespacesAround(world.spokenOf(namespaces)))));
      return policies;
    },
  };
  /** Some namespaces, and all that may be one of them. */
  function namespacesAround(own: readonly NamespaceKey[]): readonly NamespaceKey[] {
    const { keys, unnamed } = keysOf(world.namespaces());
    const others = own.some(isUnnamed) ? keys : unnamed;
    return others.length === 0 ? own : [...new Set([...own, ...others])];
  }
  function calicoAmong(own: readonly Member[]): readonly IrPolicy[] {
    return filledIn(snapshot)(
      side(calicoPoliciesOf(own, settings), calicoPoliciesOf(snapshot.clusterPolicies, settings)),
    );
  }
  function ciliumAmong(own: readonly Member[]): readonly IrPolicy[] {
    const found = side(ciliumOf(own), ciliumOf(snapshot.clusterPolicies));
    return assumptions.mutualAuthentication === 'off' ? withoutProofs(found) : found;
  }
  /** Those of several namespaces; of the cluster's alone where there is none. */
  function ciliumIn(keys: readonly NamespaceKey[]): readonly IrPolicy[] {
    const [first = [], ...others] =
      keys.length === 0 ? [ciliumAmong(NO_MEMBERS)] : keys.map((key) => ciliumAmong(members(key)));
    return others.length === 0 ? first : [...new Set([...first, ...others.flat()])];
  }
  function ciliumOf(own: readonly Member[]): readonly IrPolicy[] {
    const found = ciliumPoliciesOf(own, settings);
    if (found.length === 0) return found;
    const filled = withSurroundings(found, ciliumSurroundings(snapshot));
    return speakOfServices(filled)
      ? withBackends(filled, servicesOfAll(surroundingsOf(snapshot)))
      : filled;
  }
  /** Their blocks of addresses are for neither pods nor nodes, as those of Cilium's own, unless a setting says otherwise. */
  function seenByCilium(policies: readonly IrPolicy[]): readonly IrPolicy[] {
    const read = readByCilium(policies);
    return assumptions.ipBlocksMatchPods
      ? read
      : withSurroundings(read, ciliumSurroundings(snapshot));
  }
  /** What governs pods of a namespace. Where manifests of two clusters lie side by side, each namespace has its own plugin. */
  function tiersAmong(members: readonly Member[], info: NamespaceInfo | null): readonly Tier[] {
    const all = [calicoAmong(members), ciliumAmong(members)] as const;
    const inReach = inReachUnder(assumptions);
    const [calico, cilium] =
      info === null || all.some((policies) => policies.length === 0)
        ? all
        : [inReach(all[0], info), inReach(all[1], info)];
    const [plain, cluster] = [policiesOf(members, settings), world.clusterPolicies()];
    if (calico.length === 0) {
      const own = assumptions.enforcer === 'cilium' ? seenByCilium(plain) : plain;
      const tiers = tiersUnder(assumptions)(side(own, cilium), cluster);
      const isolatesAll = tiers.some((tier) => tier.isolatesAll);
      const { nodes } =
        cilium.length > 0 || isolatesAll
          ? ciliumSurroundings(snapshot)
          : { nodes: knownNodes(snapshot.nodes, NO_ADDRESSES) };
      return withNodesKnown(
        isolatesAll && assumptions.hostFirewall === 'on' ? withNodesIsolated(tiers) : tiers,
        nodes,
      );
    }
    const [others, declared] = [side(plain, cluster), declaredTiers(snapshot)];
    return cilium.length === 0
      ? calicoTiersUnder(calico, others)(declared)
      : calicoTiersUnder(side(rivalling(calico), rivalling(cilium)), others)(declared);
  }
  return world;
});

import { derive, derive2 } from '../base/derive.ts';
import type { CiliumCidrGroup } from '../model/cilium.ts';
import { stringsOf, textOf } from '../model/untyped.ts';
import { groupLabel } from '../policy/cilium/groups.ts';
import type {
  AddressSet,
  IrPolicy,
  IrRule,
  KnownNodes,
  PodPeer,
  ServicesPeer,
} from '../policy/ir.ts';
import { exchanged, partsIn, type SimplePeer } from '../policy/peers.ts';
import { matches } from '../policy/selector/selector.ts';
import { rivalry } from './duplicates.ts';
import { companionsOf } from './companions.ts';
import { placeOf, type Member } from './member.ts';
import type { Snapshot } from './snapshot.ts';
import type { Service } from './world.ts';

/*
 * What Cilium's policies speak of, as the manifests of a snapshot have it.
 */

/** What there is of nodes and CIDR groups. */
export interface Surroundings {
  readonly nodes: KnownNodes;
  /** The addresses of nodes that blocks leave out: all, unless Cilium is told to count them. */
  readonly outside: readonly string[];
  readonly groups: readonly AddressSet[];
}

/** The CIDR groups that manifests declare. One that cannot be read may hold any address. */
export const cidrGroups = (companions: Snapshot['companions']): readonly AddressSet[] =>
  groupsAmong(companions.get(null) ?? NO_MEMBERS);

/** They live in no namespace, so that what is typed beside policies in one leaves the list as it is. */
const groupsAmong = derive((members: readonly Member[]): readonly AddressSet[] =>
  companionsOf(new Map([[null, members]]), 'cilium/CiliumCIDRGroup').map((each) => {
    const { resource } = each.member;
    const { metadata, spec } = resource.body as Partial<CiliumCidrGroup>;
    const name = textOf(metadata?.name) ?? '';
    const isOpaque = resource.opaque !== null;
    return {
      kind: resource.kind.name,
      namespace: null,
      name,
      labels: { ...(isOpaque ? {} : stringsOf(metadata?.labels)), [groupLabel(name)]: '' },
      inherits: 'nothing more',
      nets: isOpaque ? ['0.0.0.0/0', '::/0'] : (spec?.externalCIDRs ?? []),
      unsure: resource.opaque ?? rivalry(each),
      place: placeOf(each.member),
    };
  }),
);

const NO_MEMBERS: readonly Member[] = [];

/**
 * Policies with the nodes and groups that there are filled into the peers that speak of them. A policy stays the same
 * object while it and what it speaks of do, whichever others stand beside it.
 */
export const withSurroundings = derive2(
  (policies: readonly IrPolicy[], { nodes, outside, groups }: Surroundings): readonly IrPolicy[] =>
    policies.map((policy) => {
      const found = withGroups(withNodes(policy, nodes), groups)(outside);
      return outside.length === 0 ? found : withOutside(found, outside);
    }),
);

const withGroups = derive2((policy: IrPolicy, groups: readonly AddressSet[]) =>
  derive((outside: readonly string[]) =>
    exchangedIn(policy, (part) =>
      part.kind === 'sets' ? { ...part, known: groups, outside } : part,
    ),
  ),
);

const withOutside = derive2((policy: IrPolicy, outside: readonly string[]) =>
  exchangedIn(policy, (part) => (part.kind === 'addresses' ? { ...part, outside } : part)),
);

/** A policy with the nodes that there are, in what it is for and in its peers. */
const withNodes = derive2((policy: IrPolicy, known: KnownNodes): IrPolicy => {
  const { subject } = policy;
  return exchangedIn(
    subject.onlyHosts === undefined
      ? policy
      : { ...policy, subject: { ...subject, onlyHosts: { ...subject.onlyHosts, known } } },
    (part) => (part.kind === 'entities' ? { ...part, known } : part),
  );
});

/** Whether any of some policies speaks of Services. */
export const speakOfServices = derive((policies: readonly IrPolicy[]): boolean =>
  policies.some(({ rules }) => rules.some((rule) => partsIn(rule).some(isOfServices))),
);

const isOfServices = ({ kind }: SimplePeer): boolean => kind === 'services';

/**
 * Policies with the pods behind the Services that they speak of. Where there are none, Cilium leaves a rule without peers,
 * which is then for everyone where it names ports; that is not certain.
 */
export const withBackends = derive2(
  (policies: readonly IrPolicy[], services: readonly Service[]): readonly IrPolicy[] =>
    policies.map((policy) => withServices(policy, services)),
);

const withServices = derive2((policy: IrPolicy, services: readonly Service[]): IrPolicy => {
  const found = exchangedIn(policy, (part) =>
    part.kind === 'services' ? { ...part, known: backendsOf(part, services) } : part,
  );
  return found.rules.some(isBare) ? { ...found, rules: found.rules.flatMap(unsureIfBare) } : found;
});

const isBare = ({ peers }: IrRule): boolean =>
  peers !== 'everyone' &&
  peers.length > 0 &&
  peers.every((peer) => peer.kind === 'services' && peer.known?.length === 0);

/** A bare rule: nobody where it names no ports either, as an empty item. */
const unsureIfBare = (rule: IrRule): readonly IrRule[] => {
  if (!isBare(rule)) return [rule];
  if (rule.ports === 'all') return [];
  const unsure =
    rule.unsure ?? 'there is nothing behind its Services, and it may then be for everyone';
  return [{ ...rule, peers: 'everyone', unsure }];
};

/** A policy with other simple peers in the place of its own; the same one where nothing is another. */
const exchangedIn = (policy: IrPolicy, by: (part: SimplePeer) => SimplePeer): IrPolicy =>
  policy.rules.some((rule) => partsIn(rule).some((part) => by(part) !== part))
    ? {
        ...policy,
        rules: policy.rules.map((rule) =>
          rule.peers === 'everyone'
            ? rule
            : { ...rule, peers: rule.peers.map((peer) => exchanged(peer, by)) },
        ),
      }
    : policy;

/** The pods behind Services; null where there is no such Service here, or somebody else writes its endpoints. */
function backendsOf(peer: ServicesPeer, services: readonly Service[]): readonly PodPeer[] | null {
  const { asked, namespace } = peer;
  // A Service without a name is none.
  if ('name' in asked && asked.name === '') return [];
  const meant = services.filter(
    (service) =>
      (namespace === null || service.namespace === namespace) &&
      ('name' in asked
        ? service.name === asked.name
        : matches(asked.labels, labelsOf(service)) === 'yes'),
  );
  return meant.length === 0 || meant.some(({ selector }) => selector === null)
    ? null
    : meant.map(podsBehind);
}

const labelsOf = ({ member }: Service): Readonly<Record<string, string>> =>
  stringsOf(member.resource.body.metadata.labels);

const podsBehind = ({ namespace, selector }: Service): PodPeer => ({
  kind: 'pods',
  namespaces: { kind: 'own', namespace },
  pods: {
    op: 'all',
    of: Object.entries(selector ?? {}).map(([key, value]) => ({ op: 'in', key, values: [value] })),
  },
  vocabulary: 'cilium',
  withoutHosts: true,
});

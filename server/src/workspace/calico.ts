import { derive, derive2 } from '../base/derive.ts';
import type { Span } from '../base/span.ts';
import type { KindIdOf } from '../model/bodies.ts';
import type { HostEndpoint, NetworkSet, Tier as TierObject } from '../model/calico.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import { INHERITED, labelsOfNamespace } from '../policy/vocabulary.ts';
import type { DeclaredTier } from '../policy/calicoTiers.ts';
import type { ContainerPort, NamespaceInfo } from '../policy/endpoint.ts';
import { protocolOf } from '../policy/lower/calicoPorts.ts';
import type { AddressSet, Backends, IrPolicy, IrRule, Peer, PortTerm } from '../policy/ir.ts';
import { NAMESPACE_LABEL } from '../policy/lower/calicoSelectors.ts';
import { exchanged, partsIn } from '../policy/peers.ts';
import { stringsOf, textOf } from '../model/untyped.ts';
import { placeOf } from './member.ts';
import { inForce } from './companions.ts';
import { hostLabels, profilesOf, type HostLabels } from './profiles.ts';
import { rivalry, type Counted } from './duplicates.ts';
import type { Settings } from './settings.ts';
import type { Member, Snapshot } from './snapshot.ts';
import type { Service } from './world.ts';

/*
 * What Calico's policies stand in and speak of, as the manifests of a snapshot have it.
 */

/** Whether the cluster has Calico, as far as the settings tell or an object of its kinds does. */
export const hasCalico = derive(
  ({ settings, policies, clusterPolicies, companions }: Snapshot): boolean =>
    settings.assumptions.enforcer === 'calico' ||
    (settings.assumptions.enforcer !== 'cilium' &&
      (settings.calicoVersion !== null ||
        [...policies.values(), clusterPolicies, ...companions.values()].some((members) =>
          members.some(({ resource }) => resource.kind.dialect === 'calico'),
        ))),
);

/** The part of a snapshot that tells which of Calico's objects there are, and which of them Calico takes. */
type Declared = Pick<Snapshot, 'companions' | 'settings'>;

/** The tiers that manifests declare, without templates and those that manifests contradict each other about. */
export const declaredTiers = ({ companions, settings }: Declared): readonly DeclaredTier[] =>
  tiersAmong(companions, settings);

const tiersAmong = derive2(
  (companions: Snapshot['companions'], settings: Settings): readonly DeclaredTier[] =>
    inForce(companions, settings, 'calico/Tier').flatMap((each) => {
      const { resource } = each.member;
      const { metadata, spec } = resource.body as TierObject;
      const name = textOf((metadata as TierObject['metadata'] | undefined)?.name);
      return name === null || resource.opaque !== null || rivalry(each) !== null
        ? []
        : [
            {
              name,
              order: spec?.order ?? null,
              rest: spec?.defaultAction === 'Pass' ? ('next' as const) : ('deny' as const),
              place: placeOf(each.member),
            },
          ];
    }),
);

const ADDRESSES = [
  'calico/NetworkSet',
  'calico/GlobalNetworkSet',
  'calico/HostEndpoint',
] as const satisfies readonly KindIdOf<'calico'>[];

/** A network set or a host, and the object that describes it. */
export interface DescribedSet {
  readonly set: AddressSet;
  readonly member: Member;
}

/**
 * The network sets of all namespaces and of none, with the labels that they inherit, and hosts at the addresses that they
 * are expected at.
 */
export const describedSets = (
  { companions, settings }: Declared,
  namespaces: readonly NamespaceInfo[],
): readonly DescribedSet[] => setsAmong(companions, settings)(namespaces);

const setsAmong = derive2((companions: Snapshot['companions'], settings: Settings) =>
  derive((namespaces: readonly NamespaceInfo[]): readonly DescribedSet[] => {
    const byKey = new Map(namespaces.map((info) => [info.key, info]));
    const profiles = profilesOf(companions, settings);
    return inForce(companions, settings, ...ADDRESSES).map((each) => {
      const { member } = each;
      const { namespace } = member;
      const set = setOf(each, namespace === null ? undefined : byKey.get(namespace));
      return {
        member,
        set: ofHost(member) ? withLabels(set, hostLabels(member.resource, profiles)) : set,
      };
    });
  }),
);

const ofHost = ({ resource }: Member): boolean => resource.kind.id === 'calico/HostEndpoint';

/** A host has labels of its profiles, too, of which there may be more. */
const withLabels = (set: AddressSet, { labels, complete }: HostLabels): AddressSet => ({
  ...set,
  labels,
  inherits: complete ? 'nothing more' : 'of profiles',
});

/** The same without their objects. */
export const networkSets = (
  declared: Declared,
  namespaces: readonly NamespaceInfo[],
): readonly AddressSet[] => withoutObjects(describedSets(declared, namespaces));

const withoutObjects = derive((described: readonly DescribedSet[]): readonly AddressSet[] =>
  described.map(({ set }) => set),
);

/** A set as Calico's selectors see it. One that cannot be read may have any labels and any address. */
function setOf(each: Counted, info: NamespaceInfo | undefined): AddressSet {
  const { resource, namespace } = each.member;
  const { metadata, spec } = resource.body as Partial<NetworkSet & HostEndpoint>;
  const opaque = resource.opaque !== null;
  const inherited = info === undefined ? [] : Object.entries(labelsOfNamespace(info, 'calico'));
  return {
    kind: resource.kind.name,
    namespace,
    name: textOf(metadata?.name) ?? '',
    labels: {
      ...Object.fromEntries(
        inherited.map(([key, value]) => [`${INHERITED.namespace}${key}`, value]),
      ),
      ...(opaque ? {} : stringsOf(metadata?.labels)),
      ...(namespace !== null && { [NAMESPACE_LABEL]: namespace }),
    },
    inherits: namespace !== null && info?.complete !== true ? 'of its namespace' : 'nothing more',
    nets: opaque ? ['0.0.0.0/0', '::/0'] : (spec?.nets ?? spec?.expectedIPs ?? []),
    ...(!opaque && spec?.ports !== undefined && { ports: hostPortsOf(spec.ports) }),
    unsure: resource.opaque ?? rivalry(each),
    place: placeOf(each.member),
  };
}

/** The ports that a host gives names to. */
export const hostPortsOf = (
  ports: NonNullable<NonNullable<HostEndpoint['spec']>['ports']>,
): readonly ContainerPort[] =>
  ports.map(({ name, port, protocol }) => ({
    name,
    number: port,
    protocol: protocolOf(protocol),
  }));

/** Policies with the network sets that there are filled into their peers; a policy of the whole cluster once for all. */
export const withSets = derive2(
  (policies: readonly IrPolicy[], known: readonly AddressSet[]): readonly IrPolicy[] =>
    known.length === 0 ? policies : policies.map((policy) => policyWithSets(policy, known)),
);

const policyWithSets = derive2((policy: IrPolicy, known: readonly AddressSet[]): IrPolicy =>
  policy.rules.some(speaksOfSets)
    ? { ...policy, rules: policy.rules.map((rule) => withKnown(rule, known)) }
    : policy,
);

const speaksOfSets = (rule: IrRule): boolean => partsIn(rule).some(({ kind }) => kind === 'sets');

const withKnown = (rule: IrRule, known: readonly AddressSet[]): IrRule => {
  const filled = (peer: Peer): Peer =>
    exchanged(peer, (part) => (part.kind === 'sets' ? { ...part, known } : part));
  return {
    ...rule,
    peers: rule.peers === 'everyone' ? rule.peers : rule.peers.map(filled),
    ...(rule.own !== undefined && { own: filled(rule.own) }),
  };
};

/** Policies with what stands behind the Services of which they speak; a policy of the whole cluster once for all. */
export const withServices = derive2(
  (policies: readonly IrPolicy[], serviceNamed: ServiceNamed): readonly IrPolicy[] =>
    policies.map((policy) => policyWithServices(policy, serviceNamed)),
);

type ServiceNamed = (namespace: NamespaceKey, name: string) => Service | null;

const policyWithServices = derive2((policy: IrPolicy, serviceNamed: ServiceNamed): IrPolicy =>
  policy.rules.some(speaksOfServices)
    ? { ...policy, rules: policy.rules.map((rule) => withBackends(rule, serviceNamed)) }
    : policy,
);

/** Whether a rule speaks of a Service. */
export const speaksOfServices = (rule: IrRule): boolean =>
  partsIn(rule).some(({ kind }) => kind === 'service');

/**
 * Towards a Service a rule matches the ports of its endpoints, which are those of the pods; from one, its endpoints alone
 * (libcalico-go, EntityRule.services).
 */
function withBackends(rule: IrRule, serviceNamed: ServiceNamed): IrRule {
  const ports: PortTerm[] = [];
  const filled = (peer: Peer): Peer =>
    exchanged(peer, (part) => {
      if (part.kind !== 'service') return part;
      const known = backendsOf(serviceNamed(part.namespace, part.name), part.span);
      ports.push(...(known?.ports ?? []));
      return { ...part, known };
    });
  if (rule.peers === 'everyone') return rule;
  const peers = rule.peers.map(filled);
  const { ports: asked } = rule;
  if (rule.direction === 'ingress' || ports.length === 0) return { ...rule, peers };
  return {
    ...rule,
    peers,
    ports:
      asked === 'all'
        ? ports
        : ports.filter((port) => asked.some((term) => isOfProtocol(port, term))),
  };
}

/** Whether a rule that names ports beside a Service, which it can only do by their protocol, is for a port of that. */
const isOfProtocol = (port: PortTerm, asked: PortTerm): boolean =>
  asked.kind === 'except'
    ? !asked.without.some((term) => isOfProtocol(port, term))
    : port.kind !== 'except' && asked.protocol === port.protocol;

/** What the selector of a Service finds. Endpoints that somebody else writes are not known. */
function backendsOf(service: Service | null, span: Span): Backends | null {
  if (service === null || service.selector === null) return null;
  const { namespace, selector, ports, member } = service;
  return {
    pods: {
      kind: 'pods',
      namespaces: { kind: 'own', namespace },
      pods: {
        op: 'all',
        of: Object.entries(selector).map(([key, value]) => ({ op: 'in', key, values: [value] })),
      },
    },
    ports: ports.map(({ target, protocol }) =>
      typeof target === 'number'
        ? { kind: 'numbers', protocol, first: target, last: target, span }
        : { kind: 'named', protocol, name: target, span },
    ),
    place: placeOf(member),
  };
}

import { EVERY_NAMESPACE } from '../peers.ts';
import type { CalicoPolicy } from '../../model/calico.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Resource } from '../../model/resource.ts';
import type { Direction, ForHosts, IrPolicy, IrRule, PodPeer } from '../ir.ts';
import { both } from '../selector/calico/expression.ts';
import { selectorOf } from '../selector/calico/selectorOf.ts';
import { matching, pods, scopeOf } from './calicoPods.ts';
import { ACTIONS, lowerRule } from './calicoRule.ts';
import { areLegible, saidBy, subjectAccounts, subjectExpression } from './calicoSelectors.ts';

/** Where a policy lives; `namespace` is null for those of the whole cluster. */
interface Home {
  readonly namespace: NamespaceKey | null;
  readonly uri: string;
}

/** A NetworkPolicy or GlobalNetworkPolicy of Calico as IR, for pods: what it says to hosts is not part of it. */
export const lowerCalicoPolicy = (resource: Resource<CalicoPolicy>, home: Home): IrPolicy =>
  loweredFor(PODS, resource, home);

/** What a policy of the whole cluster says to hosts. */
export const lowerForHosts = (resource: Resource<CalicoPolicy>, uri: string): IrPolicy => ({
  ...loweredFor(HOSTS, resource, { namespace: null, uri }),
  hosts: forHosts(resource),
});

/** What a policy is to one kind of endpoints. */
interface Reading {
  readonly directionsOf: typeof directionsOf;
  /** Whom it selects; its selectors must be legible. */
  readonly subjectOf: typeof subjectOf;
}

/**
 * Total: an opaque resource becomes a policy that may decide anything, and what has no meaning makes its rule unsure.
 */
function loweredFor(
  { directionsOf, subjectOf }: Reading,
  resource: Resource<CalicoPolicy>,
  { namespace, uri }: Home,
): IrPolicy {
  const { body, source } = resource;
  const metadata = (body as Partial<CalicoPolicy>).metadata ?? {};
  const at = metadata.name === undefined ? source.of(body) : source.value(metadata, 'name');
  const common = {
    apiVersion: body.apiVersion,
    kind: resource.kind.name,
    name: metadata.name ?? metadata.generateName ?? '',
    namespace,
    place: { uri, chunk: resource.chunk, span: at },
  };
  const everyPod = pods(scopeOf(namespace), null);
  if (resource.opaque !== null)
    return {
      ...common,
      tier: null,
      priority: null,
      subject: everyPod,
      isolates: { ingress: true, egress: true },
      rules: ACTIONS.flatMap(([, verdict], index) =>
        (['ingress', 'egress'] as const).map((direction): IrRule => ({
          direction,
          index,
          name: null,
          verdict,
          peers: 'everyone',
          ports: 'all',
          unsure: resource.opaque,
          span: at,
        })),
      ),
      unsure: resource.opaque,
    };
  const { spec = {} } = body as Partial<CalicoPolicy>;
  const legible = areLegible(spec.selector, spec.namespaceSelector, spec.serviceAccountSelector);
  const directions = directionsOf(spec, body.apiVersion);
  const other = directions.length === 0 ? null : otherTypesOf(spec, body.apiVersion);
  const isolates = (direction: Direction): boolean =>
    directions.includes(direction) || other?.includes(direction) === true;
  const rules = (direction: Direction): IrRule[] =>
    directions.includes(direction)
      ? (spec[direction] ?? []).flatMap((rule, index) =>
          lowerRule(resource, namespace, direction, rule, index),
        )
      : [];
  return {
    ...common,
    tier: spec.tier === undefined || spec.tier === '' ? DEFAULT_TIER : spec.tier,
    priority: spec.order ?? null,
    subject: legible ? subjectOf(spec, namespace) : everyPod,
    ...(namespace === null && { endpoints: selectorOf(subjectExpression(spec, null)) }),
    isolates: { ingress: isolates('ingress'), egress: isolates('egress') },
    rules: [...rules('ingress'), ...rules('egress')],
    unsure: !legible
      ? 'a selector of it cannot be read'
      : other === null
        ? null
        : 'it lists no types, and how Calico is installed decides what its empty section means',
  };
}

/** The tier of policies that name none. */
export const DEFAULT_TIER = 'default';

/**
 * The directions that a policy speaks of for pods: one for packets before they are tracked or translated is for host
 * endpoints alone.
 */
export const directionsOf = (
  spec: CalicoPolicy['spec'],
  apiVersion: string,
): readonly Direction[] =>
  spec.doNotTrack === true || spec.preDNAT === true ? [] : typesOf(spec, apiVersion);

/**
 * The directions that a policy speaks of. Where it lists none, those that it has rules of, and ingress where it has none;
 * written as it is stored, past the API server, it is taken for both (Calico's api/pkg/defaults; felix, policy sorter).
 */
export function typesOf(spec: CalicoPolicy['spec'], apiVersion: string): readonly Direction[] {
  const { types = [], ingress = [], egress = [] } = spec;
  if (types.length > 0)
    return (['ingress', 'egress'] as const).filter((direction) =>
      types.some((type) => type.toLowerCase() === direction),
    );
  if (apiVersion.startsWith('crd.')) return ['ingress', 'egress'];
  if (egress.length === 0) return ['ingress'];
  return ingress.length === 0 ? ['egress'] : ['ingress', 'egress'];
}

/**
 * What a policy that lists no types speaks of where Calico's kinds are plain custom resources: the directions of the
 * sections that are there, empty ones too (api/admission). Null where that is the same.
 */
export function otherTypesOf(
  spec: CalicoPolicy['spec'],
  apiVersion: string,
): readonly Direction[] | null {
  if ((spec.types ?? []).length > 0 || apiVersion.startsWith('crd.')) return null;
  const present = (['ingress', 'egress'] as const).filter((direction) => spec[direction]);
  const counted = typesOf(spec, apiVersion);
  return present.every((direction) => counted.includes(direction)) ? null : present;
}

/** The pods that a policy of a namespace, or of the whole cluster, selects; its selectors must be legible. */
export function subjectOf(spec: CalicoPolicy['spec'], namespace: NamespaceKey | null): PodPeer {
  const accounts = subjectAccounts(spec, namespace);
  const labels = saidBy(spec.selector);
  return pods(
    namespace === null ? matching(saidBy(spec.namespaceSelector)) : scopeOf(namespace),
    accounts === undefined ? labels : both(labels, accounts),
  );
}

const PODS: Reading = { directionsOf, subjectOf };

/** A policy is for hosts whatever list it stands in; of the labels that pods inherit they have none. */
const HOSTS: Reading = {
  directionsOf: typesOf,
  subjectOf: (spec) => ({
    kind: 'pods',
    namespaces: EVERY_NAMESPACE,
    pods: selectorOf(subjectExpression(spec, null)),
  }),
};

/** One that cannot be read may stand in any list, and the last asks most. */
function forHosts({ body, opaque }: Resource<CalicoPolicy>): ForHosts {
  const { spec = {} } = body as Partial<CalicoPolicy>;
  if (opaque !== null) return { list: 'normal', onForward: true };
  return {
    list: spec.doNotTrack === true ? 'doNotTrack' : spec.preDNAT === true ? 'preDNAT' : 'normal',
    onForward: spec.applyOnForward === true,
  };
}

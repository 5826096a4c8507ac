import { EVERY_NAMESPACE } from '../peers.ts';
import type { LabelSelector, LabelSelectorRequirement } from '../../model/networkPolicy.ts';
import { namespaceName, type NamespaceKey } from '../../model/namespace.ts';
import { ENTITIES, isEntity, type Entity } from '../cilium/entities.ts';
import { NO_NODES } from '../cilium/nodes.ts';
import type { Namespaces, PodPeer } from '../ir.ts';
import { selectorOf } from '../selector/k8s.ts';
import { EVERYTHING, type Selector } from '../selector/selector.ts';
import { CILIUM_LABELS, KUBERNETES_NAME } from '../vocabulary.ts';
import { meaningless, type Meaningless } from './meaningless.ts';

/*
 * The selectors of Cilium's policies. A key may begin with the source of its label; what is said of the namespace stands
 * among what is said of the pod, and is told apart here (Cilium documentation, "Endpoint selectors").
 */

/** One condition of a selector. */
export interface Condition {
  /** Where the label comes from; `any` where the key does not say it. */
  readonly source: string;
  /** The key of the label, without its source. */
  readonly key: string;
  /** Whether it stands among the `matchLabels`. */
  readonly isLabel: boolean;
  readonly requirement: LabelSelectorRequirement;
}

/** A label that names no source may be of any. */
const ANY_SOURCE = 'any';
const RESERVED = 'reserved';

/** The source that a key of a selector begins with, and the key of the label behind it. */
const parted = (text: string): Pick<Condition, 'source' | 'key'> => {
  const [, source = ANY_SOURCE, key = text] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  return { source, key };
};

/** The key of a label, without the source that it may begin with in a selector. */
export const labelKeyOf = (text: string): string => parted(text).key;

const condition = (requirement: LabelSelectorRequirement, isLabel: boolean): Condition => ({
  ...parted(requirement.key),
  isLabel,
  requirement,
});

/** The conditions of a selector, all of which must hold: first those of `matchLabels`, then its expressions. */
export const conditionsOf = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): Condition[] => [
  ...Object.entries(matchLabels).map(([key, value]) =>
    condition({ key, operator: 'In', values: [value] }, true),
  ),
  ...matchExpressions.map((expression) => condition(expression, false)),
];

/** Whether a condition is one on a label of Kubernetes, as those of pods are. */
export const isOfKubernetes = ({ source }: Condition): boolean =>
  source === ANY_SOURCE || source === 'k8s';

const namesNamespace = (condition: Condition): boolean =>
  isOfKubernetes(condition) && condition.key === CILIUM_LABELS.namespace;

const namesCluster = (condition: Condition): boolean =>
  isOfKubernetes(condition) && condition.key === CILIUM_LABELS.cluster;

const describesNamespace = (condition: Condition): boolean =>
  isOfKubernetes(condition) && condition.key.startsWith(CILIUM_LABELS.ofNamespace);

const speaksOfNamespace = (condition: Condition): boolean =>
  namesNamespace(condition) || describesNamespace(condition);

/** Conditions under other keys; null where one has no meaning. */
const joined = (
  conditions: readonly Condition[],
  keyOf: (condition: Condition) => string,
): Selector | null => {
  const found = selectorOf({
    matchExpressions: conditions.map((condition) => ({
      ...condition.requirement,
      key: keyOf(condition),
    })),
  });
  return found?.op === 'all' && found.of.length === 0 ? EVERYTHING : found;
};

/**
 * What surely every node has that a selector finds. Cilium keeps the labels of a node under a source of their own, maybe not
 * all of them, and adds some (Cilium's command reference, `node-labels`; pkg/node), so only what has to be there counts.
 */
export const labelsOfNodes = (selector: LabelSelector): Selector =>
  joined(conditionsOf(selector).filter(isKeptOfNodes), ({ key }) => key) ?? EVERYTHING;

const isKeptOfNodes = ({ source, key, requirement: { operator } }: Condition): boolean =>
  (operator === 'In' || operator === 'Exists') &&
  (source === 'node' ||
    (source === ANY_SOURCE &&
      !key.startsWith('io.cilium.') &&
      !(ENTITIES as readonly string[]).includes(key)));

/** Nothing matches it. */
const NOTHING: Selector = { op: 'any', of: [] };

/** What is sure of every pod, whatever the name: that it has a namespace, and a cluster. */
function settled(condition: Condition): Selector | null {
  const { operator, values = [] } = condition.requirement;
  const always = namesNamespace(condition) || namesCluster(condition);
  if (!always || values.length > 0) return null;
  return operator === 'Exists' ? EVERYTHING : operator === 'DoesNotExist' ? NOTHING : null;
}

/** The conditions on pods themselves. Labels of other sources no pod has, and they keep theirs. */
function podsWith(conditions: readonly Condition[]): Selector | null {
  const sure = conditions.flatMap((condition) => settled(condition) ?? []);
  if (sure.includes(NOTHING)) return NOTHING;
  return joined(
    conditions.filter((condition) => settled(condition) === null && !speaksOfNamespace(condition)),
    (condition) => (isOfKubernetes(condition) ? condition.key : condition.requirement.key),
  );
}

/** The conditions on namespaces, as a selector of theirs has them. */
const namespacesWith = (conditions: readonly Condition[]): Selector | null =>
  joined(
    conditions.filter((condition) => settled(condition) === null && speaksOfNamespace(condition)),
    (condition) =>
      namesNamespace(condition)
        ? KUBERNETES_NAME
        : condition.key.slice(CILIUM_LABELS.ofNamespace.length),
  );

const UNREADABLE = meaningless(
  'a selector has an operator that does not exist, or values that do not suit it',
);

/** Pods on the network of their node are the node to Cilium (Cilium documentation, "Host policies"). */
const pods = (namespaces: Namespaces, labels: Selector): PodPeer => ({
  kind: 'pods',
  namespaces,
  pods: labels,
  vocabulary: 'cilium',
  withoutHosts: true,
});

/** All pods that a policy can be for: those of its namespace, or all where it is one of the cluster. */
export const everyPod = (namespace: NamespaceKey | null): PodPeer =>
  pods(namespace === null ? EVERY_NAMESPACE : { kind: 'own', namespace }, EVERYTHING);

/** The nodes that a policy is for, by the labels that they have in Kubernetes. */
export function lowerNodes(selector: LabelSelector): PodPeer | Meaningless {
  const conditions = conditionsOf(selector);
  const nodes = conditions.every(isOfKubernetes) ? joined(conditions, ({ key }) => key) : null;
  return nodes === null
    ? meaningless('its `nodeSelector` asks for more than labels of nodes')
    : nodesWith(nodes);
}

/** Nodes with some labels. */
const nodesWith = (nodes: Selector): PodPeer => ({
  kind: 'pods',
  namespaces: EVERY_NAMESPACE,
  pods: EVERYTHING,
  vocabulary: 'cilium',
  onlyHosts: { nodes, known: NO_NODES },
});

/** All nodes. */
export const everyNode = nodesWith(EVERYTHING);

/**
 * The pods that a policy is for. One of a namespace is for pods there: it forces the label of the namespace, in the place
 * of another that is written with its source, and beside one that is written otherwise (pkg/k8s/apis/cilium.io/utils).
 */
export function lowerSubject(
  selector: LabelSelector,
  namespace: NamespaceKey | null,
): PodPeer | Meaningless {
  const conditions = conditionsOf(selector).filter(
    (condition) =>
      namespace === null ||
      !(condition.isLabel && condition.source === 'k8s' && namesNamespace(condition)),
  );
  const [labels, asked] = [podsWith(conditions), namespacesWith(conditions)];
  if (labels === null || asked === null) return UNREADABLE;
  if (namespace === null) return pods({ kind: 'matching', selector: asked }, labels);
  if (asked === EVERYTHING) return pods({ kind: 'own', namespace }, labels);
  const name = namespaceName(namespace);
  if (name === null)
    return meaningless('it asks for the namespace of its pods, which these manifests do not name');
  const home: Selector = { op: 'in', key: KUBERNETES_NAME, values: [name] };
  return pods({ kind: 'matching', selector: { op: 'all', of: [home, asked] } }, labels);
}

/** What a selector of peers finds: pods, or what Cilium has a word for. */
export type Found =
  | PodPeer
  | { readonly kind: 'entity'; readonly entity: Entity | null; readonly doubt: string | null }
  | Meaningless;

/**
 * What a selector of peers finds. Where it speaks of no namespace, a policy of a namespace means its own, and one of the
 * cluster all; beside a reserved label nothing is added (pkg/k8s/apis/cilium.io/utils).
 */
export function lowerEndpoints(selector: LabelSelector, namespace: NamespaceKey | null): Found {
  const conditions = conditionsOf(selector);
  if (conditions.some(({ source }) => source === RESERVED)) return reserved(conditions);
  const [labels, asked] = [podsWith(conditions), namespacesWith(conditions)];
  if (labels === null || asked === null) return UNREADABLE;
  const isOwn = namespace !== null && !conditions.some(speaksOfNamespace);
  return {
    ...pods(isOwn ? { kind: 'own', namespace } : { kind: 'matching', selector: asked }, labels),
    ...(isForUnlabelled(conditions, namespace) && {
      orUnlabelled: conditions.some(namesCluster) ? 'always' : 'unless of a cluster',
    }),
  };
}

/** Whether an end without labels of pods meets all conditions, those included that Cilium adds. */
const isForUnlabelled = (
  conditions: readonly Condition[],
  namespace: NamespaceKey | null,
): boolean =>
  conditions.some(namespace === null ? namesNamespace : speaksOfNamespace) &&
  conditions.every(
    ({ source, key, requirement: { operator } }) =>
      operator === 'NotIn' ||
      operator === 'DoesNotExist' ||
      // A key without a source may be that of a reserved label.
      (source === ANY_SOURCE && isEntity(key)),
  );

const OF_ONE_FAMILY =
  'only where the cluster has addresses of one family is `reserved:world` a label of what is outside';
const OF_BOTH_FAMILIES =
  'only where the cluster has addresses of both families is what is outside told apart by them';

/** Labels that no pod has, but nodes, the world and what else is no pod; their values are empty. */
function reserved(conditions: readonly Condition[]): Found {
  const [named, others] = [
    conditions.filter(({ source }) => source === RESERVED),
    conditions.filter(({ source }) => source !== RESERVED),
  ];
  const isWanted = ({ requirement: { operator, values = [] } }: Condition): boolean =>
    operator === 'Exists' || (operator === 'In' && values.includes(''));
  const [first, ...more] = named;
  if (named.some(({ requirement: { operator } }) => !['Exists', 'In'].includes(operator)))
    return meaningless('a selector leaves out a reserved label, and with it more than pods');
  const entity = ENTITIES.find((one) => one === first!.key && named.every(isWanted)) ?? null;
  return {
    kind: 'entity',
    entity: entity === 'cluster' || entity === 'cluster-mesh' ? null : entity,
    doubt:
      more.length + others.length > 0
        ? 'a selector joins a reserved label with other labels, and which ends have both is not known here'
        : entity === 'world'
          ? OF_ONE_FAMILY
          : entity === 'world-ipv4' || entity === 'world-ipv6'
            ? OF_BOTH_FAMILIES
            : null,
  };
}

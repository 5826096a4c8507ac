import { derive } from '../base/derive.ts';
import type { Completeness } from '../model/laterLabels.ts';
import type { Assumptions } from './assumptions.ts';
import type { Labels, NamespaceInfo, PodEndpoint } from './endpoint.ts';
import type { Vocabulary } from './ir.ts';
import { keysOf, type Selector } from './selector/selector.ts';

/** Labels as a selector sees them. */
export interface Seen {
  readonly labels: Labels;
  readonly complete: Completeness;
}

/** The label of all that is a pod, with the value `k8s`. */
export const ORCHESTRATOR = 'projectcalico.org/orchestrator';

/** The labels that Calico gives every pod; they take the place of what the pod has under these keys. */
const OF_PODS = ['projectcalico.org/namespace', ORCHESTRATOR, 'projectcalico.org/serviceaccount'];

/** Begins the keys of what a pod inherits of its namespace, and of its service account. */
export const INHERITED = { namespace: 'pcns.', serviceAccount: 'pcsa.' } as const;

/**
 * The labels that Cilium gives every pod, and begins those of its namespace with (Cilium documentation, "Limiting
 * identity-relevant labels").
 */
export const CILIUM_LABELS = {
  namespace: 'io.kubernetes.pod.namespace',
  ofNamespace: 'io.cilium.k8s.namespace.labels.',
  cluster: 'io.cilium.k8s.policy.cluster',
  serviceAccount: 'io.cilium.k8s.policy.serviceaccount',
} as const;

/** The key by which selectors of Cilium's policies ask for the name of a pod's namespace. */
export const NAMESPACE_KEY = `k8s:${CILIUM_LABELS.namespace}`;

/** A key in a selector of Cilium's without the source of its label, where that is Kubernetes or any. */
export const bareKey = (key: string): string => key.replace(/^(?:k8s|any):/, '');

/** Whether a bare key tells of the namespace of a pod: its name, or a label of it. */
export const tellsNamespace = (key: string): boolean =>
  key === CILIUM_LABELS.namespace || key.startsWith(CILIUM_LABELS.ofNamespace);

/** Whether a network plugin gives pods the label, so that no manifest of theirs tells it. */
export const isImplied = (key: string): boolean =>
  isImpliedBy('calico', key) || isImpliedBy('cilium', key);

/** The same of one plugin, to whose policies what the other gives are labels as all others. */
export const isImpliedBy = (plugin: Vocabulary, key: string): boolean =>
  plugin === 'cilium'
    ? OF_CILIUM.has(key)
    : OF_PODS.includes(key) || Object.values(INHERITED).some((prefix) => key.startsWith(prefix));

/** The labels that something without a pod may have besides those that are known: none of those that pods alone are given. */
export const openLabels = (selector: Selector): Completeness => ({
  but: [...keysOf(selector)].filter((key) => !OF_PODS.includes(key)),
});

const OF_CILIUM = new Set<string>([
  CILIUM_LABELS.namespace,
  CILIUM_LABELS.cluster,
  CILIUM_LABELS.serviceAccount,
]);

/** The labels of a pod that a selector sees, as far as it asks for them. */
export function labelsOfPod(
  pod: PodEndpoint,
  selector: Selector,
  vocabulary: Vocabulary | undefined,
  assumptions: Pick<Assumptions, 'clusterName'> = { clusterName: null },
): Seen {
  const { labels, complete = true } = pod;
  if (vocabulary === undefined) return { labels, complete };
  if (vocabulary === 'cilium') return seenByCilium(pod, selector, assumptions);
  const open = impliedKeysOf(selector).filter((key) => isOpen(key, pod));
  const seen = asCalico(pod);
  return {
    labels: open.length === 0 ? seen : without(seen, open),
    complete:
      open.length === 0 || complete === false
        ? complete
        : { but: [...(complete === true ? [] : complete.but), ...open] },
  };
}

/** What of a pod's labels Cilium knows it by, and the name of its account and cluster where they are asked for. */
function seenByCilium(
  pod: PodEndpoint,
  selector: Selector,
  { clusterName }: Pick<Assumptions, 'clusterName'>,
): Seen {
  const seen = asCilium(pod);
  const asked = impliedKeysOf(selector).filter((key) => OF_CILIUM.has(key));
  if (asked.length === 0) return seen;
  const values: Readonly<Record<string, string | null | undefined>> = {
    [CILIUM_LABELS.namespace]: pod.namespace.name,
    [CILIUM_LABELS.cluster]: clusterName,
    [CILIUM_LABELS.serviceAccount]: pod.serviceAccount,
  };
  const given = asked.flatMap((key) => {
    const value = values[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  const open = asked.filter((key) => typeof values[key] !== 'string');
  return {
    labels: { ...seen.labels, ...Object.fromEntries(given) },
    complete:
      open.length === 0 || seen.complete === false
        ? seen.complete
        : { but: [...(seen.complete === true ? [] : seen.complete.but), ...open] },
  };
}

const asCilium = derive(({ labels, complete = true }: PodEndpoint): Seen => ({
  labels: Object.fromEntries(Object.entries(labels).filter(([key]) => isKept(key))),
  complete: typeof complete === 'boolean' ? complete : { but: complete.but.filter(isKept) },
}));

/**
 * Labels that come and go with each pod are none that Cilium knows it by, unless the cluster is told otherwise
 * (pkg/labelsfilter, its default list).
 */
const LEFT_OUT = [
  /^io\.kubernetes/,
  /^kubernetes\.io/,
  /^k8s\.io/,
  /beta\.kubernetes\.io/,
  /^topology\.kubernetes\.io/,
  /^(?:annotation|etcd_node|controller-uid|controller-revision-hash|pod-template-hash|pod-template-generation)/,
  /^statefulset\.kubernetes\.io\/pod-name/,
  /^apps\.kubernetes\.io\/pod-index/,
  /^batch\.kubernetes\.io\/(?:job-completion-index|controller-uid)/,
];

/** Whether a label of a pod is one that Cilium knows it by. */
export const isKept = (key: string): boolean =>
  key.startsWith('app.kubernetes.io') || !LEFT_OUT.some((pattern) => pattern.test(key));

const without = (labels: Labels, keys: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([key]) => !keys.includes(key)));

const impliedKeysOf = derive((selector: Selector): readonly string[] => [
  ...new Set([...keysOf(selector)].filter(isImplied)),
]);

/** Whether only the cluster knows what a pod has under one of the keys that Calico gives it. */
function isOpen(key: string, { namespace, serviceAccount, accountLabels }: PodEndpoint): boolean {
  if (key === OF_PODS[0] || key === NAME_OF.namespace) return namespace.name === null;
  if (key === OF_PODS[2] || key === NAME_OF.serviceAccount) return serviceAccount === undefined;
  if (key.startsWith(INHERITED.serviceAccount)) return accountLabels === undefined;
  return (
    key.startsWith(INHERITED.namespace) &&
    !namespace.complete &&
    !Object.hasOwn(labelsOfNamespace(namespace, 'calico'), key.slice(INHERITED.namespace.length))
  );
}

/** The label by which selectors find a namespace by its name; Calico's may also use one of their own. */
export const KUBERNETES_NAME = 'kubernetes.io/metadata.name';

/** That label of Calico's. */
export const NAMESPACE_NAME = 'projectcalico.org/name';
const NAME_OF = {
  namespace: `${INHERITED.namespace}${NAMESPACE_NAME}`,
  serviceAccount: `${INHERITED.serviceAccount}${NAMESPACE_NAME}`,
};

/** Longer names of service accounts are no label values, and left out (libcalico-go, conversion of workload endpoints). */
const LONGEST_NAME = 62;

const inherited = (prefix: string, labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).map(([key, value]) => [prefix + key, value]));

/** A pod's own labels win over those that it inherits, and lose against those that Calico gives all pods. */
const asCalico = derive(
  ({ namespace, labels, serviceAccount, accountLabels = {} }: PodEndpoint): Labels => ({
    ...inherited(INHERITED.namespace, labelsOfNamespace(namespace, 'calico')),
    ...inherited(INHERITED.serviceAccount, accountLabels),
    ...(serviceAccount !== undefined && { [NAME_OF.serviceAccount]: serviceAccount }),
    ...labels,
    ...(namespace.name !== null && { [OF_PODS[0]!]: namespace.name }),
    [ORCHESTRATOR]: 'k8s',
    ...(serviceAccount !== undefined &&
      serviceAccount.length <= LONGEST_NAME && { [OF_PODS[2]!]: serviceAccount }),
  }),
);

/**
 * The labels of a namespace that a selector sees: the control plane gives each that of its name (Kubernetes
 * documentation, "Automatic labelling"), and Calico one of its own besides.
 */
export const labelsOfNamespace = (
  namespace: NamespaceInfo,
  vocabulary: Vocabulary | undefined,
): Labels => (vocabulary === 'calico' ? calico : plain)(namespace);

const plain = derive(({ name, labels }: NamespaceInfo): Labels =>
  name === null ? labels : { ...labels, [KUBERNETES_NAME]: name },
);

const calico = derive((namespace: NamespaceInfo): Labels =>
  namespace.name === null
    ? namespace.labels
    : { ...plain(namespace), [NAMESPACE_NAME]: namespace.name },
);

/*
 * Ends as Cilium knows them, by labels with sources, and its selectors of them: the part of the second opinion
 * (`ciliumModel.ts`) that says who is meant.
 */

/** A label of an identity, with its source. */
interface Label {
  readonly source: string;
  readonly key: string;
  readonly value: string;
}

/** A namespace as it stands in the manifests. */
export interface ModelNamespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A pod as it stands in the manifests. */
export interface ModelPod {
  readonly name: string;
  readonly namespace: ModelNamespace;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly ports: readonly ModelPort[];
}

interface ModelPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

/** An end as Cilium knows it. */
export interface Identity {
  readonly labels: readonly Label[];
  /** The address of what is outside of the cluster; null for pods and nodes. */
  readonly address: string | null;
  /** The pod; null for all else, for which no policy is. */
  readonly pod: ModelPod | null;
}

/** How a cluster is set up, as far as manifests do not say it. */
export interface Setup {
  readonly cluster: string;
  /** Whether peers are those of the local cluster unless their selector names one. */
  readonly localCluster: boolean;
  readonly mode: 'default' | 'always' | 'never';
}

/** A selector of labels, as JSON. */
export interface ModelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** The label that Cilium gives pods for their namespace. */
export const NAMESPACE = 'io.kubernetes.pod.namespace';
/** Begins the keys of the labels of its namespace that a pod is known by. */
export const OF_NAMESPACE = 'io.cilium.k8s.namespace.labels.';
const CLUSTER = 'io.cilium.k8s.policy.cluster';

/** The identity of a pod: its labels, and those that Cilium adds. */
export function podIdentity(pod: ModelPod, cluster: string): Identity {
  const { name, labels } = pod.namespace;
  const all: Readonly<Record<string, string>> = {
    ...pod.labels,
    [NAMESPACE]: name,
    [CLUSTER]: cluster,
    'io.cilium.k8s.policy.serviceaccount': pod.serviceAccount,
    [`${OF_NAMESPACE}kubernetes.io/metadata.name`]: name,
    ...Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [`${OF_NAMESPACE}${key}`, value]),
    ),
  };
  return {
    address: null,
    pod,
    labels: Object.entries(all).map(([key, value]) => ({ source: 'k8s', key, value })),
  };
}

/** The identity of what is no pod, by its reserved labels. */
export const reservedIdentity = (address: string | null, ...keys: readonly string[]): Identity => ({
  address,
  pod: null,
  labels: keys.map((key) => ({ source: 'reserved', key, value: '' })),
});

/** One condition of a selector. */
export interface Requirement {
  readonly source: string;
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

const parsed = (text: string): Pick<Requirement, 'source' | 'key'> => {
  const at = text.indexOf(':');
  return at < 0
    ? { source: 'any', key: text }
    : { source: text.slice(0, at), key: text.slice(at + 1) };
};

/** The conditions that a selector writes as labels. */
export const ofLabels = ({ matchLabels = {} }: ModelSelector): Requirement[] =>
  Object.entries(matchLabels).map(([key, value]) => ({
    ...parsed(key),
    operator: 'In',
    values: [value],
  }));

/** The conditions that a selector writes as expressions. */
export const ofExpressions = ({ matchExpressions = [] }: ModelSelector): Requirement[] =>
  matchExpressions.map(({ key, operator, values = [] }) => ({ ...parsed(key), operator, values }));

/** All conditions of a selector. */
export const requirementsOf = (selector: ModelSelector): Requirement[] => [
  ...ofLabels(selector),
  ...ofExpressions(selector),
];

/** The condition that a label of Kubernetes has a value. */
export const is = (key: string, value: string): Requirement => ({
  source: 'k8s',
  key,
  operator: 'In',
  values: [value],
});

/** The condition that there is a namespace, as pods alone have one. */
export const SOME_NAMESPACE: Requirement = {
  source: 'k8s',
  key: NAMESPACE,
  operator: 'Exists',
  values: [],
};

function holds({ source, key, operator, values }: Requirement, { labels }: Identity): boolean {
  const found = labels.find(
    (label) => label.key === key && (source === 'any' || source === label.source),
  );
  if (operator === 'Exists') return found !== undefined;
  if (operator === 'DoesNotExist') return found === undefined;
  const isAmong = found !== undefined && values.includes(found.value);
  return operator === 'In' ? isAmong : !isAmong;
}

/** Whether all of some conditions hold of an end. */
export const allHold = (requirements: readonly Requirement[], end: Identity): boolean =>
  requirements.every((requirement) => holds(requirement, end));

const ofKubernetes = ({ source }: Requirement): boolean => source === 'k8s' || source === 'any';

/** What is asked of peers that name no cluster. */
export const ofLocalCluster = ({ localCluster, cluster }: Setup): Requirement[] =>
  localCluster ? [is(CLUSTER, cluster)] : [];

/** What is asked of peers: what is written, and what Cilium adds to it. */
export function askedOfPeers(
  selector: ModelSelector,
  namespace: string | null,
  setup: Setup,
): Requirement[] {
  const written = requirementsOf(selector);
  if (written.some(({ source }) => source === 'reserved')) return written;
  const keys = written.filter(ofKubernetes).map(({ key }) => key);
  const added = keys.includes(NAMESPACE)
    ? []
    : namespace === null
      ? [SOME_NAMESPACE]
      : keys.some((key) => key.startsWith(OF_NAMESPACE))
        ? []
        : [is(NAMESPACE, namespace)];
  const local = keys.includes(CLUSTER) ? [] : ofLocalCluster(setup);
  return [...written, ...added, ...local];
}

/** Whether an end has any of some reserved labels. */
export const has = ({ labels }: Identity, ...keys: readonly string[]): boolean =>
  labels.some(({ source, key }) => source === 'reserved' && keys.includes(key));

const WORLD = ['world', 'world-ipv4', 'world-ipv6'];
const IN_CLUSTER = [
  'host',
  'remote-node',
  'init',
  'ingress',
  'health',
  'unmanaged',
  'kube-apiserver',
];

/** Whether an end is what Cilium has a word for. */
export function isEntity(name: string, end: Identity, { cluster }: Setup): boolean {
  if (name === 'all') return true;
  if (name === 'world') return has(end, ...WORLD);
  if (name === 'cluster') return has(end, ...IN_CLUSTER) || holds(is(CLUSTER, cluster), end);
  return has(end, name);
}

/** The conditions of a selector of Kubernetes, on labels whose keys begin with what Cilium makes of them. */
export const ofKeys = (prefix: string, selector: ModelSelector): Requirement[] =>
  requirementsOf(selector).map((one) => ({ ...one, source: 'k8s', key: prefix + one.key }));

import type { Cluster } from '../../src/policy/connect.ts';
import { diff } from '../../src/policy/diff.ts';
import { reach } from '../../src/policy/reach.ts';
import { defaultSettings } from '../../src/workspace/settings.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../src/workspace/snapshot.ts';
import { worldOf } from '../../src/workspace/world.ts';
import type { Metric } from './metrics.ts';

/*
 * Who reaches whom among many workloads under as many policies of all kinds: the whole matrix, one row of it, and what
 * one edit costs to compare.
 */

/** Workloads of one namespace; each namespace has as many NetworkPolicies. */
const PER_NAMESPACE = 10;

/** Every twentieth policy is an administrators'. */
const CLUSTER_SHARE = 20;

const { assumptions } = defaultSettings;

const CLUSTER_FILE = 'file:///matrix/cluster.yaml';
const fileOf = (namespace: number): string => `file:///matrix/team-${namespace}.yaml`;

/** The whole matrix of 1,000 workloads and 1,000 policies, how it grows, and one edit of each kind. */
export function matrixMetrics(): Metric[] {
  return [
    ...[100, 300, 1000].flatMap((workloads) => whole(workloads)),
    ...[100, 1000, 10_000].flatMap((workloads) => {
      const snapshot = snapshotOf(workloads);
      return [row(workloads, snapshot), ...edits(workloads, snapshot)];
    }),
  ];
}

function whole(workloads: number): Metric[] {
  const cluster = clusterIn(snapshotOf(workloads));
  const took = timed(() => driven(reach(cluster, assumptions)));
  const pairs = workloads * (workloads - 1);
  return [
    { name: `matrix of ${workloads} workloads and policies`, value: took, unit: 'ms' },
    {
      name: `matrix of ${workloads} workloads and policies: connections per second`,
      value: (pairs * 1000) / took,
      unit: 'count',
    },
  ];
}

/** What one workload reaches, and who reaches it. */
function row(workloads: number, snapshot: Snapshot): Metric {
  const cluster = clusterIn(snapshot);
  const [first, second] = cluster.endpoints;
  const walk = (asked: unknown): unknown =>
    driven(reach(cluster, assumptions, { asked: (end) => end === asked }));
  walk(first);
  return {
    name: `one workload among ${workloads}`,
    value: timed(() => walk(second)),
    unit: 'ms',
  };
}

/** Comparing a cluster with what it becomes by one edit. */
const edits = (workloads: number, before: Snapshot): Metric[] =>
  [
    ['a NetworkPolicy', fileOf(1), 'port: 8080', 'port: 8081'],
    ['a pod label', fileOf(1), 'app: app-13\n        tier', 'app: app-none\n        tier'],
    ['an admin policy for one namespace', CLUSTER_FILE, 'number: 5432', 'number: 5433'],
  ].map(([what, uri, from, to]): Metric => {
    const text = textOf(before.files.get(uri!)!);
    const after = apply(before, {
      reason: 'edit',
      upserted: [{ uri: uri!, text: text.replace(from!, to!) }],
    });
    const clusters = { before: clusterIn(before), after: clusterIn(after) };
    // Both clusters have been looked at before, as an editor has them.
    for (const cluster of [clusters.before, clusters.after])
      driven(diff({ before: cluster, after: cluster }, assumptions));
    let rows = 0;
    const took = timed(() => {
      const { changes, doubts } = driven(diff(clusters, assumptions));
      rows = changes.length + doubts.length;
    });
    if (rows === 0) throw new Error(`the edit of ${what!} changes nothing`);
    return { name: `edit of ${what!} among ${workloads} workloads`, value: took, unit: 'ms' };
  });

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function driven<Result>(walk: Generator<void, Result>): Result {
  for (;;) {
    const step = walk.next();
    if (step.done === true) return step.value;
  }
}

function clusterIn(snapshot: Snapshot): Cluster {
  const world = worldOf(snapshot);
  const endpoints = world.namespaces().flatMap(({ key }) => world.inventory(key).pods);
  return { endpoints, tiersFor: (namespace) => world.tiers(namespace) };
}

/** As many policies as workloads: of namespaces, and one in twenty of the cluster, in both tiers. */
function snapshotOf(workloads: number): Snapshot {
  const namespaces = workloads / PER_NAMESPACE;
  const upserted = Array.from({ length: namespaces }, (_, at) => ({
    uri: fileOf(at),
    text: namespaceText(at),
  }));
  const cluster = Array.from({ length: workloads / CLUSTER_SHARE }, (_, at) =>
    clusterPolicyText(at, namespaces),
  ).join('');
  return apply(EMPTY, {
    reason: 'read',
    upserted: [...upserted, { uri: CLUSTER_FILE, text: cluster }],
    read: true,
  });
}

function namespaceText(at: number): string {
  const members = Array.from({ length: PER_NAMESPACE }, (_, index) => at * PER_NAMESPACE + index);
  return `apiVersion: v1
kind: Namespace
metadata: {name: team-${at}, labels: {area: area-${at % 10}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: team-${at}}
spec: {podSelector: {}, policyTypes: [Ingress]}
${members.map((app) => workloadText(app, at)).join('')}${members
    .slice(1)
    .map((app) => policyText(app, at))
    .join('')}`;
}

const workloadText = (app: number, namespace: number): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app-${app}, namespace: team-${namespace}}
spec:
  template:
    metadata:
      labels:
        app: app-${app}
        tier: tier-${app % 3}
    spec: {containers: [{name: main, ports: [{name: http, containerPort: 8080}]}]}
`;

const policyText = (app: number, namespace: number): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: app-${app}, namespace: team-${namespace}}
spec:
  podSelector: {matchLabels: {app: app-${app}}}
  ingress:
    - from:
        - podSelector: {matchLabels: {app: app-${app - 1}}}
        - namespaceSelector: {matchLabels: {area: area-${app % 10}}}
          podSelector: {matchLabels: {tier: tier-0}}
      ports:
        - port: 8080
    - from: [{ipBlock: {cidr: 10.${namespace % 200}.0.0/16}}]
`;

const clusterPolicyText = (at: number, namespaces: number): string => `---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: cluster-${at}}
spec:
  tier: ${at % 4 === 3 ? 'Baseline' : 'Admin'}
  priority: ${at % 1000}
  subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: team-${(at * 3) % namespaces}}}}
  ingress:
    - action: ${['Accept', 'Deny', 'Pass'][at % 3]}
      from: [{namespaces: {matchLabels: {area: area-${at % 10}}}}]
      protocols: [{tcp: {destinationPort: {number: 5432}}}]
`;

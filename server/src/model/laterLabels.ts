import { kinds, type Kind } from './kinds.ts';

/** Whether pods have no labels beside those of their template: none at all, or none but perhaps those of some keys. */
export type Completeness = boolean | { readonly but: readonly string[] };

/** Labels of its node that a pod gets from Kubernetes 1.35 on (Kubernetes documentation, "PodTopologyLabels"). */
const FROM_NODE = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'];

const OF_JOBS = [
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
];

/** Labels from the controllers of Kubernetes (its documentation, "Well-Known Labels, Annotations and Taints"). */
const FROM_CONTROLLER: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  StatefulSet: [
    'apps.kubernetes.io/pod-index',
    'controller-revision-hash',
    'statefulset.kubernetes.io/pod-name',
  ],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: OF_JOBS,
  CronJob: OF_JOBS,
};

const known = new Map<Kind, Completeness>(
  kinds.map((kind) => [kind, { but: [...FROM_NODE, ...(FROM_CONTROLLER[kind.name] ?? [])] }]),
);

/**
 * What a manifest of a kind leaves open of its pods' labels; the controllers of other kinds than Kubernetes' own may
 * add any.
 */
export const completenessOf = (kind: Kind): Completeness => known.get(kind) ?? false;

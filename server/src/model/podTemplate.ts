import { completenessOf, type Completeness } from './laterLabels.ts';
import type { KubernetesObject, Resource } from './resource.ts';
import { list, mapping, stringsOf, textOf, type Mapping } from './untyped.ts';

/** A port that a container declares. */
export interface DeclaredPort {
  readonly name: string | null;
  readonly number: number;
  readonly protocol: string;
  /** The container's name; null where it has none yet. */
  readonly container: string | null;
}

/** What policies and selectors can see of the pods that a workload makes, or of a Pod itself. */
export interface PodTemplate {
  readonly labels: Readonly<Record<string, string>>;
  readonly complete: Completeness;
  readonly ports: readonly DeclaredPort[];
  readonly hostNetwork: boolean;
  readonly dnsPolicy: string | null;
  /** The ServiceAccount that its pods run as: `default` where it names none (Kubernetes documentation, "Service Accounts"). */
  readonly serviceAccount: string;
  /** How many pods the manifest asks for; null where it leaves that to others. */
  readonly replicas: number | null;
  /** `status.podIPs` of a Pod that was saved from a cluster; empty otherwise. */
  readonly addresses: readonly string[];
  /** `status.hostIP` likewise. */
  readonly hostAddress: string | null;
  /** `spec.nodeName`, the node that its pods are on; null where the scheduler finds one. */
  readonly node: string | null;
  /** What controls a Pod by its owner references, with name and kind given; null for none, and of other workloads. */
  readonly controller: { readonly name: string; readonly kind: string } | null;
}

/** The steps from a workload to the object that has its pods' metadata and spec; null where there is none. */
export function podTemplatePath(body: KubernetesObject): readonly string[] | null {
  if (body.kind === 'Pod') return [];
  const spec = mapping((body as unknown as Mapping)['spec']);
  if (mapping(spec?.['template']) !== null) return ['spec', 'template'];
  const job = mapping(mapping(spec?.['jobTemplate'])?.['spec']);
  return mapping(job?.['template']) === null ? null : ['spec', 'jobTemplate', 'spec', 'template'];
}

/** Whether an object of any kind carries a pod template: one whose spec lists containers. */
export function carriesPodTemplate(body: KubernetesObject): boolean {
  const path = podTemplatePath(body);
  if (path === null || path.length === 0) return false;
  return Array.isArray(mapping(at(body, path)?.['spec'])?.['containers']);
}

/** The pod template of a workload; null where it has none. Parts that are half-typed count as absent. */
export function podTemplateOf({ body, kind }: Resource): PodTemplate | null {
  const path = podTemplatePath(body);
  if (path === null) return null;
  const template = at(body, path);
  const spec = mapping(template?.['spec']);
  // A sidecar is an init container that keeps running, so its ports are as real as the others'.
  const sidecars = list(spec?.['initContainers']).filter(
    (one) => mapping(one)?.['restartPolicy'] === 'Always',
  );
  return {
    labels: stringsOf(mapping(template?.['metadata'])?.['labels']),
    // The status is the cluster's, which then saved the labels too.
    complete: path.length === 0 && statusOf(body) !== null ? true : completenessOf(kind),
    ports: [...list(spec?.['containers']), ...sidecars].flatMap(portsOf),
    hostNetwork: spec?.['hostNetwork'] === true,
    dnsPolicy: textOf(spec?.['dnsPolicy']),
    serviceAccount:
      textOf(spec?.['serviceAccountName']) ?? textOf(spec?.['serviceAccount']) ?? 'default',
    replicas: path.length === 0 ? 1 : replicasOf(body),
    addresses: path.length === 0 ? addressesOf(body) : [],
    hostAddress: path.length === 0 ? textOf(statusOf(body)?.['hostIP']) : null,
    node: textOf(spec?.['nodeName']),
    controller: path.length === 0 ? controllerOf(body) : null,
  };
}

function controllerOf({ metadata }: KubernetesObject): PodTemplate['controller'] {
  const references = list(mapping(metadata)?.['ownerReferences']).map(mapping);
  const { name, kind } = references.find((one) => one?.['controller'] === true) ?? {};
  return typeof name === 'string' && typeof kind === 'string' ? { name, kind } : null;
}

function replicasOf(body: KubernetesObject): number | null {
  const replicas = mapping((body as unknown as Mapping)['spec'])?.['replicas'];
  return typeof replicas === 'number' ? replicas : null;
}

const statusOf = (body: KubernetesObject): Mapping | null =>
  mapping((body as unknown as Mapping)['status']);

/** Both fields hold the first address; only the list holds those of further families. */
function addressesOf(body: KubernetesObject): string[] {
  const status = statusOf(body);
  const addresses = [
    status?.['podIP'],
    ...list(status?.['podIPs']).map((one) => mapping(one)?.['ip']),
  ];
  return [
    ...new Set(addresses.filter((address) => typeof address === 'string' && address !== '')),
  ] as string[];
}

function portsOf(container: unknown): DeclaredPort[] {
  const { ports, name: containerName } = mapping(container) ?? {};
  return list(ports).flatMap((port) => {
    const { containerPort, name, protocol } = mapping(port) ?? {};
    if (typeof containerPort !== 'number') return [];
    return [
      {
        name: textOf(name),
        number: containerPort,
        protocol: typeof protocol === 'string' ? protocol : 'TCP',
        container: textOf(containerName),
      },
    ];
  });
}

const at = (body: object, path: readonly string[]): Mapping | null =>
  path.reduce<Mapping | null>((object, step) => mapping(object?.[step]), body as Mapping);

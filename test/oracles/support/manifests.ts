/*
 * A cluster that an oracle gives as data, as the manifests that describe it: the product then reads all of it, nodes
 * and addresses included.
 */

/** A cluster as the suites of the Network Policy API describe it. */
export interface Topology {
  readonly namespaces: readonly {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
  readonly nodes: readonly {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly addresses: readonly { readonly address: string }[];
  }[];
  readonly pods: readonly {
    readonly namespace: string;
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly hostNetwork: boolean;
    readonly node: string;
    readonly ip: string;
    readonly ports: readonly object[];
  }[];
}

/** The manifests as one `List` in JSON; `overrides` are labels that some namespaces have in place of their own. */
export function manifestsOf(
  { namespaces, nodes, pods }: Topology,
  overrides: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): string {
  const addressOf = (node: string): string | undefined =>
    nodes.find(({ name }) => name === node)?.addresses[0]?.address;
  const items = [
    ...namespaces.map(({ name, labels }) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { ...labels, ...overrides[name] } },
    })),
    ...nodes.map(({ name, labels, addresses }) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      status: { addresses },
    })),
    ...pods.map(({ namespace, name, labels, hostNetwork, node, ip, ports }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels },
      spec: { hostNetwork, containers: [{ name: 'main', ports }] },
      status: { podIPs: [{ ip }], hostIP: addressOf(node) },
    })),
  ];
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

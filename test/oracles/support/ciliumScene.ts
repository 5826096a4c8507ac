import { parseAddress } from '../../../server/src/policy/cidr.ts';
import type { Endpoint } from '../../../server/src/policy/endpoint.ts';
import { defaultSettings } from '../../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../../server/src/workspace/snapshot.ts';
import { worldOf, type World } from '../../../server/src/workspace/world.ts';

/*
 * Ends as Cilium knows them, by the labels of their identities, as manifests that the product reads.
 */

/** An end as Cilium's tests write it: its labels with their sources. */
export interface Identity {
  readonly labels: readonly string[];
  readonly external?: true;
  readonly ip?: string;
  readonly dnsNames?: readonly string[];
  readonly namedPorts?: readonly {
    readonly name: string;
    readonly port: number;
    readonly protocol: string;
  }[];
}

/** Where policies are enforced (`policy-enforcement`). */
export type Mode = 'default' | 'always' | 'never';

/** What a cluster is configured with. */
export interface Environment {
  readonly cluster?: string;
  readonly mode?: Mode;
  readonly hostFirewall?: boolean;
}

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';
const CLUSTER = 'k8s:io.cilium.k8s.policy.cluster';
const ACCOUNT = 'k8s:io.cilium.k8s.policy.serviceaccount';
const OF_NAMESPACE = 'k8s:io.cilium.k8s.namespace.labels.';

const NODES: Readonly<Record<string, string>> = { here: '192.0.2.1', there: '192.0.2.2' };

const labelsOf = ({ labels }: Identity): Map<string, string> =>
  new Map(
    labels.map((label) => {
      const equals = label.indexOf('=');
      return equals < 0 ? [label, ''] : [label.slice(0, equals), label.slice(equals + 1)];
    }),
  );

/** A pod's own labels; none of Cilium's. */
function podLabels(labels: ReadonlyMap<string, string>): Record<string, string> {
  const own = [...labels].filter(
    ([key]) =>
      key.startsWith('k8s:') &&
      ![NAMESPACE, CLUSTER, ACCOUNT].includes(key) &&
      !key.startsWith(OF_NAMESPACE),
  );
  return Object.fromEntries(own.map(([key, value]) => [key.slice('k8s:'.length), value]));
}

/** The labels that ends which are a node have. */
const labelsOfNode = (
  endpoints: Readonly<Record<string, Identity>>,
  which: 'host' | 'remote-node',
): Record<string, string> =>
  Object.assign(
    {},
    ...Object.values(endpoints)
      .map(labelsOf)
      .filter((labels) => labels.has(`reserved:${which}`))
      .map(podLabels),
  );

/**
 * Reads endpoints and policies as manifests: hosts as pods on the network of their node, others that are no pods as
 * addresses.
 */
export function sceneOf(
  endpoints: Readonly<Record<string, Identity>>,
  policies: readonly object[],
  env: Environment,
): { readonly world: World; readonly endOf: (name: string) => Endpoint } {
  const isPod = ({ labels, external }: Identity): boolean =>
    external !== true &&
    !labels.some(
      (label) => label.startsWith(`${CLUSTER}=`) && label !== `${CLUSTER}=${env.cluster}`,
    );
  const names = Object.keys(endpoints);
  const pods = names.filter((name) => isPod(endpoints[name]!));
  const homes = new Map<string, Record<string, string>>();
  const homeOf = (name: string): string => labelsOf(endpoints[name]!).get(NAMESPACE) ?? 'default';
  for (const name of pods) {
    const about = [...labelsOf(endpoints[name]!)].filter(([key]) => key.startsWith(OF_NAMESPACE));
    homes.set(homeOf(name), {
      ...homes.get(homeOf(name)),
      ...Object.fromEntries(about.map(([key, value]) => [key.slice(OF_NAMESPACE.length), value])),
    });
  }
  const objects = [
    ...[...homes].map(([name, labels]) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    })),
    ...Object.entries(NODES).map(([name, address]) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels: labelsOfNode(endpoints, name === 'here' ? 'host' : 'remote-node') },
      status: { addresses: [{ address }] },
    })),
    ...pods.map((name) => {
      const { namedPorts = [] } = endpoints[name]!;
      const labels = labelsOf(endpoints[name]!);
      const node = NODES[labels.has('reserved:remote-node') ? 'there' : 'here'];
      const isHost = labels.has('reserved:host') || labels.has('reserved:remote-node');
      return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: name.toLowerCase(), namespace: homeOf(name), labels: podLabels(labels) },
        spec: {
          serviceAccountName: labels.get(ACCOUNT),
          hostNetwork: isHost,
          containers: [
            {
              name: 'main',
              ports: namedPorts.map((port) => ({
                name: port.name,
                containerPort: port.port,
                protocol: port.protocol,
              })),
            },
          ],
        },
        status: {
          hostIP: node,
          podIPs: [{ ip: isHost ? node : `10.0.0.${names.indexOf(name) + 1}` }],
        },
      };
    }),
    ...policies,
  ];
  const snapshot = apply(EMPTY, {
    reason: 'test',
    upserted: [
      {
        uri: 'file:///scene.yaml',
        text: objects.map((object) => JSON.stringify(object)).join('\n---\n'),
      },
    ],
    settings: {
      ...defaultSettings,
      enforcer: 'cilium',
      // The agent of upstream's tests knows the labels of nodes.
      ciliumFlags: ['enable-node-selector-labels=true'],
      assumptions: {
        ...defaultSettings.assumptions,
        clusterName: env.cluster ?? null,
        policyEnforcement: env.mode ?? 'default',
        // No end of these scenes is the API server.
        apiServer: [],
        ...(env.hostFirewall === true && { hostFirewall: 'on' }),
      },
    },
    read: true,
  });
  const world = worldOf(snapshot);
  return {
    world,
    endOf(name) {
      const identity = endpoints[name]!;
      const pod = world.inventory(homeOf(name)).pods.find((one) => one.name === name.toLowerCase());
      if (pod !== undefined && isPod(identity)) return pod;
      // A pod of another cluster is an address outside.
      const address = identity.ip ?? `10.99.0.${names.indexOf(name) + 1}`;
      const [dnsName] = identity.dnsNames ?? [];
      return {
        kind: 'external',
        ...parseAddress(address)!,
        ...(dnsName !== undefined && { name: dnsName }),
      };
    },
  };
}

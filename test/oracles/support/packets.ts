import { usualAssumptions } from '../../../server/src/policy/assumptions.ts';
import { parseAddress } from '../../../server/src/policy/cidr.ts';
import { connect } from '../../../server/src/policy/connect.ts';
import { intersect, isEmpty, ofPorts } from '../../../server/src/policy/conns.ts';
import type { Endpoint, NamespaceInfo } from '../../../server/src/policy/endpoint.ts';
import { tiersOf } from '../../../server/src/policy/tiers.ts';
import { lowered, namespace, pod } from '../../policy/build.ts';
import type { Cluster } from '../../../server/src/policy/connect.ts';

/*
 * Clusters that an oracle gives as objects, and single packets in them.
 */

/** A cluster as oracles describe it. */
export interface Objects {
  readonly namespaces: readonly {
    readonly name: string;
    readonly labels: Record<string, string>;
  }[];
  readonly pods: readonly {
    readonly namespace: string;
    readonly name: string;
    readonly ip: string;
    readonly labels: Record<string, string>;
    readonly ports: readonly DeclaredPort[];
  }[];
  readonly policies: readonly object[];
}

/** A container port as manifests write it. */
export interface DeclaredPort {
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: string;
}

/** Container ports as endpoints have them. */
export const portsOf = (
  ports: readonly DeclaredPort[] | null,
): { name: string; number: number; protocol: string }[] =>
  (ports ?? []).map(({ name, containerPort, protocol }) => ({
    name,
    number: containerPort,
    protocol,
  }));

/** The cluster as the evaluator takes it. */
export function packetCluster({ namespaces, pods, policies }: Objects): Cluster {
  const homes = new Map<string, NamespaceInfo>(
    namespaces.map(({ name, labels }) => [name, namespace(name, { labels })]),
  );
  const irs = policies.map((object) => lowered(object));
  return {
    endpoints: pods.map(({ namespace: home, name, ip, labels, ports }) =>
      pod(homes.get(home)!, name, { labels, addresses: [ip], ports: portsOf(ports) }),
    ),
    tiersFor: (key) =>
      tiersOf(
        irs.filter(({ namespace: home }) => home === null || home === key),
        usualAssumptions,
      ),
  };
}

/**
 * What becomes of a packet between two ends, each `namespace/name` or an address; of an address, the pod that has it.
 */
export function verdictOf(
  cluster: Cluster,
  from: string,
  to: string,
  protocol: string,
  port: number,
): 'allow' | 'deny' | 'unknown' {
  const [source, destination] = [endIn(cluster, from), endIn(cluster, to)];
  const packet = ofPorts(protocol, [[port, port]]);
  const { allowed, denied } = connect(source, destination, cluster.tiersFor, usualAssumptions);
  if (!isEmpty(intersect(packet, allowed))) return 'allow';
  return isEmpty(intersect(packet, denied)) ? 'unknown' : 'deny';
}

/** The end that a text names: a pod, or an address that none has. */
export function endIn({ endpoints }: Cluster, text: string): Endpoint {
  const found = endpoints.find(
    ({ namespace: home, name, addresses }) =>
      `${home.name}/${name}` === text || addresses.includes(text),
  );
  if (found !== undefined) return found;
  const address = parseAddress(text);
  if (address === null) throw new Error(`no end ${text}`);
  return { kind: 'external', ...address };
}

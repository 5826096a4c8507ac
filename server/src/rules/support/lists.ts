import type {
  EgressRule,
  IngressRule,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import type { Direction } from '../../policy/ir.ts';

/**
 * How many entries of one list are compared each with all others. Longer lists are written by programs, and the work
 * grows with the square.
 */
export const MOST_COMPARED = 200;

/** One rule of a policy with the names that its direction gives things. */
export interface ListedRule {
  readonly direction: Direction;
  readonly index: number;
  readonly rule: IngressRule & EgressRule;
  /** The key of its peers: `from` or `to`. */
  readonly side: 'from' | 'to';
  readonly peers: readonly NetworkPolicyPeer[];
  /** The list it stands in. */
  readonly list: readonly (IngressRule | EgressRule)[];
}

/** All rules of a policy, ingress first, whether or not their direction is in force. */
export const listedRules = ({ body }: Resource<NetworkPolicy>): ListedRule[] =>
  (['ingress', 'egress'] as const).flatMap((direction) => {
    const list: readonly (IngressRule & EgressRule)[] = body.spec[direction] ?? [];
    const side = direction === 'ingress' ? 'from' : 'to';
    return list.map((rule, index) => ({
      direction,
      index,
      rule,
      side,
      peers: rule[side] ?? [],
      list,
    }));
  });

/**
 * Where one entry of a list of ports was written as two, a number and its protocol: the index of the first. The protocol
 * alone is every TCP port, and so makes the number void.
 */
export const splitPorts = (ports: readonly NetworkPolicyPort[]): readonly number[] =>
  ports.flatMap((port, index) => {
    const next = ports[index + 1];
    if (next === undefined) return [];
    return [port, next].some(isBareTcp) && [port, next].some(isBarePort) ? [index] : [];
  });

/** Whether an entry is nothing but the protocol TCP. */
export const isBareTcp = (port: NetworkPolicyPort): boolean =>
  port.protocol === 'TCP' && Object.keys(port).length === 1;

const isBarePort = (port: NetworkPolicyPort): boolean =>
  port.port !== undefined && !('protocol' in port);

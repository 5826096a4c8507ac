import {
  labelKeysOf,
  type EgressRule,
  type IngressRule,
  type NetworkPolicy,
} from '../../../model/networkPolicy.ts';
import { cidrsOf, parseBlock } from '../../../policy/cidr.ts';

/*
 * Parts of a NetworkPolicy, as every conversion of one needs them.
 */

/** The keys of all labels that its selectors ask for. */
export function labelsAskedIn({ podSelector, ingress = [], egress = [] }: NetworkPolicy['spec']): {
  readonly ofPods: readonly string[];
  readonly ofNamespaces: readonly string[];
} {
  const peers = [...ingress, ...egress].flatMap(
    ({ from = [], to = [] }: IngressRule & EgressRule) => [...from, ...to],
  );
  return {
    ofPods: [{ podSelector }, ...peers].flatMap((one) => labelKeysOf(one.podSelector ?? {})),
    ofNamespaces: peers.flatMap((one) => labelKeysOf(one.namespaceSelector ?? {})),
  };
}

/**
 * A block without host bits: Calico takes none with them (its validator, `nets`), and in policies of Cilium their absence
 * leaves nobody in doubt about what is meant.
 */
export const masked = (cidr: string): string => cidrsOf([parseBlock(cidr)!])[0]!;

/** All values in their order, in lists of at most so many. */
export const inLists = <Value>(
  values: readonly Value[],
  most: number,
): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / most) }, (_, index) =>
    values.slice(index * most, (index + 1) * most),
  );

import { derive } from '../base/derive.ts';
import type { Assumptions } from './assumptions.ts';
import { parseAddress, pieces, wholeFamily, type Block } from './cidr.ts';
import type { PodEndpoint } from './endpoint.ts';
import type { IrPolicy, PodPeer } from './ir.ts';
import { partsIn, type SimplePeer } from './peers.ts';
import { portNames } from './ports.ts';
import { blocksInUse } from './borders.ts';
import { isAbsent, keysOf, type Selector } from './selector/selector.ts';
import { isImplied } from './vocabulary.ts';

/** The number of an endpoint's class. */
export type ClassOf = (end: PodEndpoint) => number;

/**
 * Numbers endpoints so that those of one number are the same to all of `policies`, as subjects and as peers: they
 * agree in namespace, in the labels and port names that policies ask for, and in the blocks their addresses lie in. Each
 * is looked at when its number is asked for first, as a walk may meet few of many.
 */
export function classesOf(policies: readonly IrPolicy[], assumptions: Assumptions): ClassOf {
  const asked = policies.map(askedBy);
  const keys = [...new Set(asked.flatMap((one) => one.keys))];
  const names = new Set(asked.flatMap((one) => one.names));
  const accounts = keys.some(isImplied);
  const place = locator(asked.flatMap((one) => one.blocks));
  const numbers = new Map<string, number>();
  return derive((end) => {
    const signature = JSON.stringify([
      end.namespace.key,
      keys.map((key) =>
        Object.hasOwn(end.labels, key) ? end.labels[key]! : isAbsent(key, end.complete ?? true),
      ),
      end.ports
        .filter(({ name }) => name !== null && names.has(name))
        .map(({ name, number, protocol }) => `${name!} ${protocol} ${number}`)
        .sort(),
      accounts && [end.serviceAccount, end.accountLabels],
      (assumptions.ipBlocksMatchPods || end.hostNetwork) && end.addresses.map(place),
      // Rules for nodes meet what is on their network at its address, whatever blocks match.
      end.hostNetwork && [place(end.hostAddress ?? '')],
    ]);
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    return number;
  });
}

/** What a policy asks of endpoints: the keys of labels, the names of ports, and the blocks of addresses. */
const askedBy = derive((policy: IrPolicy) => ({
  keys: podSelectors(policy).flatMap((selector) => [...keysOf(selector)]),
  names: policy.rules.flatMap(({ ports }) => portNames(ports)),
  blocks: blocksInUse([policy]),
}));

const podSelectors = ({ subject, rules }: IrPolicy): Selector[] =>
  [subject, ...rules.flatMap(partsIn)].flatMap((peer: PodPeer | SimplePeer) => {
    if (peer.kind === 'service') return peer.known === null ? [] : [peer.known.pods.pods];
    if (peer.kind === 'services') return (peer.known ?? []).map(({ pods }) => pods);
    return peer.kind === 'pods' ? [peer.pods] : [];
  });

/** Tells in which piece of the address space an address lies, when it is cut by `blocks`. */
function locator(blocks: readonly Block[]): (address: string) => string {
  const cuts = {
    IPv4: pieces(wholeFamily('IPv4'), blocks),
    IPv6: pieces(wholeFamily('IPv6'), blocks),
  };
  return (text) => {
    const address = parseAddress(text);
    if (address === null) return '';
    const cut = cuts[address.family];
    let [low, high] = [0, cut.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (cut[middle]!.first <= address.first) low = middle;
      else high = middle - 1;
    }
    return `${address.family} ${low}`;
  };
}

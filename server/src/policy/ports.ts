import { intervals } from '../base/intervals.ts';
import type { Assumptions } from './assumptions.ts';
import { ALL, NONE, intersect, ofPorts, subtract, union, type Conns } from './conns.ts';
import { isNode, type ContainerPort, type Endpoint, type Subject } from './endpoint.ts';
import type { IrRule, NamedTerm, PortTerm } from './ir.ts';

/** Connections that a rule's ports stand for. `why` says what would have to be known, as clauses; empty where it is. */
export interface PortMatch {
  readonly conns: Conns;
  readonly why: readonly string[];
}

/**
 * The connections that a rule's ports stand for at one destination, the certain ones first. Names are those of the
 * destination pod's container ports, of the same protocol; addresses and pods on the node's network
 * have none but those of `hosts`, which a rule may speak of there.
 */
export function portsAt(
  ports: IrRule['ports'],
  destination: Endpoint | Subject,
  assumptions: Assumptions,
  hosts: readonly ContainerPort[] = [],
): readonly PortMatch[] {
  if (ports === 'all') return [{ conns: ALL, why: [] }];
  const found = ports.flatMap((term) => termAt(term, destination, assumptions, hosts));
  const certain = { conns: connsIn(found.filter(({ why }) => why.length === 0)), why: [] };
  return [certain, ...found.filter(({ why }) => why.length > 0)];
}

/** The connections that a rule's ports certainly stand for at one destination. */
export const certainPortsAt = (...of: Parameters<typeof portsAt>): Conns =>
  connsIn(portsAt(...of).filter(({ why }) => why.length === 0));

/** The connections that a rule's ports can stand for at one destination. */
export const possiblePortsAt = (...of: Parameters<typeof portsAt>): Conns =>
  connsIn(portsAt(...of));

const connsIn = (found: readonly PortMatch[]): Conns =>
  found.reduce((sum, { conns }) => union(sum, conns), NONE);

/** The names of ports that a rule speaks of. */
export const portNames = (ports: IrRule['ports']): readonly string[] =>
  ports === 'all' ? [] : ports.flatMap(namesIn);

const namesIn = (term: 'all' | PortTerm): readonly string[] =>
  term === 'all' || term.kind === 'numbers'
    ? []
    : term.kind === 'named'
      ? [term.name]
      : [term.of, ...term.without].flatMap(namesIn);

function termAt(
  term: 'all' | PortTerm,
  destination: Endpoint | Subject,
  assumptions: Assumptions,
  hosts: readonly ContainerPort[],
): readonly PortMatch[] {
  if (term === 'all') return [{ conns: ALL, why: [] }];
  switch (term.kind) {
    case 'numbers':
      return [{ conns: ofPorts(term.protocol, intervals([[term.first, term.last]])), why: [] }];
    case 'named':
      return [namedAt(term, destination, assumptions, hosts)];
    case 'except': {
      const out = term.without.flatMap((one) => termAt(one, destination, assumptions, hosts));
      const [sure, unsure] = [connsIn(out.filter(({ why }) => why.length === 0)), connsIn(out)];
      const why = out.flatMap((one) => one.why);
      return termAt(term.of, destination, assumptions, hosts).flatMap((one) => [
        { conns: subtract(one.conns, unsure), why: one.why },
        ...(why.length === 0
          ? []
          : [
              {
                conns: intersect(one.conns, subtract(unsure, sure)),
                why: [...new Set([...one.why, ...why])],
              },
            ]),
      ]);
    }
  }
}

function namedAt(
  term: NamedTerm,
  destination: Endpoint | Subject,
  assumptions: Assumptions,
  hosts: readonly ContainerPort[],
): PortMatch {
  // What a host forwards to a pod goes to the ports of that.
  if (destination.kind === 'host' && destination.at?.kind === 'pods' && !destination.at.hostNetwork)
    return namedAt(term, destination.at, assumptions, hosts);
  if (
    destination.kind === 'external' ||
    (destination.kind === 'pods' && isNode(destination, assumptions))
  )
    return namedAmong(term, hosts);
  return namedAmong(term, destination.ports);
}

function namedAmong(term: NamedTerm, ports: readonly ContainerPort[]): PortMatch {
  const named = ports.filter(
    ({ name, protocol }) => name === term.name && protocol === (term.protocol ?? protocol),
  );
  const found = named.map(({ protocol, number }) => ofPorts(protocol, [[number, number]]));
  return {
    conns: found.reduce(union, NONE),
    why: isContested(named)
      ? [
          `containers of the destination give the name \`${term.name}\` to different ports, and plugins differ in which of them count`,
        ]
      : [],
  };
}

/**
 * Whether ports of one name and protocol have different numbers. The API server takes that of two containers, and the
 * API does not say which of them a policy means.
 */
const isContested = (ports: readonly ContainerPort[]): boolean =>
  new Set(ports.map(({ protocol }) => protocol)).size <
  new Set(ports.map(({ protocol, number }) => `${protocol} ${number}`)).size;

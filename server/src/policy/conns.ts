import * as sets from '../base/intervals.ts';

/**
 * A set of connections to one destination: per protocol the destination ports, and `rest` for every protocol that
 * is not named. A protocol without ports is all (0-65535) or nothing. Protocols equal to `rest` are left out, so one
 * set has one form.
 */
export interface Conns {
  readonly named: ReadonlyMap<string, sets.Intervals>;
  readonly rest: sets.Intervals;
}

const WHOLE: sets.Intervals = [[0, 65535]];

/** No connection. */
export const NONE: Conns = { named: new Map(), rest: sets.EMPTY };

/** Every connection of every protocol. */
export const ALL: Conns = { named: new Map(), rest: WHOLE };

/** The connections of one protocol to the given ports. */
export const ofPorts = (protocol: string, ports: sets.Intervals): Conns =>
  ports.length === 0 ? NONE : { named: new Map([[protocol, ports]]), rest: sets.EMPTY };

function combine(
  a: Conns,
  b: Conns,
  operation: (a: sets.Intervals, b: sets.Intervals) => sets.Intervals,
): Conns {
  const rest = operation(a.rest, b.rest);
  const named = new Map<string, sets.Intervals>();
  for (const protocol of new Set([...a.named.keys(), ...b.named.keys()])) {
    const ports = operation(a.named.get(protocol) ?? a.rest, b.named.get(protocol) ?? b.rest);
    if (!sets.equal(ports, rest)) named.set(protocol, ports);
  }
  return { named, rest };
}

/** The connections in either set. */
export const union = (a: Conns, b: Conns): Conns => combine(a, b, sets.union);

/** The connections in both sets. */
export const intersect = (a: Conns, b: Conns): Conns => combine(a, b, sets.intersect);

/** The connections of `a` that are not in `b`. */
export const subtract = (a: Conns, b: Conns): Conns => combine(a, b, sets.subtract);

/** Whether the set holds no connection. */
export const isEmpty = (conns: Conns): boolean => conns.rest.length === 0 && conns.named.size === 0;

/** Whether both hold the same connections. */
export const equal = (a: Conns, b: Conns): boolean =>
  sets.equal(a.rest, b.rest) &&
  a.named.size === b.named.size &&
  [...a.named].every(([protocol, ports]) => sets.equal(ports, b.named.get(protocol) ?? a.rest));

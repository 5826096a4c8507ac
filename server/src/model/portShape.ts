import type { AdminPort, ClusterProtocol, ProtocolPorts } from './adminPolicy.ts';
import type { Mapping } from './untyped.ts';

/*
 * The kinds of `policy.networking.k8s.io` write the same ports in two shapes: v1alpha1 as entries of `ports`, v1alpha2
 * as entries of `protocols`.
 */

const PROTOCOLS: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP']);

/**
 * An entry of v1alpha1's `ports`, or a numbered one of a NetworkPolicy's, as an entry of `protocols` that means the same.
 * Null where there is none, or where the entry is not a whole one.
 */
export function asProtocol(entry: unknown): ClusterProtocol | null {
  if (!isObject(entry)) return null;
  const { portNumber, portRange, namedPort } = entry;
  if (has(entry, ['namedPort']))
    return typeof namedPort === 'string' ? { destinationNamedPort: namedPort } : null;
  if (has(entry, ['portNumber']))
    return has(portNumber, ['port'], ['protocol'])
      ? numbered(portNumber['protocol'], portNumber['port'], portNumber['port'])
      : null;
  if (has(entry, ['portRange']))
    return has(portRange, ['start', 'end'], ['protocol'])
      ? numbered(portRange['protocol'], portRange['start'], portRange['end'])
      : null;
  return has(entry, ['port'], ['protocol', 'endPort'])
    ? numbered(entry['protocol'], entry['port'], entry['endPort'] ?? entry['port'])
    : null;
}

/** A range of one port is a number in v1alpha2; without a protocol, v1alpha1 and NetworkPolicy mean TCP. */
function numbered(protocol: unknown, start: unknown, end: unknown): ClusterProtocol | null {
  const name = protocol ?? 'TCP';
  if (typeof name !== 'string' || !PROTOCOLS.has(name)) return null;
  if (!isWholeNumber(start) || !isWholeNumber(end) || start > end) return null;
  const destinationPort = start === end ? { number: start } : { range: { start, end } };
  return { [name.toLowerCase()]: { destinationPort } };
}

/**
 * A numbered entry of `protocols` as an entry of v1alpha1's `ports` that means the same. Null where there is none: names
 * exist there in the experimental channel only.
 */
export function asPort(entry: unknown): AdminPort | null {
  if (!isObject(entry)) return null;
  const [name = '', ...others] = Object.keys(entry);
  const protocol = name.toUpperCase();
  const ports = entry[name];
  if (others.length > 0 || name === protocol || !PROTOCOLS.has(protocol)) return null;
  if (!has(ports, ['destinationPort'])) return null;
  const { destinationPort } = ports as { readonly destinationPort: unknown };
  const { number, range } = (destinationPort ?? {}) as NonNullable<
    ProtocolPorts['destinationPort']
  >;
  if (has(destinationPort, ['number']))
    return isWholeNumber(number) ? { portNumber: { protocol, port: number } } : null;
  if (!has(destinationPort, ['range']) || !has(range, ['start', 'end'])) return null;
  const { start, end } = range;
  return isWholeNumber(start) && isWholeNumber(end)
    ? { portRange: { protocol, start, end } }
    : null;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a mapping with these keys, those that may be there besides, and no other. */
const has = <Key extends string>(
  value: unknown,
  needed: readonly Key[],
  allowed: readonly string[] = [],
): value is Fields & Readonly<Record<Key, unknown>> =>
  isObject(value) &&
  needed.every((key) => Object.hasOwn(value, key)) &&
  Object.keys(value).every((key) => [...needed, ...allowed].includes(key));

const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value);

/** An entry of `ports` of a NetworkPolicy as Cilium writes it, with the protocol that it means; null where there is none. */
export function asCiliumPort(entry: Mapping): Mapping | null {
  const { port, endPort, protocol = 'TCP', ...others } = entry;
  if (Object.keys(others).length > 0 || typeof protocol !== 'string') return null;
  if (!/^(?:TCP|UDP|SCTP)$/.test(protocol)) return null;
  if (port === undefined) return endPort === undefined ? { port: '0', protocol } : null;
  const number = typeof port === 'number';
  if (!number && typeof port !== 'string') return null;
  const reads = number ? port >= 1 && port <= 65535 : /[a-z]/.test(port);
  const ranged =
    endPort === undefined || (number && typeof endPort === 'number' && endPort >= port);
  return reads && ranged
    ? { port: String(port), ...(endPort !== undefined && { endPort }), protocol }
    : null;
}

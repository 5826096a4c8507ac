import type { Assumptions } from './assumptions.ts';
import { connect, type Connection, type TiersFor } from './connect.ts';
import type { Endpoint, PodEndpoint } from './endpoint.ts';
import { onNodeOf } from './exemptions.ts';
import { rememberingResolver } from './resolve.ts';

/**
 * `connect` for a walk over many pairs: decides once for all pairs of ends of the same two classes (`classesOf`, of
 * every pod and policy that the walk meets), and then gives the same object.
 */
export function connector(
  classes: ReadonlyMap<PodEndpoint, number>,
  tiersFor: TiersFor,
  assumptions: Assumptions,
): (source: Endpoint, destination: Endpoint) => Connection {
  const resolver = rememberingResolver(assumptions);
  const numbers = new Map<Endpoint, number>(classes);
  const numberOf = (end: Endpoint): number => {
    const number = numbers.get(end) ?? numbers.size + classes.size;
    numbers.set(end, number);
    return number;
  };
  const memory = new Map<string, Connection>();
  return (source, destination) => {
    const near = destination.kind === 'pods' ? onNodeOf(destination, source, assumptions) : 'no';
    const key = `${numberOf(source)} ${numberOf(destination)} ${near}`;
    let connection = memory.get(key);
    if (connection === undefined) {
      connection = connect(source, destination, tiersFor, assumptions, resolver);
      memory.set(key, connection);
    }
    return connection;
  };
}

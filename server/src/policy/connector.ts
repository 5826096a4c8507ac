import type { Assumptions } from './assumptions.ts';
import type { ClassOf } from './classes.ts';
import { connect, joined, outside, type Connection, type TiersFor } from './connect.ts';
import type { Endpoint } from './endpoint.ts';
import { deciderFor } from './decider.ts';
import { onNodeOf } from './exemptions.ts';
import type { Answer, Direction } from './ir.ts';
import { rememberingResolver } from './resolver.ts';

/**
 * `connect` for a walk over many pairs. Ends of one class (`classesOf`, of every pod and policy that the walk meets) are
 * looked at once, and of the classes those that the rules of a pod do not tell apart are decided once; pairs that fare
 * alike get the same object.
 */
export function connector(
  classOf: ClassOf,
  tiersFor: TiersFor,
  assumptions: Assumptions,
): (source: Endpoint, destination: Endpoint) => Connection {
  const resolver = rememberingResolver(assumptions);
  const numbers = new Map<Endpoint, number>();
  const firsts = new Map<number, number>();
  const numberOf = (end: Endpoint): number => {
    let number = numbers.get(end);
    if (number === undefined) {
      const known = end.kind === 'pods' ? classOf(end) : undefined;
      number = (known === undefined ? undefined : firsts.get(known)) ?? members.push(end) - 1;
      if (known !== undefined) firsts.set(known, number);
      numbers.set(end, number);
    }
    return number;
  };
  const members: Endpoint[] = [];
  const deciders: Record<Direction, ((peer: Endpoint) => Answer)[]> = { ingress: [], egress: [] };
  const answerOf = (
    number: number,
    subject: Endpoint,
    peer: Endpoint,
    direction: Direction,
  ): Answer => {
    if (subject.kind === 'external') return outside(subject, peer, tiersFor, assumptions);
    const decider = (deciders[direction][number] ??= deciderFor(
      tiersFor(subject.namespace.key),
      subject,
      direction,
      assumptions,
      resolver,
    ));
    return decider(peer);
  };
  const rows: Connection[][] = [];
  return (source, destination) => {
    const [from, to] = [numberOf(source), numberOf(destination)];
    const near =
      destination.kind === 'pods' &&
      onNodeOf(destination, source, tiersFor(destination.namespace.key), assumptions) !== 'no';
    // A pod and itself, or its node, are no pair like others of their classes.
    if (near || from === to) return connect(source, destination, tiersFor, assumptions, resolver);
    const row = (rows[from] ??= []);
    return (row[to] ??= joined(
      answerOf(from, source, destination, 'egress'),
      answerOf(to, destination, source, 'ingress'),
    ));
  };
}

import assert from 'node:assert/strict';
import { resourcesOf } from '../../server/src/model/read.ts';
import type { Resource } from '../../server/src/model/resource.ts';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { parseAddress } from '../../server/src/policy/cidr.ts';
import { classesOf } from '../../server/src/policy/classes.ts';
import { connect, type TiersFor } from '../../server/src/policy/connect.ts';
import { connector } from '../../server/src/policy/connector.ts';
import { ALL, NONE, equal, intersect, isEmpty, union } from '../../server/src/policy/conns.ts';
import type { Endpoint, ExternalEndpoint, PodEndpoint } from '../../server/src/policy/endpoint.ts';
import type { Answer, IrPolicy } from '../../server/src/policy/ir.ts';
import type { Question } from '../../server/src/policy/question.ts';

/*
 * What is asked of policies of every dialect, and what holds of every answer.
 */

/** An address as an end outside of the cluster. */
export const outside = (address: string): ExternalEndpoint => ({
  kind: 'external',
  ...parseAddress(address)!,
});

/** A pod by its name, or what is outside by its address. */
export const endNamed = (name: string, pods: readonly PodEndpoint[]): Endpoint =>
  parseAddress(name) === null ? pods.find((pod) => pod.name === name)! : outside(name);

/** A policy object as a file of it is read; null where its shape is not that of a policy. */
export function readable(object: object): Resource | null {
  const [resource] = resourcesOf({ text: JSON.stringify(object) });
  return resource !== undefined && (resource.sound || resource.opaque !== null) ? resource : null;
}

/** The policies that are for the pods of a namespace: its own, and those of the cluster. */
export const policiesFor = (all: readonly IrPolicy[], key: string): readonly IrPolicy[] =>
  all.filter(({ namespace }) => namespace === null || namespace === key);

/** Every question about pods and ends, in both directions. */
export const questionsAbout = (
  pods: readonly PodEndpoint[],
  ends: readonly Endpoint[],
): readonly Question[] =>
  pods.flatMap((subject) =>
    ends.flatMap((peer) =>
      (['ingress', 'egress'] as const).map((direction) => ({ subject, peer, direction })),
    ),
  );

/** Decisions and doubts are disjoint and cover every connection. */
export function assertCovers({ decisions, doubts }: Answer): void {
  let seen = NONE;
  for (const { conns } of [...decisions, ...doubts]) {
    assert.ok(isEmpty(intersect(seen, conns)));
    seen = union(seen, conns);
  }
  assert.ok(equal(seen, ALL));
}

/** A walk over all pairs of ends says of each what is said of it alone. */
export function assertWalkAgrees(
  policies: readonly IrPolicy[],
  ends: readonly Endpoint[],
  tiersFor: TiersFor,
): void {
  const many = connector(classesOf(policies, usualAssumptions), tiersFor, usualAssumptions);
  for (const source of ends)
    for (const destination of ends) {
      const one = connect(source, destination, tiersFor, usualAssumptions);
      const found = many(source, destination);
      assert.ok(equal(found.allowed, one.allowed) && equal(found.denied, one.denied));
    }
}

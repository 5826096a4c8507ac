import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { intervals } from '../base/intervals.ts';
import {
  ALL,
  NONE,
  equal,
  intersect,
  isEmpty,
  ofPorts,
  subtract,
  union,
  type Conns,
} from './conns.ts';

/** Connections of four protocols, two of which no drawn set names, to the ports 0 to 5 and the last. */
const SAMPLES = ['TCP', 'UDP', 'ICMP', 'SCTP'].flatMap((protocol) =>
  [0, 1, 2, 3, 4, 5, 65535].map((port) => ({ protocol, port })),
);

const whole = (protocol: string): Conns => ofPorts(protocol, [[0, 65535]]);

const drawn: fc.Arbitrary<Conns> = fc
  .array(
    fc.oneof(
      fc.constant(ALL),
      fc.constantFrom('TCP', 'UDP').map(whole),
      fc
        .tuple(fc.constantFrom('TCP', 'UDP'), fc.nat(5), fc.nat(5))
        .map(([protocol, a, b]) => ofPorts(protocol, intervals([[a, b]]))),
    ),
    { maxLength: 4 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(union, subtract), { minLength: parts.length, maxLength: parts.length })
      .map((operations) => parts.reduce((sum, part, i) => operations[i]!(sum, part), NONE)),
  );

const has = (conns: Conns, { protocol, port }: (typeof SAMPLES)[number]): boolean =>
  !isEmpty(intersect(conns, ofPorts(protocol, [[port, port]])));

test('union, intersection and difference hold exactly the connections they should', () => {
  fc.assert(
    fc.property(drawn, drawn, (a, b) => {
      for (const sample of SAMPLES) {
        const [inA, inB] = [has(a, sample), has(b, sample)];
        assert.equal(has(union(a, b), sample), inA || inB);
        assert.equal(has(intersect(a, b), sample), inA && inB);
        assert.equal(has(subtract(a, b), sample), inA && !inB);
      }
    }),
  );
});

test('one set has one form', () => {
  fc.assert(
    fc.property(drawn, drawn, (a, b) => {
      assert.ok(equal(union(subtract(a, b), intersect(a, b)), a));
      assert.deepEqual(union(subtract(a, b), intersect(a, b)).rest, a.rest);
    }),
  );
});

test('all minus all is nothing, and a protocol without ports is nothing', () => {
  assert.ok(isEmpty(subtract(ALL, ALL)));
  assert.ok(isEmpty(ofPorts('TCP', [])));
  assert.ok(!isEmpty(subtract(ALL, whole('TCP'))));
});

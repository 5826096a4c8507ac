import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { candidatesOf } from './candidates.ts';
import type { IrPolicy } from './ir.ts';
import type { Completeness } from '../model/laterLabels.ts';
import { matches, type Selector } from './selector/selector.ts';

const KEYS = ['a', 'b'];
const VALUES = ['x', 'y', ''];

const asked = fc.record({
  op: fc.constant('in' as const),
  key: fc.constantFrom(...KEYS),
  values: fc.array(fc.constantFrom(...VALUES), { maxLength: 3 }),
});
const selector: fc.Arbitrary<Selector> = fc.oneof(
  asked,
  fc.record({ op: fc.constant('not' as const), of: asked }),
  fc.record({
    op: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(asked, { maxLength: 2 }),
  }),
);
const labels = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES));

const completeness = fc.constantFrom<Completeness>(true, false, { but: ['a'] });

const selecting = (pods: Selector): IrPolicy => ({ subject: { pods } }) as IrPolicy;

test('every policy that may select a pod is a candidate once, in the order of the policies', () => {
  fc.assert(
    fc.property(fc.array(selector), labels, completeness, (drawn, own, complete) => {
      const policies = drawn.map(selecting);
      const candidates = candidatesOf(policies)({ labels: own, complete });
      assert.deepEqual(
        candidates,
        policies.filter((policy) => candidates.includes(policy)),
      );
      for (const policy of policies)
        if (matches(policy.subject.pods, own, complete) !== 'no')
          assert.ok(candidates.includes(policy));
    }),
    { numRuns: 1000 },
  );
});

test('of policies that ask for another value of a label none is a candidate', () => {
  const policies = ['x', 'y', 'z'].map((value) =>
    selecting({ op: 'all', of: [{ op: 'in', key: 'app', values: [value] }] }),
  );
  assert.deepEqual(candidatesOf(policies)({ labels: { app: 'y', tier: 'x' } }), [policies[1]]);
});

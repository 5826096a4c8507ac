import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { AdminPolicy } from '../../server/src/model/adminPolicy.ts';
import type { Resource } from '../../server/src/model/resource.ts';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { ALL } from '../../server/src/policy/conns.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import { explain } from '../../server/src/policy/explain.ts';
import { lowerAdminPolicy } from '../../server/src/policy/lower/admin.ts';
import { TIERS, tiersOf } from '../../server/src/policy/tiers.ts';
import { mutated } from '../support/mutated.ts';
import { assertCovers, outside, policiesFor, questionsAbout, readable } from './answers.ts';
import { labels, NAMESPACES, OUTSIDE, policies } from './arbitrary.ts';
import { adminPolicies } from './arbitraryAdmin.ts';
import { lowered, namespace, pod } from './build.ts';

const assumed = fc
  .record({
    networkPolicyDecides: fc.constantFrom('direction' as const, 'pod' as const),
    hostNetworkPods: fc.constantFrom('node' as const, 'ordinary' as const),
  })
  .map((drawn) => ({ ...usualAssumptions, ...drawn }));

const drawnPods = fc.array(
  fc.record({
    home: fc.constantFrom(...NAMESPACES),
    labels,
    hostNetwork: fc.boolean(),
    address: fc.constantFrom('10.0.0.1', '10.0.1.1', 'fd00::1'),
  }),
  { minLength: 1, maxLength: 3 },
);

const world = fc
  .record({ own: policies, admin: adminPolicies, drawnPods, assumptions: assumed })
  .map(({ own, admin, drawnPods: drawn, assumptions }) => {
    const all = [...own, ...admin].map((object) => lowered(object));
    const pods = drawn.map(({ home, address, ...more }, index) =>
      pod(namespace(home, { labels: { app: 'a' } }), `pod-${index}`, {
        ...more,
        addresses: [address],
        ports: [{ name: 'http', number: 80, protocol: 'TCP' }],
      }),
    );
    const tiersFor = (key: string) => tiersOf(policiesFor(all, key), assumptions);
    return { pods, ends: [...pods, ...OUTSIDE.map(outside)], tiersFor, assumptions };
  });

test('with the tiers of administrators, decisions and doubts are disjoint and cover every connection', () => {
  let [decisions, doubts] = [0, 0];
  fc.assert(
    fc.property(world, ({ pods, ends, tiersFor, assumptions }) => {
      for (const question of questionsAbout(pods, ends)) {
        const answer = decide(tiersFor(question.subject.namespace.key), question, assumptions);
        assertCovers(answer);
        for (const { because } of answer.decisions) assert.ok(because.length > 0);
        for (const { why } of answer.doubts) assert.ok(why.length > 0);
        decisions += answer.decisions.length;
        doubts += answer.doubts.length;
      }
    }),
  );
  assert.ok(decisions > doubts && doubts > 0, `${decisions} decisions, ${doubts} doubts`);
});

test('an explanation tells the tiers in order, each one that was asked', () => {
  let silent = 0;
  fc.assert(
    fc.property(world, ({ pods, ends, tiersFor, assumptions }) => {
      const order = [...TIERS, 'default'];
      for (const source of pods)
        for (const destination of ends) {
          const { egress, ingress } = explain(source, destination, ALL, tiersFor, assumptions);
          for (const steps of [egress, ingress]) {
            assert.ok(steps.length > 0);
            const levels = steps.map(({ tier }) => order.indexOf(tier));
            assert.deepEqual(
              levels,
              [...levels].sort((a, b) => a - b),
            );
            silent += steps.filter(({ verdict }) => verdict === 'none').length;
          }
        }
    }),
  );
  assert.ok(silent > 0);
});

/** Junk of every type, and words that mean something elsewhere. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, '', [], {}, 0, -1, true, 'Deny', '{{ .Values.x }}', [null], [{}]),
  fc.constantFrom<unknown>({ namespaces: null }, { pods: {} }, { networks: ['no address'] }),
  fc.constantFrom<unknown>({ tcp: {} }, { tcp: { destinationPort: null } }, { portNumber: {} }),
);

test('lowering never throws, whatever stands in a policy that can be read', () => {
  const steps = fc.array(fc.nat(7), { minLength: 1, maxLength: 8 });
  let read = 0;
  fc.assert(
    fc.property(
      adminPolicies,
      fc.array(fc.tuple(steps, junk), { maxLength: 3 }),
      (all, changes) => {
        for (const object of all) {
          const spec = mutated((object as { readonly spec: unknown }).spec, changes);
          const resource = readable({ ...object, spec });
          if (resource === null) continue;
          read++;
          const policy = lowerAdminPolicy(resource as Resource<AdminPolicy>, 'file:///policy.yaml');
          for (const rule of policy.rules)
            assert.ok(['allow', 'deny', 'pass'].includes(rule.verdict));
          tiersOf([policy], usualAssumptions);
        }
      },
    ),
    { numRuns: 300 },
  );
  assert.ok(read > 50, `${read} policies could be read`);
});

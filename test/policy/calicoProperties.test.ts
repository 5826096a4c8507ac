import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { calicoTiersOf } from '../../server/src/policy/calicoTiers.ts';
import { decided } from '../../server/src/policy/connect.ts';
import { isEmpty, subtract } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import type { IrPolicy } from '../../server/src/policy/ir.ts';
import { lower } from '../../server/src/policy/lower/lower.ts';
import { mutated } from '../support/mutated.ts';
import {
  assertCovers,
  assertWalkAgrees,
  outside,
  policiesFor,
  questionsAbout,
  readable,
} from './answers.ts';
import { calicoSpec as spec } from './arbitraryCalico.ts';
import { namespace, pod } from './build.ts';

/*
 * What holds of all policies of Calico, of drawn ones.
 */

const objectOf = (name: string, drawn: object, home?: string): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: home === undefined ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
  metadata: { name, namespace: home },
  spec: drawn,
});

/** What an object means; null where its shape is not that of a policy. */
function read(object: object, home?: string): IrPolicy | null {
  const resource = readable(object);
  return resource && lower(resource, { namespace: home ?? null, uri: 'file:///policy.yaml' });
}

const shop = namespace('shop', { labels: { team: 'a' } });
const bank = namespace('bank');
const pods = [
  pod(shop, 'web', { addresses: ['10.0.0.1'], serviceAccount: 'x' }),
  pod(shop, 'db', { ports: [{ name: 'http', number: 80, protocol: 'TCP' }] }),
  pod(bank, 'till', { addresses: ['2001:db8::1'] }),
];
const ends: readonly Endpoint[] = [
  ...pods,
  ...['192.0.2.1', '10.0.0.9', '2001:db8::9'].map(outside),
];
const EARLY = [{ name: 'early', order: 1, rest: 'next' as const }];

const drawnPolicies = fc
  .array(fc.tuple(spec, fc.constantFrom(undefined, 'shop')), { maxLength: 4 })
  .map((all) =>
    all.flatMap(([drawn, home], index) => read(objectOf(`p${index}`, drawn, home), home) ?? []),
  );

const tiersFor = (all: readonly IrPolicy[], key: string): ReturnType<typeof calicoTiersOf> =>
  calicoTiersOf(policiesFor(all, key), EARLY);

const questions = questionsAbout(pods, ends);

test("with Calico's tiers, decisions and doubts are disjoint and cover every connection", () => {
  let [decisions, doubts] = [0, 0];
  fc.assert(
    fc.property(drawnPolicies, (all) => {
      for (const question of questions) {
        const answer = decide(
          tiersFor(all, question.subject.namespace.key),
          question,
          usualAssumptions,
        );
        assertCovers(answer);
        decisions += answer.decisions.length;
        doubts += answer.doubts.length;
      }
    }),
  );
  assert.ok(decisions > doubts && doubts > 0, `${decisions} decisions, ${doubts} doubts`);
});

test('a walk over many pairs says of each what is said of it alone', () => {
  fc.assert(
    fc.property(drawnPolicies, (all) => assertWalkAgrees(all, ends, (key) => tiersFor(all, key))),
  );
});

const inDefault = (each: object, name: string, order: number): IrPolicy =>
  read(objectOf(name, { ...each, tier: 'default', order }))!;

test('a policy of higher order changes nothing that a rule of a lower one decided', () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.array(spec, { minLength: 1, maxLength: 3 }), spec, (earlier, drawn) => {
      const last = inDefault(drawn, 'z', 100);
      const before = earlier.map((each, index) => inDefault(each, `p${index}`, index));
      for (const question of questions) {
        const { key } = question.subject.namespace;
        const old = decide(tiersFor(before, key), question, usualAssumptions);
        const now = decide(tiersFor([...before, last], key), question, usualAssumptions);
        for (const { conns, verdict, because } of old.decisions) {
          if (because.some((one) => one.rule === null || one.rule.verdict === 'pass')) continue;
          assert.ok(isEmpty(subtract(conns, decided(now, verdict))));
          kept++;
        }
      }
    }),
  );
  assert.ok(kept > 100, `${kept} decisions of rules`);
});

/** Junk of every type, and words that mean something elsewhere. */
const junk = fc.constantFrom<unknown>(
  null,
  '',
  [],
  {},
  0,
  -1,
  true,
  'Deny',
  '{{ .Values.x }}',
  [null],
  [{}],
  'a ==',
  'global()',
  ['80:'],
);

test("lowering never throws, whatever stands in a policy of Calico's that can be read", () => {
  let readable = 0;
  const steps = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(spec, fc.array(fc.tuple(steps, junk), { maxLength: 3 }), (drawn, changes) => {
      const policy = read(objectOf('p', mutated(drawn, changes) as object));
      if (policy === null) return;
      readable++;
      for (const question of questions.slice(0, 4))
        decide(tiersFor([policy], 'shop'), question, usualAssumptions);
    }),
    { numRuns: 400 },
  );
  assert.ok(readable > 50, `${readable} policies could be read`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { decided } from '../../server/src/policy/connect.ts';
import { ALL, equal, isEmpty, subtract, type Conns } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import type { Question } from '../../server/src/policy/question.ts';
import type { Answer, IrPolicy, Tier } from '../../server/src/policy/ir.ts';
import { lowerAll } from '../../server/src/policy/lower/lower.ts';
import { tiersOf } from '../../server/src/policy/tiers.ts';
import { mutated } from '../support/mutated.ts';
import {
  assertCovers,
  assertWalkAgrees,
  outside,
  policiesFor,
  questionsAbout,
  readable,
} from './answers.ts';
import { namespace, pod } from './build.ts';

/*
 * What holds of all policies of Cilium, and of whatever stands in one.
 */

const key = fc.constantFrom(
  'app',
  'k8s:app',
  'any:io.kubernetes.pod.namespace',
  'k8s:io.kubernetes.pod.namespace',
  'io.cilium.k8s.namespace.labels.team',
  'io.cilium.k8s.policy.serviceaccount',
  'io.cilium.k8s.policy.cluster',
  'reserved:host',
);
const value = fc.constantFrom('web', 'db', 'shop', 'bank', 'a', 'x', '');
const selector = fc.record(
  {
    matchLabels: fc.dictionary(key, value, { maxKeys: 2 }),
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
        fc.record({
          key,
          operator: fc.constantFrom('In', 'NotIn'),
          values: fc.array(value, { minLength: 1, maxLength: 2 }),
        }),
      ),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: [] },
);

const ports = fc.array(
  fc.record(
    {
      ports: fc.array(
        fc.record(
          {
            port: fc.constantFrom('80', '0', 'http', '443'),
            protocol: fc.constantFrom('TCP', 'UDP', 'ANY'),
            endPort: fc.constantFrom(90, 500),
          },
          { requiredKeys: ['port'] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ['ports'] },
  ),
  { minLength: 1, maxLength: 2 },
);

const http = fc.constantFrom([{ method: 'GET' }], [{ path: '/x' }, { path: '/y', host: 'h' }]);
const withHttp = fc.record({
  ports: fc.constant([{ port: '80', protocol: 'TCP' }]),
  rules: fc.record({ http }),
});

const peers = (way: 'from' | 'to') =>
  fc.oneof(
    fc.record({ [`${way}Endpoints`]: fc.array(selector, { maxLength: 2 }) }),
    fc.record({
      [`${way}Entities`]: fc.array(
        fc.constantFrom('all', 'world', 'cluster', 'host', 'remote-node', 'none', 'kube-apiserver'),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    fc.record({ [`${way}CIDR`]: fc.array(fc.constantFrom('0.0.0.0/0', '192.0.2.0/24', '::/0')) }),
    fc.record({
      [`${way}CIDRSet`]: fc.constantFrom(
        [{ cidr: '192.0.0.0/16', except: ['192.0.2.0/28'] }],
        [{ cidrGroupRef: 'somewhere' }],
      ),
    }),
    fc.constant({}),
  );

const itemOf = (way: 'from' | 'to', isDeny: boolean) =>
  fc
    .tuple(
      peers(way),
      fc.oneof(
        fc.constant({}),
        fc.record({ toPorts: ports }),
        fc.record({ icmps: fc.constant([{ fields: [{ type: 8 }] }]) }),
        ...(isDeny
          ? []
          : [fc.record({ toPorts: fc.array(withHttp, { minLength: 1, maxLength: 1 }) })]),
      ),
    )
    .map(([who, where]) => ({ ...who, ...where }));

const section = (way: 'from' | 'to', isDeny: boolean) =>
  fc.array(itemOf(way, isDeny), { minLength: 1, maxLength: 2 });

const ruleBody = fc.record(
  {
    endpointSelector: selector,
    ingress: section('from', false),
    egress: section('to', false),
    ingressDeny: section('from', true),
    egressDeny: section('to', true),
    enableDefaultDeny: fc.record(
      { ingress: fc.boolean(), egress: fc.boolean() },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['endpointSelector'] },
);

type Rule = Record<string, unknown>;

const objectOf = (name: string, body: object, home: string | undefined): object => ({
  apiVersion: 'cilium.io/v2',
  kind: home === undefined ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
  metadata: { name, namespace: home },
  ...body,
});

/** What an object means; null where its shape is not that of a policy. */
function read(object: object, home: string | undefined): readonly IrPolicy[] | null {
  const resource = readable(object);
  return resource && lowerAll(resource, { namespace: home ?? null, uri: 'file:///policy.yaml' });
}

const shop = namespace('shop', { labels: { team: 'a' } });
const bank = namespace('bank', { complete: false });
const pods = [
  pod(shop, 'web', { serviceAccount: 'x', addresses: ['192.0.2.9'] }),
  pod(shop, 'db', { ports: [{ name: 'http', number: 80, protocol: 'TCP' }] }),
  pod(bank, 'till'),
  pod(bank, 'daemon', { hostNetwork: true }),
];
const ends: readonly Endpoint[] = [
  ...pods,
  ...['192.0.2.1', '192.0.2.200', '2001:db8::9'].map(outside),
];

const homes = fc.constantFrom(undefined, 'shop', 'bank');

const drawn = fc
  .array(fc.tuple(ruleBody, homes), { maxLength: 4 })
  .map((all) =>
    all.flatMap(([spec, home], index) => read(objectOf(`p${index}`, { spec }, home), home) ?? []),
  );

const tiersFor = (all: readonly IrPolicy[], namespaceKey: string): readonly Tier[] =>
  tiersOf(policiesFor(all, namespaceKey), usualAssumptions);

const questions = questionsAbout(pods, ends);

const answer = (all: readonly IrPolicy[], question: Question): Answer =>
  decide(tiersFor(all, question.subject.namespace.key), question, usualAssumptions);

/** What is not certainly denied. */
const possible = (given: Answer): Conns => subtract(ALL, decided(given, 'deny'));

test("with Cilium's policies, decisions and doubts are disjoint and cover every connection", () => {
  let [decisions, doubts] = [0, 0];
  fc.assert(
    fc.property(drawn, (all) => {
      for (const question of questions) {
        const found = answer(all, question);
        assertCovers(found);
        decisions += found.decisions.length;
        doubts += found.doubts.length;
      }
    }),
  );
  assert.ok(decisions > doubts && doubts > 0, `${decisions} decisions, ${doubts} doubts`);
});

test('a walk over many pairs says of each what is said of it alone, under Cilium', () => {
  fc.assert(
    fc.property(drawn, (all) => assertWalkAgrees(all, ends, (home) => tiersFor(all, home))),
  );
});

test('one more allowed item takes no connection away, where the direction was isolated already', () => {
  let gained = 0;
  fc.assert(
    fc.property(drawn, ruleBody, homes, itemOf('from', false), (others, body, home, item) => {
      const before: Rule = {
        ...body,
        ingress: [...(body.ingress ?? []), {}],
        enableDefaultDeny: {},
      };
      const after: Rule = { ...before, ingress: [...(before['ingress'] as object[]), item] };
      const [old, now] = [before, after].map((spec) => read(objectOf('p', { spec }, home), home));
      if (old === null || now === null) return;
      for (const question of questions) {
        const [was, is] = [
          answer([...others, ...old!], question),
          answer([...others, ...now!], question),
        ];
        assert.ok(isEmpty(subtract(decided(was, 'allow'), decided(is, 'allow'))));
        assert.ok(isEmpty(subtract(possible(was), possible(is))));
        if (!equal(possible(was), possible(is))) gained++;
      }
    }),
  );
  assert.ok(gained > 50, `${gained} connections gained`);
});

test('one more denied item adds no connection', () => {
  let lost = 0;
  fc.assert(
    fc.property(drawn, ruleBody, homes, itemOf('from', true), (others, body, home, item) => {
      const after: Rule = { ...body, ingressDeny: [...(body.ingressDeny ?? []), item] };
      const [old, now] = [body, after].map((spec) => read(objectOf('p', { spec }, home), home));
      if (old === null || now === null) return;
      for (const question of questions) {
        const [was, is] = [
          answer([...others, ...old!], question),
          answer([...others, ...now!], question),
        ];
        assert.ok(isEmpty(subtract(decided(is, 'allow'), decided(was, 'allow'))));
        assert.ok(isEmpty(subtract(possible(is), possible(was))));
        if (!equal(possible(was), possible(is))) lost++;
      }
    }),
  );
  assert.ok(lost > 50, `${lost} connections lost`);
});

test('two specs in one object mean what they mean in two', () => {
  fc.assert(
    fc.property(drawn, ruleBody, ruleBody, homes, (others, a, b, home) => {
      const together = read(objectOf('p', { specs: [a, b] }, home), home);
      const [one, two] = [a, b].map((spec) => read(objectOf('q', { spec }, home), home));
      if (together === null || one === null || two === null) return;
      for (const question of questions) {
        const [joint, apart] = [
          answer([...others, ...together], question),
          answer([...others, ...one!, ...two!], question),
        ];
        for (const verdict of ['allow', 'deny'] as const)
          assert.ok(equal(decided(joint, verdict), decided(apart, verdict)));
      }
    }),
  );
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
  'all',
  '{{ .Values.x }}',
  [null],
  [{}],
  'a:b:c',
  '300',
  ['world'],
);

test("lowering never throws, whatever stands in a policy of Cilium's that can be read", () => {
  let readable = 0;
  const steps = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      ruleBody,
      homes,
      fc.array(fc.tuple(steps, junk), { maxLength: 3 }),
      (body, home, changes) => {
        const changed = mutated({ spec: body, specs: [body] }, changes);
        const policies = read(objectOf('p', changed as object, home), home);
        if (policies === null) return;
        readable++;
        for (const question of questions.slice(0, 4)) answer(policies, question);
      },
    ),
    { numRuns: 400 },
  );
  assert.ok(readable > 50, `${readable} policies could be read`);
});

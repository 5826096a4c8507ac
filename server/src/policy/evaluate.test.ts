import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { intervals } from '../base/intervals.ts';
import { usualAssumptions } from './assumptions.ts';
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
import { decided } from './connect.ts';
import type { PodEndpoint } from './endpoint.ts';
import { decide } from './evaluate.ts';
import type { Answer, IrPolicy, IrRule, Tier, Verdict } from './ir.ts';
import { NO, YES, type Match } from './match.ts';
import type { Resolver } from './resolver.ts';
import type { Truth } from './selector/selector.ts';

/*
 * The evaluator against a reference that judges one connection in one world at a time. Policies here are abstract:
 * what they match is drawn, not computed, so that the order of tiers, ranks and ties is tested apart from selectors.
 */

interface DrawnRule {
  readonly verdict: Verdict;
  readonly met: Truth;
  readonly unsure: boolean;
  readonly ports: readonly number[];
  /** One of the ports of which it is not known whether the rule means it. */
  readonly contested: { readonly port: number } | null;
}

interface DrawnPolicy {
  readonly selects: Truth;
  readonly unsure: boolean;
  readonly isolates: boolean;
  readonly rules: readonly DrawnRule[];
}

interface DrawnTier {
  readonly tie: Tier['tie'];
  readonly rest: Tier['rest'];
  readonly ranks: readonly (readonly DrawnPolicy[])[];
}

const PORTS = [1, 2, 3];
const place = { uri: 'file:///p.yaml', chunk: { text: '' }, span: { start: 0, end: 0 } };
const pod = (name: string): PodEndpoint => ({
  kind: 'pods',
  namespace: { key: 'shop', name: 'shop', labels: {}, complete: true, place: null },
  owner: { name, kind: 'Pod' },
  name,
  labels: {},
  ports: [],
  addresses: [],
  hostNetwork: false,
  hostAddress: null,
  dnsPolicy: null,
  place,
});
const question = { subject: pod('a'), peer: pod('b'), direction: 'ingress' } as const;

const truth = fc.constantFrom<Truth>('yes', 'no', 'unknown');
const drawnRule: fc.Arbitrary<DrawnRule> = fc.record({
  verdict: fc.constantFrom<Verdict>('allow', 'deny', 'pass'),
  met: truth,
  unsure: fc.boolean(),
  ports: fc.subarray(PORTS, { minLength: 1 }),
  contested: fc.option(fc.record({ port: fc.constantFrom(...PORTS) })),
});
const drawnPolicy: fc.Arbitrary<DrawnPolicy> = fc.record({
  selects: truth,
  unsure: fc.boolean(),
  isolates: fc.boolean(),
  rules: fc.array(drawnRule, { maxLength: 3 }),
});
const drawnTier: fc.Arbitrary<DrawnTier> = fc.record({
  tie: fc.constantFrom<Tier['tie']>('deny-wins', 'unspecified'),
  rest: fc.constantFrom<Tier['rest']>('deny', 'next'),
  ranks: fc.array(fc.array(drawnPolicy, { maxLength: 2 }), { maxLength: 3 }),
});
const drawnTiers = fc.array(drawnTier, { maxLength: 3 });

const match = (found: Truth, why: string): Match =>
  found === 'unknown' ? { truth: 'unknown', why: [why] } : found === 'yes' ? YES : NO;

/** The drawn tiers as the evaluator takes them, and a resolver that answers as drawn. */
function abstract(drawn: readonly DrawnTier[]): { tiers: Tier[]; resolver: Resolver } {
  const policies = new Map<IrPolicy, DrawnPolicy>();
  const rules = new Map<IrRule, DrawnRule>();
  const tiers = drawn.map((tier, level): Tier => ({
    name: `tier ${level}`,
    tie: tier.tie,
    rest: tier.rest,
    aside: 'next',
    ranks: tier.ranks.map((rank) =>
      rank.map((policy, index): IrPolicy => {
        const lowered: IrPolicy = {
          apiVersion: 'v1',
          kind: 'Policy',
          name: `p${index}`,
          namespace: null,
          tier: null,
          priority: null,
          subject: {
            kind: 'pods',
            namespaces: { kind: 'own', namespace: 'shop' },
            pods: { op: 'all', of: [] },
          },
          isolates: { ingress: policy.isolates, egress: false },
          unsure: policy.unsure ? 'the policy is unsure' : null,
          place,
          rules: policy.rules.map((rule, position): IrRule => {
            const made: IrRule = {
              direction: 'ingress',
              index: position,
              name: null,
              verdict: rule.verdict,
              peers: 'everyone',
              ports: 'all',
              unsure: rule.unsure ? 'the rule is unsure' : null,
              span: place.span,
            };
            rules.set(made, rule);
            return made;
          }),
        };
        policies.set(lowered, policy);
        return lowered;
      }),
    ),
  }));
  return {
    tiers,
    resolver: {
      selects: (policy) => match(policies.get(policy)!.selects, 'the subject is unknown'),
      owns: () => ({ truth: 'yes', why: [] }),
      meets: (rule) => match(rules.get(rule)!.met, 'the peer is unknown'),
      ports: (rule) => {
        const { ports, contested } = rules.get(rule)!;
        const sure = ports.filter((port) => port !== contested?.port);
        const unsure = ports.filter((port) => port === contested?.port);
        return [
          { conns: portsOf(sure), why: [] },
          { conns: portsOf(unsure), why: ['the port is contested'] },
        ];
      },
    },
  };
}

const unsureRule = (rule: DrawnRule): boolean => rule.met === 'unknown' || rule.unsure;
const unsurePolicy = (policy: DrawnPolicy): boolean =>
  policy.selects === 'unknown' || policy.unsure;
const alive = (policy: DrawnPolicy): boolean => policy.selects !== 'no';

/** Every way in which the unknown policies and rules can turn out, as the set of those that hold. */
function* worlds(drawn: readonly DrawnTier[]): Generator<ReadonlySet<object>> {
  const all = drawn.flatMap((tier) => tier.ranks.flat()).filter(alive);
  const sure: object[] = [
    ...all.filter((policy) => !unsurePolicy(policy)),
    ...all.flatMap(({ rules }) => rules.filter((rule) => rule.met === 'yes' && !rule.unsure)),
  ];
  const open: object[] = [
    ...all.filter(unsurePolicy),
    ...all.flatMap(({ rules }) => rules.filter((rule) => rule.met !== 'no' && unsureRule(rule))),
    ...all.flatMap(({ rules }) => rules.flatMap(({ contested }) => contested ?? [])),
  ];
  for (let bits = 0; bits < 1 << open.length; bits++)
    yield new Set([...sure, ...open.filter((_, index) => (bits >> index) & 1)]);
}

/** The verdicts that one connection can have in one world; more than one only through a tie. */
function outcomes(
  drawn: readonly DrawnTier[],
  holds: ReadonlySet<object>,
  port: number,
): Set<'allow' | 'deny'> {
  const [tier, ...later] = drawn;
  if (tier === undefined) return new Set(['allow']);
  const policies = tier.ranks.flat().filter((policy) => holds.has(policy));
  for (const rank of tier.ranks) {
    const first = rank
      .filter((policy) => holds.has(policy))
      .map((policy) => policy.rules.find((rule) => holds.has(rule) && means(rule, port, holds)))
      .filter((rule) => rule !== undefined);
    const verdicts = new Set(first.map(({ verdict }) => verdict));
    if (verdicts.size === 0) continue;
    if (tier.tie === 'deny-wins' && verdicts.has('deny')) return new Set(['deny']);
    return new Set(
      [...verdicts].flatMap((verdict) =>
        verdict === 'pass' ? [...outcomes(later, holds, port)] : [verdict],
      ),
    );
  }
  const isolated = tier.rest === 'deny' && policies.some(({ isolates }) => isolates);
  return isolated ? new Set(['deny']) : outcomes(later, holds, port);
}

const means = (
  { ports, contested }: DrawnRule,
  port: number,
  holds: ReadonlySet<object>,
): boolean => ports.includes(port) && (contested?.port !== port || holds.has(contested));

const portsOf = (ports: readonly number[]): Conns =>
  ofPorts('TCP', intervals(ports.map((port) => [port, port])));
const portOf = (port: number): Conns => portsOf([port]);
const doubted = (answer: Answer): Conns =>
  answer.doubts.reduce((total, { conns }) => union(total, conns), NONE);
const holdsConn = (conns: Conns, port: number): boolean => !isEmpty(intersect(conns, portOf(port)));
const verdictAt = (answer: Answer, port: number): 'allow' | 'deny' | 'doubt' =>
  holdsConn(doubted(answer), port)
    ? 'doubt'
    : holdsConn(decided(answer, 'allow'), port)
      ? 'allow'
      : 'deny';

/** The same tiers with every unknown turned out true. */
const known = (drawn: readonly DrawnTier[]): readonly DrawnTier[] =>
  drawn.map((tier) => ({
    ...tier,
    ranks: tier.ranks.map((rank) =>
      rank.map((policy) => ({
        ...policy,
        selects: yesOrNo(policy.selects),
        unsure: false,
        rules: policy.rules.map((rule) => ({
          ...rule,
          met: yesOrNo(rule.met),
          unsure: false,
          contested: null,
        })),
      })),
    ),
  }));

const yesOrNo = (found: Truth): Truth => (found === 'no' ? 'no' : 'yes');

/** How many ways the unknown can turn out, as a power of two. */
const unknowns = (drawn: readonly DrawnTier[]): number =>
  drawn
    .flatMap((tier) => tier.ranks.flat())
    .filter(alive)
    .reduce(
      (sum, policy) =>
        sum +
        (unsurePolicy(policy) ? 1 : 0) +
        policy.rules.filter((rule) => rule.met !== 'no' && unsureRule(rule)).length +
        policy.rules.filter(({ contested }) => contested !== null).length,
      0,
    );

describe('decide', () => {
  test('decisions and doubts are disjoint and cover every connection', () => {
    fc.assert(
      fc.property(drawnTiers, (drawn) => {
        const { tiers, resolver } = abstract(drawn);
        const answer = decide(tiers, question, usualAssumptions, resolver);
        const parts = [...answer.decisions, ...answer.doubts].map(({ conns }) => conns);
        const covered = parts.reduce((before, conns) => {
          assert.ok(!isEmpty(conns));
          assert.ok(isEmpty(intersect(before, conns)));
          return union(before, conns);
        }, NONE);
        assert.ok(equal(covered, ALL));
        for (const decision of answer.decisions) assert.ok(decision.because.length > 0);
        for (const doubt of answer.doubts) assert.ok(doubt.why.length > 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('what is certain holds in every way in which the unknown can turn out', () => {
    fc.assert(
      fc.property(
        drawnTiers.filter((drawn) => unknowns(drawn) <= 8),
        (drawn) => {
          const { tiers, resolver } = abstract(drawn);
          const answer = decide(tiers, question, usualAssumptions, resolver);
          for (const holds of worlds(drawn))
            for (const port of [...PORTS, 4]) {
              const said = verdictAt(answer, port);
              if (said !== 'doubt') assert.deepEqual([...outcomes(drawn, holds, port)], [said]);
            }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('where all is known, only a tie leaves a doubt', () => {
    fc.assert(
      fc.property(drawnTiers.map(known), (drawn) => {
        const { tiers, resolver } = abstract(drawn);
        const answer = decide(tiers, question, usualAssumptions, resolver);
        const [holds] = worlds(drawn);
        for (const port of [...PORTS, 4]) {
          const possible = outcomes(drawn, holds!, port);
          assert.equal(verdictAt(answer, port), possible.size > 1 ? 'doubt' : [...possible][0]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('the reasons of a decision name policies that gave its verdict, or passed the connection on', () => {
    fc.assert(
      fc.property(drawnTiers, (drawn) => {
        const { tiers, resolver } = abstract(drawn);
        for (const { verdict, because } of decide(tiers, question, usualAssumptions, resolver)
          .decisions)
          for (const one of because)
            assert.ok(
              one.verdict === 'pass' ||
                (verdict === 'deny'
                  ? ['deny', 'isolated'].includes(one.verdict)
                  : ['allow', 'default'].includes(one.verdict)),
            );
      }),
    );
  });

  test('a policy is asked once which pods it selects, however many peers they have', () => {
    const rule: DrawnRule = {
      verdict: 'allow',
      met: 'yes',
      unsure: false,
      ports: [],
      contested: null,
    };
    const { tiers, resolver } = abstract([
      {
        tie: 'deny-wins',
        rest: 'deny',
        ranks: [[{ selects: 'yes', unsure: false, isolates: true, rules: [rule] }]],
      },
    ]);
    let asked = 0;
    const counting: Resolver = {
      ...resolver,
      selects: (...of) => (asked++, resolver.selects(...of)),
    };
    for (let peer = 0; peer < 10; peer++)
      decide(tiers, { ...question, peer: { ...question.subject } }, usualAssumptions, counting);
    assert.equal(asked, 1);
  });

  test('nothing is left when every verdict is subtracted', () => {
    const answer = decide([], question, usualAssumptions);
    assert.ok(isEmpty(subtract(ALL, decided(answer, 'allow'))));
    assert.equal(answer.decisions[0]!.because[0]!.verdict, 'default');
  });
});

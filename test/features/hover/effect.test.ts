import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { effectOf } from '../../../server/src/features/hover/effect.ts';
import { externalEndpoints } from '../../../server/src/policy/cidr.ts';
import { intersect, isEmpty } from '../../../server/src/policy/conns.ts';
import type { PodEndpoint } from '../../../server/src/policy/endpoint.ts';
import { decide } from '../../../server/src/policy/evaluate.ts';
import type { Answer, IrPolicy, IrRule, Tier } from '../../../server/src/policy/ir.ts';
import { blocksInUse } from '../../../server/src/policy/borders.ts';
import { apply, EMPTY } from '../../../server/src/workspace/snapshot.ts';
import { settingsFromJson } from '../../../server/src/workspace/settings.ts';
import { worldOf, type World } from '../../../server/src/workspace/world.ts';
import { labels, NAMESPACES, policies } from '../../policy/arbitrary.ts';
import { adminPolicies } from '../../policy/arbitraryAdmin.ts';
import { calicoSpec } from '../../policy/arbitraryCalico.ts';

/*
 * What a hover says of a rule, against a walk over all pairs of ends with the rule and without it.
 */

const pods = fc.array(
  fc.record({ namespace: fc.constantFrom(...NAMESPACES), labels, address: fc.nat(3) }),
  { minLength: 1, maxLength: 4 },
);

const drawn = fc.record({ own: policies, admin: adminPolicies, pods });

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

const { settings } = settingsFromJson({ 'networkPolicyApi.channel': 'experimental' });

function worldWith({ pods: some }: Pick<Drawn, 'pods'>, drawnPolicies: readonly object[]): World {
  const objects = [
    ...NAMESPACES.map((name) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { app: name === 'x' ? 'a' : 'b' } },
    })),
    ...some.map(({ address, namespace, labels: given }, index) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `pod-${index}`, namespace, labels: given },
      spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 80 }] }] },
      status: { podIPs: [{ ip: `10.0.${address}.${index + 1}` }] },
    })),
    ...drawnPolicies,
  ];
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return worldOf(
    apply(EMPTY, {
      reason: 'test',
      upserted: [{ uri: 'file:///all.yaml', text }],
      settings,
      read: true,
    }),
  );
}

const without = (tiers: readonly Tier[], rule: IrRule): readonly Tier[] =>
  tiers.map((tier) => ({
    ...tier,
    ranks: tier.ranks.map((rank) =>
      rank.map((policy) => ({ ...policy, rules: policy.rules.filter((one) => one !== rule) })),
    ),
  }));

/** Whether some connection that the rule decides is decided otherwise by another policy, were the rule not there. */
const isOverriding = (answer: Answer, other: Answer, rule: IrRule): boolean =>
  answer.decisions.some(
    (decision) =>
      decision.because.some((one) => one.rule === rule) &&
      other.decisions.some(
        (one) =>
          one.verdict !== decision.verdict &&
          one.because.some(({ policy, verdict }) => policy !== null && verdict !== 'pass') &&
          !isEmpty(intersect(one.conns, decision.conns)),
      ),
  );

const seenNothing = { deciding: 0, overriding: 0, idle: 0 };

/** Compares what is told of the rules of some policies with a walk over all pairs; counts what was met. */
function compare(world: World, policies: readonly IrPolicy[], seen: typeof seenNothing): void {
  const { assumptions } = world.settings;
  const everyone = NAMESPACES.flatMap((key) => world.inventory(key).pods);
  for (const policy of policies)
    for (const rule of policy.rules) {
      const effect = effectOf(rule, policy.subject, world);
      assert.ok(effect !== null);
      const deciding = new Set<PodEndpoint>();
      let overrides = false;
      for (const subject of everyone) {
        const tiers = world.tiers(subject.namespace.key);
        const blocks = blocksInUse(tiers.flatMap(({ ranks }) => ranks.flat()));
        const ends = [...everyone, ...externalEndpoints(assumptions.ipFamilies, blocks)];
        for (const peer of ends.filter((end) => end !== subject)) {
          const question = { subject, peer, direction: rule.direction };
          const answer = decide(tiers, question, assumptions);
          if (answer.decisions.some(({ because }) => because.some((one) => one.rule === rule)))
            deciding.add(subject);
          const other = decide(without(tiers, rule), question, assumptions);
          overrides ||= isOverriding(answer, other, rule);
        }
      }
      assert.deepEqual(new Set(effect.deciding), deciding);
      assert.equal(effect.overrides.length > 0, overrides);
      if (overrides) seen.overriding++;
      if (deciding.size > 0) seen.deciding++;
      else seen.idle++;
    }
}

test('the pods for which a rule decides, and whether it overrides, are those of a walk over all pairs', () => {
  const seen = { ...seenNothing };
  fc.assert(
    fc.property(drawn, ({ own, admin, ...rest }) => {
      const world = worldWith(rest, [...own, ...admin]);
      compare(world, world.clusterPolicies(), seen);
    }),
    { numRuns: 100 },
  );
  assert.ok(
    Object.values(seen).every((count) => count > 0),
    JSON.stringify(seen),
  );
});

const calico = fc.array(fc.tuple(calicoSpec, fc.constantFrom(undefined, ...NAMESPACES)), {
  minLength: 1,
  maxLength: 4,
});

test("of Calico's rules, too, among those of Kubernetes", () => {
  const seen = { ...seenNothing };
  fc.assert(
    fc.property(pods, policies, calico, (some, own, all) => {
      const objects = all.map(([spec, namespace], index) => ({
        apiVersion: 'projectcalico.org/v3',
        kind: namespace === undefined ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
        metadata: { name: `calico-${index}`, namespace },
        spec: JSON.parse(JSON.stringify(spec)) as object,
      }));
      const world = worldWith({ pods: some }, [...own, ...objects, EARLY, SET]);
      const found = new Set(NAMESPACES.flatMap((key) => world.calicoPolicies(key)));
      compare(world, [...found], seen);
    }),
    { numRuns: 100 },
  );
  assert.ok(
    Object.values(seen).every((count) => count > 0),
    JSON.stringify(seen),
  );
});

const EARLY = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'Tier',
  metadata: { name: 'early' },
  spec: { order: 1, defaultAction: 'Pass' },
};

const SET = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'GlobalNetworkSet',
  metadata: { name: 'set', labels: { app: 'web' } },
  spec: { nets: ['192.0.2.0/24'] },
};

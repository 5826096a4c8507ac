import type { CalicoPolicy, CalicoRule } from '../../../model/calico.ts';
import type { Direction, IrPolicy, IrRule } from '../../../policy/ir.ts';
import { directionsOf } from '../../../policy/lower/calico.ts';
import { matchOfRule } from '../../../policy/lower/calicoRule.ts';
import { ruleAt } from '../../../rules/support/meaning.ts';
import { meaningOf } from '../../../workspace/policies.ts';
import { filledIn } from '../../../workspace/world.ts';
import type { CalicoScene } from '../scene.ts';

/** A policy as it is told: what it means, and whether that is in force. */
export interface Reading {
  readonly policy: IrPolicy;
  /** Whether the evaluator asks it; not of a staged one, nor of one that another of its name stands for. */
  readonly isInForce: boolean;
}

/** Reads the policy of a scene: as the evaluator has it, else by itself. */
export function readingOf({ snapshot, world, member }: CalicoScene): Reading {
  const own = meaningOf(member);
  const { place } = own;
  // Every namespace has those of the whole cluster, one that nothing uses no others.
  const known = world
    .calicoPolicies(own.namespace ?? '')
    .find(
      (one) =>
        one.place.uri === place.uri &&
        one.place.chunk === place.chunk &&
        one.place.span.start === place.span.start,
    );
  return known === undefined
    ? { policy: filledIn(snapshot)([own])[0]!, isInForce: false }
    : { policy: known, isInForce: true };
}

/** One rule as it is written, and what it speaks of. */
export interface ToldRule {
  readonly written: CalicoRule;
  readonly direction: Direction;
  readonly index: number;
  /** What it matches; null where its lists of nets leave it no family of addresses. */
  readonly match: Omit<IrRule, 'verdict'> | null;
  /** As the evaluator has it; null where it decides nothing: it only logs, or its direction is not in force. */
  readonly rule: IrRule | null;
}

/** The rules of a direction in their order, those too that decide nothing. */
export function rulesOf(
  { snapshot, member }: CalicoScene,
  { policy }: Reading,
  direction: Direction,
): readonly ToldRule[] {
  const { resource, namespace } = member;
  const written = specOf(member.resource.body)[direction] ?? [];
  const matches = written.map((rule, index) =>
    matchOfRule(resource, namespace, direction, rule, index),
  );
  const rules = matches.flatMap((match) => match ?? []).map(asRule);
  const filled = filledIn(snapshot)([{ ...policy, rules }])[0]!.rules;
  return written.map((rule, index) => ({
    written: rule,
    direction,
    index,
    match: filled.find((one) => one.index === index) ?? null,
    rule: ruleAt(policy, direction, index) ?? null,
  }));
}

/** What is matched is filled in alike, whatever is done with it. */
const asRule = (match: Omit<IrRule, 'verdict'>): IrRule => ({ ...match, verdict: 'allow' });

/** The spec as it was written; of a half-typed object an empty one. */
export const specOf = (body: CalicoPolicy): CalicoPolicy['spec'] =>
  (body as Partial<CalicoPolicy>).spec ?? {};

/** The directions in which a policy governs what it selects, pods or, by its flags, hosts alone. */
export const governedBy = ({ body }: CalicoScene['member']['resource']): readonly Direction[] =>
  directionsOf({ ...specOf(body), doNotTrack: false, preDNAT: false }, body.apiVersion);

/** Whether a policy is tried out, and enforces nothing. */
export const isStaged = ({ resource }: CalicoScene['member']): boolean =>
  resource.kind.name.startsWith('Staged');

import { derive } from '../base/derive.ts';
import type { IrPolicy, IrRule } from './ir.ts';

/*
 * Policies that are not what they were, by what they mean and not by where they stand.
 */

/** What a value says, wherever it stands in a file. */
export const contentOf = derive((value: object): string => printed(value, PLACES));

/** What a policy means to the evaluator; where it stands in a file is no part of that. */
export const meaningOf: (policy: IrPolicy) => string = contentOf;

/** What a policy says itself: its meaning without what it only selects, such as the nodes of the cluster. */
export const wordsOf = derive((policy: IrPolicy): string =>
  printed(policy, [...PLACES, 'known', 'outside']),
);

const PLACES = ['place', 'span'];

const printed = (value: object, left: readonly string[]): string =>
  JSON.stringify(value, (key, part: unknown) => (left.includes(key) ? undefined : part));

/** By which a policy is known as the same one before and after. */
export const nameKey = ({ kind, namespace, name }: IrPolicy): string =>
  JSON.stringify([kind, namespace, name]);

/** The policies that are on one side only. */
export function onlyOnOneSide(
  before: readonly IrPolicy[],
  after: readonly IrPolicy[],
): readonly IrPolicy[] {
  const [old, now] = [before, after].map((policies) => new Set(policies.map(meaningOf)));
  return [
    ...before.filter((policy) => !now!.has(meaningOf(policy))),
    ...after.filter((policy) => !old!.has(meaningOf(policy))),
  ];
}

/**
 * The rules in which a policy is not what it was, of either side; null where it is another in more than single rules:
 * whom it is for, what it isolates, its priority, the order of its rules. Connections that none of the rules matches are
 * decided as before.
 * @param policies those on one side only
 */
export function editedRules(
  policy: IrPolicy,
  policies: readonly IrPolicy[],
): readonly IrRule[] | null {
  const versions = policies.filter((other) => nameKey(other) === nameKey(policy));
  const [a, b] = versions;
  if (a === undefined || b === undefined || versions.length > 2) return null;
  if (withoutRules(a) !== withoutRules(b)) return null;
  const [old, now] = [a, b].map(({ rules }) => rules.map(ruleMeaning));
  const [kept, stays] = [
    old!.filter((rule) => now!.includes(rule)),
    now!.filter((rule) => old!.includes(rule)),
  ];
  if (JSON.stringify(kept) !== JSON.stringify(stays)) return null;
  return [
    ...a.rules.filter((_, index) => !now!.includes(old![index]!)),
    ...b.rules.filter((_, index) => !old!.includes(now![index]!)),
  ];
}

const withoutRules = (policy: IrPolicy): string => meaningOf({ ...policy, rules: [] });

/** A rule's place among the others is no part of what it matches. */
const ruleMeaning = (rule: IrRule): string => printed(rule, [...PLACES, 'index']);

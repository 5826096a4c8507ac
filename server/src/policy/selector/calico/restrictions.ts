import type { Expression } from './expression.ts';

/** What an expression demands of one label. */
export interface Restriction {
  readonly present: boolean;
  readonly absent: boolean;
  /** The values of which it must have one; null where it may have any. */
  readonly values: readonly string[] | null;
}

/** What is demanded of each label; of those that are not named, nothing. */
export type Restrictions = ReadonlyMap<string, Restriction>;

const NONE: Restriction = { present: false, absent: false, values: null };

/**
 * What every set of labels that matches an expression fulfils, as Calico finds it: negations other than `!has(…)` are
 * not looked into, and of alternatives what all of them share is kept.
 */
export function restrictionsOf(expression: Expression): Restrictions {
  switch (expression.kind) {
    case 'has':
      return new Map([[expression.label, { ...NONE, present: true }]]);
    case 'compare':
      if (expression.operator === '!=') return new Map();
      return new Map([
        [
          expression.label,
          {
            ...NONE,
            present: true,
            values: expression.operator === '==' ? [expression.value] : null,
          },
        ],
      ]);
    case 'set':
      if (expression.operator === 'not in') return new Map();
      return new Map([
        [expression.label, { ...NONE, present: true, values: [...new Set(expression.values)] }],
      ]);
    case 'not':
      return expression.of.kind === 'has'
        ? new Map([[expression.of.label, { ...NONE, absent: true }]])
        : new Map();
    case 'and':
      return joined(expression.of, together);
    case 'or':
      return joined(expression.of, shared);
    default:
      return new Map();
  }
}

function joined(
  parts: readonly Expression[],
  join: (a: Restriction, b: Restriction) => Restriction,
): Restrictions {
  const each = parts.map(restrictionsOf);
  const labels = new Set(each.flatMap((one) => [...one.keys()]));
  const all = [...labels].map(
    (label) => [label, each.map((one) => one.get(label) ?? NONE).reduce(join)] as const,
  );
  return new Map(all.filter(([, one]) => one.present || one.absent || one.values !== null));
}

const together = (a: Restriction, b: Restriction): Restriction => ({
  present: a.present || b.present,
  absent: a.absent || b.absent,
  values:
    a.values === null || b.values === null
      ? (a.values ?? b.values)
      : a.values.filter((value) => b.values!.includes(value)),
});

const shared = (a: Restriction, b: Restriction): Restriction => ({
  present: a.present && b.present,
  absent: a.absent && b.absent,
  values: a.values === null || b.values === null ? null : [...new Set([...a.values, ...b.values])],
});

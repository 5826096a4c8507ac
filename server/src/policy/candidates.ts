import { derive } from '../base/derive.ts';
import type { PodEndpoint } from './endpoint.ts';
import type { IrPolicy } from './ir.ts';
import { isAbsent, type Selector } from './selector/selector.ts';
import { isImplied } from './vocabulary.ts';

/**
 * Finds the policies of a list that could select a pod with some labels, in their order: each policy that asks for a
 * label is looked up by it, so that of very many only few have to be looked at.
 */
export const candidatesOf = derive((policies: readonly IrPolicy[]) => {
  const byLabel = new Map<string, Map<string, number[]>>();
  const always: number[] = [];
  for (const [place, { subject }] of policies.entries()) {
    const asked = askedLabel(subject.pods);
    // What pods do not have of themselves is looked up nowhere.
    if (asked === null || (subject.vocabulary !== undefined && isImplied(asked.key)))
      always.push(place);
    else put(byLabel, asked, place);
  }
  return ({ labels, complete = true }: Labelled): readonly IrPolicy[] => {
    const places = new Set(always);
    const add = (more: readonly number[]): void => more.forEach((place) => places.add(place));
    for (const [key, byValue] of byLabel) {
      const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
      if (value !== undefined) add(byValue.get(value) ?? []);
      // A label that is not known may have any value.
      else if (!isAbsent(key, complete)) [...byValue.values()].forEach(add);
    }
    return [...places].sort((a, b) => a - b).map((place) => policies[place]!);
  };
});

/** What has labels, and whether it may have others. */
type Labelled = Pick<PodEndpoint, 'labels' | 'complete'>;

function put(
  byLabel: Map<string, Map<string, number[]>>,
  { key, values }: Asked,
  place: number,
): void {
  let byValue = byLabel.get(key);
  if (byValue === undefined) byLabel.set(key, (byValue = new Map()));
  for (const value of values) {
    const places = byValue.get(value);
    if (places === undefined) byValue.set(value, [place]);
    else places.push(place);
  }
}

/** A selector of one label by its values. */
export type Asked = Extract<Selector, { op: 'in' }>;

/** A label without one of whose values the selector matches nothing; null where it asks for none by value. */
export function askedLabel(selector: Selector): Asked | null {
  if (selector.op === 'in') return selector.values.length > 0 ? selector : null;
  if (selector.op !== 'all') return null;
  for (const part of selector.of) {
    const asked = askedLabel(part);
    if (asked !== null) return asked;
  }
  return null;
}

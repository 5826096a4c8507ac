import type { Completeness } from '../../model/laterLabels.ts';
import type { Labels } from '../endpoint.ts';

/**
 * One form for every selector language. `all` of nothing matches everything, `any` of nothing matches nothing.
 * Negation is a node of its own, so Kubernetes' NotIn is `not in`: it also matches where the key is absent.
 */
export type Selector =
  | { readonly op: 'all'; readonly of: readonly Selector[] }
  | { readonly op: 'any'; readonly of: readonly Selector[] }
  | { readonly op: 'not'; readonly of: Selector }
  | { readonly op: 'in'; readonly key: string; readonly values: readonly string[] }
  | { readonly op: 'exists'; readonly key: string }
  | TextCondition;

/** The label is there, and its value has `text` at its start, at its end or anywhere. */
export interface TextCondition {
  readonly op: 'text';
  readonly key: string;
  readonly where: 'start' | 'end' | 'anywhere';
  readonly text: string;
}

/** The answer of a question that can lack evidence. */
export type Truth = 'yes' | 'no' | 'unknown';

/** The selector that matches everything. */
export const EVERYTHING: Selector = { op: 'all', of: [] };

/** Whether the selector matches every set of labels by its form. */
export const isEverything = (selector: Selector): boolean =>
  selector.op === 'all' && selector.of.length === 0;

/**
 * Whether `labels` match; where they are not `complete`, a key that is not among them is unknown.
 */
export function matches(selector: Selector, labels: Labels, complete: Completeness = true): Truth {
  switch (selector.op) {
    case 'all':
      return least(selector.of.map((part) => matches(part, labels, complete)));
    case 'any':
      return negate(least(selector.of.map((part) => negate(matches(part, labels, complete)))));
    case 'not':
      return negate(matches(selector.of, labels, complete));
    case 'in': {
      const value = valueOf(labels, selector.key);
      if (value === undefined) return isAbsent(selector.key, complete) ? 'no' : 'unknown';
      return selector.values.includes(value) ? 'yes' : 'no';
    }
    case 'exists':
      if (valueOf(labels, selector.key) !== undefined) return 'yes';
      return isAbsent(selector.key, complete) ? 'no' : 'unknown';
    case 'text': {
      const value = valueOf(labels, selector.key);
      if (value === undefined) return isAbsent(selector.key, complete) ? 'no' : 'unknown';
      return hasText(value, selector) ? 'yes' : 'no';
    }
  }
}

/** Whether a value has the text of a condition where it asks for it; the empty text is in every value. */
export const hasText = (value: string, { where, text }: TextCondition): boolean =>
  where === 'start'
    ? value.startsWith(text)
    : where === 'end'
      ? value.endsWith(text)
      : value.includes(text);

/** Whether a label that is not among the known ones is not there at all. */
export const isAbsent = (key: string, complete: Completeness): boolean =>
  typeof complete === 'boolean' ? complete : !complete.but.includes(key);

/** The label keys that a selector asks for. */
export function* keysOf(selector: Selector): Generator<string> {
  if (selector.op === 'all' || selector.op === 'any')
    for (const part of selector.of) yield* keysOf(part);
  else if (selector.op === 'not') yield* keysOf(selector.of);
  else yield selector.key;
}

/** Three-valued "not". */
const negate = (truth: Truth): Truth =>
  truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown';

/** Three-valued "and". */
export const least = (truths: readonly Truth[]): Truth =>
  truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes';

const valueOf = (labels: Labels, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

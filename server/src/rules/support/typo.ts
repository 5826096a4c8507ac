import { distance } from 'fastest-levenshtein';
import type { Fix } from '../../model/finding.ts';
import { setScalar } from '../../model/edit.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import { nearMiss } from '../../model/nearMiss.ts';
import type { Resource } from '../../model/resource.ts';

/**
 * The label value that was probably meant; null where none is that near. Names of workloads share words and end in
 * numbers, so only a slip of one or two characters counts, and `db-1` is none of `db-2`.
 */
export function typoOf(value: string, values: readonly string[]): string | null {
  const near = nearMiss(
    value,
    values.filter((one) => shape(one) !== shape(value)),
  );
  return near !== null && distance(near, value) <= 2 ? near : null;
}

const shape = (text: string): string => text.replace(/\d/g, '0');

/**
 * Whether two names differ in one word that is long enough to tell a slip from another name: namespaces are often called
 * alike, and not all of a cluster stand in a workspace.
 */
export function isSlipOfWord(a: string, b: string): boolean {
  const [words, others] = [a.split('-'), b.split('-')];
  const pairs = words.map((word, at) => [word, others[at] ?? ''] as const);
  const different = pairs.filter(([word, other]) => word !== other);
  return (
    words.length === others.length &&
    different.length === 1 &&
    different.flat().every((word) => /^[a-z]{5,}$/.test(word))
  );
}

/** A value of `matchLabels` that is nearly one that is there, and what the selector finds with that one. */
export interface Slip<Found> {
  readonly labels: Readonly<Record<string, string>>;
  readonly key: string;
  readonly value: string;
  readonly near: string;
  readonly found: readonly Found[];
}

/**
 * The value of a selector that is a slip; null where there is none.
 * @param valuesOf the values that there are of the label of a key, as far as they can have been meant by the one that
 *   is written
 * @param find what a selector finds
 */
export function slipIn<Found>(
  selector: LabelSelector | undefined,
  valuesOf: (key: string, value: string) => readonly string[],
  find: (selector: LabelSelector) => readonly Found[],
): Slip<Found> | null {
  const { matchLabels: labels = {} } = selector ?? {};
  for (const [key, value] of Object.entries(labels)) {
    const values = [...new Set(valuesOf(key, value))];
    const near = values.includes(value) ? null : typoOf(value, values);
    if (near === null) continue;
    const found = find({ ...selector, matchLabels: { ...labels, [key]: near } });
    if (found.length > 0) return { labels, key, value, near, found };
  }
  return null;
}

/** Writes the value that is there. */
export const rightValue = (
  resource: Resource,
  { labels, key, near }: Slip<unknown>,
  effect = '',
): Fix => ({
  title: `Change to \`${near}\`${effect}`,
  safe: false,
  edits: () => setScalar(resource, labels, key, near),
});

import { distance } from 'fastest-levenshtein';
import { nearMiss } from '../../model/problems.ts';

/**
 * The label value that was probably meant; null where none is that near. Names of workloads share words and end in numbers, so only a slip of one or two
 * characters counts, and `db-1` is none of `db-2`.
 */
export function typoOf(value: string, values: readonly string[]): string | null {
  const near = nearMiss(
    value,
    values.filter((one) => shape(one) !== shape(value)),
  );
  return near !== null && distance(near, value) <= 2 ? near : null;
}

const shape = (text: string): string => text.replace(/\d/g, '0');

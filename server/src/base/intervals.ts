/** One run of whole numbers, both ends included. */
export type Interval = readonly [first: number, last: number];

/** A set of whole numbers as sorted intervals that neither overlap nor touch: one set has one form. */
export type Intervals = readonly Interval[];

/** The set with nothing in it. */
export const EMPTY: Intervals = [];

/** The canonical form of intervals in any order; those with first above last count as empty. */
export function intervals(parts: readonly Interval[]): Intervals {
  const sorted = parts.filter(([first, last]) => first <= last).sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous[1] + 1)
      previous[1] = Math.max(previous[1], last);
    else result.push([first, last]);
  }
  return result;
}

/** The numbers in either set. */
export const union = (a: Intervals, b: Intervals): Intervals =>
  a.length === 0 ? b : b.length === 0 ? a : intervals([...a, ...b]);

/** The numbers in both sets. */
export function intersect(a: Intervals, b: Intervals): Intervals {
  const result: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left, right] = [a[i]!, b[j]!];
    const [first, last] = [Math.max(left[0], right[0]), Math.min(left[1], right[1])];
    if (first <= last) result.push([first, last]);
    if (left[1] < right[1]) i++;
    else j++;
  }
  return result;
}

/** The numbers of `a` that are not in `b`. */
export function subtract(a: Intervals, b: Intervals): Intervals {
  const result: Interval[] = [];
  for (const [first, last] of a) {
    let start = first;
    for (const [cutFirst, cutLast] of b) {
      if (cutLast < start) continue;
      if (cutFirst > last) break;
      if (start < cutFirst) result.push([start, cutFirst - 1]);
      start = cutLast + 1;
    }
    if (start <= last) result.push([start, last]);
  }
  return result;
}

/** Whether both sets hold the same numbers. */
export const equal = (a: Intervals, b: Intervals): boolean =>
  a.length === b.length && a.every(([first, last], i) => first === b[i]![0] && last === b[i]![1]);

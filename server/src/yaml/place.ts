import { isMap, isSeq, type Node, type Pair } from 'yaml';
import type { Span } from '../base/span.ts';

/** The place of a node without the blanks and comments that the parser counts to it. */
export const spanOf = (node: Node | null): Span =>
  node?.range ? { start: startOf(node), end: endOf(node) } : { start: 0, end: 0 };

/** A block mapping begins with its first key, before which the parser may have counted a tag or an explicit `?`. */
function startOf(node: Node): number {
  const [start] = node.range!;
  const first = isMap(node) && node.flow !== true ? (node.items[0]?.key as Node | null) : null;
  return first?.range ? Math.min(start, startOf(first)) : start;
}

/** A block collection ends with its last value, or key where that has none; blanks and comments may follow. */
function endOf(node: Node): number {
  const [start, end] = node.range!;
  if ((!isMap(node) && !isSeq(node)) || node.flow === true || node.items.length === 0) return end;
  const last = isMap(node) ? lastOf(node.items.at(-1)!) : (node.items.at(-1) as Node | null);
  return last?.range ? Math.max(start, endOf(last)) : last === null && isSeq(node) ? end : start;
}

const lastOf = ({ key, value }: Pair): Node | null =>
  ((value as Node | null)?.range && !isEmpty(value as Node) ? value : key) as Node | null;

const isEmpty = ({ range }: Node): boolean => range![0] === range![1];

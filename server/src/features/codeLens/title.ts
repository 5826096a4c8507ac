import type { Diff } from '../../policy/diff.ts';
import { count } from '../../policy/print.ts';

/**
 * How many connections differ: "vs HEAD: +3 / −1 connections". A connection is a row of `netpol diff`; one of which some
 * ports became allowed and others denied counts on both sides. What is in doubt is told apart.
 */
export function titleOf({ changes, doubts }: Diff): string {
  const gained = changes.filter((change) => change.gained !== null).length;
  const lost = changes.filter((change) => change.lost !== null).length;
  const numbers = [...(gained > 0 ? [`+${gained}`] : []), ...(lost > 0 ? [`−${lost}`] : [])];
  const noun = gained + lost === 1 ? 'connection' : 'connections';
  const parts = [
    ...(numbers.length === 0 ? [] : [`${numbers.join(' / ')} ${noun}`]),
    ...(doubts.length === 0
      ? []
      : [`${numbers.length > 0 ? doubts.length : count(doubts.length, 'connection')} may change`]),
  ];
  return `vs HEAD: ${parts.join(', ')}`;
}

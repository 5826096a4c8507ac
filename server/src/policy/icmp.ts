import type { Interval, Intervals } from '../base/intervals.ts';

/*
 * Messages of ICMP as numbers, in the place of ports: the type in the upper byte and the code in the lower, as a message
 * begins with them (RFC 792, RFC 4443).
 */

/** Whether a protocol has messages rather than ports. */
export const isIcmp = (protocol: string): boolean => protocol === 'ICMP' || protocol === 'ICMPv6';

/** The messages of a type, or of a code of it. */
export const messagesOf = (type: number, code: number | null): Interval => [
  type * 256 + (code ?? 0),
  type * 256 + (code ?? 255),
];

/** Messages in words: "ICMP", "ICMP type 8", "ICMP type 0-2,3 code 4,5-255". */
export function icmpText(protocol: string, messages: Intervals): string {
  const parts = messages.flatMap(([first, last]) => typesIn(first, last));
  return parts.length === 1 && parts[0] === '0-255'
    ? protocol
    : `${protocol} type ${parts.join(',')}`;
}

/** The types of a range, those of which it has only some codes apart. */
function typesIn(first: number, last: number): readonly string[] {
  const [low, high] = [first >> 8, last >> 8];
  const [from, to] = [first & 255, last & 255];
  if (low === high) return [from === 0 && to === 255 ? `${low}` : `${low} code ${range(from, to)}`];
  if (from > 0) return [`${low} code ${range(from, 255)}`, ...typesIn((low + 1) << 8, last)];
  if (to < 255) return [...typesIn(first, (high << 8) - 1), `${high} code ${range(0, to)}`];
  return [range(low, high)];
}

const range = (first: number, last: number): string =>
  first === last ? `${first}` : `${first}-${last}`;

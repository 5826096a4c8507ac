import { parseAddress, parseBlock } from '../policy/cidr.ts';

/** What makes a CIDR text loose: bits behind the prefix, leading zeros, or IPv4 in the clothes of IPv6. */
export type Looseness = 'host-bits' | 'leading-zeros' | 'mapped';

/**
 * What makes a CIDR text loose: read by API servers before 1.36 only (KEP-4858, strict validation of addresses and
 * CIDRs). Null where every release reads it, and where none does.
 */
export function looseness(text: string): Looseness | null {
  const block = parseBlock(text);
  if (block === null) return null;
  const [address = '', prefix = ''] = text.split('/');
  const host = parseAddress(address);
  if (host?.family === 'IPv4' && address.includes(':')) return 'mapped';
  const dotted = address.slice(address.lastIndexOf(':') + 1);
  const padded = address.includes(':') && /(?:^|:)0[0-9a-f]{4}/i.test(address);
  if (padded || (dotted.includes('.') && /(?:^|\.)0\d/.test(dotted)) || /^0\d/.test(prefix))
    return 'leading-zeros';
  return host !== null && host.first !== block.first ? 'host-bits' : null;
}

import type { CiliumIcmpField } from '../../model/cilium.ts';
import { ICMP_TYPES } from '../icmpTypes.ts';

/** The protocols of ICMP messages, whose types stand where others have ports. */
const ICMP_PROTOCOLS = { IPv4: 'ICMP', IPv6: 'ICMPv6' } as const;

/** The greatest number of a type. */
const LAST_ICMP_TYPE = 255;

/** The protocol and number of a type of message; null for a family or a name that there is not. */
export function icmpType({
  family = 'IPv4',
  type,
}: CiliumIcmpField): { readonly protocol: string; readonly number: number } | null {
  if (family !== 'IPv4' && family !== 'IPv6') return null;
  const names = ICMP_TYPES[family];
  const number = /^\d+$/.test(String(type))
    ? Number(type)
    : Object.hasOwn(names, type)
      ? names[type]!
      : null;
  return number === null || number > LAST_ICMP_TYPE
    ? null
    : { protocol: ICMP_PROTOCOLS[family], number };
}

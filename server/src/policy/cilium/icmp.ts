import type { Interval } from '../../base/intervals.ts';
import type { CiliumIcmpField } from '../../model/cilium.ts';
import { messagesOf } from '../icmp.ts';
import { ICMP_TYPES } from '../icmpTypes.ts';

/** The protocols of ICMP by the family of their addresses. */
const PROTOCOLS = { IPv4: 'ICMP', IPv6: 'ICMPv6' } as const;

const LAST_TYPE = 255;

/** The messages of a type, whatever their code; null for a family or a name that there is not. */
export function messagesIn({
  family = 'IPv4',
  type,
}: CiliumIcmpField): { readonly protocol: string; readonly messages: Interval } | null {
  if (family !== 'IPv4' && family !== 'IPv6') return null;
  const names = ICMP_TYPES[family];
  const number = /^\d+$/.test(String(type))
    ? Number(type)
    : Object.hasOwn(names, type)
      ? names[type]!
      : null;
  return number === null || number > LAST_TYPE
    ? null
    : { protocol: PROTOCOLS[family], messages: messagesOf(number, null) };
}

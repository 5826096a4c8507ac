import type { CalicoIcmp, CalicoRule } from '../../../model/calico.ts';
import { protocolOf } from '../../../policy/lower/calicoPorts.ts';
import { codeList } from '../../../policy/print.ts';

/*
 * What rules say of packets besides their ends and the ports that they go to, in words.
 */

/** A protocol by its name, with the number where that is written. */
export const protocolName = (protocol: string): string => {
  const name = protocolOf(protocol);
  return name === protocol ? name : `${name} (${protocol})`;
};

/** What the types of ICMP messages that are met most are called (IANA, "ICMP Type Numbers", "ICMPv6 Parameters"). */
const TYPES: Readonly<Record<'ICMP' | 'ICMPv6', Readonly<Record<number, string>>>> = {
  ICMP: {
    0: 'echo reply',
    3: 'destination unreachable',
    5: 'redirect',
    8: 'echo request, as ping sends it',
    11: 'time exceeded',
  },
  ICMPv6: {
    1: 'destination unreachable',
    2: 'packet too big',
    3: 'time exceeded',
    128: 'echo request, as ping sends it',
    129: 'echo reply',
    135: 'neighbor solicitation',
    136: 'neighbor advertisement',
  },
};

/** A message of ICMP by type and code: "ICMP type 8 (echo request, as ping sends it)". */
export function messageText({ protocol }: CalicoRule, { type, code }: CalicoIcmp): string {
  const family = ['ICMPv6', '58'].includes(String(protocol)) ? 'ICMPv6' : 'ICMP';
  if (type === undefined) return family;
  const name = TYPES[family][type];
  return `${family} type ${type}${name === undefined ? '' : ` (${name})`}${code === undefined ? '' : `, code ${code}`}`;
}

/** What a rule asks for that no connection tells: the port that packets come from. */
export const packetWords = ({ source }: CalicoRule): readonly string[] => [
  ...(source?.ports === undefined ? [] : [`sent from port ${codeList(source.ports.map(String))}`]),
  ...(source?.notPorts === undefined
    ? []
    : [`not sent from port ${codeList(source.notPorts.map(String))}`]),
];

import { intervals, subtract, type Interval, type Intervals } from '../../base/intervals.ts';
import type { Span } from '../../base/span.ts';
import type { CalicoIcmp, CalicoPort, CalicoProtocol, CalicoRule } from '../../model/calico.ts';
import { isIcmp, messagesOf } from '../icmp.ts';
import type { ExceptTerm, NamedTerm, NumbersTerm, PortTerm } from '../ir.ts';
import { meaningless, type Meaningless } from './meaningless.ts';

/** Protocols that rules may write by number (IANA, "Protocol Numbers"). */
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  58: 'ICMPv6',
  132: 'SCTP',
  136: 'UDPLite',
};

/** The name of a protocol that may be written by number. */
export const protocolOf = (protocol: CalicoProtocol): string =>
  NUMBERS[String(protocol)] ?? String(protocol);

/** All ports of a protocol, or all of a protocol that has none. */
const WHOLE: Interval = [0, 65535];

/** What a rule asks of the protocol and of the port that a connection goes to: what is wanted without what is not. */
export function lowerPorts(
  rule: CalicoRule,
  span: Span,
): 'all' | readonly PortTerm[] | Meaningless {
  const [wanted, unwanted] = [
    portsOf(rule.destination?.ports),
    portsOf(rule.destination?.notPorts),
  ];
  const protocol = rule.protocol === undefined ? null : protocolOf(rule.protocol);
  const other = rule.notProtocol === undefined ? null : protocolOf(rule.notProtocol);
  if (protocol !== null && protocol === other) return [];
  if (protocol === null && wanted.numbers.length + unwanted.numbers.length > 0)
    return meaningless('it has numbers of ports, but no protocol');
  const messages = icmpOf(rule, protocol);
  if (messages === null) return meaningless('it asks for messages of ICMP in another protocol');

  const numbersOf = (one: string, numbers: Intervals): NumbersTerm[] =>
    numbers.map(([first, last]) => ({ kind: 'numbers', protocol: one, first, last, span }));
  const named = (name: string): NamedTerm => ({ kind: 'named', protocol, name, span });
  const without = [
    ...unwanted.names.map(named),
    ...(protocol === null && other !== null ? numbersOf(other, [WHOLE]) : []),
  ];
  if (isNone(wanted) && protocol === null)
    return without.length === 0 ? 'all' : [{ kind: 'except', of: 'all', without, span }];
  const asked = isNone(wanted) ? messages : wanted.numbers;
  return [
    ...wanted.names.map((name) => {
      const numbers = protocol === null ? [] : numbersOf(protocol, unwanted.numbers);
      return except(named(name), [...numbers, ...without]);
    }),
    ...(protocol === null ? [] : numbersOf(protocol, subtract(asked, unwanted.numbers))).map(
      (term) => except(term, without),
    ),
  ];
}

/** A term without others, where there are any. */
const except = (of: NumbersTerm | NamedTerm, without: ExceptTerm['without']): PortTerm =>
  without.length === 0 ? of : { kind: 'except', of, without, span: of.span };

/**
 * What cannot be told before a connection is made, as it hangs on the port that it comes from: one of these, or null
 * for names.
 */
interface SomePorts extends Meaningless {
  readonly ports: Intervals | null;
}

/**
 * What is asked of the port that a connection comes from, which no policy sees before it is made: `any`, `none` where
 * nothing can fulfil it, or else a doubt.
 */
export function sourcePorts({ source }: CalicoRule): 'any' | 'none' | SomePorts {
  const [wanted, unwanted] = [portsOf(source?.ports), portsOf(source?.notPorts)];
  const names = wanted.names.length + unwanted.names.length;
  const left = subtract(isNone(wanted) ? [WHOLE] : wanted.numbers, unwanted.numbers);
  if (names === 0 && left.length === 0) return 'none';
  const isAny = unwanted.names.length === 0 && subtract([[1, 65535]], left).length === 0;
  return isAny
    ? 'any'
    : {
        ...meaningless('it depends on the port that a connection comes from'),
        ports: names === 0 ? left : null,
      };
}

/** Ports by number and by name. */
interface Ports {
  readonly numbers: Intervals;
  readonly names: readonly string[];
}

const isNone = ({ numbers, names }: Ports): boolean => numbers.length + names.length === 0;

function portsOf(ports: readonly CalicoPort[] = []): Ports {
  const read = ports.map(portOf);
  return {
    numbers: intervals(read.filter((port) => typeof port !== 'string')),
    names: read.filter((port) => typeof port === 'string'),
  };
}

/** A port as the range of its numbers, or its name. */
export function portOf(port: CalicoPort): Interval | string {
  const [, first, last = first] = /^(\d+)(?::(\d+))?$/.exec(String(port)) ?? [];
  return first === undefined ? String(port) : [Number(first), Number(last)];
}

/** The messages of ICMP that a rule speaks of; null where it asks for some in another protocol. */
function icmpOf({ icmp, notICMP }: CalicoRule, protocol: string | null): Intervals | null {
  const [wanted, unwanted] = [icmp, notICMP].map(messagesIn) as [Intervals, Intervals];
  if (wanted.length + unwanted.length === 0) return [WHOLE];
  if (protocol === null || !isIcmp(protocol)) return null;
  return subtract(wanted.length === 0 ? [WHOLE] : wanted, unwanted);
}

const messagesIn = ({ type, code }: CalicoIcmp = {}): Intervals =>
  type === undefined ? [] : [messagesOf(type, code ?? null)];

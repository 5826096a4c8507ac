import type { Span } from '../../base/span.ts';
import {
  givenName,
  type CiliumHttp,
  type CiliumItem,
  type CiliumPort,
  type CiliumPortRule,
} from '../../model/cilium.ts';
import type { Resource } from '../../model/resource.ts';
import { isForEveryRequest } from '../cilium/http.ts';
import { messagesIn } from '../cilium/icmp.ts';
import { LAST_PORT, readCiliumPort } from '../ciliumPort.ts';
import type { HeaderPattern, HttpPattern, PortTerm } from '../ir.ts';
import { codeList, list } from '../print.ts';
import { isMeaningless, meaningless, type Meaningless } from './meaningless.ts';

/** Ports, and what of the traffic there an item speaks of. */
export interface Ports {
  readonly ports: 'all' | readonly PortTerm[];
  readonly requests?: readonly HttpPattern[];
  readonly queries?: readonly string[];
  /** Present where only some of the traffic there is meant; `anyway` where the rest may be refused though others allow it. */
  readonly limits?: 'alone' | 'anyway';
  readonly unsure: string | null;
}

/**
 * The ports of an item, those with conditions of their own apart: all where it names none, ICMP included, and nothing
 * where it has entries that name none. Null where it has neither ports nor messages (pkg/policy/api, PortRules).
 */
export function lowerPorts(
  { toPorts = [], icmps = [] }: CiliumItem,
  source: Resource['source'],
  isDeny = false,
): readonly Ports[] | null {
  if (toPorts.length === 0 && icmps.length === 0) return null;
  const messages = icmps
    .flatMap(({ fields = [] }) => fields)
    .map((field) => {
      const found = messagesIn(field);
      return found === null
        ? meaningless(`\`${field.type}\` is no type of ICMP message`)
        : numbers(found.protocol, ...found.messages, source.of(field));
    });
  // What denies has no conditions: the API server drops them, and all is denied.
  const isAll = (entry: CiliumPortRule): boolean => isDeny || isPlain(entry);
  const [plain, conditional] = [toPorts.filter(isAll), toPorts.filter((one) => !isAll(one))];
  const lowered = [
    ...plain.flatMap(({ ports = [] }) => ports.flatMap((port) => lowerPort(port, source.of(port)))),
    ...messages,
  ];
  return [
    ...(lowered.length === 0 ? [] : [together(lowered)]),
    ...conditional.flatMap((rule) => {
      const terms = (rule.ports ?? []).flatMap((port) => lowerPort(port, source.of(port)));
      if (terms.length === 0) return [];
      const ports = together(terms);
      const { requests, queries, limits, unsure } = conditionOf(rule);
      return [
        {
          ...ports,
          ...(limits !== undefined && { limits }),
          ...(requests !== undefined && { requests }),
          ...(queries !== undefined && { queries }),
          unsure: ports.unsure ?? unsure,
        },
      ];
    }),
  ];
}

/** Several terms as one; where one has no meaning, what they stand for is not known. */
function together(terms: readonly (PortTerm | Meaningless)[]): Ports {
  const bad = terms.find(isMeaningless);
  return bad === undefined
    ? { ports: terms as readonly PortTerm[], unsure: null }
    : { ports: 'all', unsure: bad.unsure };
}

const numbers = (protocol: string, first: number, last: number, span: Span): PortTerm => ({
  kind: 'numbers',
  protocol,
  first,
  last,
  span,
});

/** What a port without a protocol, or with `ANY`, is for: every protocol that has ports (pkg/u8proto). */
const WITH_PORTS = ['TCP', 'UDP', 'SCTP'];

const WITHOUT_PORTS = new Set(['VRRP', 'IGMP', 'GRE', 'IPIP', 'IPV6', 'ESP', 'AH']);

/** A port by number, with an end where it is greater, or by name; 0 is every port of the protocol. */
function lowerPort(
  { port = '', endPort = 0, protocol: written = 'ANY' }: CiliumPort,
  span: Span,
): readonly (PortTerm | Meaningless)[] {
  const protocol = written === '' ? 'ANY' : written.toUpperCase();
  if (WITHOUT_PORTS.has(protocol)) return [numbers(protocol, 0, LAST_PORT, span)];
  const protocols = protocol === 'ANY' ? WITH_PORTS : [protocol];
  if (!protocols.every((one) => WITH_PORTS.includes(one)))
    return [meaningless(`\`${written}\` is no protocol`)];
  const read = readCiliumPort(port);
  if (read.kind === 'none') return [meaningless(`\`${port}\` is no port`)];
  if (read.kind === 'name')
    return [
      { kind: 'named', protocol: protocol === 'ANY' ? null : protocol, name: read.name, span },
    ];
  const [first, last] =
    read.port === 0 ? [0, LAST_PORT] : [read.port, Math.max(read.port, endPort)];
  return protocols.map((one) => numbers(one, first, last, span));
}

/** Whether ports are all that an entry speaks of. What is told to decrypt is let through as it is. */
const isPlain = ({ rules, serverNames = [], listener }: CiliumPortRule): boolean =>
  rulesIn(rules).length === 0 && serverNames.length === 0 && listener === undefined;

/** The lists of conditions that an entry has, by name; one that is empty asks for nothing. */
const rulesIn = (rules: CiliumPortRule['rules']): [string, unknown][] =>
  Object.entries(rules ?? {}).filter(([, list]: [string, unknown]) =>
    Array.isArray(list) ? list.length > 0 : list !== undefined && list !== '',
  );

/**
 * Which of the traffic an entry speaks of. The names of servers are asked of all that rules for the same peers and port allow,
 * and a listener is given all of it (pkg/policy, merging of what entries for a port say).
 */
function conditionOf({
  rules,
  serverNames = [],
  listener,
}: CiliumPortRule): Pick<Ports, 'requests' | 'queries' | 'limits' | 'unsure'> {
  const others = rulesIn(rules).filter(([name]) => name !== 'http' && name !== 'dns');
  const { http = [], dns = [] } = rules ?? {};
  const requests = http.map(patternOf);
  const names = dns.flatMap((name) => givenName(name) ?? []);
  const doubts = [
    ...(others.length === 0
      ? []
      : [
          `it holds only for requests that match its ${codeList(others.map(([name]) => name))} rules`,
        ]),
    ...(dns.length === 0 || names.some((name) => /^\*{1,2}$/.test(name))
      ? []
      : [
          `it holds only for DNS queries for ${list(
            names.map((name) => `\`${name}\``),
            'or',
          )}`,
        ]),
    ...(serverNames.length === 0
      ? []
      : [
          `it holds only for TLS to ${list(
            serverNames.map((name) => `\`${name}\``),
            'or',
          )}`,
        ]),
    ...(listener === undefined
      ? []
      : [`it goes through the Envoy listener \`${listener.name ?? ''}\`, which may refuse it`]),
  ];
  const limits =
    serverNames.length > 0 || listener !== undefined
      ? 'anyway'
      : doubts.length > 0 || (requests.length > 0 && !requests.some(isForEveryRequest))
        ? 'alone'
        : undefined;
  return {
    ...(requests.length > 0 && { requests }),
    ...(dns.length > 0 && { queries: names }),
    ...(limits !== undefined && { limits }),
    unsure: doubts.length === 0 ? null : doubts.join(', and '),
  };
}

/** A condition that is empty asks for nothing. */
const patternOf = ({
  method,
  path,
  host,
  headers = [],
  headerMatches = [],
}: CiliumHttp): HttpPattern => ({
  method: said(method),
  path: said(path),
  host: said(host),
  headers: [
    ...headers.map(headerOf),
    // What is to be done where the header is another lets the request through.
    ...headerMatches
      .filter(({ mismatch }) => mismatch === undefined || mismatch === '')
      .map(({ name, value, secret }) => ({
        name,
        value: said(value),
        secret: secret !== undefined,
      })),
  ],
});

/** A header is split at the first blank, with a colon before it or without; without a blank it only has to be there. */
function headerOf(text: string): HeaderPattern {
  const blank = text.indexOf(' ');
  return blank < 0
    ? { name: text, value: null, secret: false }
    : { name: text.slice(0, blank).replace(/:$/, ''), value: text.slice(blank + 1), secret: false };
}

const said = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

import { capital } from '../../../base/words.ts';
import {
  givenName,
  type CiliumHeader,
  type CiliumHttp,
  type CiliumPortRule,
} from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import type { Direction } from '../../../policy/ir.ts';
import { isAnyName } from '../../../policy/fqdn.ts';
import { code, codeList, list } from '../../../policy/print.ts';
import { phraseLines } from './entries.ts';
import { namePatternText } from './namePattern.ts';
import { matchesWhole } from '../../../policy/requestPattern.ts';

/** The rules about requests at some ports, or a part of them. */
export function requestLines(
  { rules = {} }: CiliumPortRule,
  [kind, index, field, entry]: Path,
  direction: Direction,
): readonly string[] {
  const { http = [], dns = [] } = rules;
  if (kind === 'dns' || (kind === undefined && dns.length > 0)) {
    const one = dns[Number(index)];
    const names = (one === undefined ? dns : [one]).flatMap((name) => givenName(name) ?? []);
    return queryLines(names);
  }
  if (http.length === 0) return [];
  const request = http[Number(index)];
  if (request === undefined)
    return [
      `**Only requests that match ${http.length === 1 ? 'this entry' : `one of these ${http.length} entries`}**; all others get 403.`,
      ...http.slice(0, 6).map((one) => `- ${requestText(one)}`),
      WHOLE,
      shadowText(direction),
    ];
  if (field === 'headerMatches') {
    const header = request.headerMatches?.[Number(entry)];
    if (header !== undefined) return headerLines(header);
  }
  if (field === 'path' || field === 'method' || field === 'host')
    return wholeLines(field, request[field] ?? '');
  return [`**${capital(requestText(request))}**: all of it must hold.`, WHOLE];
}

/** What an entry asks of a request, in words. */
function requestText({ method, path, host, headers = [], headerMatches = [] }: CiliumHttp): string {
  // What is to be done where the header is another lets the request through.
  const asked = headerMatches.filter(({ mismatch }) => mismatch === undefined);
  const names = [...headers, ...asked.map(({ name }) => name)];
  const parts = [
    ...(method === undefined || method === '' ? [] : [`method ${code(method)}`]),
    ...(path === undefined || path === '' ? [] : [`path ${code(path)}`]),
    ...(host === undefined || host === '' ? [] : [`host ${code(host)}`]),
    ...(names.length === 0
      ? []
      : [`${names.length === 1 ? 'header' : 'headers'} ${codeList(names)}`]),
  ];
  return parts.length === 0 ? 'any request' : `requests with ${list(parts)}`;
}

/** One header with what is done where it is another (Cilium, API of policies, `HeaderMatch`). */
function headerLines({ name, value, secret, mismatch }: CiliumHeader): readonly string[] {
  const what =
    secret !== undefined
      ? `the value that Secret ${code(secret.name)} holds`
      : value === undefined
        ? 'any value'
        : `the value ${code(value)}`;
  const then = mismatch === undefined ? undefined : MISMATCHES[mismatch];
  return then === undefined
    ? [`**Only requests whose header ${code(name)} has ${what}**; all others get 403.`]
    : [
        `**Lets requests through whatever their header ${code(name)} is**: where it has not ${what}, ${then}.`,
      ];
}

const MISMATCHES: Readonly<Record<string, string>> = {
  LOG: 'that is logged',
  ADD: 'one that has is added, and that is logged',
  DELETE: 'it is removed, and that is logged',
  REPLACE: 'it is replaced by one that has, and that is logged',
};

/** Cilium hands expressions to Envoy, which matches all of a text with them (Cilium, API of policies, `PortRuleHTTP`). */
const WHOLE = 'Method, path and host are regular expressions for the whole of each.';

/** That what lets everything through elsewhere makes these rules void. */
const shadowText = (direction: Direction): string =>
  `Another rule that allows the same port ${direction === 'ingress' ? 'from' : 'to'} the same peers without \`rules\` lets every request through.`;

/** One expression, with what it matches where a reader may think otherwise. */
function wholeLines(field: 'path' | 'method' | 'host', text: string): readonly string[] {
  if (text === '') return [`**Any ${field}**.`];
  const first = `**The whole ${field} must match** the regular expression ${code(text)}.`;
  if (field !== 'path') return [first, ...(field === 'method' ? [] : [PORT_OF_HOST])];
  const plain = /^[\w/-]+$/.test(text) ? text.replace(/\/$/, '') : null;
  if (plain === null) return [first];
  const below = `${plain}/x`;
  return matchesWhole(text, below) === false
    ? [
        first,
        `It matches ${code(text)} alone, not ${code(below)}: for all below it write ${code(`${plain}/.*`)}.`,
      ]
    : [first];
}

const PORT_OF_HOST = 'The host is what the client sends as `Host`, with a port where it sends one.';

/** The queries that Cilium's proxy lets through (Cilium documentation, "DNS Policy and IP Discovery"). */
function queryLines(names: readonly string[]): readonly string[] {
  const every = names.some(isAnyName);
  return [
    every
      ? '**Every DNS query** is let through, by way of Cilium’s proxy.'
      : `**Only DNS queries for ${list(names.map(code), 'or')}**; the proxy refuses others (REFUSED).`,
    'From the answers that pass it `toFQDNs` learns its addresses.',
    ...(every ? [] : patternLines(names.filter((name) => name.includes('*')))),
  ];
}

/** What patterns match and what not, as one is easily taken to match more. */
const patternLines = (patterns: readonly string[]): readonly string[] =>
  phraseLines(patterns.slice(0, 6).map(namePatternText));

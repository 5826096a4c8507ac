import { capital } from '../../../base/words.ts';
import type { CiliumHttp, CiliumPortRule } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import type { Direction } from '../../../policy/ir.ts';
import { code, codeList, list } from '../../../policy/print.ts';
import { matchesWhole } from '../../../policy/requestPattern.ts';

/** The rules about requests at some ports, or a part of them. */
export function requestLines(
  { rules = {} }: CiliumPortRule,
  [kind, index, field]: Path,
  direction: Direction,
): readonly string[] {
  const { http = [], dns = [] } = rules;
  if (kind === 'dns' || (kind === undefined && dns.length > 0)) {
    const one = dns[Number(index)];
    const names = (one === undefined ? dns : [one]).flatMap(
      ({ matchName, matchPattern }) => matchName ?? matchPattern ?? [],
    );
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
  if (field === 'path' || field === 'method' || field === 'host')
    return wholeLines(field, request[field] ?? '');
  return [`**${capital(requestText(request))}**: all of it must hold.`, WHOLE];
}

/** What an entry asks of a request, in words. */
function requestText({ method, path, host, headers = [], headerMatches = [] }: CiliumHttp): string {
  const names = [...headers, ...headerMatches.map(({ name }) => name)];
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
  const every = names.some((name) => /^\*+\.?$/.test(name));
  return [
    every
      ? '**Every DNS query** is let through, by way of Cilium’s proxy.'
      : `**Only DNS queries for ${list(names.map(code), 'or')}**; the proxy refuses others (REFUSED).`,
    'From the answers that pass it `toFQDNs` learns its addresses.',
    ...(every || !names.some((name) => name.includes('*'))
      ? []
      : ['`*` stands for any characters of one label, never for a dot.']),
  ];
}

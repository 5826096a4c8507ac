import { SymbolKind } from 'vscode-languageserver-types';
import type { Resource } from '../../model/resource.ts';
import { count } from '../../policy/print.ts';
import type { Entry } from '../feature.ts';
import { mapping, mappings, textOf } from '../../model/untyped.ts';
import { entry, keyAndValue, within } from './entry.ts';
import { peerWords, portsWords, selectorWords } from './words.ts';

/** What lies below a policy in the outline. It may be half-typed: what is not of its type is left out. */
export function policyEntries(resource: Resource): readonly Entry[] {
  const spec = mapping((resource.body as { readonly spec?: unknown }).spec);
  if (spec === null) return [];
  return within(resource.source.of(resource.body), [
    ...subjectEntry(resource, spec, 'podSelector', (value) => selectorWords(value) ?? 'all pods'),
    ...subjectEntry(resource, spec, 'subject', peerWords),
    ...(['ingress', 'egress'] as const).flatMap((direction) =>
      mappings(spec[direction]).map((rule) => ruleEntry(resource, direction, rule)),
    ),
  ]);
}

type Mapping = Readonly<Record<string, unknown>>;

/** The pods that a policy is for. */
function subjectEntry(
  resource: Resource,
  spec: Mapping,
  key: string,
  words: (value: Mapping) => string,
): readonly Entry[] {
  const value = mapping(spec[key]);
  if (value === null) return [];
  const place = {
    span: keyAndValue(resource, spec, key),
    selection: resource.source.key(spec, key),
  };
  return [entry(resource, key, words(value), SymbolKind.Key, place)];
}

function ruleEntry(resource: Resource, direction: 'ingress' | 'egress', rule: Mapping): Entry {
  const side = direction === 'ingress' ? 'from' : 'to';
  const peers = mappings(rule[side]);
  const who =
    peers.length > 0
      ? count(peers.length, 'peer')
      : direction === 'ingress'
        ? 'everyone'
        : 'everything';
  const span = resource.source.of(rule);
  return entry(
    resource,
    ruleWords(rule, `${direction} ${side} ${who} on ${portsWords(rule)}`),
    textOf(rule['name']) ?? '',
    SymbolKind.Method,
    {
      span,
      selection: { start: span.start, end: span.start },
      children: within(
        span,
        peers.map((peer) => {
          const place = resource.source.of(peer);
          return entry(resource, peerWords(peer), '', SymbolKind.Field, {
            span: place,
            selection: { start: place.start, end: place.start },
          });
        }),
      ),
    },
  );
}

/** A rule, with its action where it has one: "Deny ingress from 2 peers on TCP 80". */
const ruleWords = ({ action }: Mapping, words: string): string =>
  typeof action === 'string' && action !== '' ? `${action} ${words}` : words;

import { SymbolKind } from 'vscode-languageserver-types';
import type { Resource } from '../../model/resource.ts';
import { list as items, mapping, mappings, textOf, type Mapping } from '../../model/untyped.ts';
import { count, list } from '../../policy/print.ts';
import type { Entry } from '../feature.ts';
import { entry, keyAndValue, within } from './entry.ts';

/*
 * Calico's objects in the outline. They may be half-typed: what is not of its type is left out.
 */

/** What stands beside the kind of one of Calico's objects: its tier and order and what its rules do, or what it holds. */
export function calicoDetails({ kind, body }: Resource): readonly string[] {
  const spec = mapping((body as { readonly spec?: unknown }).spec) ?? {};
  switch (kind.id) {
    case 'calico/Tier':
      return [...orderWords(spec), textOf(spec['defaultAction']) ?? 'Deny'];
    case 'calico/NetworkSet':
    case 'calico/GlobalNetworkSet':
      return [count(items(spec['nets']).length, 'block')];
    case 'calico/HostEndpoint':
      return [textOf(spec['node']) ?? '', textOf(spec['interfaceName']) ?? ''].filter(
        (text) => text !== '',
      );
    case 'calico/Profile':
      return actionWords(spec);
    default:
      return [
        `tier ${textOf(spec['tier']) ?? 'default'}`,
        ...orderWords(spec),
        ...actionWords(spec),
      ];
  }
}

const orderWords = ({ order }: Mapping): readonly string[] =>
  typeof order === 'number' ? [`order ${order}`] : [];

/** How many rules have each action: "1 Allow, 2 Deny". */
function actionWords(spec: Mapping): readonly string[] {
  const actions = [...mappings(spec['ingress']), ...mappings(spec['egress'])].flatMap(
    ({ action }) => textOf(action) ?? [],
  );
  const all = [...new Set(actions)].map(
    (action) => `${actions.filter((one) => one === action).length} ${action}`,
  );
  return all.length === 0 ? [] : [all.join(', ')];
}

const SELECTORS = ['selector', 'namespaceSelector', 'serviceAccountSelector'] as const;

/** What lies below one of Calico's policies: its selectors, and its rules with their two sides. */
export function calicoEntries(resource: Resource): readonly Entry[] {
  const spec = mapping((resource.body as { readonly spec?: unknown }).spec);
  if (spec === null) return [];
  return within(resource.source.of(resource.body), [
    ...SELECTORS.flatMap((key) => {
      const text = textOf(spec[key]);
      if (text === null) return [];
      const place = {
        span: keyAndValue(resource, spec, key),
        selection: resource.source.key(spec, key),
      };
      return [entry(resource, key, text, SymbolKind.Key, place)];
    }),
    ...(['ingress', 'egress'] as const).flatMap((direction) =>
      mappings(spec[direction]).map((rule) => ruleEntry(resource, direction, rule)),
    ),
  ]);
}

function ruleEntry(resource: Resource, direction: 'ingress' | 'egress', rule: Mapping): Entry {
  const span = resource.source.of(rule);
  const [side, far] =
    direction === 'ingress' ? (['from', 'source'] as const) : (['to', 'destination'] as const);
  const who = endWords(mapping(rule[far]) ?? {});
  const action = textOf(rule['action']) ?? '';
  const words = `${action} ${direction} ${side} ${who ?? 'anyone'} on ${portsWords(rule)}`;
  const children = (['source', 'destination'] as const).flatMap((key) => {
    const end = mapping(rule[key]);
    if (end === null) return [];
    const place = {
      span: keyAndValue(resource, rule, key),
      selection: resource.source.key(rule, key),
    };
    return [
      entry(
        resource,
        key,
        endWords(end) ?? (key === 'destination' ? portsWords(rule) : ''),
        SymbolKind.Field,
        place,
      ),
    ];
  });
  return entry(resource, words.trim(), '', SymbolKind.Method, {
    span,
    selection: { start: span.start, end: span.start },
    children: within(span, children),
  });
}

/** Up to how many addresses and names are told. */
const MOST_TEXTS = 2;

/** One side of a rule: "app == 'web' in namespaces all()", "10.0.0.0/8", "Service shop/db"; null where it asks for nobody. */
function endWords(end: Mapping): string | null {
  const accounts = mapping(end['serviceAccounts']);
  const service = mapping(end['services']);
  const [selector, without, namespaces, account] = [
    textOf(end['selector']),
    textOf(end['notSelector']),
    textOf(end['namespaceSelector']),
    textOf(accounts?.['selector']),
  ];
  const parts = [
    ...(selector === null ? [] : [selector]),
    ...(without === null ? [] : [`not ${without}`]),
    ...textsWords(accounts?.['names'], 'as '),
    ...(account === null ? [] : [`as ${account}`]),
    ...(namespaces === null ? [] : [`in namespaces ${namespaces}`]),
    ...textsWords(end['nets'], ''),
    ...textsWords(end['notNets'], 'not '),
    ...(service === null
      ? []
      : [
          `Service ${[textOf(service['namespace']), textOf(service['name'])].filter((text) => text !== null).join('/')}`,
        ]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function textsWords(value: unknown, before: string): readonly string[] {
  const texts = items(value).flatMap((item) => textOf(item) ?? []);
  if (texts.length === 0) return [];
  const shown =
    texts.length > MOST_TEXTS ? `${texts[0]!} and ${texts.length - 1} more` : list(texts, 'or');
  return [`${before}${shown}`];
}

/** The ports of a rule: "every port", "TCP 80 and http", "UDP, but not 53". */
function portsWords(rule: Mapping): string {
  const protocol = scalarWord(rule['protocol']);
  const end = mapping(rule['destination']) ?? {};
  const [ports, without] = ['ports', 'notPorts'].map((key) =>
    items(end[key]).flatMap((port) => scalarWord(port) ?? []),
  ) as [string[], string[]];
  const some =
    ports.length > 0
      ? `${protocol ?? 'port'} ${list(ports)}`
      : protocol === null
        ? 'every port'
        : protocol;
  return without.length === 0 ? some : `${some} but ${list(without)}`;
}

const scalarWord = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : textOf(value);

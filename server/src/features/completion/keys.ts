import { CompletionItemKind } from 'vscode-languageserver-types';
import { kindOf } from '../../model/kinds.ts';
import { schemaBelow, type Schema } from '../../schema/at.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Choice } from './choice.ts';
import { snippetText } from './choice.ts';
import { isFitting, isFittingValue, isReleased, isTaken } from './cilium/offered.ts';
import { valueAt } from './selectors.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

/** The keys that a mapping can still have, each with the beginning of its value. */
export const keys: Source = (spot, { completesSchema, world }) => {
  const { schema, on, present } = spot;
  if (!completesSchema || schema === null || on === 'value') return [];
  // Where one field excludes all others, the one that is there is enough.
  if (present.length >= (schema.node.maxProperties ?? Infinity)) return [];
  return Object.keys(schema.node.properties ?? {}).flatMap((name, index, all) => {
    const value = schemaBelow(schema, name);
    if (value === null || present.includes(name)) return [];
    const { deprecated, readOnly, 'x-channel': channel } = value.node;
    const isServed = channel === undefined || channel === world.settings.channel;
    const isNowhere = name === 'namespace' && isOfNoNamespace(spot);
    const isThere = isReleased(value, world.settings.ciliumVersion) && isFitting(name, spot);
    return deprecated === true || readOnly === true || !isServed || isNowhere || !isThere
      ? []
      : choicesOf(name, value, { spot, version: world.settings.ciliumVersion }).map((choice) => ({
          ...choice,
          weight: all.length - index,
        }));
  });
};

/** Whether a key of `metadata` belongs to an object of the whole cluster. */
const isOfNoNamespace = ({ path, body }: Spot): boolean => {
  const [apiVersion, kind] = ['apiVersion', 'kind'].map((key) => String(valueAt(body, [key])));
  return path[0] === 'metadata' && kindOf(apiVersion!, kind!)?.namespaced === false;
};

/** Where a key is to stand, and the release of Cilium that manifests must suit. */
interface Place {
  readonly spot: Spot;
  readonly version: string | null;
}

function choicesOf(name: string, value: Schema, place: Place): Choice[] {
  const { spot } = place;
  const base = {
    label: name,
    kind: CompletionItemKind.Property,
    ...(value.node.description !== undefined && { documentation: value.node.description }),
  };
  const text = stringText(name, spot.quote);
  if (spot.word.isKey) return [{ ...base, text }];
  const key: Choice = {
    ...base,
    text: `${text}:${isTextPort(name, value) ? ' "$0"' : begun(name, value, place)}`,
    snippet: true,
    retrigger: hasChoices(name, value),
  };
  if (!isSelector(value)) return [key];
  const everything = { ...base, label: `${name}: {}`, text: `${text}: {}`, detail: 'everything' };
  return [key, everything];
}

/** Whether a port is a text, so that its number stands in quotes. */
const isTextPort = (name: string, { node }: Schema): boolean =>
  name === 'port' && node.type === 'string';

const isSelector = ({ node }: Schema): boolean =>
  node.properties !== undefined && Object.hasOwn(node.properties, 'matchLabels');

/** Strings that the workspace has proposals for, though the schema lists none. */
const KNOWN = new Set([
  'namespace',
  'key',
  'cidr',
  'port',
  'number',
  'namedPort',
  'tier',
  'protocol',
  'notProtocol',
  'node',
  'destinationNamedPort',
  'cidrGroupRef',
  'serviceName',
  'matchName',
  'matchPattern',
  'method',
]);

const hasChoices = (name: string, { node }: Schema): boolean =>
  KNOWN.has(name) ||
  (node.enum?.length ?? 0) > 1 ||
  node.properties !== undefined ||
  node.items !== undefined ||
  typeof node.additionalProperties === 'object';

/** The beginning of a value behind the colon of its key, up to the first thing that only the user knows. */
function begun(name: string, value: Schema, { spot, version }: Place): string {
  const { flow, column, layout } = spot;
  const there = { ...spot, path: [...spot.path.slice(0, -1), name] };
  let stop = 0;
  const next = (): string => `\${${++stop}}`;
  function inBrackets(schema: Schema): string {
    const { type } = schema.node;
    if (type === 'array') return `[${next()}]`;
    return type === 'object' ? `{ ${next()} }` : scalar(schema);
  }
  function scalar(schema: Schema): string {
    const { node } = schema;
    const words =
      node.type === 'boolean'
        ? ['true', 'false']
        : node.enum?.filter(
            (word) => isTaken(schema, word, version) && isFittingValue(word, there),
          );
    if (words === undefined) return next();
    return words.length === 1 ? snippetText(String(words[0])) : `\${${++stop}|${words.join()}|}`;
  }
  function inBlock(schema: Schema, at: number): string {
    const { type } = schema.node;
    if (type === 'array')
      return `\n${' '.repeat(at + layout.list)}- ${item(schema, at + layout.list)}`;
    return type === 'object'
      ? `\n${' '.repeat(at + layout.unit)}${mapping(schema, at + layout.unit)}`
      : ` ${scalar(schema)}`;
  }
  function item(list: Schema, at: number): string {
    const schema = schemaBelow(list, 0);
    return schema?.node.type === 'object' ? mapping(schema, at + 2) : next();
  }
  /** The keys that a mapping cannot do without; a selector nearly always begins with labels. */
  function mapping(schema: Schema, at: number): string {
    const names = isSelector(schema) ? ['matchLabels'] : (schema.node.required ?? []);
    if (names.length === 0) return next();
    return names
      .map((name) => `${name}:${inBlock(schemaBelow(schema, name)!, at)}`)
      .join(`\n${' '.repeat(at)}`);
  }
  // The user is to go on at the last place, unless there is a choice to be made at it.
  const text = flow ? ` ${inBrackets(value)}` : inBlock(value, column);
  return stop === 1 ? text.replace('${1}', '$0') : text;
}

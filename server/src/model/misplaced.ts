import { derive2 } from '../base/derive.ts';
import type { Edit } from '../base/edits.ts';
import { propertyOf, schemaBelow, type Schema, type SchemaNode } from '../schema/at.ts';
import { renameKey, replaceItem } from './edit.ts';
import { indentKeys, liftValue } from './restructure.ts';
import type { Fix } from './finding.ts';
import { asPort, asProtocol } from './portShape.ts';
import { valueAt, type Source } from './source.ts';
import { isLiteral, type Remedy, type UnknownKey } from './unknownKey.ts';

/**
 * What an unknown key is where its depth is wrong: it belongs below the empty key before it, or it nests a selector as
 * the Network Policy API did before v0.1.3, or it is the other version's list of ports. Null where it is none of them.
 */
export const misplaced = (key: UnknownKey): Remedy | null =>
  tooFarLeft(key) ??
  otherPorts(key) ??
  (isSelector(key.schema.node) ? nestedSelector(key) : nestedNamespaces(key));

/** Whether a schema is that of a label selector. */
export const isSelector = ({ properties }: SchemaNode): boolean =>
  properties?.['matchLabels'] !== undefined;

/** How many keys can belong to an empty one at most; the object with the most fields has fewer. */
const MOST_KEYS = 20;

/** The keys of a mapping in their order, and the place of each, found once for all that are unknown. */
const orderOf = derive2((source: Source, object: object) => {
  const keys = source.keys(object);
  return { keys, places: new Map(keys.map((key, index) => [key, index])) };
});

/** `- tcp:` with `destinationPort:` on the same level: the keys behind an empty one that are fields of it. */
function tooFarLeft({ text, schema, object, name }: UnknownKey): Remedy | null {
  const { keys, places } = orderOf(text.source, object);
  const place = places.get(name) ?? 0;
  const above = keys
    .slice(Math.max(0, place - MOST_KEYS), place)
    .reverse()
    .find((key) => propertyOf(schema.node, key) !== undefined);
  if (above === undefined || Object.hasOwn(object, above)) return null;
  const inner = schemaBelow(schema, above);
  const first = places.get(above)! + 1;
  const behind = keys.slice(first, first + MOST_KEYS);
  const end = behind.findIndex((key) => !isField(inner, key));
  const run = behind.slice(0, end < 0 ? behind.length : end);
  if (!run.includes(name)) return null;
  const these = run.map((key) => `\`${key}\``).join(' and ');
  const edits = () => indentKeys(text, object, run);
  return {
    advice: `It belongs to \`${above}\` above it, so it has to be indented further.`,
    fixes:
      edits().length === 0
        ? []
        : [{ title: `Indent ${these}, below \`${above}\``, safe: true, edits }],
  };
}

const isField = (schema: Schema | null, key: string): boolean =>
  schema !== null && propertyOf(schema.node, key) !== undefined;

/** `ports` in ClusterNetworkPolicy (v1alpha2), or `protocols` in the older kinds (v1alpha1): the same in another shape. */
function otherPorts({ text, schema, object, name }: UnknownKey): Remedy | null {
  const instead = name === 'ports' ? 'protocols' : 'ports';
  const list = schemaBelow(schema, instead);
  const entry = list && schemaBelow(list, 0);
  const rewritten =
    name === 'ports' && isField(entry, 'tcp')
      ? asProtocol
      : name === 'protocols' && isField(entry, 'portNumber')
        ? asPort
        : null;
  if (rewritten === null) return null;
  const how =
    instead === 'protocols'
      ? 'an entry such as `tcp: {destinationPort: {number: 80}}` for each'
      : 'an entry such as `portNumber: {protocol: TCP, port: 80}` for each';
  const edits = (): readonly Edit[] => {
    const entries = object[name];
    if (Object.hasOwn(object, instead) || !Array.isArray(entries) || entries.length === 0)
      return [];
    if (entries.length > (list?.node.maxItems ?? Infinity)) return [];
    const parts = [
      renameKey(text, object, name, instead),
      ...entries.map((one: unknown, index) => {
        const made = isLiteral(text, entries, index) ? rewritten(one) : null;
        return made === null ? [] : replaceItem(text, entries as object[], index, made);
      }),
    ];
    return parts.some((part) => part.length === 0) ? [] : parts.flat();
  };
  return {
    advice: `This kind has its ports in \`${instead}\`, with ${how}.`,
    fixes:
      edits().length === 0
        ? []
        : [{ title: `Write them as \`${instead}\` (same meaning)`, safe: true, edits }],
  };
}

/** `namespaces: {namespaceSelector: …}`, and relations between labels, which only releases before v0.1.3 had. */
function nestedSelector({ text, body, path, object, name }: UnknownKey): Remedy | null {
  if (isRelation(name)) return { advice: relationAdvice(name), fixes: [] };
  const step = path.at(-1);
  const parent = valueAt(body, path.slice(0, -1));
  if (!/^(?:namespace|pod)Selector$/.test(name)) return null;
  // Only Cilium lists selectors as they are.
  if (typeof step === 'number')
    return {
      advice:
        name === 'podSelector'
          ? 'An entry is the selector itself: write what is in `podSelector` right into it.'
          : 'The namespace is a label of the entry itself: `k8s:io.kubernetes.pod.namespace`, or `k8s:io.cilium.k8s.namespace.labels.` before a label of the namespace.',
      fixes: [],
    };
  if (typeof step !== 'string' || !isObject(parent)) return null;
  const edits = () => liftValue(text, parent, step, name);
  return {
    advice: `\`${step}\` is the selector itself: write what is in \`${name}\` right into it.`,
    fixes:
      Object.keys(object).length > 1 || edits().length === 0
        ? []
        : [{ title: `Write the selector right into \`${step}\``, safe: true, edits }],
  };
}

/** `pods: {namespaces: {namespaceSelector: …}}`, which became `pods: {namespaceSelector: …}` in v0.1.3. */
function nestedNamespaces({ text, schema, object, name }: UnknownKey): Remedy | null {
  const instead = 'namespaceSelector';
  const value = object[name];
  if (name !== 'namespaces' || !isField(schema, instead) || !isField(schema, 'podSelector'))
    return null;
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  const relation = keys.find(isRelation);
  if (relation !== undefined)
    return {
      span: text.source.key(value, relation),
      advice: relationAdvice(relation),
      fixes: [],
      instead,
    };
  const nested = keys.length === 1 && keys[0] === instead;
  const rename = (): ReturnType<Fix['edits']> => renameKey(text, object, name, instead);
  const lift = (): ReturnType<Fix['edits']> =>
    nested ? liftValue(text, object, name, instead) : [];
  const possible =
    !Object.hasOwn(object, instead) &&
    (nested ? lift().length > 0 : keys.every((key) => key.startsWith('match'))) &&
    rename().length > 0;
  return {
    advice: `The namespaces of \`pods\` are its \`${instead}\`.`,
    fixes: possible
      ? [
          {
            title: `Write the selector into \`${instead}\``,
            safe: true,
            edits: () => [...rename(), ...lift()],
          },
        ]
      : [],
    instead,
  };
}

const isRelation = (name: string): boolean => name === 'sameLabels' || name === 'notSameLabels';

/** Nothing in the released API compares the labels of two namespaces, so there is only another way to the same end. */
const relationAdvice = (name: string): string =>
  `The released API has nothing in the place of \`${name}\`: write a policy for each group of namespaces, with \`matchLabels\`, or leave it to a NetworkPolicy in each namespace, where \`podSelector: {}\` means its own pods.`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

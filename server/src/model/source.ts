import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { derive } from '../base/derive.ts';
import { touches, type Span } from '../base/span.ts';
import { propertyOf, schemaBelow, type Schema } from '../schema/at.ts';
import { holdsPlaceholder, type Hole } from '../yaml/template.ts';
import { scalarValue, type Tree } from '../yaml/parse.ts';

/** The steps from the root of an object down to one of its parts: keys of mappings, indices of sequences. */
export type Path = readonly (string | number)[];

/**
 * Where the parts of a decoded object stand in its document. Objects and arrays of the body are looked up by
 * identity, so a rule holds no paths: `source.key(port, 'endPort')`.
 */
export interface Source {
  /** The key `name` of `object`; where the key is missing, the place of `object` itself as `of` gives it. */
  key(object: object, name: string): Span;
  /** The value under a key or index; where it is missing or null, the key's span. */
  value(object: object, step: string | number): Span;
  /** Whether the mapping has the key, be it with a null. */
  has(object: object, name: string): boolean;
  /** The keys of a mapping in the order of the text, those with nulls included. */
  keys(object: object): readonly string[];
  /** The whole node: for a mapping or sequence from its first key or item to the end of its last value. */
  of(object: object): Span;
  /** The innermost key or value at an offset of the document; null outside of all. */
  at(offset: number): Part | null;
  /** The steps from the body down to `object`. */
  path(object: object): Path;
  /** Whether an alias or merge key brings `object` elsewhere too, so that an edit there would change other places. */
  shared(object: object): boolean;
  /** The YAML node of `object`, for edits; null for what the text does not hold, such as the object of a null item. */
  node(object: object): YAMLMap | YAMLSeq | null;
}

/** A key or value of a decoded object. */
export interface Part {
  readonly object: object;
  readonly step: string | number;
  readonly on: 'key' | 'value';
  readonly span: Span;
}

/** What stands at the end of a path below a body; undefined where the path leads nowhere. */
export const valueAt = (body: object, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    body,
  );

/** A key that a mapping holds twice. */
export interface DuplicateKey {
  readonly object: object;
  readonly name: string;
  readonly span: Span;
}

/** A decoded node of a tree, with what was found on the way. */
export interface Decoded {
  readonly value: unknown;
  readonly source: Source;
  readonly duplicates: readonly DuplicateKey[];
  /** The paths of values that a template or placeholder fills in. */
  readonly unknown: readonly Path[];
  /** Whether aliases unfold to more than any manifest holds; the value is then not to be used. */
  readonly excessive: boolean;
}

/** The nodes of the key and value of each part of an object; an item has no key. */
type Parts = Map<string | number, { readonly key: Node | null; readonly value: Node | null }>;

interface Entry {
  readonly tree: Tree;
  readonly parent: object | null;
  readonly step: string | number;
  /** Whether it was read through an alias or merge key. */
  readonly borrowed: boolean;
  /** Whether an anchor that aliases name is on it or around it. */
  readonly lent: boolean;
  readonly node: YAMLMap | YAMLSeq | null;
  /** Where it stands when it has no node. */
  readonly span: Span | null;
  /** Found when first asked for, as most are never; null until then. */
  parts: Parts | null;
}

/** Far above what any manifest unfolds to, far below what would be felt. */
const MOST_UNFOLDED = 200_000;

/**
 * Decodes one node as the API server does: a null field is absent, a null list item or entry of a map is the zero value
 * of its type (encoding/json), so a null rule is an empty rule, and a label without a value asks for the empty value.
 * In the kinds of CustomResourceDefinitions, their metadata apart, it drops an entry of a map that is null, so that such a
 * label asks for nothing (apiextensions-apiserver, package defaulting); a null list item stays, and the schema refuses it. Aliases decode to the very object that they name.
 */
export function decode(
  tree: Tree,
  node: Node,
  schema: Schema | null,
  isCustom: boolean = false,
): Decoded {
  const entries = new Map<object, Entry>();
  const anchors = anchorsOf(tree);
  const aliased = new Map<Node, unknown>();
  const open = new Set<Node>();
  const sizes = new Map<object, number>();
  const duplicates: DuplicateKey[] = [];
  const unknown = new Map<object, Set<string | number>>();
  const markUnknown = (object: object, step: string | number): void => {
    unknown.set(object, (unknown.get(object) ?? new Set()).add(step));
  };
  let [throughAlias, unfolded] = [false, 0];

  const enter = (
    object: object,
    node: YAMLMap | YAMLSeq | null,
    parent: object | null,
    step: string | number,
    span: Span | null = null,
  ): Entry => {
    const lent =
      node?.anchor !== undefined || (parent !== null && entries.get(parent)?.lent === true);
    const borrowed = throughAlias;
    const entry = { tree, parent, step, borrowed, lent, node, span, parts: null };
    entries.set(object, entry);
    return entry;
  };

  /** What stands for a null under a key; null where the key goes with it. */
  const zeroAt = (object: object, name: string, schema: Schema | null): unknown =>
    schema && isEntry(schema, name) && (!isCustom || isInMetadata(object))
      ? zeroOf(schemaBelow(schema, name))
      : null;

  const isInMetadata = (object: object): boolean => {
    const { parent, step } = entries.get(object)!;
    if (parent === null) return false;
    return step === 'metadata' && entries.get(parent)!.parent === null
      ? true
      : isInMetadata(parent);
  };

  function read(
    node: Node | null,
    parent: object | null,
    step: string | number,
    schema: Schema | null,
  ): unknown {
    if (node === null || unfolded > MOST_UNFOLDED) return null;
    unfolded++;
    if (isAlias(node)) return readAlias(node.source, parent, step, schema);
    if (isMap(node)) return readMap(node, parent, step, schema);
    if (isSeq(node)) return readSequence(node, parent, step, schema);
    return isScalar(node) ? scalarOf(node) : null;
  }

  function readAlias(
    name: string,
    parent: object | null,
    step: string | number,
    schema: Schema | null,
  ): unknown {
    const target = anchors.get(name);
    if (target === undefined || open.has(target)) return null;
    if (!aliased.has(target)) {
      const before = throughAlias;
      throughAlias = true;
      aliased.set(target, read(target, parent, step, schema));
      throughAlias = before;
    }
    const value = aliased.get(target);
    if (typeof value === 'object' && value !== null) unfolded += sizes.get(value) ?? 0;
    return value;
  }

  function readMap(
    node: YAMLMap,
    parent: object | null,
    step: string | number,
    schema: Schema | null,
  ): object {
    const object: Record<string, unknown> = {};
    const before = unfolded;
    const entry = enter(object, node, parent, step);
    const pairs = node.items as readonly { key: Node | null; value: Node | null }[];
    // What merging brings stands elsewhere, so that the parts are known only from going through it.
    const parts: Parts | null = pairs.some(({ key }) => isMergeKey(key)) ? new Map() : null;
    entry.parts = parts;
    open.add(node);
    const written = new Set<string>();
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        // Of several the first has the last word, so it is taken over last.
        const merged = isSeq(value) ? [...(value.items as Node[])].reverse() : [value];
        for (const node of merged) if (node !== null) mergeInto(object, parts!, node, schema);
        continue;
      }
      const name = keyOf(tree, key);
      if (name === null) continue;
      const filledIn = tree.holes.length > 0 && overlapsHole(keySpanOf(key, value));
      if (written.has(name) && !filledIn)
        duplicates.push({ object, name, span: keySpanOf(key, value) });
      written.add(name);
      parts?.set(name, partOf(key, value));
      const below = schema && schemaBelow(schema, name);
      const decoded = read(value, object, name, below);
      set(object, name, decoded ?? zeroAt(object, name, schema));
      if (filledIn || isUnknown(value)) markUnknown(object, name);
    }
    open.delete(node);
    sizes.set(object, unfolded - before);
    return object;
  }

  /**
   * Takes over what a merge key brings; the places are those of the origin. It replaces what stands above it and is
   * replaced by what stands below it, as keys of one name do (go-yaml v2, decode.go).
   */
  function mergeInto(
    object: Record<string, unknown>,
    parts: Parts,
    node: Node,
    schema: Schema | null,
  ): void {
    const before = throughAlias;
    throughAlias = true;
    const origin = read(node, null, '<<', schema);
    throughAlias = before;
    if (typeof origin !== 'object' || origin === null || Array.isArray(origin)) return;
    for (const [step, part] of partsOf(entries.get(origin))) {
      const name = String(step);
      parts.set(name, part);
      set(object, name, own(origin, name) ?? null);
      if (unknown.get(origin)?.has(name) === true) markUnknown(object, name);
    }
  }

  function readSequence(
    node: YAMLSeq,
    parent: object | null,
    step: string | number,
    schema: Schema | null,
  ): object {
    const list: unknown[] = [];
    const before = unfolded;
    enter(list, node, parent, step);
    const below = schema && schemaBelow(schema, 0);
    open.add(node);
    for (const [index, item] of (node.items as readonly (Node | null)[]).entries()) {
      let value = read(item, list, index, below);
      if (value === null && !isCustom) {
        value = zeroOf(below);
        if (typeof value === 'object' && value !== null)
          enter(value, null, list, index, spanOf(item ?? node));
      }
      list.push(value);
      if (isUnknown(item)) markUnknown(list, index);
    }
    open.delete(node);
    sizes.set(list, unfolded - before);
    return list;
  }

  const overlapsHole = (span: Span): boolean =>
    tree.holes.some(
      (hole: Hole) => !hole.control && hole.span.start < span.end && span.start < hole.span.end,
    );

  function isUnknown(node: Node | null | undefined): boolean {
    if (isAlias(node)) return isUnknown(anchors.get(node.source));
    if (!isScalar(node)) return false;
    return (
      (typeof node.value === 'string' && holdsPlaceholder(node.value)) ||
      (tree.holes.length > 0 && overlapsHole(spanOf(node)))
    );
  }

  function scalarOf(node: Scalar): unknown {
    const value = scalarValue(node);
    if (tree.holes.length === 0) return value ?? null;
    const span = spanOf(node);
    // What a template fills in is shown as it is written, never as the filler that was parsed.
    return overlapsHole(span)
      ? tree.text.slice(span.start, span.end).replace(/^(["'])([\s\S]*)\1$/, '$2')
      : (value ?? null);
  }

  const value = read(node, null, '', schema);
  return {
    value,
    source: sourceOf(entries),
    duplicates,
    unknown: [...unknown].flatMap(([object, steps]) =>
      [...steps].map((step) => [...pathOf(entries, object), step]),
    ),
    excessive: unfolded > MOST_UNFOLDED,
  };
}

const isMergeKey = (key: Node | null): boolean =>
  isScalar(key) && key.source === '<<' && key.type === 'PLAIN';

/** A value without a key has the place of its key where it begins itself. */
const keySpanOf = (key: Node | null, value: Node | null): Span => spanOf(key ?? value);

/** A pair as a part; a value without a key stands for that, too. */
const partOf = (
  key: Node | null,
  value: Node | null,
): { readonly key: Node | null; readonly value: Node | null } => ({ key: key ?? value, value });

/** The parts of an object. */
function partsOf(entry: Entry | undefined): Parts {
  if (entry === undefined) return new Map();
  return (entry.parts ??= writtenIn(entry));
}

function writtenIn({ node, tree }: Entry): Parts {
  const parts: Parts = new Map();
  if (isSeq(node))
    for (const [index, item] of (node.items as readonly (Node | null)[]).entries())
      parts.set(index, { key: null, value: item ?? node });
  else if (isMap(node))
    for (const { key, value } of node.items as readonly {
      key: Node | null;
      value: Node | null;
    }[]) {
      const name = keyOf(tree, key);
      if (name !== null) parts.set(name, partOf(key, value));
    }
  return parts;
}

/** The place of a value that is there, null for one that is not; an item is there even where nothing is written. */
function valueSpanOf({ key, value }: { key: Node | null; value: Node | null }): Span | null {
  if (value === null) return null;
  const span = spanOf(value);
  return key !== null && span.start === span.end ? null : span;
}

/** Own property whatever its name: `__proto__` is a key like any other. Null takes away what the key had before. */
function set(object: Record<string, unknown>, name: string, value: unknown): void {
  if (value === null) delete object[name];
  else if (name === '__proto__')
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else object[name] = value;
}

const own = (object: object, name: string): unknown =>
  Object.getOwnPropertyDescriptor(object, name)?.value as unknown;

/** Whether a key is an entry of a map, such as a label, rather than a field. */
const isEntry = ({ node }: Schema, name: string): boolean =>
  propertyOf(node, name) === undefined && typeof node.additionalProperties === 'object';

const zeroOf = (schema: Schema | null): unknown => {
  const type = schema?.node.type;
  return type === 'string' ? '' : type === 'integer' ? 0 : {};
};

/**
 * Keys that are no strings become the strings that Kubernetes' conversion to JSON makes of them; a key that a template
 * fills in stays as it is written.
 */
function keyOf({ holes, text }: Tree, key: Node | null): string | null {
  if (!isScalar(key)) return key === null ? '' : null;
  const { start, end } = spanOf(key);
  if (holes.some(({ span }) => span.start < end && start < span.end)) return text.slice(start, end);
  const value = scalarValue(key);
  return typeof value === 'string' ? value : String(value);
}

/** The place of a node without the blanks and comments that the parser counts to it. */
const spanOf = (node: Node | null): Span =>
  node?.range ? { start: startOf(node), end: endOf(node) } : { start: 0, end: 0 };

/** A block mapping begins with its first key, before which the parser may have counted a tag or an explicit `?`. */
function startOf(node: Node): number {
  const [start] = node.range!;
  const first = isMap(node) && node.flow !== true ? (node.items[0]?.key as Node | null) : null;
  return first?.range ? Math.min(start, startOf(first)) : start;
}

/** A block collection ends with its last value, or key where that has none; blanks and comments may follow. */
function endOf(node: Node): number {
  const [start, end] = node.range!;
  if ((!isMap(node) && !isSeq(node)) || node.flow === true || node.items.length === 0) return end;
  const last = isMap(node) ? lastOf(node.items.at(-1)!) : (node.items.at(-1) as Node | null);
  return last?.range ? Math.max(start, endOf(last)) : last === null && isSeq(node) ? end : start;
}

const lastOf = ({ key, value }: Pair): Node | null =>
  ((value as Node | null)?.range && !isEmpty(value as Node) ? value : key) as Node | null;

const isEmpty = ({ range }: Node): boolean => range![0] === range![1];

const anchorsOf = derive((tree: Tree): ReadonlyMap<string, Node> => {
  const anchors = new Map<string, Node>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, node as Node);
    if (isMap(node)) for (const { key, value } of node.items) [key, value].forEach(visit);
    else if (isSeq(node)) node.items.forEach(visit);
  };
  if (tree.text.includes('&')) visit(tree.root);
  return anchors;
});

function pathOf(entries: ReadonlyMap<object, Entry>, object: object): (string | number)[] {
  const path: (string | number)[] = [];
  for (
    let entry = entries.get(object);
    entry !== undefined && entry.parent !== null;
    entry = entries.get(entry.parent)
  )
    path.unshift(entry.step);
  return path;
}

/** The part with the shortest span that touches the offset. */
function partAt(entries: ReadonlyMap<object, Entry>, offset: number): Part | null {
  let found: Part | null = null;
  const consider = (part: Part): void => {
    if (!touches(part.span, offset)) return;
    if (found === null || length(part.span) < length(found.span)) found = part;
  };
  for (const [object, entry] of entries) {
    if (entry.borrowed) continue;
    for (const [step, part] of partsOf(entry)) {
      const value = valueSpanOf(part);
      if (value !== null) consider({ object, step, on: 'value', span: value });
      if (part.key !== null) consider({ object, step, on: 'key', span: spanOf(part.key) });
    }
  }
  return found;
}

const length = ({ start, end }: Span): number => end - start;

function sourceOf(entries: ReadonlyMap<object, Entry>): Source {
  const [root] = entries.values();
  // What the text does not hold, such as the spec of a policy without one, stands for the whole.
  const spanIn = (object: object): Span => {
    const { node = null, span = null } = entries.get(object) ?? root ?? {};
    return span ?? spanOf(node);
  };
  const partsIn = (object: object): Parts => partsOf(entries.get(object));
  return {
    of: spanIn,
    has: (object, name) => partsIn(object).has(name),
    keys: (object) => [...partsIn(object).keys()].map(String),
    key: (object, name) => {
      const key = partsIn(object).get(name)?.key;
      return key ? spanOf(key) : spanIn(object);
    },
    value: (object, step) => {
      const part = partsIn(object).get(step);
      return (part && (valueSpanOf(part) ?? (part.key && spanOf(part.key)))) ?? spanIn(object);
    },
    at: (offset) => partAt(entries, offset),
    path: (object) => pathOf(entries, object),
    shared: (object) => {
      const entry = entries.get(object);
      return entry !== undefined && (entry.borrowed || entry.lent);
    },
    node: (object) => entries.get(object)?.node ?? null,
  };
}

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { derive } from '../base/derive.ts';
import type { Span } from '../base/span.ts';
import { propertyOf, schemaBelow, type Schema } from '../schema/at.ts';
import { holdsPlaceholder, type Hole } from '../yaml/template.ts';
import { scalarValue, type Tree } from '../yaml/parse.ts';
import { spanOf } from '../yaml/place.ts';
import { keyOf, partOf, partsOf, pathOf, type Entry, type Nodes, type Parts } from './entries.ts';
import { sourceOf, type Path, type Source } from './source.ts';

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

/** Far above what any manifest unfolds to, far below what would be felt. */
const MOST_UNFOLDED = 200_000;

/**
 * Decodes one node as the API server does: a null field is absent, a null list item or entry of a map is the zero value
 * of its type (encoding/json), so a null rule is an empty rule, and a label without a value asks for the empty value.
 * In the kinds of CustomResourceDefinitions, their metadata apart, it drops an entry of a map that is null, so that
 * such a label asks for nothing (apiextensions-apiserver, package defaulting); a null list item stays, and the schema
 * refuses it. Aliases decode to the very object that they name.
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
    const pairs = node.items as readonly Nodes[];
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

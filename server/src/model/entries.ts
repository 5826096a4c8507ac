import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from '../base/span.ts';
import { scalarValue, type Tree } from '../yaml/parse.ts';
import { spanOf } from '../yaml/place.ts';

/*
 * What decoding notes of each object and array, from which `source.ts` finds their places.
 */

/** The nodes of the key and value of a part; an item has no key. */
export interface Nodes {
  readonly key: Node | null;
  readonly value: Node | null;
}

/** The nodes of each part of an object. */
export type Parts = Map<string | number, Nodes>;

/** Where an object was read, and through what. */
export interface Entry {
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

/** A pair as a part; a value without a key stands for that, too. */
export const partOf = (key: Node | null, value: Node | null): Nodes => ({
  key: key ?? value,
  value,
});

/** The parts of an object; none of one that was not decoded. */
export function partsOf(entry: Entry | undefined): Parts {
  if (entry === undefined) return new Map();
  return (entry.parts ??= writtenIn(entry));
}

function writtenIn({ node, tree }: Entry): Parts {
  const parts: Parts = new Map();
  if (isSeq(node))
    for (const [index, item] of (node.items as readonly (Node | null)[]).entries())
      parts.set(index, { key: null, value: item ?? node });
  else if (isMap(node))
    for (const { key, value } of node.items as readonly Nodes[]) {
      const name = keyOf(tree, key);
      if (name !== null) parts.set(name, partOf(key, value));
    }
  return parts;
}

/** The place of a value that is there, null for one that is not; an item is there even where nothing is written. */
export function valueSpanOf({ key, value }: Nodes): Span | null {
  if (value === null) return null;
  const span = spanOf(value);
  return key !== null && span.start === span.end ? null : span;
}

/**
 * Keys that are no strings become the strings that Kubernetes' conversion to JSON makes of them; a key that a template
 * fills in stays as it is written.
 */
export function keyOf({ holes, text }: Tree, key: Node | null): string | null {
  if (!isScalar(key)) return key === null ? '' : null;
  const { start, end } = spanOf(key);
  if (holes.some(({ span }) => span.start < end && start < span.end)) return text.slice(start, end);
  const value = scalarValue(key);
  return typeof value === 'string' ? value : String(value);
}

/** The steps from the body down to `object`. */
export function pathOf(entries: ReadonlyMap<object, Entry>, object: object): (string | number)[] {
  const path: (string | number)[] = [];
  for (
    let entry = entries.get(object);
    entry !== undefined && entry.parent !== null;
    entry = entries.get(entry.parent)
  )
    path.unshift(entry.step);
  return path;
}

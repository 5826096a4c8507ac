import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { derive, derive2 } from '../base/derive.ts';
import { schemaOf } from '../schema/at.ts';
import type { Tree } from '../yaml/parse.ts';
import { decode, type Decoded } from './decode.ts';
import { kindOf } from './kinds.ts';
import { stringMaps } from './stringMaps.ts';

/** Items of a list document that are read at most: more of them fit below its size only where they are next to empty. */
export const MOST_ITEMS = 20_000;

/** The items of a list kind; null for other documents. */
export function listIn({ root }: Tree): readonly unknown[] | null {
  if (!isMap(root) || scalarAt(root, 'kind')?.endsWith('List') !== true) return null;
  const items = root.get('items', true) as unknown;
  return isSeq(items) ? items.items : null;
}

/** One object of a document; `apiVersion` and `kind` are its own, or those that its list implies. */
export interface Item {
  readonly node: YAMLMap;
  readonly apiVersion: string | null;
  readonly kind: string | null;
}

/** The objects of a document: itself, or the items of a list kind. The items of a `PodList` need not say that they are Pods. */
export const itemsOf = derive((tree: Tree): readonly Item[] => {
  const { root } = tree;
  if (!isMap(root)) return [];
  const [apiVersion, kind] = [scalarAt(root, 'apiVersion'), scalarAt(root, 'kind')];
  const items = listIn(tree);
  if (kind === null || items === null) return [{ node: root, apiVersion, kind }];
  if (items.length > MOST_ITEMS) return [];
  const implied = kind === 'List' ? null : kind.slice(0, -'List'.length);
  return items
    .filter((item): item is YAMLMap => isMap(item))
    .map((node) => ({
      node,
      apiVersion: scalarAt(node, 'apiVersion') ?? (implied && apiVersion),
      kind: scalarAt(node, 'kind') ?? implied,
    }));
});

const scalarAt = (node: YAMLMap, key: string): string | null => {
  const value = node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
  return isScalar(value) && typeof value.value === 'string' ? value.value : null;
};

/** Decoded once: a document's problems and its resources both ask. */
export const decoded = derive2((tree: Tree, { node, apiVersion, kind: name }: Item): Decoded => {
  const kind = kindOf(apiVersion ?? '', name ?? '');
  const isCustom = kind?.dialect === 'cilium' || kind?.dialect === 'admin';
  const found = decode(tree, node, kind?.schema ? schemaOf(kind.schema) : stringMaps, isCustom);
  // The API server fills in what the list implies, so the body has it as if it were written.
  // Of a repeated key it is the one by which the object was known, so that both are strings whatever the other is.
  if (
    typeof found.value === 'object' &&
    found.value !== null &&
    apiVersion !== null &&
    name !== null
  )
    Object.assign(found.value, { apiVersion, kind: name });
  return found;
});

import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { derive, derive2 } from '../base/derive.ts';
import { schemaOf } from '../schema/at.ts';
import { treeOf, type Tree } from '../yaml/parse.ts';
import { joined, resplit, splitting, type Placed, type Replaced } from '../yaml/split.ts';
import type { Chunk } from './chunk.ts';
import { CALICO_GROUP, CILIUM_GROUP, kindOf, kinds, templateKind, type Kind } from './kinds.ts';
import { carriesPodTemplate, podTemplatePath } from './podTemplate.ts';
import { fieldAt, shapeProblems } from './problems.ts';
import type { Illegible, KubernetesObject, Metadata, Problem, Resource } from './resource.ts';
import { decode, type Decoded, type Path } from './source.ts';
import { stringMaps } from './stringMaps.ts';

/** What one document holds: its resources, and the problems that belong to none of them. */
export interface Reading {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
}

/** The default limit of a document's size; above it nothing is parsed. */
const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024;

/**
 * How much of a file is parsed, in all its documents together: at the default 100,000 lines of manifests, which take
 * about as long to read as anybody waits for an editor. What is passed over anyway, such as definitions of custom
 * resources, does not count.
 */
const maxFileBytes = (maxDocumentBytes: number): number => 2 * maxDocumentBytes;

/** Documents that are told apart in a file; only programs write more. */
const MOST_DOCUMENTS = 20_000;

const NOTHING: Reading = { resources: [], problems: [] };

/** The Kubernetes objects of a document that netpol has a use for, in their order. Never throws. */
export const resourcesOf = (chunk: Chunk, maxBytes = MAX_DOCUMENT_BYTES): readonly Resource[] =>
  readingOf(chunk, maxBytes).resources;

/** What is wrong with a document as a whole: it is no YAML, unfolds to too much, or is too large. */
export const problemsOf = (chunk: Chunk, maxBytes = MAX_DOCUMENT_BYTES): readonly Problem[] =>
  readingOf(chunk, maxBytes).problems;

/** The documents of a file; one of more than can be read stays a single one, which is then too large itself. */
export function documentsOf(text: string, maxBytes = MAX_DOCUMENT_BYTES): readonly Placed[] {
  const limit = maxFileBytes(maxBytes);
  const documents: Placed[] = [];
  let parsed = 0;
  for (const placed of splitting(text)) {
    if (text.length > limit) parsed += parsedBytes(placed.chunk, maxBytes);
    if (parsed > limit || documents.length === MOST_DOCUMENTS) return whole(text);
    documents.push(placed);
  }
  return documents;
}

/**
 * The documents of a file after one stretch of it was replaced, as `resplit` gives them, under the limits of `documentsOf`.
 * @param before the documents before
 */
export function documentsAfter(
  before: readonly Placed[],
  edit: Replaced,
  maxBytes = MAX_DOCUMENT_BYTES,
): readonly Placed[] {
  const limit = maxFileBytes(maxBytes);
  const { chunk } = before[0]!;
  const { text } = chunk;
  if (before.length === 1 && (text.length > limit || holdsMany(chunk)))
    return documentsOf(text.slice(0, edit.start) + edit.text + text.slice(edit.end), maxBytes);
  const after = resplit(before, edit);
  if (after.length > MOST_DOCUMENTS) return whole(joined(after));
  const { start, chunk: last } = after.at(-1)!;
  if (start + last.text.length <= limit) return after;
  const parsed = after.reduce((sum, { chunk }) => sum + parsedBytes(chunk, maxBytes), 0);
  return parsed > limit ? whole(joined(after)) : after;
}

const whole = (text: string): readonly Placed[] => [{ start: 0, line: 0, chunk: { text } }];

const parsedBytes = (chunk: Chunk, maxBytes: number): number =>
  chunk.text.length <= maxBytes && mayHoldResources(chunk) ? chunk.text.length : 0;

function readingOf(chunk: Chunk, maxBytes: number): Reading {
  const { text } = chunk;
  if (text.length <= maxBytes && !holdsMany(chunk)) return read(chunk);
  return mentionsPolicies(text) ? tooLarge(chunk, maxBytes) : NOTHING;
}

const tooLarge = (chunk: Chunk, maxBytes: number): Reading => ({
  resources: [],
  problems: [
    {
      code: 'too-large',
      field: '',
      path: [],
      span: { start: 0, end: Math.max(1, chunk.text.indexOf('\n')) },
      confidence: 'proven',
      message: holdsMany(chunk)
        ? `This file has more than ${MOST_DOCUMENTS} documents and is not checked. Split it.`
        : isFile(chunk.text)
          ? `This file has ${sizeText(chunk.text.length)} and is not checked: of all its documents ${sizeText(maxFileBytes(maxBytes))} may have to be read, twice \`netpol.maxDocumentBytes\`. Split it, or raise the setting.`
          : `This document has ${sizeText(chunk.text.length)} and is not checked: it may have ${sizeText(maxBytes)}, \`netpol.maxDocumentBytes\`. Split it, or raise the setting.`,
    },
  ],
});

/** Whether a text holds several documents, so is that of a file that was not split. */
function isFile(text: string): boolean {
  const documents = splitting(text);
  documents.next();
  return documents.next().done !== true;
}

/** Whether a chunk is a file of more documents than are told apart; each takes a line of four characters at least. */
const holdsMany = derive(({ text }: Chunk): boolean => {
  if (text.length < 4 * MOST_DOCUMENTS) return false;
  let count = 0;
  for (const _ of splitting(text)) if (++count > MOST_DOCUMENTS) return true;
  return false;
});

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${(bytes / 1024).toFixed(1)} KiB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/** Whether the text could hold an object of a kind that is checked; cheap, and never wrong when it says no. */
export const mentionsPolicies = (text: string): boolean =>
  text.includes('NetworkPolicy') || text.includes(CALICO_GROUP) || text.includes(CILIUM_GROUP);

/** Calico calls its kinds by common words, but none is written without its group. */
const KINDS = new RegExp(
  [
    ...new Set(kinds.filter(({ dialect }) => dialect !== 'calico').map(({ name }) => name)),
    CALICO_GROUP.replace('.', '\\.'),
    '\\b(?:t|jobT)emplate\\b',
  ].join('|'),
);

/**
 * Whether the text could hold an object of any kind that netpol reads; cheap, and never wrong when it says no.
 * Definitions of custom resources are often huge, mention all of this, and are none of it.
 */
const mentionsKinds = (text: string): boolean =>
  text.includes('kind') && KINDS.test(text) && !isDefinition(text);

const isDefinition = (text: string): boolean =>
  /^kind:[ \t]*["']?CustomResourceDefinition\b/m.test(text);

/** Whether a document is the definition of a kind of Calico. */
export const definesCalico = derive(
  ({ text }: Chunk): boolean => text.includes(CALICO_GROUP) && isDefinition(text),
);

/** Whether a document is passed over for its size, or for all that it is made of, and not for being of no kind that counts. */
export function isPassedOver(chunk: Chunk, maxBytes: number): boolean {
  if (!mayHoldResources(chunk)) return false;
  return chunk.text.length > maxBytes || hasTooMany(chunk);
}

const hasTooMany = derive((chunk: Chunk): boolean => {
  const tree = treeOf(chunk);
  return tree.tooDense || (listIn(tree)?.length ?? 0) > MOST_ITEMS;
});

/** Whether an object was dumped from a cluster rather than written: the server's bookkeeping is still in it. */
export const isDump = ({ body }: Resource): boolean =>
  hasMetadata(body) && 'managedFields' in body.metadata;

const mayHoldResources = derive(({ text }: Chunk) => mentionsKinds(text));

const read = derive((chunk: Chunk): Reading => {
  if (!mayHoldResources(chunk)) return NOTHING;
  const tree = treeOf(chunk);
  const resources = itemsOf(tree).flatMap((item) => resourceOf(chunk, tree, item) ?? []);
  return { resources, problems: mentionsPolicies(chunk.text) ? documentProblems(tree) : [] };
});

function documentProblems(tree: Tree): Problem[] {
  const syntax = tree.errors.map(({ span, message }): Problem => ({
    code: 'yaml-syntax',
    field: '',
    path: [],
    span,
    confidence: 'proven',
    message,
  }));
  if (syntax.length > 0) return syntax;
  const whole = {
    field: '',
    path: [],
    span: { start: 0, end: Math.max(1, tree.text.indexOf('\n')) },
    confidence: 'proven',
  } as const;
  if (tree.tooDense)
    return [
      {
        ...whole,
        code: 'too-large',
        message:
          'This document is made of more keys and values than can be read at once, and is not checked. Split it.',
      },
    ];
  const items = listIn(tree)?.length ?? 0;
  if (items > MOST_ITEMS)
    return [
      {
        ...whole,
        code: 'too-large',
        message: `This list has ${items} items and is not checked: it may have ${MOST_ITEMS}. Split it.`,
      },
    ];
  if (!itemsOf(tree).some((item) => decoded(tree, item).excessive)) return [];
  return [
    {
      ...whole,
      code: 'excessive-aliasing',
      message:
        'The aliases of this document unfold to more than any manifest holds; the API server refuses it, and it is not checked.',
    },
  ];
}

/** Items of a list document that are read at most: more of them fit below its size only where they are next to empty. */
const MOST_ITEMS = 20_000;

/** The items of a list kind; null for other documents. */
function listIn({ root }: Tree): readonly unknown[] | null {
  if (!isMap(root) || scalarAt(root, 'kind')?.endsWith('List') !== true) return null;
  const items = root.get('items', true) as unknown;
  return isSeq(items) ? items.items : null;
}

/** One object of a document; `apiVersion` and `kind` are its own, or those that its list implies. */
interface Item {
  readonly node: YAMLMap;
  readonly apiVersion: string | null;
  readonly kind: string | null;
}

/** The objects of a document: itself, or the items of a list kind. The items of a `PodList` need not say that they are Pods. */
const itemsOf = derive((tree: Tree): readonly Item[] => {
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
const decoded = derive2((tree: Tree, { node, apiVersion, kind: name }: Item): Decoded => {
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

/** Asked for each item of a list, so looked up once for the whole. */
const mentionsTemplates = derive(({ text }: Chunk) => /\b(?:jobTemplate|template)\b/.test(text));

function resourceOf(chunk: Chunk, tree: Tree, item: Item): Resource | null {
  const { apiVersion, kind: name } = item;
  if (apiVersion === null || name === null) return null;
  const known = kindOf(apiVersion, name);
  if (known === null && !mentionsTemplates(chunk)) return null;
  const found = decoded(tree, item);
  if (found.excessive) return null;
  const { source } = found;
  const body = found.value as KubernetesObject & { metadata: Metadata; spec?: object };
  const kind = known ?? (carriesPodTemplate(body) ? templateKind(apiVersion, name) : null);
  if (kind === null) return null;
  // A NetworkPolicy without a spec is one for all pods, as the spec's zero value says; of other kinds it says nothing.
  if (kind.id === 'kubernetes/NetworkPolicy') body.spec ??= {};
  // The shape of what does not parse is the parser's guess, and a block that a template brings or takes is nobody's.
  const judged = kind.schema !== null && readsAsWritten(tree);
  const shape = judged ? shapeProblems(kind.schema, body, { chunk, source }) : [];
  const problems = judged ? [...duplicateProblems(found), ...shape.filter(isFinal(found))] : [];
  const sound =
    tree.errors.length === 0 &&
    hasMetadata(body) &&
    problems.every(({ code }) => code === 'unknown-field' || code === 'duplicate-key');
  // Half-typed objects are read too, and whoever looks for a name or a label shall find none rather than nothing.
  if (!hasMetadata(body)) body.metadata = {};
  return {
    chunk,
    kind,
    body,
    source,
    problems,
    sound,
    opaque: opacityOf(kind, body, found, tree),
    illegible: readsAsWritten(tree) ? illegibleIn(body, shape, found) : null,
  };
}

/** Whether the tree is that of the finished object: the text parses, and no template brings or takes whole blocks. */
const readsAsWritten = ({ errors, holes }: Tree): boolean =>
  errors.length === 0 && !holes.some(({ control }) => control);

function illegibleIn(
  body: KubernetesObject,
  misshapen: readonly Problem[],
  { unknown }: Decoded,
): Illegible {
  const broken = misshapen.filter(({ code }) => code === 'wrong-type' || code === 'missing-field');
  const found = new Map<object, Set<string | number>>();
  for (const path of [...broken.map((problem) => problem.path), ...unknown]) {
    const owner = path
      .slice(0, -1)
      .reduce<unknown>((value, step) => (value as Record<string | number, unknown>)?.[step], body);
    // A key that is here twice has only its last value in the body.
    if (typeof owner !== 'object' || owner === null) continue;
    found.set(owner, (found.get(owner) ?? new Set()).add(path.at(-1)!));
  }
  return found;
}

const hasMetadata = ({ metadata }: KubernetesObject): boolean =>
  typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);

/** Whether a problem stays when templates are filled in: what they fill in may turn out to be of any type. */
const isFinal =
  ({ unknown }: Decoded) =>
  ({ path }: Problem): boolean =>
    !unknown.some((filled) => path.every((step, index) => step === filled[index]));

const duplicateProblems = ({ duplicates, source }: Decoded): Problem[] =>
  duplicates.map(({ object, name, span }) => ({
    code: 'duplicate-key',
    ...fieldAt([...source.path(object), name]),
    span,
    confidence: 'proven',
    message: `\`${name}\` is here twice: kubectl refuses it, and a client that does not check keeps only the last one. Merge the two or remove one.`,
  }));

/** Why it cannot be known from the manifest what it will mean; null where it can. */
function opacityOf(
  kind: Kind,
  body: KubernetesObject,
  { unknown, source }: Decoded,
  tree: Tree,
): string | null {
  const { start, end } = source.of(body);
  const control = tree.holes.some(
    (hole) =>
      hole.control && (kind.id !== null || (hole.span.start < end && start < hole.span.end)),
  );
  if (control || unknown.some((path) => matters(kind, body, path)))
    return 'it is a template, and what it means is known only when it is filled in';
  return null;
}

/** Whether a value at this path decides what the object means: a policy's spec, a pod's labels and ports, any namespace. */
function matters(kind: Kind, body: KubernetesObject, path: Path): boolean {
  const text = path.join('/');
  if (text === 'metadata/namespace') return true;
  // Rules find network sets and hosts by their labels.
  if (kind.role === 'companion' && text.startsWith('metadata/labels')) return true;
  // Cilium's policies may have several specs, each with a description of what is meant.
  if (kind.id !== null)
    return ['spec', 'specs'].includes(String(path[0])) && path.at(-1) !== 'description';
  if (kind.role === 'service') return path[0] === 'spec';
  if (text === 'metadata/name' || text.startsWith('metadata/labels')) return true;
  const template = podTemplatePath(body)?.join('/');
  if (template === undefined) return false;
  const below =
    template === ''
      ? text
      : text.startsWith(`${template}/`)
        ? text.slice(template.length + 1)
        : null;
  return (
    below !== null && /^metadata\/labels|^spec\/(?:hostNetwork|dnsPolicy)$|\/ports\//.test(below)
  );
}

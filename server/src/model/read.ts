import { derive } from '../base/derive.ts';
import { treeOf, type Tree } from '../yaml/parse.ts';
import type { Chunk } from './chunk.ts';
import type { Decoded } from './decode.ts';
import { documentProblems, tooLargeProblem } from './documentProblems.ts';
import { MAX_DOCUMENT_BYTES } from './documents.ts';
import { decoded, itemsOf, type Item } from './items.ts';
import { kindOf, templateKind } from './kinds.ts';
import { mayHoldResources, mentionsPolicies } from './mentions.ts';
import { opacityOf } from './opacity.ts';
import { carriesPodTemplate } from './podTemplate.ts';
import { fieldAt } from './fieldText.ts';
import { shapeProblems } from './problems.ts';
import type { Illegible, KubernetesObject, Metadata, Problem, Resource } from './resource.ts';
import { valueAt } from './source.ts';

/** What one document holds: its resources, and the problems that belong to none of them. */
export interface Reading {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
}

const NOTHING: Reading = { resources: [], problems: [] };

/** The Kubernetes objects of a document that netpol has a use for, in their order. Never throws. */
export const resourcesOf = (chunk: Chunk, maxBytes = MAX_DOCUMENT_BYTES): readonly Resource[] =>
  readingOf(chunk, maxBytes).resources;

/** What is wrong with a document as a whole: it is no YAML, unfolds to too much, or is too large. */
export const problemsOf = (chunk: Chunk, maxBytes = MAX_DOCUMENT_BYTES): readonly Problem[] =>
  readingOf(chunk, maxBytes).problems;

function readingOf(chunk: Chunk, maxBytes: number): Reading {
  const tooLarge = tooLargeProblem(chunk, maxBytes);
  if (tooLarge === null) return read(chunk);
  return mentionsPolicies(chunk.text) ? { resources: [], problems: [tooLarge] } : NOTHING;
}

/** Whether an object was dumped from a cluster rather than written: the server's bookkeeping is still in it. */
export const isDump = ({ body }: Resource): boolean =>
  hasMetadata(body) && 'managedFields' in body.metadata;

const read = derive((chunk: Chunk): Reading => {
  if (!mayHoldResources(chunk)) return NOTHING;
  const tree = treeOf(chunk);
  const resources = itemsOf(tree).flatMap((item) => resourceOf(chunk, tree, item) ?? []);
  return { resources, problems: mentionsPolicies(chunk.text) ? documentProblems(tree) : [] };
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
    const owner = valueAt(body, path.slice(0, -1));
    // A key that is here twice has only its last value in the body.
    if (typeof owner !== 'object' || owner === null) continue;
    found.set(owner, (found.get(owner) ?? new Set()).add(path.at(-1)!));
  }
  return found;
}

const hasMetadata = ({ metadata }: KubernetesObject): boolean =>
  typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);

/**
 * Whether a problem stays when templates are filled in. What they fill in may turn out to be of any type, but what stands
 * around it stays the mapping or list that it is, under the key that it has.
 */
const isFinal =
  ({ unknown }: Decoded) =>
  ({ path }: Problem): boolean =>
    !unknown.some(
      (filled) =>
        path.length === filled.length && path.every((step, index) => step === filled[index]),
    );

const duplicateProblems = ({ duplicates, source }: Decoded): Problem[] =>
  duplicates.map(({ object, name, span }) => ({
    code: 'duplicate-key',
    ...fieldAt([...source.path(object), name]),
    span,
    confidence: 'proven',
    message: `\`${name}\` is here twice: kubectl refuses it, and a client that does not check keeps only the last one. Merge the two or remove one.`,
  }));

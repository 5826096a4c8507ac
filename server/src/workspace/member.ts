import { derive, derive2 } from '../base/derive.ts';
import type { Chunk } from '../model/chunk.ts';
import type { Place } from '../model/finding.ts';
import type { Role } from '../model/kinds.ts';
import { unnamedNamespace, type NamespaceKey } from '../model/namespace.ts';
import { resourcesOf } from '../model/read.ts';
import type { Resource } from '../model/resource.ts';
import { isNamespaceName } from './kustomization.ts';
import type { FileContext } from './roots.ts';

/** A resource in its file and namespace. The object lives as long as its chunk and its file's context do. */
export interface Member {
  readonly uri: string;
  readonly resource: Resource;
  /** Null for cluster-scoped kinds. */
  readonly namespace: NamespaceKey | null;
}

/** What of the settings decides how files are read and joined. */
export interface Reading {
  readonly maxDocumentBytes: number;
  readonly defaultNamespace: string | null;
}

/** Where an object stands: its name, or all of it where it has none. */
export function placeOf({ uri, resource: { chunk, body, source } }: Member): Place {
  const metadata = body.metadata as Resource['body']['metadata'] | undefined;
  const span = metadata?.name === undefined ? source.of(body) : source.value(metadata, 'name');
  return { uri, chunk, span };
}

/** The members of one document of the file that `context` stands for, in their order there. */
export const membersOf = derive2((context: FileContext, reading: Reading) =>
  derive((chunk: Chunk): readonly Member[] =>
    resourcesOf(chunk, reading.maxDocumentBytes).map((resource) => ({
      uri: context.uri,
      resource,
      namespace: namespaceOf(resource, context, reading),
    })),
  ),
);

function namespaceOf(
  { kind, body }: Resource,
  context: FileContext,
  reading: Reading,
): NamespaceKey | null {
  const { namespace } = (body.metadata as { readonly namespace?: unknown } | undefined) ?? {};
  return kind.namespaced ? namespaceNamed(namespace, context, reading) : null;
}

/** The namespace of an object whose metadata says `written`, whatever that is. */
export function namespaceNamed(
  written: unknown,
  context: FileContext,
  reading: Reading,
): NamespaceKey {
  // What is no name (a template, most often) is left to whoever names the objects of the root.
  const named =
    !context.renamed && typeof written === 'string' && isNamespaceName(written) ? written : null;
  return named ?? context.namespace ?? reading.defaultNamespace ?? unnamedNamespace(context.root);
}

/**
 * The slice that a member belongs to: the namespace that it lives in or, as a Namespace, that it declares; null for
 * policies of no namespace, and nodes. Undefined where it contributes nothing: fragments, and Namespaces without a name.
 */
export function sliceOf(member: Member, context: FileContext): NamespaceKey | null | undefined {
  if (context.fragment) return undefined;
  const { kind, body } = member.resource;
  if (kind.role !== 'namespace') return member.namespace;
  const name = (body.metadata as Resource['body']['metadata'] | undefined)?.name;
  return typeof name === 'string' && isNamespaceName(name) ? name : undefined;
}

/** The list of its slice that members of a role stand in. */
export const listOfRole = {
  policy: 'policies',
  companion: 'companions',
  workload: 'workloads',
  namespace: 'declarations',
  service: 'services',
  account: 'accounts',
  node: 'nodes',
} as const satisfies Record<Role, string>;

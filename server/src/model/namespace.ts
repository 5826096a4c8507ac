/**
 * What stands for a namespace inside the engine: its name where one is known, else a key of its own for
 * the unnamed namespace that the manifests below one root share until Kustomize, Flux or kubectl names it.
 */
export type NamespaceKey = string;

/** The key of the unnamed namespace of the root directory `root`; `?` cannot occur in a namespace's name. */
export const unnamedNamespace = (root: string): NamespaceKey => `?${root}`;

/** The name behind a key, or null for an unnamed namespace. */
export const namespaceName = (key: NamespaceKey): string | null =>
  key.startsWith('?') ? null : key;

/** Whether a key stands for an unnamed namespace; that of the whole cluster, null, does not. */
export const isUnnamed = (key: NamespaceKey | null): boolean =>
  key !== null && namespaceName(key) === null;

/** The root directory behind the key of an unnamed namespace, a canonical URI; null for a named one. */
export const rootOfUnnamed = (key: NamespaceKey): string | null =>
  key.startsWith('?') ? key.slice(1) : null;

import type { Kustomization } from './kustomization.ts';
import { resolveUri } from './uri.ts';

/** The namespaces that objects get in the builds which they are a part of; null stands for a build that sets none. */
export type Names = ReadonlySet<string | null>;

/** What kustomizations make of the namespaces of objects. Paths are canonical URIs. */
export interface NamespacesBuilt {
  /** Of a file or directory as the kustomizations that list it build it; empty where none does. */
  readonly asPart: (path: string) => Names;
  /** Of what a directory's kustomization lists, in all builds that it goes into. */
  readonly asWhole: (directory: string) => Names;
  /** What the kustomization of a directory sets itself. */
  readonly own: (directory: string) => string | null;
}

/**
 * The namespaces that kustomizations, by their directories, set for what they list. `namespace:` takes the place of
 * what an object says, and of what a kustomization set that is built into the one that says it (Kustomize documentation,
 * "namespace").
 */
export function namespacesBuilt(
  kustomizations: ReadonlyMap<string, Kustomization>,
): NamespacesBuilt {
  const builders = new Map<string, readonly string[]>();
  for (const [directory, { resources }] of kustomizations)
    for (const path of new Set(resources.map((each) => resolveUri(directory, each))))
      builders.set(path, [...(builders.get(path) ?? []), directory]);

  const found = new Map<string, Names>();
  const own = (directory: string): string | null =>
    kustomizations.get(directory)?.namespace ?? null;
  const asPart = (path: string): Names =>
    new Set((builders.get(path) ?? []).flatMap((directory) => [...asWhole(directory)]));
  const asWhole = (directory: string): Names => {
    let names = found.get(directory);
    if (names === undefined) {
      // Stands while what it goes into is looked at, so that a circle of kustomizations ends here.
      found.set(directory, new Set([own(directory)]));
      const outer = [...asPart(directory)];
      names = new Set(
        outer.length === 0 ? [own(directory)] : outer.map((name) => name ?? own(directory)),
      );
      found.set(directory, names);
    }
    return names;
  };
  return { asPart, asWhole, own };
}

import { decode } from '../model/decode.ts';
import { list, mapping, mappings } from '../model/untyped.ts';
import { parse } from '../yaml/parse.ts';

/** What netpol reads of a kustomization. */
export interface Kustomization {
  /** The namespace that it sets for its objects; null where it sets none, or a template fills it in. */
  readonly namespace: string | null;
  /** The files and directories whose objects it builds, relative to its directory, as written. */
  readonly resources: readonly string[];
  /** The files that it names as patches, relative to its directory, as written. */
  readonly patches: readonly string[];
  /** The keys of the labels that it gives to its objects, and most often to their selectors. */
  readonly labels: readonly string[];
}

/** Reads the text of a kustomization file; what cannot be read counts as not said. */
export function kustomizationOf(text: string): Kustomization {
  const tree = parse(text);
  const decoded = tree.root === null ? null : decode(tree, tree.root, null);
  if (decoded === null || decoded.excessive)
    return { namespace: null, resources: [], patches: [], labels: [] };
  const value = mapping(decoded.value);
  const namespace = value?.['namespace'];
  const patches = [...list(value?.['patches']), ...list(value?.['patchesJson6902'])]
    .map((patch) => mapping(patch)?.['path'])
    // A strategic merge patch is the path itself, or stands there in full.
    .concat(list(value?.['patchesStrategicMerge']));
  return {
    namespace: typeof namespace === 'string' && isNamespaceName(namespace) ? namespace : null,
    resources: ['resources', 'bases', 'components']
      .flatMap((key) => list(value?.[key]))
      .filter(isPath),
    patches: patches.filter(isPath),
    labels: [
      value?.['commonLabels'],
      ...mappings(value?.['labels']).map(({ pairs }) => pairs),
    ].flatMap((labels) => Object.keys(mapping(labels) ?? {})),
  };
}

const isPath = (path: unknown): path is string =>
  typeof path === 'string' && path !== '' && !path.includes('\n');

/** Whether a text can be the name of a namespace (Kubernetes documentation, "Object Names and IDs", RFC 1123 label names). */
export const isNamespaceName = (text: string): boolean =>
  text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);

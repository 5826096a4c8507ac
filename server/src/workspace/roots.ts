import { derive } from '../base/derive.ts';
import { kustomizationOf } from './kustomization.ts';
import { canonical, directoryOf, nameOf, resolveUri, upwards } from './uri.ts';

/** What a file's surroundings say of all its objects; found from the directories above it. */
export interface FileContext {
  /** The file itself: the object stands for it in what is remembered. */
  readonly uri: string;
  /** The nearest directory above with kustomization.yaml, Chart.yaml or fleet.yaml, else the file's own; a canonical URI. */
  readonly root: string;
  /** The namespace that the root's kustomization sets for its objects; null where it sets none. */
  readonly namespace: string | null;
  /** Whether a kustomization names the file under `patches*`: its objects are fragments of others. */
  readonly fragment: boolean;
}

/** The files by which roots are known, by their own URI: the text of a kustomization; of the others only that they are there. */
export type Landmarks = ReadonlyMap<string, string>;

/** No landmarks: every directory is a root of its own. */
export const NO_LANDMARKS: Landmarks = new Map();

/** The names of files that make their directory a root (Kustomize, Helm and Fleet documentation). */
export const landmarkNames: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
  'Chart.yaml',
  'fleet.yaml',
];

/** Whether a file's name makes its directory a root. */
export const isLandmark = (uri: string): boolean => landmarkNames.includes(nameOf(uri));

const isKustomization = (uri: string): boolean =>
  /^(?:kustomization\.ya?ml|Kustomization)$/.test(nameOf(uri));

interface Surroundings {
  /** What the root directory's kustomization sets, null where it has none or sets none. */
  readonly namespaces: ReadonlyMap<string, string | null>;
  readonly fragments: ReadonlySet<string>;
}

const surroundings = derive((landmarks: Landmarks): Surroundings => {
  const namespaces = new Map<string, string | null>();
  const fragments = new Set<string>();
  for (const [uri, text] of landmarks) {
    const directory = directoryOf(canonical(uri));
    const kustomization = isKustomization(uri) ? kustomizationOf(text) : null;
    namespaces.set(directory, kustomization?.namespace ?? namespaces.get(directory) ?? null);
    for (const patch of kustomization?.patches ?? []) fragments.add(resolveUri(directory, patch));
  }
  return { namespaces, fragments };
});

/** The context of the file at `uri`. */
export function contextOf(landmarks: Landmarks, uri: string): FileContext {
  const { namespaces, fragments } = surroundings(landmarks);
  const file = canonical(uri);
  const own = directoryOf(file);
  let root = own;
  for (const directory of upwards(own)) {
    if (!namespaces.has(directory)) continue;
    root = directory;
    break;
  }
  return { uri, root, namespace: namespaces.get(root) ?? null, fragment: fragments.has(file) };
}

/** Whether two contexts say the same. */
export const sameContext = (a: FileContext, b: FileContext): boolean =>
  a.uri === b.uri && a.root === b.root && a.namespace === b.namespace && a.fragment === b.fragment;

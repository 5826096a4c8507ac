import { derive } from '../base/derive.ts';
import { namespacesBuilt, type NamespacesBuilt } from './builds.ts';
import { kustomizationOf, type Kustomization } from './kustomization.ts';
import { canonical, directoryOf, nameOf, resolveUri, upwards } from './uri.ts';

/** What a file's surroundings say of all its objects; found from the directories above it. */
export interface FileContext {
  /** The file itself: the object stands for it in what is remembered. */
  readonly uri: string;
  /** The nearest directory above with kustomization.yaml, Chart.yaml or fleet.yaml, else the file's own; a canonical URI. */
  readonly root: string;
  /** The namespace that kustomizations set for the objects; null where they set none, or not the same in all builds. */
  readonly namespace: string | null;
  /** Whether kustomizations list the file and set a namespace in every build, so that what the objects say does not hold. */
  readonly renamed: boolean;
  /** Whether a kustomization names the file under `patches*`: its objects are fragments of others. */
  readonly fragment: boolean;
}

/**
 * The files by which roots are known, by their own URI: the text of a kustomization; of the others only that they are
 * there.
 */
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

/** Whether a file is a kustomization by its name. */
export const isKustomization = (uri: string): boolean =>
  /^(?:kustomization\.ya?ml|Kustomization)$/.test(nameOf(uri));

interface Surroundings {
  readonly roots: ReadonlySet<string>;
  readonly built: NamespacesBuilt;
  readonly fragments: ReadonlySet<string>;
}

const surroundings = derive((landmarks: Landmarks): Surroundings => {
  const roots = new Set<string>();
  const kustomizations = new Map<string, Kustomization>();
  const fragments = new Set<string>();
  for (const [uri, text] of landmarks) {
    const directory = directoryOf(canonical(uri));
    roots.add(directory);
    if (!isKustomization(uri)) continue;
    const kustomization = kustomizationOf(text);
    kustomizations.set(directory, kustomization);
    for (const patch of kustomization.patches) fragments.add(resolveUri(directory, patch));
  }
  return { roots, built: namespacesBuilt(kustomizations), fragments };
});

/** The context of the file at `uri`. */
export function contextOf(landmarks: Landmarks, uri: string): FileContext {
  const { roots, built, fragments } = surroundings(landmarks);
  const file = canonical(uri);
  const own = directoryOf(file);
  let root = own;
  for (const directory of upwards(own)) {
    if (!roots.has(directory)) continue;
    root = directory;
    break;
  }
  const listed = built.asPart(file);
  // Whoever applies a file that no kustomization lists gives its unnamed objects the namespace of the others.
  const names = listed.size > 0 ? listed : built.asWhole(root);
  const [only] = names.size === 1 ? names : [built.own(root)];
  return {
    uri,
    root,
    namespace: only ?? null,
    renamed: listed.size > 0 && !listed.has(null),
    fragment: fragments.has(file),
  };
}

/** Whether two contexts say the same. */
export const sameContext = (a: FileContext, b: FileContext): boolean =>
  a.uri === b.uri &&
  a.root === b.root &&
  a.namespace === b.namespace &&
  a.renamed === b.renamed &&
  a.fragment === b.fragment;

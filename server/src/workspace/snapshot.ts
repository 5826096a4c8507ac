import type { Chunk } from '../model/chunk.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import type { Settings } from './settings.ts';

/** What a file's surroundings say of all its objects; found from the directories above it. */
export interface FileContext {
  /** URI of the nearest directory above with kustomization.yaml, Chart.yaml or fleet.yaml, else of the file's own directory. */
  readonly root: string;
  /** The namespace that the root's kustomization sets for its objects; null where it sets none. */
  readonly namespace: string | null;
  /** Whether a kustomization names the file under `patches*`: its objects are fragments of others. */
  readonly fragment: boolean;
}

/** One document of a file and the offset at which it starts there. */
export interface PlacedChunk {
  readonly start: number;
  readonly chunk: Chunk;
}

/** One version of one file. The texts of its chunks, put together, are the file's text. */
export interface File {
  readonly uri: string;
  readonly text: string;
  readonly chunks: readonly PlacedChunk[];
  readonly context: FileContext;
  /** Whether an editor holds it open: its findings are then shown in full. */
  readonly open: boolean;
}

/** A resource in its file and namespace. The object lives as long as its chunk and its file's context do. */
export interface Member {
  readonly uri: string;
  readonly resource: Resource;
  /** Null for cluster-scoped kinds. */
  readonly namespace: NamespaceKey | null;
}

/** The objects of one namespace by role, each list in the order of file URI and place. A list keeps its identity while its members do. */
export interface NamespaceSlice {
  readonly key: NamespaceKey;
  /** The Namespace manifests of that name. */
  readonly declarations: readonly Member[];
  readonly workloads: readonly Member[];
  readonly services: readonly Member[];
  readonly policies: readonly Member[];
}

/** Everything that is known at one moment. Nothing in it ever changes. */
export interface Snapshot {
  readonly revision: number;
  /** Why it was made, for the log. */
  readonly reason: string;
  readonly settings: Settings;
  readonly files: ReadonlyMap<string, File>;
  readonly namespaces: ReadonlyMap<NamespaceKey, NamespaceSlice>;
  /** Policies without a namespace of their own. */
  readonly clusterPolicies: readonly Member[];
  /** Whether every file of the root was read, so that what is nowhere can be spoken of. */
  readonly complete: boolean;
}

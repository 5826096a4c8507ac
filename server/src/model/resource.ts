import type { Finding } from './finding.ts';
import type { Chunk } from './chunk.ts';
import type { Kind } from './kinds.ts';
import type { Path, Source } from './source.ts';

export type { Path, Source } from './source.ts';

/** The metadata that netpol reads, of any kind. */
export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly {
    readonly apiVersion?: string;
    readonly uid?: string;
    readonly kind?: string;
    readonly name?: string;
    readonly controller?: boolean;
  }[];
}

/** A Kubernetes object as the API server decodes it; nulls of fields are gone, null list items are their zero value. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
}

/** A mistake that the reader or the schema found, as a finding of the rule named by `code`. */
export interface Problem extends Finding {
  readonly code: ProblemCode;
  /** Path of the guilty field in Kubernetes' own notation, such as `spec.ingress[0].from[1].ipBlock.cidr`. */
  readonly field: string;
  /** The same as steps from the object's root. */
  readonly path: Path;
  /** It follows from another mistake that is reported at the same place: it counts, but is not shown beside that. */
  readonly implied?: true;
}

/** By object of a body, the keys or indices whose values cannot be judged. */
export type Illegible = ReadonlyMap<object, ReadonlySet<string | number>>;

/** The codes that reading and schema checking give; each has its meta in `admission/`. */
export type ProblemCode =
  | 'yaml-syntax'
  | 'duplicate-key'
  | 'excessive-aliasing'
  | 'unknown-field'
  | 'wrong-type'
  | 'missing-field'
  | 'too-large';

/**
 * One Kubernetes object of a chunk. A `List` gives one resource an item.
 * - `sound`: all required parts are there and of their type, so the typed body can be trusted; else rules and
 *   lowerings never see it.
 * - `opaque`: why its meaning is unknown (a template, a patch fragment); null for plain manifests. Rules that speak
 *   of meaning never see an opaque resource; the evaluator takes it as a doubt.
 * - `illegible`: the values that are missing, of the wrong type, or filled in later; the rest can be judged by itself.
 *   Null where nothing can: the text does not parse, or a template brings and takes whole blocks.
 */
export interface Resource<Body extends KubernetesObject = KubernetesObject> {
  readonly chunk: Chunk;
  readonly kind: Kind;
  readonly body: Body;
  readonly source: Source;
  readonly problems: readonly Problem[];
  readonly sound: boolean;
  readonly opaque: string | null;
  readonly illegible: Illegible | null;
}

import type { Span } from '../base/span.ts';
import type { Finding } from './finding.ts';
import type { Chunk } from './chunk.ts';
import type { Kind } from './kinds.ts';

/** The steps from the root of an object down to one of its parts: keys of mappings, indices of sequences. */
export type Path = readonly (string | number)[];

/** The metadata that netpol reads, of any kind. */
export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly {
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

/**
 * Where the parts of a decoded object stand in its document. Objects and arrays of the body are looked up by
 * identity, so a rule holds no paths: `source.key(port, 'endPort')`.
 */
export interface Source {
  /** The key `name` of `object`; where the key is missing, the place of `object` itself as `of` gives it. */
  key(object: object, name: string): Span;
  /** The value under a key or index; where it is missing or null, the key's span. */
  value(object: object, name: string | number): Span;
  /** The whole node: for a mapping or sequence from its first key or item to its last value. */
  of(object: object): Span;
  /** The steps from the body down to `object`. */
  path(object: object): Path;
  /** Whether `object` came through an alias or merge key, so that an edit there would change other places too. */
  shared(object: object): boolean;
}

/** A mistake that the reader or the schema found, as a finding of the rule named by `code`. */
export interface Problem extends Finding {
  readonly code: ProblemCode;
  /** Path of the guilty field in Kubernetes' own notation, such as `spec.ingress[0].from[1].ipBlock.cidr`. */
  readonly field: string;
}

/** The codes that reading and schema checking give; each has its meta in `admission/`. */
export type ProblemCode =
  | 'yaml-syntax'
  | 'duplicate-key'
  | 'excessive-aliasing'
  | 'unknown-field'
  | 'wrong-type'
  | 'missing-field'
  | 'bad-value'
  | 'deprecated-api-version'
  | 'too-large';

/**
 * One Kubernetes object of a chunk. A `List` gives one resource an item.
 * - `sound`: all required parts are there and of their type, so the typed body can be trusted; else rules and
 *   lowerings never see it.
 * - `opaque`: why its meaning is unknown (a template, a patch fragment); null for plain manifests. Rules that speak
 *   of meaning never see an opaque resource; the evaluator takes it as a doubt.
 */
export interface Resource<Body extends KubernetesObject = KubernetesObject> {
  readonly chunk: Chunk;
  readonly kind: Kind;
  readonly body: Body;
  readonly source: Source;
  readonly problems: readonly Problem[];
  readonly sound: boolean;
  readonly opaque: string | null;
}

import type { Span } from '../base/span.ts';
import { schemaAt, type Schema } from '../schema/at.ts';
import type { Fix } from './finding.ts';
import type { Editable } from './layout.ts';
import { valueAt, type Path } from './source.ts';

/** An object, and the schema that it is judged by. */
export interface Judged {
  readonly text: Editable;
  readonly body: object;
  readonly root: Schema;
}

/** A key of an object that the schema of that object does not have. */
export interface UnknownKey extends Judged {
  readonly path: Path;
  readonly object: Readonly<Record<string, unknown>>;
  readonly schema: Schema;
  readonly name: string;
}

/** What is said of an unknown key: what it was probably meant to be, and how to make it that. */
export interface Remedy {
  /** Sentences for the end of the message. */
  readonly advice: string;
  readonly fixes: readonly Fix[];
  /** Where it is, if not at the key itself. */
  readonly span?: Span;
  /** The field of the same object that it stands for. */
  readonly instead?: string;
}

/** The unknown key `name` of the object at a path. */
export const unknownKeyAt = (judged: Judged, path: Path, name: string): UnknownKey => ({
  ...judged,
  path,
  object: valueAt(judged.body, path) as Readonly<Record<string, unknown>>,
  schema: schemaAt(judged.root, path) ?? { ...judged.root, node: {} },
  name,
});

/** Whether a value says itself what it means: nothing of it is a template's to fill in. */
export function isLiteral(
  { chunk, source }: Editable,
  object: object,
  step: string | number,
): boolean {
  const { start, end } = source.value(object, step);
  return !/\{\{|\$\{|<[^>]*>/.test(chunk.text.slice(start, end));
}

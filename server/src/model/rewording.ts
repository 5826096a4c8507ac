import type { SchemaNode } from '../schema/at.ts';
import { renameKey, setKey } from './edit.ts';
import type { Editable } from './layout.ts';
import type { Fix } from './finding.ts';
import type { Remedy } from './misplaced.ts';
import type { Path } from './source.ts';

/** A key that its object does not know. */
export interface ForeignKey {
  readonly text: Editable;
  /** What the schema says of the object. */
  readonly node: SchemaNode;
  readonly object: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly name: string;
}

/** A key that has another name, and takes the same value. */
export const renamed = (
  { text, object, name }: ForeignKey,
  to: string,
  advice: string,
  safe = true,
): Remedy => ({
  advice,
  instead: to,
  fixes: Object.hasOwn(object, to)
    ? []
    : fixesOf(`Change to \`${to}\``, safe, () => renameKey(text, object, name, to)),
});

/** A key that has another name and takes another value; null for one that cannot be told. */
export const rewritten = (
  { text, object, name }: ForeignKey,
  to: string,
  value: unknown,
  advice: string,
  safe = true,
): Remedy => ({
  advice,
  instead: to,
  fixes:
    value === null || Object.hasOwn(object, to) || !isLiteral(text, object, name)
      ? []
      : fixesOf(`Write \`${to}\`${safe ? ' (same meaning)' : ''}`, safe, () => {
          const [key, rest] = [
            renameKey(text, object, name, to),
            setKey(text, object, name, value),
          ];
          return key.length === 0 || rest.length === 0 ? [] : [...key, ...rest];
        }),
});

/** Whether a value says itself what it means: nothing of it is a template's to fill in. */
function isLiteral({ chunk, source }: Editable, object: object, name: string): boolean {
  const { start, end } = source.value(object, name);
  return !/\{\{|\$\{|<[^>]*>/.test(chunk.text.slice(start, end));
}

/** The one fix that makes these edits, where there are any. */
export const fixesOf = (title: string, safe: boolean, edits: Fix['edits']): readonly Fix[] =>
  edits().length > 0 ? [{ title, safe, edits }] : [];

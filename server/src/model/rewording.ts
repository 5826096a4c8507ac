import { renameKey, setKey } from './edit.ts';
import type { Fix } from './finding.ts';
import { isLiteral, type Remedy, type UnknownKey } from './unknownKey.ts';

/** A key that has another name, and takes the same value. */
export const renamed = (
  { text, object, name }: UnknownKey,
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
  { text, object, name }: UnknownKey,
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

/** The one fix that makes these edits, where there are any. */
export const fixesOf = (title: string, safe: boolean, edits: Fix['edits']): readonly Fix[] =>
  edits().length > 0 ? [{ title, safe, edits }] : [];

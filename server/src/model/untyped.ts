/*
 * Reading what a manifest holds where no schema was applied, or the text is half-typed: anything may stand where a part
 * should be, and what is of another type counts as absent.
 */

/** A mapping of YAML of which nothing is known but its keys. */
export type Mapping = Readonly<Record<string, unknown>>;

/** The value as a mapping; null for anything else. */
export const mapping = (value: unknown): Mapping | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : null;

/** The items of a list; none of anything else. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The items of a list that are mappings. */
export const mappings = (value: unknown): readonly Mapping[] =>
  list(value)
    .map(mapping)
    .filter((item) => item !== null);

/** The value as a text; null for anything else. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The entries of a label mapping that are strings, as all must be. */
export const stringsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(mapping(value) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

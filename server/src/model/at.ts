import { touches } from '../base/span.ts';
import { schemaAt, schemaOf, type Schema } from '../schema/at.ts';
import type { Chunk } from './chunk.ts';
import { kindOf, policyVersions } from './kinds.ts';
import { resourcesOf } from './read.ts';
import type { Resource } from './resource.ts';
import type { Part, Path } from './source.ts';

/** What stands at an offset of a document that could be read. */
export interface Location extends Part {
  readonly resource: Resource;
  /** The steps to the key or value itself. */
  readonly path: Path;
  /** What the schema says of it; null for kinds without a schema, and where it says nothing. */
  readonly schema: Schema | null;
}

/** The innermost key or value at an offset, with its resource; null where there is none. */
export function locate(chunk: Chunk, offset: number): Location | null {
  for (const resource of resourcesOf(chunk)) {
    if (!touches(resource.source.of(resource.body), offset)) continue;
    const part = resource.source.at(offset);
    if (part === null) continue;
    const path = [...resource.source.path(part.object), part.step];
    const { schema } = resource.kind;
    return {
      ...part,
      resource,
      path,
      schema: schema === null ? null : schemaAt(schemaOf(schema), path),
    };
  }
  return null;
}

/** Where a cursor stands while its line is being typed, told by indentation alone, as the document need not parse. */
export interface Typing {
  /** The steps to the mapping or list that the cursor is in; list items count as 0. */
  readonly path: Path;
  /** The key whose value is being typed; null where a key is. */
  readonly key: string | null;
  /** What of the word stands before the cursor. */
  readonly prefix: string;
  /** Keys that the mapping has already. */
  readonly siblings: readonly string[];
  /** The object's kind, where its lines name one that netpol knows. */
  readonly schema: Schema | null;
  /** The namespace that the document's metadata names. */
  readonly namespace: string | null;
}

/** One line of block YAML as far as its indentation and first key tell. */
interface Line {
  /** The column of each `-` that opens the line. */
  readonly dashes: readonly number[];
  /** The column at which what follows the dashes begins. */
  readonly column: number;
  readonly key: string | null;
  /** Whether the key's value stands on the lines below. */
  readonly opens: boolean;
}

/** Reads the surroundings of a cursor in a document that may be half-typed; flow collections are not looked into. */
export function typingAt(chunk: Chunk, offset: number): Typing {
  const { text } = chunk;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lines = text.slice(0, start).split(/\r?\n/).slice(0, -1);
  const below = text.slice(offset).split(/\r?\n/).slice(1);
  const current = text.slice(start, offset);
  const { dashes, column } = lineOf(`${current}x`)!;
  const word = current.slice(column);
  const value = /^([\w./-]+|"[^"]*"|'[^']*')\s*:\s+(.*)$/.exec(word);
  const above = lines.map(lineOf);
  return {
    path: pathOf(above, dashes, column),
    key: value === null ? null : unquoted(value[1]!),
    prefix: (value === null ? word : value[2]!).replace(/^["']/, ''),
    siblings: [
      ...(dashes.length > 0 ? [] : siblings(above.reverse(), column, 'up').reverse()),
      ...siblings(below.map(lineOf), column, 'down'),
    ],
    schema: schemaFor(text),
    namespace: /^ {1,8}namespace:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? null,
  };
}

const unquoted = (key: string): string => key.replace(/^["']|["']$/g, '');

/** Null for blank lines and comments. */
function lineOf(text: string): Line | null {
  const [, lead] = /^((?:[ \t]|-(?=[ \t]|$))*)/.exec(text)!;
  const rest = text.slice(lead!.length);
  if (rest.startsWith('#') || (rest === '' && !lead!.includes('-'))) return null;
  const key = /^([\w./-]+|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+(.*))?$/.exec(rest);
  return {
    dashes: [...lead!.matchAll(/-/g)].map(({ index }) => index),
    column: lead!.length,
    key: key === null ? null : unquoted(key[1]!),
    opens: key !== null && /^(?:[&!]\S+[ \t]*)*(?:#.*)?$/.test(key[2] ?? ''),
  };
}

/**
 * Walks up from the cursor, on each line from right to left, and takes what owns the mapping or list that it is in:
 * a key or dash further left, or for a list also a key at the very column of its dashes.
 */
function pathOf(above: readonly (Line | null)[], dashes: readonly number[], column: number): Path {
  const path: (string | number)[] = dashes.map(() => 0);
  let [edge, inList] = [dashes[0] ?? column, dashes.length > 0];
  for (const line of [...above].reverse()) {
    if (line === null) continue;
    if (line.key !== null && line.opens && line.column < edge + (inList ? 1 : 0)) {
      path.unshift(line.key);
      [edge, inList] = [line.column, false];
    }
    for (const dash of [...line.dashes].reverse()) {
      if (dash >= edge) continue;
      path.unshift(0);
      [edge, inList] = [dash, true];
    }
    if (edge === 0 && !inList) break;
  }
  return path;
}

/** The keys of the mapping at `column`, as far as the lines, read up or down, go on with it. */
function siblings(
  lines: readonly (Line | null)[],
  column: number,
  direction: 'up' | 'down',
): string[] {
  const keys: string[] = [];
  for (const line of lines) {
    if (line === null || (line.dashes[0] ?? line.column) > column) continue;
    const begins = line.dashes.length > 0;
    if (line.column < column || (begins && direction === 'down')) break;
    if (line.column === column && line.key !== null) keys.push(line.key);
    if (begins) break;
  }
  return keys;
}

function schemaFor(text: string): Schema | null {
  const apiVersion = /^apiVersion:\s*["']?([^\s"'#]+)/m.exec(text)?.[1];
  const name = /^kind:\s*["']?([^\s"'#]+)/m.exec(text)?.[1];
  const version = apiVersion ?? policyVersions.get(name ?? '');
  const kind = name === undefined || version === undefined ? null : kindOf(version, name);
  return kind?.schema ? schemaOf(kind.schema) : null;
}

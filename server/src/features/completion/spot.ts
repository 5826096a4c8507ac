import { derive } from '../../base/derive.ts';
import { locate, typingAt, type Location } from '../../model/at.ts';
import type { Chunk } from '../../model/chunk.ts';
import { indentsLists, isJson } from '../../model/layout.ts';
import { policyVersions } from '../../model/kinds.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { resourcesOf } from '../../model/read.ts';
import type { Path } from '../../model/resource.ts';
import { schemaAt, schemaBelow, schemaOf, type Schema } from '../../schema/at.ts';
import { namespaceNamed } from '../../workspace/member.ts';
import { treeOf } from '../../yaml/parse.ts';
import type { At, Context } from '../feature.ts';
import { wordAt, type Word } from './word.ts';

/** A place at which a key or value can be written. */
export interface Spot {
  readonly word: Word;
  /** The quote that strings must be in: the one that was begun, and in JSON always one. */
  readonly quote: Word['quote'];
  /** The steps to the key or value. */
  readonly path: Path;
  readonly on: 'key' | 'value';
  /** What the schema says: of a key its mapping, of a value the value itself. */
  readonly schema: Schema | null;
  /** The keys of the mapping, or the strings of the list, that are there already. */
  readonly present: readonly string[];
  /** The decoded object that the place belongs to, as far as it can be read. */
  readonly body: unknown;
  /** The version that a document begins with which is no object yet; null where it says none, or is one. */
  readonly version: string | null;
  readonly namespace: NamespaceKey;
  /** Whether it stands within brackets. */
  readonly flow: boolean;
  /** What has to be written before and behind, so that a mapping or list begins there. */
  readonly open: string;
  readonly close: string;
  /** The column at which the key or value will stand. */
  readonly column: number;
  readonly layout: Layout;
}

/** How a document is indented: what lies below a key, and a list below a key. */
export interface Layout {
  readonly unit: number;
  readonly list: number;
}

/** Stands for the word at the cursor while its document is read: no manifest holds it. */
export const PLACEHOLDER = '\uE000';

/**
 * The longest document that is read anew for a cursor, in UTF-16 units: that takes about a tenth of a second. Longer ones
 * are lists that no person types.
 */
const LONGEST = 256 * 1024;

/** Whether a document can be read anew for a cursor, and that is not within an expression of a template. */
export const canComplete = ({ snapshot }: Context, { chunk, offset }: At): boolean =>
  chunk.text.length <= Math.min(LONGEST, snapshot.reading.maxDocumentBytes) &&
  !isInTemplate(chunk, offset);

/**
 * The places that a cursor can be at, none where nothing is to be proposed. Below a key without a value the cursor can
 * be in what that one still lacks, and also at the next key.
 */
export function spotsAt(context: Context, at: At): readonly Spot[] {
  const { chunk, offset } = at;
  if (!canComplete(context, at)) return [];
  const word = wordAt(chunk.text, offset);
  if (word === null) return [];
  const read = readWith(chunk, word);
  if (resourcesOf(read.chunk).length === 0) return outside(context, at, word);
  const location = locate(read.chunk, read.offset);
  if (location === null || location.resource.kind.schema === null) return [];
  const { start, end } = location.span;
  if (read.chunk.text.slice(start, end) !== PLACEHOLDER) return [];
  // What is broken above can swallow the lines down to here; their indentation still tells where this is.
  const isLost = location.schema === null && location.on === 'value';
  if (isLost && treeOf(read.chunk).errors.length > 0) return outside(context, at, word);
  const spot = spotOf(context, chunk, word, location);
  if (spot.on === 'value' || spot.flow) return [entered(spot)];
  const isAligned = columnOfKeys(read.chunk.text, location) === word.column;
  return [...lacking(spot, location), ...(isAligned ? [spot] : [])];
}

const isInTemplate = (chunk: Chunk, offset: number): boolean =>
  treeOf(chunk).holes.some(({ span }) => span.start < offset && offset < span.end);

/** A document with the placeholder at the cursor, and where it stands there. */
interface Read {
  readonly chunk: Chunk;
  readonly offset: number;
}

/** Puts a word at the cursor, so that what is half-typed there becomes something that parses. */
function readWith({ text }: Chunk, { span, gap }: Word): Read {
  const head = text.slice(0, span.start) + gap;
  const typed = head + PLACEHOLDER + text.slice(span.end);
  // Where `kind` stands alone, and is not what is being typed, its version is what is still to come.
  const found = lacksVersion(text) ? KIND.exec(typed) : null;
  if (found === null) return { chunk: { text: typed }, offset: head.length };
  const { index: kind, 1: name } = found;
  const line = `apiVersion: ${policyVersions.get(name!)!}\n`;
  return {
    chunk: { text: typed.slice(0, kind) + line + typed.slice(kind) },
    offset: head.length + (kind <= head.length ? line.length : 0),
  };
}

const KIND = new RegExp(`^kind:[ \\t]*["']?(${[...policyVersions.keys()].join('|')})\\b`, 'm');

const VERSION = /^["']?apiVersion["']?:[ \t]*["']?([^\s"'#]+)/m;

const lacksVersion = (text: string): boolean =>
  KIND.test(text) && !/^["']?apiVersion\b/m.test(text);

function spotOf(context: Context, chunk: Chunk, word: Word, location: Location): Spot {
  const { resource, object, on, path } = location;
  const { source, body, kind } = resource;
  const { metadata } = body as { readonly metadata?: { readonly namespace?: unknown } };
  return {
    word,
    quote: quoteIn(chunk.text, word),
    path,
    on,
    schema: on === 'value' ? location.schema : schemaAt(schemaOf(kind.schema!), path.slice(0, -1)),
    present: (Array.isArray(object)
      ? object.filter((item) => typeof item === 'string')
      : source.keys(object).filter((key) => key !== 'apiVersion' || !lacksVersion(chunk.text))
    ).filter((each) => each !== PLACEHOLDER),
    body,
    version: null,
    namespace: namespaceNamed(metadata?.namespace, context.file.context, context.snapshot.reading),
    flow: source.node(object)?.flow === true,
    open: '',
    close: '',
    column: word.column,
    layout: layoutOf(chunk),
  };
}

/** The column at which the keys of a block mapping stand; a key that is being typed does not count. */
function columnOfKeys(text: string, { resource, object }: Location): number {
  const { source } = resource;
  const first = source.keys(object).find((key) => key !== PLACEHOLDER) ?? PLACEHOLDER;
  const { start } = source.key(object, first);
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** The place below the key right above, in the same column, where that has no value yet. */
function lacking(spot: Spot, { resource, object }: Location): readonly Spot[] {
  const keys = resource.source.keys(object);
  const above = keys[keys.indexOf(PLACEHOLDER) - 1];
  return above !== undefined && spot.word.opens && !Object.hasOwn(object, above)
    ? below(spot, above)
    : [];
}

const quoteIn = (text: string, { quote }: Word): Word['quote'] =>
  quote === '' && isJson(text) ? '"' : quote;

/** How a document is indented, by its first line that is. */
const layoutOf = derive((chunk: Chunk): Layout => {
  const unit = /^( +)[^\s#-]/m.exec(chunk.text)?.[1]!.length ?? 2;
  return { unit, list: indentsLists(chunk.text) ? unit : 0 };
});

/** A value that is a mapping or list, where one can begin: what is written there is its first key or item. */
function entered(spot: Spot): Spot {
  const { schema, word, flow } = spot;
  if (spot.on === 'key' || schema === null || !(word.opens || flow)) return spot;
  const type = schema.node.type;
  if (type === 'array') {
    const item = { path: [...spot.path, 0], schema: schemaBelow(schema, 0), present: [] };
    return entered(
      flow
        ? { ...spot, ...item, open: `${spot.open}[`, close: `]${spot.close}` }
        : { ...spot, ...item, open: `${spot.open}- `, column: spot.column + 2 },
    );
  }
  if (type !== 'object') return spot;
  const braces = flow ? { open: `${spot.open}{ `, close: ` }${spot.close}` } : {};
  return { ...spot, ...braces, on: 'key', path: [...spot.path, ''], present: [] };
}

/** The place below a key that has no value yet and stands right above, in the same column. */
function below(spot: Spot, key: string): readonly Spot[] {
  const schema = spot.schema && schemaBelow(spot.schema, key);
  const type = schema?.node.type;
  if (schema === null || (type !== 'array' && type !== 'object')) return [];
  const deeper = type === 'array' ? spot.layout.list : spot.layout.unit;
  return [
    entered({
      ...spot,
      on: 'value',
      path: [...spot.path.slice(0, -1), key],
      schema,
      present: [],
      open: ' '.repeat(deeper),
      column: spot.column + deeper,
    }),
  ];
}

/** A place in a document that is no object yet, told by indentation alone. */
function outside(context: Context, at: At, word: Word): readonly Spot[] {
  const { path, key, siblings, schema, namespace } = typingAt(at.chunk, at.offset);
  if (schema === null && path.length > 0) return [];
  const here = schema && schemaAt(schema, key === null ? path : [...path, key]);
  const isMapping = key === null && (here === null || here.node.type === 'object');
  const spot: Spot = {
    word,
    quote: quoteIn(at.chunk.text, word),
    path: isMapping ? [...path, ''] : key === null ? path : [...path, key],
    on: isMapping ? 'key' : 'value',
    schema: here,
    present: siblings,
    body: null,
    version: VERSION.exec(at.chunk.text)?.[1] ?? null,
    namespace: namespaceNamed(namespace, context.file.context, context.snapshot.reading),
    flow: false,
    open: '',
    close: '',
    column: word.column,
    layout: layoutOf(at.chunk),
  };
  return [entered(spot)];
}

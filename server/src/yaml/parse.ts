import {
  Composer,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  Schema,
  visit,
  CST,
  type Document,
  type Node,
  type Scalar,
  type ScalarTag,
} from 'yaml';
import { derive } from '../base/derive.ts';
import type { Span } from '../base/span.ts';
import { joinedFlow } from './flow.ts';
import { plainScalar, type ScalarValue } from './scalar.ts';
import { mask, type Hole } from './template.ts';

/** A place at which a document is not YAML, and what is wrong there in plain words. */
export interface SyntaxError {
  readonly span: Span;
  readonly message: string;
}

/** The YAML tree of one document. Broken documents have one too, of what could be read. */
export interface Tree {
  readonly root: Node | null;
  /** The first mistake alone; none in a document with template expressions, which need not be YAML yet. */
  readonly errors: readonly SyntaxError[];
  readonly holes: readonly Hole[];
  /** Whether the text is made of more pieces than can be read at once; there is then no root, and no error either. */
  readonly tooDense: boolean;
  /** The document's own text; what was parsed is of equal length, with template expressions masked. */
  readonly text: string;
}

/** Deeper nesting than any manifest has; the parser's own recursion would end a little above it. */
const DEEPEST = 500;

/** Parses one document; never throws. Remembered by the identity of what holds the text. */
export const treeOf = derive((chunk: { readonly text: string }): Tree => parse(chunk.text));

/** Parses the text of one document; never throws. */
export function parse(source: string): Tree {
  const { text, holes } = mask(source);
  if (depth(text) > DEEPEST)
    return broken(source, holes, 'This document is nested too deeply to be read.');
  try {
    const document = withoutStacks(() => composed(text));
    if (document.errors.length > 0 && isDeeper(document.contents, DEEPEST))
      return broken(source, holes, 'This document is nested too deeply to be read.');
    const aliases = text.includes('*') ? unknownAliases(document) : [];
    const unclosed = document.errors.some(endsFlow) ? unclosedBracket(text) : [];
    const mistakes = [
      ...unclosed,
      ...document.errors.map((error) => errorOf(error, text)),
      ...aliases,
    ];
    const errors = holes.length > 0 ? [] : firstOf(mistakes);
    return { root: document.contents, errors, holes, tooDense: false, text: source };
  } catch (error) {
    if (error === TOO_DENSE) return { root: null, errors: [], holes, tooDense: true, text: source };
    // The parser's recursion, on input made to exhaust it.
    return broken(source, holes, 'This document cannot be read: its nesting exhausts the parser.');
  }
}

/** The longest text that gets a second look: hands write no longer one, and the look takes as long as the first. */
const LONGEST_JOINED = 256 * 1024;

/** Where a text does not parse, it may still do so with what go-yaml lets pass within brackets and quotes. */
function composed(text: string): Document.Parsed {
  const document = compose(text);
  if (document.errors.length === 0 || text.length > LONGEST_JOINED) return document;
  const flow = joinedFlow(text);
  if (flow === text) return document;
  const joined = compose(flow);
  return joined.errors.length === 0 && !hasBrokenKey(joined, text) ? joined : document;
}

/**
 * The first document that the parser sees. What is broken may look like thousands of documents to it, with an error each,
 * and none of those is of interest.
 */
function compose(text: string): Document.Parsed {
  const composer = new Composer({
    schema,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    stringKeys: false,
  });
  const documents = composer.compose(tokensOf(text), true, text.length);
  return documents.next().value as Document.Parsed;
}

/**
 * How many keys, values, marks and blanks a text may be made of. Those of manifests have three or four letters each, so
 * these are about two megabytes of them, and as much as can be read without being felt too long.
 */
const MOST_LEXEMES = 600_000;

/** Thrown, and caught, where a text is made of more. */
const TOO_DENSE = new Error('too many pieces');

/** Of so many mistakes all follow from an early one, and what stands behind them is not what it seems. */
const MOST_MISTAKES = 1000;

/**
 * The tokens of a text, up to where it is plainly no YAML.
 * @throws `TOO_DENSE`
 */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let [lexemes, mistakes] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > MOST_LEXEMES) throw TOO_DENSE;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') mistakes++;
      yield token;
    }
    if (mistakes > MOST_MISTAKES) break;
  }
  yield* parser.end();
}

/** Whether a key breaks over lines in the text as it is written, as none may. */
function hasBrokenKey(document: Document, text: string): boolean {
  let found = false;
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || !key.range) return undefined;
      found = text.slice(key.range[0], key.range[1]).includes('\n');
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/**
 * Broken text gives an error for each of what can be thousands of tokens, and noting the stack for each would take longer
 * than all the rest. Engines without such a limit ignore it.
 */
function withoutStacks<Result>(compute: () => Result): Result {
  const errors = Error as { stackTraceLimit?: number };
  const { stackTraceLimit = 10 } = errors;
  errors.stackTraceLimit = 0;
  try {
    return compute();
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
  }
}

const broken = (text: string, holes: readonly Hole[], message: string): Tree => ({
  root: null,
  errors: holes.length > 0 ? [] : [{ span: { start: 0, end: Math.min(text.length, 1) }, message }],
  holes,
  tooDense: false,
  text,
});

/** Resolves every plain scalar as Kubernetes' decoder does; the `yaml` package asks it for those without a tag. */
const goYamlScalar: ScalarTag = {
  tag: 'tag:yaml.org,2002:plain',
  default: true,
  test: /^(?:[-+.0-9]|[yYnNtTfFoO~]|null$|Null$|NULL$|$)/,
  resolve: (text) => plainScalar(text),
  stringify: (item) => String(isScalar(item) ? (item.source ?? item.value) : item),
};

/** One for all documents, as making it takes longer than reading a small one. */
const schema = new Schema({
  schema: 'failsafe',
  customTags: (tags) => [...tags, goYamlScalar],
  resolveKnownTags: true,
});

/**
 * What a scalar decodes to. A tag has the word over the form, as far as it names a scalar type that JSON has; with any
 * other tag a scalar is the string that is written.
 */
export function scalarValue(node: Scalar): ScalarValue {
  const { tag, value, source } = node;
  if (tag !== undefined && TYPED.has(tag) && source !== undefined) return plainScalar(source);
  if (typeof value === 'object' && value !== null) return source ?? '';
  return (value ?? null) as ScalarValue;
}

const TYPED = new Set(['int', 'float', 'bool', 'null'].map((type) => `tag:yaml.org,2002:${type}`));

/** How deep brackets, compact `- - -` items and indentation nest at most, as a cheap upper estimate. */
function depth(text: string): number {
  if (/(?:[-?:][ \t]+){200}/.test(text)) return DEEPEST + 1;
  const indents: number[] = [];
  let [open, deepest, indent, atStart] = [0, 0, 0, true];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) [indent, atStart] = [0, true];
    else if (atStart && unit === 32) indent++;
    else if (atStart && unit !== 13) {
      atStart = false;
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
    }
    if (unit === 91 || unit === 123) open++;
    else if ((unit === 93 || unit === 125) && open > 0) open--;
    deepest = Math.max(deepest, open + indents.length);
  }
  return deepest;
}

/**
 * Whether a tree nests deeper than `most`. Only errors let it nest where the estimate sees nothing, as in `a: b: c: d`,
 * whose rest the parser takes for mappings within each other.
 */
function isDeeper(root: Node | null, most: number): boolean {
  let level: readonly (Node | null)[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((node) =>
      isMap(node)
        ? (node.items as { key: Node; value: Node | null }[]).flatMap(({ key, value }) => [
            key,
            value,
          ])
        : isSeq(node)
          ? (node.items as (Node | null)[])
          : [],
    );
  }
  return false;
}

const MESSAGES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'A tab indents here, and YAML allows only spaces. Replace it with spaces.',
  BAD_INDENT:
    'This line is not indented like its neighbours, so YAML cannot tell where it belongs. Is a bracket or quote above it open?',
  MISSING_CHAR: 'A closing quote or bracket, or a separator, is missing here.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  BLOCK_AS_IMPLICIT_KEY:
    'A list or mapping cannot start on the same line here. Check the indentation of this line.',
  MULTILINE_IMPLICIT_KEY:
    'A key must stand on one line and be followed by a colon. Is a colon missing?',
  KEY_OVER_1024_CHARS: 'A key may have at most 1,024 characters. Is a colon missing?',
  BAD_ALIAS: 'This alias names no anchor of this document.',
  BLOCK_IN_FLOW: 'A block list or mapping cannot stand inside brackets.',
  MULTIPLE_ANCHORS: 'A value can have only one anchor.',
  MULTIPLE_TAGS: 'A value can have only one tag.',
  UNEXPECTED_TOKEN: 'This does not belong here. Check quotes, brackets and indentation.',
  BAD_SCALAR_START:
    'A value cannot begin with this character. Put the value in quotes, or close what is open above.',
  BAD_DQ_ESCAPE:
    'This escape does not exist in a double-quoted string; single quotes take backslashes as they are.',
};

/** Whether the parser met the indentation of something else within brackets. */
const endsFlow = ({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): boolean => code === 'BAD_INDENT' && message.startsWith('Flow ');

/** The bracket that is open where indentation or another bracket ends it; the parser marks only what follows. */
function unclosedBracket(text: string): SyntaxError[] {
  const open: { readonly start: number; readonly close: string }[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const ended = lexeme === CST.FLOW_END || lexeme === ']' || lexeme === '}';
    if (ended && open.length > 0) {
      const { start, close } = open.pop()!;
      if (close !== lexeme)
        return [
          {
            span: { start, end: start + 1 },
            message: `This bracket is never closed. Put \`${close}\` where its content ends.`,
          },
        ];
    }
    if (lexeme === '[') open.push({ start: offset, close: ']' });
    else if (lexeme === '{') open.push({ start: offset, close: '}' });
    // The lexer's own marks are not in the text.
    if (!MARKS.has(lexeme)) offset += lexeme.length;
  }
  return [];
}

const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** What lacks at the end is marked at the last character, since behind it there is nothing to mark. */
function errorOf(
  error: {
    readonly code: string;
    readonly message: string;
    readonly pos: readonly [number, number];
  },
  text: string,
): SyntaxError {
  const start = Math.max(0, Math.min(error.pos[0], text.length - 1));
  const end = Math.min(Math.max(error.pos[1], start + 1), text.length);
  return {
    span: { start, end },
    message: MESSAGES[error.code] ?? `${error.message}.`,
  };
}

/** Aliases without an anchor above them, which the `yaml` package notices only when it resolves them. */
function unknownAliases(document: Document): SyntaxError[] {
  const anchors = new Set<string>();
  const unknown: SyntaxError[] = [];
  visit(document, {
    Node: (_, { anchor }) => void (anchor !== undefined && anchors.add(anchor)),
    Alias: (_, { source, range }) => {
      if (anchors.has(source) || !range) return;
      const [start, end] = range;
      unknown.push({ span: { start, end }, message: MESSAGES['BAD_ALIAS']! });
    },
  });
  return unknown;
}

/** The first error by place: the further ones of a document nearly always follow from it. */
const firstOf = (errors: readonly SyntaxError[]): SyntaxError[] =>
  errors.length === 0
    ? []
    : [errors.reduce((first, error) => (error.span.start < first.span.start ? error : first))];

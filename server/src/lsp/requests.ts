import {
  InsertTextFormat,
  InsertTextMode,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type CodeLensParams,
  type Command,
  type CompletionItem,
  type CompletionParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type DefinitionParams,
  type Hover,
  type HoverParams,
  type Location,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
  type SemanticTokens,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Range } from '../base/lines.ts';
import { features } from '../features/all.ts';
import { TOKEN_TYPES } from '../features/feature.ts';
import type {
  Action,
  At,
  DocumentEdits,
  Entry,
  HoverText,
  Lens,
  Method,
  Methods,
  Proposal,
  Refused,
  SpanIn,
  TypedSpan,
} from '../features/feature.ts';
import type { Span } from '../base/span.ts';
import type { Place } from '../model/finding.ts';
import type { File } from '../workspace/snapshot.ts';
import { fileOffset, placedIn, rangeIn, spotIn } from './convert.ts';
import { plain } from './plain.ts';
import { withoutTabStops } from './tabStops.ts';
import { diagnosticAt } from './reports.ts';
import { contextOf, guarded, type Session } from './session.ts';

interface Positioned {
  readonly textDocument: { readonly uri: string };
}

/** How one method's parameters become what its feature is asked, and the feature's answer what the client gets. */
interface Adapter<Name extends Method, Params extends Positioned, Result> {
  readonly asked: (params: Params, file: File, session: Session) => Methods[Name]['asked'] | null;
  readonly result: (answer: Methods[Name]['answer'], file: File, session: Session) => Result;
  /** What is answered for files that are not known, and where the feature fails. */
  readonly nothing: Result;
}

const adapter = <Name extends Method, Params extends Positioned, Result>(
  one: Adapter<Name, Params, Result>,
): Adapter<Name, Params, Result> => one;

const at = (
  { position }: { readonly position: Range['start'] },
  file: File,
  { client }: Session,
): At | null => {
  const spot = spotIn(file, position, client.encoding);
  return spot && { chunk: spot.placed.chunk, offset: spot.offset };
};

/** The methods that one position, range or file is asked with; diagnostics have their own rhythm. */
const adapters = {
  'textDocument/hover': adapter<'textDocument/hover', HoverParams, Hover | null>({
    asked: at,
    result: (answer, file, session) => answer && hoverOf(answer, file, session),
    nothing: null,
  }),
  'textDocument/completion': adapter<'textDocument/completion', CompletionParams, CompletionItem[]>(
    {
      asked: at,
      result: (answer, file, session) => answer.flatMap((one) => itemOf(one, file, session)),
      nothing: [],
    },
  ),
  'textDocument/definition': adapter<'textDocument/definition', DefinitionParams, Location[]>({
    asked: at,
    result: locationsOf,
    nothing: [],
  }),
  'textDocument/references': adapter<'textDocument/references', ReferenceParams, Location[]>({
    asked(params, file, session) {
      const asked = at(params, file, session);
      return asked && { ...asked, declaration: params.context.includeDeclaration };
    },
    result: locationsOf,
    nothing: [],
  }),
  'textDocument/prepareRename': adapter<
    'textDocument/prepareRename',
    PrepareRenameParams,
    { readonly range: Range; readonly placeholder: string } | ResponseError | null
  >({
    asked: at,
    result(answer, file, session) {
      if (answer === null) return null;
      if ('refused' in answer) return refusalOf(answer);
      const range = rangeOf(answer, file, session);
      return range && { range, placeholder: answer.text };
    },
    nothing: null,
  }),
  'textDocument/rename': adapter<
    'textDocument/rename',
    RenameParams,
    WorkspaceEdit | ResponseError | null
  >({
    asked(params, file, session) {
      const asked = at(params, file, session);
      return asked && { ...asked, name: params.newName };
    },
    result: (answer, file, session) =>
      'refused' in answer ? refusalOf(answer) : workspaceEdit(answer, file, session),
    nothing: null,
  }),
  'textDocument/documentSymbol': adapter<
    'textDocument/documentSymbol',
    DocumentSymbolParams,
    DocumentSymbol[] | SymbolInformation[]
  >({
    asked: () => null,
    result: (answer, file, session) =>
      session.client.nestedSymbols
        ? answer.flatMap((entry) => symbolOf(entry, file, session))
        : answer.flatMap((entry) => flatSymbolsOf(entry, file, session)),
    nothing: [],
  }),
  'textDocument/semanticTokens/full': adapter<
    'textDocument/semanticTokens/full',
    SemanticTokensParams,
    SemanticTokens
  >({ asked: () => null, result: tokensOf, nothing: { data: [] } }),
  'textDocument/semanticTokens/range': adapter<
    'textDocument/semanticTokens/range',
    SemanticTokensRangeParams,
    SemanticTokens
  >({
    asked: ({ range }, file, session) => ({ spans: spansOf(file, range, session) }),
    result: tokensOf,
    nothing: { data: [] },
  }),
  'textDocument/codeLens': adapter<'textDocument/codeLens', CodeLensParams, CodeLens[]>({
    asked: () => null,
    result: (answer, file, session) => answer.flatMap((lens) => lensOf(lens, file, session)),
    nothing: [],
  }),
  'textDocument/codeAction': adapter<
    'textDocument/codeAction',
    CodeActionParams,
    (CodeAction | Command)[]
  >({
    asked: ({ range, context }, file, session) => ({
      spans: spansOf(file, range, session),
      only: context.only ?? null,
    }),
    result: (answer, file, session) =>
      session.client.codeActionLiterals
        ? answer.flatMap((action) => actionOf(action, file, session))
        : [],
    nothing: [],
  }),
};

/** The methods that ask of nothing but the file. */
const ofWholeFile: ReadonlySet<Method> = new Set([
  'textDocument/documentSymbol',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
]);

/** Answers every method that has a feature and an adapter. */
export function answerFeatures(session: Session): void {
  for (const { method, run } of features) {
    if (method === 'textDocument/diagnostic') continue;
    const { asked, result, nothing } = adapters[method] as Adapter<Method, Positioned, unknown>;
    session.connection.onRequest(method, async (params: Positioned) => {
      const key = session.worlds.key(params.textDocument.uri);
      await session.opened(key);
      return guarded(
        session,
        method,
        () => {
          const found = session.worlds.find(key);
          if (found === null) return nothing;
          const { file, snapshot } = found;
          const question = asked(params, file, session);
          if (question === null && !ofWholeFile.has(method)) return nothing;
          const answer = run(contextOf(session, file, snapshot), question as never);
          return result(answer, file, session);
        },
        nothing,
      );
    });
  }
}

function hoverOf({ markdown, ...where }: HoverText, file: File, session: Session): Hover {
  const range = rangeOf(where, file, session);
  return {
    contents: session.client.hoverMarkdown
      ? { kind: 'markdown', value: markdown }
      : { kind: 'plaintext', value: plain(markdown) },
    ...(range !== null && { range }),
  };
}

const rangeOf = ({ chunk, span }: SpanIn, file: File, { client }: Session): Range | null =>
  rangeIn(file, chunk, span, client.encoding);

function itemOf(proposal: Proposal, file: File, session: Session): CompletionItem[] {
  const { item, documentation, edit, retrigger, chunk } = proposal;
  const range = rangeOf({ chunk, span: edit.span }, file, session);
  if (range === null) return [];
  const { completionMarkdown, completionCommands, snippets, insertsAsIs } = session.client;
  const { insertTextFormat, ...plainItem } = item;
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  return [
    {
      ...plainItem,
      textEdit: {
        range,
        newText: isSnippet && !snippets ? withoutTabStops(edit.text) : edit.text,
      },
      ...(isSnippet && snippets && { insertTextFormat }),
      // The lines of a proposal are indented already.
      ...(insertsAsIs && edit.text.includes('\n') && { insertTextMode: InsertTextMode.asIs }),
      ...(documentation !== undefined && {
        documentation: completionMarkdown
          ? { kind: 'markdown', value: documentation }
          : plain(documentation),
      }),
      ...(retrigger === true &&
        completionCommands && {
          command: { title: 'Suggest', command: 'editor.action.triggerSuggest' },
        }),
    },
  ];
}

function symbolOf(entry: Entry, file: File, session: Session): DocumentSymbol[] {
  const { chunk, span, name, detail, kind, selection, children } = entry;
  const range = rangeOf({ chunk, span }, file, session);
  const selectionRange = rangeOf({ chunk, span: selection }, file, session);
  if (range === null || selectionRange === null) return [];
  return [
    {
      name,
      detail,
      kind,
      range,
      selectionRange,
      children: children.flatMap((child) => symbolOf(child, file, session)),
    },
  ];
}

function flatSymbolsOf(entry: Entry, file: File, session: Session): SymbolInformation[] {
  const range = rangeOf(entry, file, session);
  if (range === null) return [];
  const uri = session.worlds.uri(file.uri);
  return [
    { name: entry.name, kind: entry.kind, location: { uri, range } },
    ...entry.children.flatMap((child) => flatSymbolsOf(child, file, session)),
  ];
}

/** Editors show the message of an error. */
const refusalOf = ({ refused }: Refused): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestFailed, refused);

/** Places in the files that hold them, each once. */
function locationsOf(places: readonly Place[], _: File, session: Session): Location[] {
  const locations = places.flatMap(({ uri, chunk, span }): Location[] => {
    const file = session.worlds.find(uri)?.file;
    const range = file && rangeOf({ chunk, span }, file, session);
    return range ? [{ uri: session.worlds.uri(uri), range }] : [];
  });
  return [...new Map(locations.map((one) => [JSON.stringify(one), one])).values()];
}

function tokensOf(words: readonly TypedSpan[], file: File, session: Session): SemanticTokens {
  const tokens = new SemanticTokensBuilder();
  for (const { type, ...where } of words) {
    const range = rangeOf(where, file, session);
    if (range === null) continue;
    const { start, end } = range;
    tokens.push(
      start.line,
      start.character,
      end.character - start.character,
      TOKEN_TYPES.indexOf(type),
      0,
    );
  }
  return tokens.build();
}

function lensOf({ title, object, ...where }: Lens, file: File, session: Session): CodeLens[] {
  const range = rangeOf(where, file, session);
  const uri = session.worlds.uri(file.uri);
  return range === null
    ? []
    : [{ range, command: { title, command: 'netpol.showChanges', arguments: [uri, object] } }];
}

/** The parts of the documents that a range of the file touches. */
function spansOf(file: File, range: Range, { client }: Session): SpanIn[] {
  const [from, to] = [range.start, range.end].map((end) => fileOffset(file, end, client.encoding));
  return file.chunks.flatMap(({ start, chunk }): SpanIn[] => {
    const span: Span = {
      start: Math.max(0, from! - start),
      end: Math.min(chunk.text.length, to! - start),
    };
    return span.start <= span.end && span.start <= chunk.text.length ? [{ chunk, span }] : [];
  });
}

function actionOf(action: Action, file: File, session: Session): CodeAction[] {
  if (action.refused !== undefined)
    return session.client.disabledActions
      ? [{ title: action.title, kind: action.kind, disabled: { reason: action.refused } }]
      : [];
  const edit = guarded(
    session,
    action.title,
    () => workspaceEdit(action.edits(), file, session),
    null,
  );
  if (edit === null) return [];
  const { repairs } = action;
  const placed = repairs && placedIn(file, repairs.chunk);
  const repaired = repairs && placed && diagnosticAt(repairs, placed, file, session);
  return [
    {
      title: action.title,
      kind: action.kind,
      edit,
      ...(action.preferred && { isPreferred: true }),
      ...(repaired !== null && { diagnostics: [repaired] }),
    },
  ];
}

/** The edits of an action in the files that they are for; null where there are none, or one of them has moved on. */
function workspaceEdit(
  parts: readonly DocumentEdits[],
  file: File,
  session: Session,
): WorkspaceEdit | null {
  const byFile = new Map<File, TextEdit[]>();
  for (const { uri, chunk, edits } of parts) {
    const target = uri === undefined ? file : session.worlds.find(uri)?.file;
    if (target === undefined) return null;
    const texts = byFile.get(target) ?? [];
    byFile.set(target, texts);
    for (const { span, text } of edits) {
      const range = rangeOf({ chunk, span }, target, session);
      if (range === null) return null;
      texts.push({ range, newText: text });
    }
  }
  if (![...byFile.values()].some((edits) => edits.length > 0)) return null;
  const changes = [...byFile].map(([target, edits]) => ({
    uri: session.worlds.uri(target.uri),
    version: session.versions.get(target.uri) ?? null,
    edits,
  }));
  return session.client.versionedEdits
    ? {
        documentChanges: changes.map(({ uri, version, edits }) => ({
          textDocument: { uri, version },
          edits,
        })),
      }
    : { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
}

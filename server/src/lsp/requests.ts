import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  Command,
  CompletionItem,
  CompletionParams,
  DefinitionParams,
  DocumentSymbol,
  DocumentSymbolParams,
  Hover,
  HoverParams,
  Location,
  PrepareRenameParams,
  ReferenceParams,
  RenameParams,
  ResponseError,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Range } from '../base/lines.ts';
import type { Span } from '../base/span.ts';
import { features } from '../features/all.ts';
import type { At, Method, Methods, SpanIn } from '../features/feature.ts';
import type { File } from '../workspace/snapshot.ts';
import {
  flatSymbolsOf,
  hoverOf,
  itemOf,
  lensOf,
  locationsOf,
  rangeOf,
  refusalOf,
  symbolOf,
  tokensOf,
} from './answers.ts';
import { fileOffset, spotIn } from './convert.ts';
import { actionOf, workspaceEdit } from './edits.ts';
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

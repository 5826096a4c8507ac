import type {
  CodeActionKind,
  CompletionItem,
  DiagnosticSeverity,
  DiagnosticTag,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from '../model/chunk.ts';
import type { Place } from '../model/finding.ts';
import type { File, Snapshot } from '../workspace/snapshot.ts';
import type { World } from '../workspace/world.ts';
import type { Comparison } from './codeLens/comparison.ts';

/*
 * A feature answers one LSP method. It speaks of documents and of spans in them; `lsp/` finds the document at a
 * position before, and turns spans into ranges after.
 */

/** Everything that a feature may look at. */
export interface Context {
  readonly snapshot: Snapshot;
  readonly world: World;
  readonly file: File;
  /** A place as a link to be read: its file and line, such as `[pods.yaml:12](file:///shop/pods.yaml#L12)`. */
  readonly link: (place: Place) => string;
  /** Whether keys and values of the schema are offered; an editor may have another extension for them. */
  readonly completesSchema: boolean;
  readonly outlines: boolean;
  /** What the edits since the last commit change, as far as that is known. */
  readonly comparison: Comparison;
}

/** A document of the file and an offset in it. */
export interface At {
  readonly chunk: Chunk;
  readonly offset: number;
}

/** A span of a document. */
export interface SpanIn {
  readonly chunk: Chunk;
  readonly span: Span;
}

/** Text about what stands at `span`, as Markdown. */
export interface HoverText extends SpanIn {
  readonly markdown: string;
}

/** One thing that can be written at the cursor: it replaces `edit.span` of the cursor's document. */
export interface Proposal {
  readonly chunk: Chunk;
  readonly item: Pick<
    CompletionItem,
    'label' | 'kind' | 'detail' | 'sortText' | 'filterText' | 'insertTextFormat'
  >;
  /** Markdown. */
  readonly documentation?: string;
  readonly edit: Edit;
  /** Whether the editor should ask again at once, as after a key whose values are known. */
  readonly retrigger?: boolean;
}

/** One line of the outline, with what lies below it. */
export interface Entry extends SpanIn {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** What the editor marks when the entry is chosen: the name; inside `span`. */
  readonly selection: Span;
  readonly children: readonly Entry[];
}

/** What is asked of code actions: the parts of the file that the selection touches. */
export interface Selection {
  readonly spans: readonly SpanIn[];
  /** The kinds wanted; null means all but `source` actions, which have to be asked for. */
  readonly only: readonly CodeActionKind[] | null;
}

/** One thing that netpol can do to the file. */
export interface Action {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Whether the editor may apply it when asked to "fix this" without a choice. */
  readonly preferred: boolean;
  /** The finding that it repairs; null for refactorings. */
  readonly repairs: DiagnosticIn | null;
  /** Computed only when the editor asks; edits of one document do not overlap. */
  readonly edits: () => readonly DocumentEdits[];
  /** Why it cannot be done, as a sentence; editors show it beside the title. Absent where it can. */
  readonly refused?: string;
}

/** A place at which something can be renamed, with the name that it has. */
export interface Renamable extends SpanIn {
  readonly text: string;
}

/** Why something cannot be done, in a sentence. */
export interface Refused {
  readonly refused: string;
}

/** What is to change in one document of the workspace. */
export interface DocumentEdits {
  /** The file; absent for the one that was asked about. */
  readonly uri?: string;
  readonly chunk: Chunk;
  readonly edits: readonly Edit[];
}

/** A finding as editors show it. */
export interface DiagnosticIn extends SpanIn {
  readonly code: string;
  readonly message: string;
  readonly severity: DiagnosticSeverity;
  readonly tags: readonly DiagnosticTag[];
  readonly related: readonly (Place & { readonly message: string })[];
}

/** What a word of a selector is, by the names that the protocol has for the parts of a language. */
export const TOKEN_TYPES = ['property', 'operator', 'function', 'string'] as const;

/** One of them. */
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A word to be coloured as what it is; it does not go over the end of a line. */
export interface TypedSpan extends SpanIn {
  readonly type: TokenType;
}

/** A line above an object that opens a list. */
export interface Lens extends SpanIn {
  readonly title: string;
  /** The object, as `objectKey` names it. */
  readonly object: string;
}

/** Every method that has a feature: what is asked, and what is answered. */
export interface Methods {
  'textDocument/hover': { readonly asked: At; readonly answer: HoverText | null };
  'textDocument/completion': { readonly asked: At; readonly answer: readonly Proposal[] };
  'textDocument/definition': { readonly asked: At; readonly answer: readonly Place[] };
  'textDocument/references': {
    readonly asked: At & { readonly declaration: boolean };
    readonly answer: readonly Place[];
  };
  'textDocument/prepareRename': { readonly asked: At; readonly answer: Renamable | Refused | null };
  'textDocument/rename': {
    readonly asked: At & { readonly name: string };
    readonly answer: readonly DocumentEdits[] | Refused;
  };
  'textDocument/documentSymbol': { readonly asked: null; readonly answer: readonly Entry[] };
  'textDocument/semanticTokens/full': {
    readonly asked: null;
    readonly answer: readonly TypedSpan[];
  };
  'textDocument/semanticTokens/range': {
    readonly asked: { readonly spans: readonly SpanIn[] };
    readonly answer: readonly TypedSpan[];
  };
  'textDocument/codeLens': { readonly asked: null; readonly answer: readonly Lens[] };
  'textDocument/codeAction': { readonly asked: Selection; readonly answer: readonly Action[] };
  'textDocument/diagnostic': { readonly asked: null; readonly answer: readonly DiagnosticIn[] };
}

/** The name of a method that has a feature. */
export type Method = keyof Methods;

/** What the server says in its answer to `initialize` that it can do. */
export interface Capability {
  readonly hoverProvider?: true;
  readonly definitionProvider?: true;
  readonly referencesProvider?: true;
  readonly renameProvider?: { readonly prepareProvider: boolean };
  readonly documentSymbolProvider?: true;
  readonly completionProvider?: { readonly triggerCharacters: string[] };
  readonly semanticTokensProvider?: {
    readonly legend: { readonly tokenTypes: string[]; readonly tokenModifiers: string[] };
    readonly full: boolean;
    readonly range: boolean;
  };
  readonly codeLensProvider?: { readonly resolveProvider: boolean };
  readonly codeActionProvider?: {
    readonly codeActionKinds: CodeActionKind[];
    readonly resolveProvider: boolean;
  };
  readonly diagnosticProvider?: {
    readonly identifier: string;
    readonly interFileDependencies: boolean;
    readonly workspaceDiagnostics: boolean;
  };
}

/** A method, the capability that announces it, and its handler: a plain function of what is known. */
export interface Feature<Name extends Method = Method> {
  readonly method: Name;
  readonly capability: Capability;
  readonly run: (context: Context, asked: Methods[Name]['asked']) => Methods[Name]['answer'];
}

/** A feature of any one method. */
export type AnyFeature = { readonly [Name in Method]: Feature<Name> }[Method];

/** Ties a handler to the types of its method. */
export const feature = <Name extends Method>(one: Feature<Name>): Feature<Name> => one;

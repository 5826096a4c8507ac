import { InsertTextMode, type InitializeParams } from 'vscode-languageserver';
import type { Encoding } from './convert.ts';

/** What the client can do and was started with, in so far as the server acts on it. */
export interface Client {
  readonly encoding: Encoding;
  /** Whether it asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly completionCommands: boolean;
  /** Whether it fills in the tab stops of snippets, and whether it can leave their indentation alone. */
  readonly snippets: boolean;
  readonly insertsAsIs: boolean;
  readonly nestedSymbols: boolean;
  readonly codeActionLiterals: boolean;
  /** Whether it shows why an action cannot be done. */
  readonly disabledActions: boolean;
  /** Whether it asks if and what can be renamed before it asks for a name. */
  readonly preparesRename: boolean;
  readonly versionedEdits: boolean;
  readonly fileOperations: boolean;
  /** Whether an extension that completes YAML from schemas is active beside netpol. */
  readonly yamlExtension: boolean;
  /** Whether it answers `netpol/list` and `netpol/read`, and wants `netpol/status`. */
  readonly readsFiles: boolean;
  /** Whether it answers `netpol/changed` and `netpol/head`, tells `netpol/headChanged`, and shows what changed. */
  readonly tellsHead: boolean;
  readonly refreshesLenses: boolean;
  /** Settings given at the start, for clients that are not asked for their configuration. */
  readonly initialSettings: unknown;
}

/** Reads what a client says of itself. Of position encodings UTF-16 is preferred, since texts are kept in it. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, general } = capabilities;
  const options = (initializationOptions ?? {}) as Readonly<Record<string, unknown>>;
  const encodings = general?.positionEncodings ?? ['utf-16'];
  return {
    encoding: !encodings.includes('utf-16') && encodings.includes('utf-8') ? 'utf-8' : 'utf-16',
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    tags:
      textDocument?.diagnostic?.tagSupport !== undefined ||
      textDocument?.publishDiagnostics?.tagSupport !== undefined,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionMarkdown:
      textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    completionCommands: options['readsFiles'] === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    insertsAsIs:
      textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(
        InsertTextMode.asIs,
      ) === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    fileOperations:
      workspace?.fileOperations?.didRename === true ||
      workspace?.fileOperations?.didDelete === true,
    yamlExtension: options['yamlExtension'] === true,
    readsFiles: options['readsFiles'] === true,
    tellsHead: options['tellsHead'] === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    initialSettings: options['settings'] ?? null,
  };
}

import {
  InsertTextFormat,
  InsertTextMode,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  type CodeLens,
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  type Location,
  type SemanticTokens,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { Range } from '../base/lines.ts';
import { TOKEN_TYPES } from '../features/feature.ts';
import type {
  Entry,
  HoverText,
  Lens,
  Proposal,
  Refused,
  SpanIn,
  TypedSpan,
} from '../features/feature.ts';
import type { Place } from '../model/finding.ts';
import type { File } from '../workspace/snapshot.ts';
import { rangeIn } from './convert.ts';
import { plain } from './plain.ts';
import type { Session } from './session.ts';
import { withoutTabStops } from './tabStops.ts';

/*
 * What features answer, as the client gets it: spans become ranges, and what a client cannot show is left out.
 */

/** A hover in Markdown, or as plain text for clients that show no other. */
export function hoverOf({ markdown, ...where }: HoverText, file: File, session: Session): Hover {
  const range = rangeOf(where, file, session);
  return {
    contents: session.client.hoverMarkdown
      ? { kind: 'markdown', value: markdown }
      : { kind: 'plaintext', value: plain(markdown) },
    ...(range !== null && { range }),
  };
}

/** The range of a span in the file; null where the file does not hold the document. */
export const rangeOf = ({ chunk, span }: SpanIn, file: File, { client }: Session): Range | null =>
  rangeIn(file, chunk, span, client.encoding);

/** A proposal as the client can insert it; none where its document has moved on. */
export function itemOf(proposal: Proposal, file: File, session: Session): CompletionItem[] {
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

/** An entry of the outline with what lies below it. */
export function symbolOf(entry: Entry, file: File, session: Session): DocumentSymbol[] {
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

/** An entry of the outline for clients that know no nesting, and all below it. */
export function flatSymbolsOf(entry: Entry, file: File, session: Session): SymbolInformation[] {
  const range = rangeOf(entry, file, session);
  if (range === null) return [];
  const uri = session.worlds.uri(file.uri);
  return [
    { name: entry.name, kind: entry.kind, location: { uri, range } },
    ...entry.children.flatMap((child) => flatSymbolsOf(child, file, session)),
  ];
}

/** Editors show the message of an error. */
export const refusalOf = ({ refused }: Refused): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestFailed, refused);

/** Places in the files that hold them, each once. */
export function locationsOf(places: readonly Place[], _: File, session: Session): Location[] {
  const locations = places.flatMap(({ uri, chunk, span }): Location[] => {
    const file = session.worlds.find(uri)?.file;
    const range = file && rangeOf({ chunk, span }, file, session);
    return range ? [{ uri: session.worlds.uri(uri), range }] : [];
  });
  return [...new Map(locations.map((one) => [JSON.stringify(one), one])).values()];
}

/** Words of the file in the encoding of the protocol, each relative to the one before. */
export function tokensOf(
  words: readonly TypedSpan[],
  file: File,
  session: Session,
): SemanticTokens {
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

/** A line above an object. */
export function lensOf(
  { title, object, ...where }: Lens,
  file: File,
  session: Session,
): CodeLens[] {
  const range = rangeOf(where, file, session);
  const uri = session.worlds.uri(file.uri);
  return range === null
    ? []
    : [{ range, command: { title, command: 'netpol.showChanges', arguments: [uri, object] } }];
}

import type { SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../../base/span.ts';
import type { Resource } from '../../model/resource.ts';
import type { Entry } from '../feature.ts';

/** One line of the outline; nothing lies below it where `rest` does not say so. */
export const entry = (
  { chunk }: Resource,
  name: string,
  detail: string,
  kind: SymbolKind,
  rest: Pick<Entry, 'span' | 'selection'> & Partial<Pick<Entry, 'children'>>,
): Entry => ({ chunk, name, detail, kind, children: [], ...rest });

/** A key of a mapping, with its value. */
export const keyAndValue = ({ source }: Resource, object: object, name: string): Span => ({
  start: source.key(object, name).start,
  end: Math.max(source.key(object, name).end, source.value(object, name).end),
});

/** The entries that stand inside their parent; what an alias brings stands elsewhere and is not shown again. */
export const within = ({ start, end }: Span, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ span }) => start <= span.start && span.start <= span.end && span.end <= end);

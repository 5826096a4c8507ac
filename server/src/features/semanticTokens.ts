import { overlaps } from '../base/span.ts';
import type { Chunk } from '../model/chunk.ts';
import { wordsIn } from './semanticTokens/words.ts';
import {
  feature,
  TOKEN_TYPES,
  type Capability,
  type Context,
  type SpanIn,
  type TypedSpan,
} from './feature.ts';

const capability: Capability = {
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] },
    full: true,
    range: true,
  },
};

/** The words of Calico's selectors, which are texts to YAML. */
export const semanticTokens = feature({
  method: 'textDocument/semanticTokens/full',
  capability,
  run: (context) => context.file.chunks.flatMap(({ chunk }) => wordsOf(context, chunk)),
});

/** Those in a part of the file, as an editor asks for what it shows. */
export const semanticTokensInRange = feature({
  method: 'textDocument/semanticTokens/range',
  capability,
  run: (context, { spans }) => spans.flatMap((part) => wordsWithin(context, part)),
});

const wordsWithin = (context: Context, { chunk, span }: SpanIn): readonly TypedSpan[] =>
  wordsOf(context, chunk).filter((word) => overlaps(word.span, span));

const wordsOf = ({ file, snapshot }: Context, chunk: Chunk): readonly TypedSpan[] =>
  wordsIn(file.context, snapshot.reading)(chunk);

import { derive, derive2 } from '../../base/derive.ts';
import { span, type Span } from '../../base/span.ts';
import { selectorTexts } from '../../model/calicoSelectors.ts';
import { placedText } from '../../model/characters.ts';
import type { Chunk } from '../../model/chunk.ts';
import type { Resource } from '../../model/resource.ts';
import type { Token } from '../../policy/selector/calico/token.ts';
import { tokenize } from '../../policy/selector/calico/tokenize.ts';
import { membersOf, type Reading } from '../../workspace/member.ts';
import type { FileContext } from '../../workspace/roots.ts';
import { isFilledIn } from '../../yaml/template.ts';
import type { TokenType, TypedSpan } from '../feature.ts';

/** The words of all selectors of a document in the order of their places, none over the end of a line. */
export const wordsIn = derive2((context: FileContext, reading: Reading) =>
  derive((chunk: Chunk): readonly TypedSpan[] =>
    membersOf(
      context,
      reading,
    )(chunk)
      .flatMap(({ resource }) => wordsOf(resource))
      .sort((a, b) => a.span.start - b.span.start),
  ),
);

function wordsOf(resource: Resource): readonly TypedSpan[] {
  const { chunk, source } = resource;
  const seen = new Set<number>();
  return selectorTexts(resource).flatMap(({ object, key, text }) => {
    const { start } = source.value(object, key);
    // What an alias brings is there once.
    if (seen.has(start) || isFilledIn(text)) return [];
    seen.add(start);
    const { places } = placedText(resource, object, key, text);
    if (places === null) return [];
    return tokenize(text).tokens.flatMap((token) =>
      partsOf(token).flatMap(([type, part]) =>
        linesOf(chunk.text, places.slice(part.start, part.end)).map((line) => ({
          chunk,
          span: line,
          type,
        })),
      ),
    );
  });
}

/** A function's name and its label are two words; parentheses and commas are none. */
function partsOf({
  kind,
  span: whole,
  value,
  inside,
}: Token): readonly (readonly [TokenType, Span])[] {
  switch (kind) {
    case 'has':
    case 'all':
    case 'global': {
      const name = ['function', span(whole.start, whole.start + kind.length)] as const;
      return value === '' ? [name] : [name, ['property', inside]];
    }
    case 'label':
      return [['property', whole]];
    case 'string':
      return [['string', whole]];
    case '(':
    case ')':
    case '{':
    case '}':
    case ',':
    case '?':
      return [];
    default:
      return [['operator', whole]];
  }
}

/** The parts of a word on each of its lines, without the blanks around. */
const linesOf = (text: string, places: readonly Span[]): readonly Span[] =>
  joined(places).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S(?:.*\S)?/g)].map(({ 0: line, index }) =>
      span(start + index, start + index + line.length),
    ),
  );

/** Places as few spans; between them stands what belongs to no character, such as the mark that joins lines. */
function joined(places: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const { start, end } of places) {
    const last = runs.at(-1);
    if (last === undefined || last.end < start) runs.push(span(start, end));
    else runs[runs.length - 1] = span(last.start, end);
  }
  return runs;
}

import { lineBreaksIn } from '../base/lines.ts';

/** One YAML document of a file, from its `---` line or the file's start, and where it begins: the offset and the line. */
export interface Placed {
  readonly start: number;
  readonly line: number;
  readonly chunk: { readonly text: string };
}

/** One stretch of a file that was replaced: offsets of the text before, and what stands there now. */
export interface Replaced {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Splits a file into its YAML documents. YAML forbids `---` and `...` at the start of a line inside any scalar, so
 * looking at line starts is exact whatever else is broken. The texts of the parts, put together, are the file.
 */
export const split = (text: string): Placed[] => [...splitting(text)];

/** As `split`, one document at a time, for whoever may not want all. */
export const splitting = (text: string): Generator<Placed> =>
  placed({ start: 0, line: 0 }, textsIn(text));

function* textsIn(text: string): Generator<string> {
  let start = 0;
  for (const end of boundaries(text, true)) {
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

/** Texts that follow each other, each as a document in its place. */
function* placed(
  { start, line }: Omit<Placed, 'chunk'>,
  texts: Iterable<string>,
): Generator<Placed> {
  for (const text of texts) {
    yield { start, line, chunk: { text } };
    start += text.length;
    line += lineBreaksIn(text);
  }
}

/** The text of documents that follow each other. */
export const joined = (parts: readonly Placed[]): string =>
  parts.map(({ chunk }) => chunk.text).join('');

/**
 * The documents of a file in which one stretch was just replaced. Splitting resumes before the edit and stops where
 * the old documents come into step again, so the work follows the edit; untouched documents keep their objects.
 * @param before the documents of the file before the edit
 */
export function resplit(before: readonly Placed[], edit: Replaced): readonly Placed[] {
  // An edit at the very start of a document can undo the marker that began it, so the one before is read again too.
  const first = Math.max(0, indexAt(before, edit.start) - 1);
  // Nearly always the document behind those touched begins where it began; where not, all that follows is read again.
  const near = indexAt(before, edit.end) + 2;
  return (
    (near < before.length ? resplitTo(near, before, first, edit) : null) ??
    resplitTo(before.length, before, first, edit)!
  );
}

/** As `resplit`, reading the documents from `first` up to `last`; null where they do not come into step before that. */
function resplitTo(
  last: number,
  before: readonly Placed[],
  first: number,
  edit: Replaced,
): readonly Placed[] | null {
  const { start: from, line } = before[first]!;
  const old = joined(before.slice(first, last));
  const text = old.slice(0, edit.start - from) + edit.text + old.slice(edit.end - from);
  const shift = edit.text.length - (edit.end - edit.start);
  const texts: string[] = [];
  let [next, start] = [indexAt(before, edit.end) + 1, 0];
  for (const boundary of boundaries(text, from === 0)) {
    texts.push(detached(text.slice(start, boundary)));
    start = boundary;
    const place = from + boundary - shift;
    while (next < last && before[next]!.start < place) next++;
    // A boundary that stood before and lies behind the edit: all that follows is as it was.
    if (next < last && place > edit.end && before[next]!.start === place)
      return resumed(before, first, next, [...placed({ start: from, line }, texts)]);
  }
  if (last < before.length) return null;
  texts.push(detached(text.slice(start)));
  return resumed(before, first, last, [...placed({ start: from, line }, texts)]);
}

/** The documents `before` with those from `first` to `next` exchanged; what follows is moved to where it stands now. */
function resumed(
  before: readonly Placed[],
  first: number,
  next: number,
  parts: readonly Placed[],
): readonly Placed[] {
  const behind = before.slice(next);
  const end = parts.at(-1)!;
  const shift = end.start + end.chunk.text.length - (behind[0]?.start ?? 0);
  const down = end.line + lineBreaksIn(end.chunk.text) - (behind[0]?.line ?? 0);
  return [
    ...before.slice(0, first),
    ...reuse(before.slice(first, next), parts),
    ...(shift === 0 && down === 0
      ? behind
      : behind.map(({ start, line, chunk }) => ({
          start: start + shift,
          line: line + down,
          chunk,
        }))),
  ];
}

/**
 * The documents of `after`, each as the object of an old one of the same text where there is one. Every old object
 * serves once, in order, so two equal documents stay two.
 */
export function reuse(before: readonly Placed[], after: readonly Placed[]): readonly Placed[] {
  const old = new Map<string, { readonly text: string }[]>();
  for (const { chunk } of before) {
    const same = old.get(chunk.text);
    if (same === undefined) old.set(chunk.text, [chunk]);
    else same.push(chunk);
  }
  return after.map((part) => ({ ...part, chunk: old.get(part.chunk.text)?.shift() ?? part.chunk }));
}

/** The index of the last part that begins at or before `offset`. */
function indexAt(parts: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A copy with storage of its own: a slice would keep what it was cut from alive as long as its chunk lives. */
const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** The offsets at which documents begin in a text behind its first; `isTop` where it is the top of its file. */
function* boundaries(text: string, isTop: boolean): Generator<number> {
  let part = 0;
  for (let line = 0; line < text.length;) {
    const end = nextLine(text, line);
    if (isMarker(text, line, '---', isTop)) {
      // Directives belong to the document whose marker they precede.
      if (line > part && !holdsOnlyDirectives(text.slice(part, line))) yield (part = line);
    } else if (isMarker(text, line, '...', isTop) && end < text.length) {
      yield (part = end);
    }
    line = end;
  }
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function isMarker(text: string, line: number, marker: string, isTop: boolean): boolean {
  const start = isTop && line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line;
  if (!text.startsWith(marker, start)) return false;
  const after = text.charCodeAt(start + 3);
  return Number.isNaN(after) || after === 32 || after === 9 || after === 10 || after === 13;
}

const holdsOnlyDirectives = (text: string): boolean =>
  /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*%/.test(text) &&
  /^\ufeff?(?:(?:%|[ \t]*#).*\r?\n|[ \t]*\r?\n)*$/.test(text);

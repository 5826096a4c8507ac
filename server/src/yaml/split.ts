/** One YAML document of a file, from its `---` line or the file's start, and the offset at which it begins. */
export interface Placed {
  readonly start: number;
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
export function* splitting(text: string): Generator<Placed> {
  let start = 0;
  for (const end of boundaries(text, 0)) {
    yield { start, chunk: { text: text.slice(start, end) } };
    start = end;
  }
  yield { start, chunk: { text: text.slice(start) } };
}

/**
 * The documents of a file in which one stretch was just replaced. Splitting resumes before the edit and stops where
 * the old documents come into step again, so the work follows the edit; untouched documents keep their objects.
 * @param before the documents of the file before the edit
 * @param text the whole text after it
 */
export function resplit(
  before: readonly Placed[],
  text: string,
  edit: Replaced,
): readonly Placed[] {
  const shift = edit.text.length - (edit.end - edit.start);
  // An edit at the very start of a document can undo the marker that began it, so the one before is read again too.
  const first = Math.max(0, indexAt(before, edit.start) - 1);
  const from = before[first]?.start ?? 0;
  const starts = [from];
  let [next, end] = [indexAt(before, edit.end) + 1, text.length];
  for (const boundary of boundaries(text, from)) {
    while (next < before.length && before[next]!.start + shift < boundary) next++;
    const old = before[next];
    // A boundary that stood before and lies behind the edit: all that follows is as it was.
    if (old !== undefined && old.start > edit.end && old.start + shift === boundary) {
      end = boundary;
      break;
    }
    starts.push(boundary);
  }
  if (end === text.length) next = before.length;
  const parts = starts.map((start, index) => ({
    start,
    chunk: { text: detached(text.slice(start, starts[index + 1] ?? end)) },
  }));
  return [
    ...before.slice(0, first),
    ...reuse(before.slice(first, next), parts),
    ...(shift === 0
      ? before.slice(next)
      : before.slice(next).map(({ start, chunk }) => ({ start: start + shift, chunk }))),
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
  return after.map(({ start, chunk }) => ({ start, chunk: old.get(chunk.text)?.shift() ?? chunk }));
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

/** A copy with storage of its own: a slice would keep the whole version of the file alive as long as its chunk lives. */
const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** The offsets behind `from`, the start of a part, at which further documents begin. */
function* boundaries(text: string, from: number): Generator<number> {
  let part = from;
  for (let line = from; line < text.length;) {
    const end = nextLine(text, line);
    if (isMarker(text, line, '---')) {
      // Directives belong to the document whose marker they precede.
      if (line > part && !holdsOnlyDirectives(text.slice(part, line))) yield (part = line);
    } else if (isMarker(text, line, '...') && end < text.length) {
      yield (part = end);
    }
    line = end;
  }
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function isMarker(text: string, line: number, marker: string): boolean {
  const start = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line;
  if (!text.startsWith(marker, start)) return false;
  const after = text.charCodeAt(start + 3);
  return Number.isNaN(after) || after === 32 || after === 9 || after === 10 || after === 13;
}

const holdsOnlyDirectives = (text: string): boolean =>
  /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*%/.test(text) &&
  /^\ufeff?(?:(?:%|[ \t]*#).*\r?\n|[ \t]*\r?\n)*$/.test(text);

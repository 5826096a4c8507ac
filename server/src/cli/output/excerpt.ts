import { eastAsianWidth } from 'get-east-asian-width';
import { harmless } from '../../base/harmless.ts';

/** A line of a source as a terminal shows it, and a line of marks that stands below it. */
export interface Excerpt {
  readonly line: string;
  /** Spaces up to the marked part. */
  readonly indent: string;
  /** As many `^` as the marked part is wide, at least one. */
  readonly carets: string;
}

/** One character as it is shown, and how many cells of a terminal it takes. */
interface Cell {
  readonly shown: string;
  readonly width: number;
  /** The UTF-16 unit of the line at which it begins. */
  readonly start: number;
}

const TAB = '    ';
const CUT = '…';

/**
 * The part of `line` from `start` to `end` (UTF-16 units) marked, with the line cut on either side where it is wider
 * than `columns` cells. Tabs are four spaces wide.
 */
export function excerptOf(line: string, start: number, end: number, columns: number): Excerpt {
  const cells = cellsOf(line);
  const at = (unit: number): number => {
    const index = cells.findIndex((cell) => cell.start >= unit);
    return index < 0 ? cells.length : index;
  };
  const marked = { first: at(start), last: Math.max(at(start), at(end)) };
  const { first, last } = visible(cells, marked.first, columns);
  const text = (from: number, to: number): string =>
    cells
      .slice(from, to)
      .map(({ shown }) => shown)
      .join('');
  const before = first > 0 ? CUT : '';
  const after = last < cells.length ? CUT : '';
  return {
    line: before + text(first, last) + after,
    indent: ' '.repeat(before.length + widthOf(cells.slice(first, marked.first))),
    carets: '^'.repeat(
      Math.max(1, widthOf(cells.slice(marked.first, Math.min(marked.last, last)))),
    ),
  };
}

/** The cells from `first` up to, not including, `last` that fit, with some of what stands before the mark. */
function visible(
  cells: readonly Cell[],
  mark: number,
  columns: number,
): { readonly first: number; readonly last: number } {
  const room = Math.max(20, columns - 2 * CUT.length);
  if (widthOf(cells) <= room) return { first: 0, last: cells.length };
  let first = mark;
  for (let width = 0; first > 0 && width + cells[first - 1]!.width <= room / 3; first--)
    width += cells[first - 1]!.width;
  let last = first;
  for (let width = 0; last < cells.length && width + cells[last]!.width <= room; last++)
    width += cells[last]!.width;
  return { first, last };
}

const widthOf = (cells: readonly Cell[]): number =>
  cells.reduce((total, { width }) => total + width, 0);

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const character of line) {
    cells.push({ ...cellOf(character), start });
    start += character.length;
  }
  return cells;
}

function cellOf(character: string): Pick<Cell, 'shown' | 'width'> {
  if (character === '\t') return { shown: TAB, width: TAB.length };
  if (/[\p{M}\ufeff\u200b-\u200d]/u.test(character)) return { shown: character, width: 0 };
  return { shown: harmless(character), width: eastAsianWidth(character.codePointAt(0)!) };
}

import type { Change, DoubtfulChange } from '../../policy/changes.ts';
import type { Diff } from '../../policy/diff.ts';
import type { Host, Paint } from '../host.ts';
import {
  changeGroups,
  changeSummary,
  type ChangeGroup,
  type Told,
} from '../../policy/tell/changeGroups.ts';
import { harmless } from '../../base/harmless.ts';
import { fewOf, groupedBy } from '../../policy/tell/parties.ts';

/** `diff` for people: what changes, by what causes it. */
export const changesText = (diff: Diff, { paint }: Pick<Host, 'paint'>): string =>
  [...changeGroups(diff).map((group) => groupText(group, paint)), `${changeSummary(diff)}\n`].join(
    '\n',
  );

/** More than this of one group, or of one reason, are told as a number; JSON tells all. */
const SHOWN = { lines: 40, names: 5 } as const;

function groupText({ cause, decided, changes, doubts }: ChangeGroup, paint: Paint): string {
  const lines = [
    ...changes.map((change) => changeLine(change, paint)),
    ...doubtLines(doubts, paint),
  ];
  const more = lines.length - SHOWN.lines;
  const shown = more > 1 ? [...lines.slice(0, SHOWN.lines), `  and ${more} more`] : lines;
  const policies =
    decided.length === 0
      ? ''
      : paint.dim(`; ${fewOf(decided, SHOWN.names)} decide${decided.length === 1 ? 's' : ''}`);
  return [`${paint.bold(cause)}${policies}`, ...shown].map((line) => `${line}\n`).join('');
}

function changeLine({ from, to, kind, before, after }: Told<Change>, paint: Paint): string {
  switch (kind) {
    case 'added':
      return `  ${paint.green('+')} ${from} -> ${to}  ${after}`;
    case 'removed':
      return `  ${paint.red('-')} ${from} -> ${to}  ${before}`;
    case 'changed':
      return `  ${paint.yellow('~')} ${from} -> ${to}  ${before}, now ${after}`;
  }
}

/** Doubts with equal reasons as one. */
const doubtLines = (doubts: readonly Told<DoubtfulChange>[], paint: Paint): string[] =>
  groupedBy(doubts, ({ from, conn, why, before, after }) =>
    JSON.stringify([from, conn, why, before, after]),
  ).map(([, rows]) => {
    const [first] = rows as [Told<DoubtfulChange>];
    const to = fewOf(
      rows.map((row) => row.to),
      SHOWN.names,
    );
    const { from, conn, why } = first;
    return `  ${paint.yellow('?')} ${from} -> ${to}  ${conn}: ${fateText(first)}\n    ${paint.dim(harmless(why))}`;
  });

/** What becomes of doubtful connections, in words. */
const fateText = ({ before, after }: Told<DoubtfulChange>): string =>
  after === 'in doubt' ? `${before}, now in doubt` : `in doubt, now ${after}`;

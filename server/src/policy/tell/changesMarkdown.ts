import type { Diff } from '../diff.ts';
import { changeGroups, changeSummary, type ChangeGroup } from './changeGroups.ts';

/** `diff` as Markdown, for a comment on a change: a table for each cause. */
export const changesMarkdown = (diff: Diff): string =>
  [...changeGroups(diff).map(groupMarkdown), `${changeSummary(diff)}\n`].join('\n');

function groupMarkdown({ cause, decided, changes, doubts }: ChangeGroup): string {
  const rows = [
    ...changes.map(({ kind, from, to, before, after }) => [
      kind,
      from,
      to,
      before ?? 'none',
      after ?? 'none',
    ]),
    ...doubts.map(({ from, to, conn, before, after, why }) => [
      'in doubt',
      from,
      to,
      `${conn} ${before}`,
      `${conn} ${after}: ${why.replaceAll('`', '')}`,
    ]),
  ];
  return [
    `### ${plain(cause)}`,
    '',
    ...(decided.length === 0 ? [] : [`Decided by ${decided.map(plain).join(', ')}.`, '']),
    '|  | from | to | before | after |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.map(plain).join(' | ')} |`),
    '',
  ].join('\n');
}

/** A text that no Markdown is read in. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#&~]/g, '\\$&');

import type { Change, DoubtfulChange } from '../changes.ts';
import type { Diff } from '../diff.ts';
import type { Party } from '../party.ts';
import { list } from '../print.ts';
import { harmless } from '../../base/harmless.ts';
import { groupedBy, partyText, policyNameText } from './parties.ts';

/** Changes with one cause. */
export interface ChangeGroup {
  /** What was done to which objects: "shop/web (NetworkPolicy) changed". */
  readonly cause: string;
  /** The policies that decide, where none of them is what was edited; else empty. */
  readonly decided: readonly string[];
  readonly changes: readonly Told<Change>[];
  readonly doubts: readonly Told<DoubtfulChange>[];
}

/** A row with its ends in words; all blocks of addresses that fare alike are one end. */
export type Told<Row> = Row & { readonly from: string; readonly to: string };

/** The changes by what causes them, in the order in which causes first come. */
export const changeGroups = ({ changes, doubts }: Diff): ChangeGroup[] =>
  groupedBy([...changes, ...doubts], (row) => JSON.stringify([causeOf(row), decidedBy(row)])).map(
    ([, rows]) => ({
      cause: causeOf(rows[0]!),
      decided: decidedBy(rows[0]!),
      changes: told(rows.filter((row): row is Change => 'kind' in row)),
      doubts: told(rows.filter((row): row is DoubtfulChange => !('kind' in row))),
    }),
  );

type Row = Change | DoubtfulChange;

/** Edited policies, workloads that came or went, and the other objects that are not what they were. */
function causeOf({ because, workloads, edited }: Row): string {
  const parts = [
    ...workloads.added.map((party) => `${partyText(party)} added`),
    ...workloads.removed.map((party) => `${partyText(party)} removed`),
    ...because.flatMap(({ policy, edit }) =>
      edit === 'same' ? [] : [`${policyNameText(policy)} ${edit}`],
    ),
    ...(edited.length === 0 ? [] : [`${harmless(list(edited).replaceAll('`', ''))} changed`]),
  ];
  return parts.length > 0 ? list(parts) : 'policies of the same name changed';
}

const decidedBy = ({ because }: Row): string[] =>
  because.every(({ edit }) => edit === 'same')
    ? because.map(({ policy }) => policyNameText(policy))
    : [];

const told = <Each extends Row>(rows: readonly Each[]): Told<Each>[] =>
  groupedBy(rows, ({ src, dst, ...rest }) =>
    JSON.stringify([insideOf(src), insideOf(dst), rest]),
  ).map(([, alike]) => ({
    ...alike[0]!,
    from: namesOf(alike.map(({ src }) => src)),
    to: namesOf(alike.map(({ dst }) => dst)),
  }));

const insideOf = (party: Party): Party | null => (party.kind === 'external' ? null : party);

const namesOf = (parties: readonly Party[]): string =>
  [...new Set(parties.map(partyText))].join(', ');

/** How many connections there are of each kind, as a sentence. */
export function changeSummary({ changes, doubts }: Diff): string {
  const parts = (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const number = changes.filter((change) => change.kind === kind).length;
    return number === 0 ? [] : [`${number} ${kind}`];
  });
  const certain = parts.length === 0 ? null : `Connections: ${list(parts)}`;
  if (doubts.length === 0) return `${certain ?? 'No connection changes'}.`;
  const may = `${doubts.length} may change, as something is not known`;
  return certain === null ? `No connection is certain to change; ${may}.` : `${certain}; ${may}.`;
}

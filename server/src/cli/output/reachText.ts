import { namespaceName } from '../../model/namespace.ts';
import type { Party } from '../../policy/party.ts';
import { count, list } from '../../policy/print.ts';
import type { Reach, ReachDoubt, ReachRow } from '../../policy/reach.ts';
import type { Gathered } from '../gather.ts';
import type { Host, Paint } from '../host.ts';
import { harmless } from '../../base/harmless.ts';
import { fewOf, groupedBy, partyText } from '../../policy/tell/parties.ts';

/** `reach` for people: who can connect to whom, source by source, and apart from it what is in doubt. */
export function reachText(
  reach: Reach,
  gathered: Pick<Gathered, 'directoryNameOf'>,
  { paint }: Pick<Host, 'paint'>,
): string {
  const { connections, doubts, workloads } = reach;
  const nameOf = namesIn(reach, gathered);
  const certain = blocks(
    connections,
    nameOf,
    (rows) => certainLines(rows, nameOf, workloads),
    paint,
  );
  const uncertain = blocks(doubts, nameOf, (rows) => doubtLines(rows, nameOf, paint), paint);
  const heading = `${paint.bold(paint.yellow('In doubt'))}, as something is not known here:\n`;
  return [
    ...certain,
    ...(uncertain.length === 0 ? [] : [heading, ...uncertain]),
    summary(reach),
  ].join('\n');
}

/** Names ends; workloads in unnamed namespaces with the directory of theirs where there are several such. */
function namesIn(
  { homes }: Reach,
  { directoryNameOf }: Pick<Gathered, 'directoryNameOf'>,
): (party: Party) => string {
  const unnamed = new Set([...homes.values()].filter((home) => namespaceName(home) === null));
  return (party) => {
    const home = homes.get(party);
    return home === undefined || unnamed.size < 2 || !unnamed.has(home)
      ? partyText(party)
      : `${partyText(party)} in ${harmless(directoryNameOf(home))}`;
  };
}

/** More than this of one kind are told as a number; JSON tells all. */
const SHOWN = { lines: 20, names: 5 } as const;

/**
 * Rows as one block for each source. Addresses from which one reaches the same, as those of both families often do, are
 * one.
 */
function blocks<Row extends ReachRow>(
  rows: readonly Row[],
  nameOf: (party: Party) => string,
  linesOf: (rows: readonly Row[]) => readonly string[],
  paint: Paint,
): string[] {
  const sources = groupedBy(rows, ({ src }) => nameOf(src)).map(([source, group]) => {
    const lines = linesOf(group).map((line) => `  ${line}\n`);
    return { source, lines: lines.join(''), inside: group[0]!.src.kind !== 'external' };
  });
  return groupedBy(sources, ({ source, lines, inside }) => (inside ? source : lines)).map(
    ([, alike]) =>
      `${paint.bold(alike.map(({ source }) => source).join(', '))}\n${alike[0]!.lines}`,
  );
}

/** Destinations beside their connections: workloads, all the others as one where they fare alike, and addresses. */
function certainLines(
  rows: readonly ReachRow[],
  nameOf: (party: Party) => string,
  workloads: number,
): string[] {
  const inside = rows.filter(({ dst }) => dst.kind === 'workload');
  const [hosts, outside] = [
    rows.filter(({ dst }) => dst.kind === 'host'),
    rows.filter(({ dst }) => dst.kind === 'external'),
  ];
  const others = rows[0]!.src.kind === 'workload' ? workloads - 1 : workloads;
  const [first] = inside;
  const alike =
    others > 1 && inside.length === others && inside.every(({ conn }) => conn === first!.conn);
  const each = (some: readonly ReachRow[], noun: string): { to: string; conn: string }[] =>
    groupedBy(some, ({ conn }) => conn).flatMap(([conn, group]) => {
      const more = group.length - SHOWN.lines;
      const shown = group.slice(0, more > 1 ? SHOWN.lines : group.length);
      return [
        ...shown.map(({ dst }) => ({ to: nameOf(dst), conn })),
        ...(more > 1 ? [{ to: count(more, `more ${noun}`), conn }] : []),
      ];
    });
  const cells = [
    ...(alike
      ? [{ to: `all ${others} other workloads`, conn: first!.conn }]
      : each(inside, 'workload')),
    ...each(hosts, 'host'),
    ...groupedBy(outside, ({ conn }) => conn).map(([conn, group]) => ({
      to: group.map(({ dst }) => nameOf(dst)).join(', '),
      conn,
    })),
  ];
  const width = Math.min(60, Math.max(...cells.map(({ to }) => to.length)));
  return cells.map(({ to, conn }) => `-> ${to.padEnd(width)}  ${conn}`);
}

/** Doubts with equal reasons as one. */
const doubtLines = (
  rows: readonly ReachDoubt[],
  nameOf: (party: Party) => string,
  paint: Paint,
): string[] =>
  groupedBy(rows, ({ conn, why, policy }) => JSON.stringify([conn, why, policy])).flatMap(
    ([, group]) => {
      const { conn, why, policy } = group[0]!;
      const name = policy === null ? '' : [policy.namespace ?? [], policy.name].flat().join('/');
      const reason = name === '' ? why : `${why} (policy ${name})`;
      const names = group.map(({ dst }) => nameOf(dst));
      return [`-> ${fewOf(names, SHOWN.names)}  ${conn}`, `   ${paint.dim(harmless(reason))}`];
    },
  );

function summary({ connections, doubts, workloads, hosts }: Reach): string {
  if (workloads === 0)
    return 'No workloads were found; `--root` and `--inventory` say where they are.\n';
  const certain = count(connections.length, 'certain connection');
  const unsure = doubts.length === 0 ? '' : `, ${doubts.length} in doubt`;
  return `${certain}${unsure}, among ${list([count(workloads, 'workload'), ...(hosts === 0 ? [] : [count(hosts, 'host')]), 'the addresses outside'])}.\n`;
}

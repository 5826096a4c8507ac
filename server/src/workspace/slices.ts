import { derive2, keep } from '../base/derive.ts';
import { compare } from '../base/order.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import { listOfRole, membersOf, sliceOf, type Member, type Reading } from './member.ts';
import type { File } from './snapshot.ts';

/** The members of one namespace by role, each list in the order of file URI and place. */
export interface Slice {
  readonly declarations: readonly Member[];
  readonly workloads: readonly Member[];
  readonly services: readonly Member[];
  readonly accounts: readonly Member[];
  readonly policies: readonly Member[];
  /** What policies stand in and speak of, such as tiers and network sets. */
  readonly companions: readonly Member[];
  /** Only in the slice of no namespace. */
  readonly nodes: readonly Member[];
}

/** The names of a slice's lists. */
const listNames = [
  'declarations',
  'workloads',
  'services',
  'accounts',
  'policies',
  'companions',
  'nodes',
] as const;

const NOTHING: readonly Member[] = [];

/** The slice with nothing in it. */
export const EMPTY_SLICE: Slice = {
  declarations: NOTHING,
  workloads: NOTHING,
  services: NOTHING,
  accounts: NOTHING,
  policies: NOTHING,
  companions: NOTHING,
  nodes: NOTHING,
};

/** What one version of a file brings to each slice; the key null holds what lives in no namespace. */
export type Share = ReadonlyMap<NamespaceKey | null, Slice>;

/** The share of a file, found once for each version of it. */
export const shareOf = derive2((file: File, reading: Reading): Share => {
  const membersIn = membersOf(file.context, reading);
  const share = new Map<NamespaceKey | null, Record<keyof Slice, Member[]>>();
  for (const { chunk } of file.chunks) {
    for (const member of membersIn(chunk)) {
      const { role } = member.resource.kind;
      const key = sliceOf(member, file.context);
      if (key === undefined) continue;
      let slice = share.get(key);
      if (slice === undefined)
        share.set(
          key,
          (slice = {
            declarations: [],
            workloads: [],
            services: [],
            accounts: [],
            policies: [],
            companions: [],
            nodes: [],
          }),
        );
      slice[listOfRole[role]].push(member);
    }
  }
  return share;
});

/** One file before and after a change; null where it was not there, or is no more. */
export interface Replacement {
  readonly uri: string;
  readonly before: Share | null;
  readonly after: Share | null;
}

/** The slices that a change touches, each with the files whose share in it is another now, in the order of URI. */
export function touchedBy(
  replacements: readonly Replacement[],
): Map<NamespaceKey | null, Replacement[]> {
  const touched = new Map<NamespaceKey | null, Replacement[]>();
  const ordered = [...replacements].sort((a, b) => compare(a.uri, b.uri));
  for (const replacement of ordered) {
    const { before, after } = replacement;
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      const [old, now] = [before?.get(key) ?? EMPTY_SLICE, after?.get(key) ?? EMPTY_SLICE];
      if (listNames.every((name) => keep(old[name], now[name]) === old[name])) continue;
      const files = touched.get(key);
      if (files === undefined) touched.set(key, [replacement]);
      else files.push(replacement);
    }
  }
  return touched;
}

/** A slice with the shares of the replaced files exchanged; the same lists where their members are the same. */
export function replaced(
  slice: Slice,
  key: NamespaceKey | null,
  files: readonly Replacement[],
): Slice {
  const list = (name: keyof Slice): readonly Member[] =>
    splice(
      slice[name],
      files.map(({ uri, after }) => [uri, after?.get(key)?.[name] ?? NOTHING]),
    );
  return {
    declarations: list('declarations'),
    workloads: list('workloads'),
    services: list('services'),
    accounts: list('accounts'),
    policies: list('policies'),
    companions: list('companions'),
    nodes: list('nodes'),
  };
}

/** Exchanges the runs of some files in a list ordered by URI; `runs` is so ordered, too. */
function splice(
  members: readonly Member[],
  runs: readonly (readonly [uri: string, run: readonly Member[]])[],
): readonly Member[] {
  const parts: (readonly Member[])[] = [];
  let done = 0;
  for (const [uri, run] of runs) {
    const from = firstOf(members, uri, done);
    let to = from;
    while (members[to]?.uri === uri) to++;
    parts.push(members.slice(done, from), run);
    done = to;
  }
  parts.push(members.slice(done));
  return keep(members, parts.flat());
}

/** The index of the first member at or after `from` whose URI is not below `uri`. */
function firstOf(members: readonly Member[], uri: string, from: number): number {
  let [low, high] = [from, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle]!.uri < uri) low = middle + 1;
    else high = middle;
  }
  return low;
}

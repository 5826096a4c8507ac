import { derive } from '../base/derive.ts';
import type { Member } from './member.ts';
import { canonical } from './uri.ts';

/** Members that are one object to a cluster. */
export interface SameObject {
  readonly members: readonly Member[];
  /** The first of those that say the same, by member. */
  readonly first: ReadonlyMap<Member, Member>;
  /** One member of each thing that is said. */
  readonly versions: readonly Member[];
}

/**
 * Members by the object that they are: group, kind, namespace and name; only those that share it with another. Objects
 * without a name of their own (`generateName`) are never the same.
 */
export const sameObject = derive((members: readonly Member[]): ReadonlyMap<Member, SameObject> => {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const { key } = identity(member);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  const result = new Map<Member, SameObject>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const same = compared(group);
    for (const member of group) result.set(member, same);
  }
  return result;
});

function compared(members: readonly Member[]): SameObject {
  const byText = new Map<string, Member>();
  const first = new Map<Member, Member>();
  for (const member of members) {
    const text = plainText(member.resource.body);
    const earlier = byText.get(text) ?? member;
    byText.set(text, earlier);
    first.set(member, earlier);
  }
  return { members, first, versions: [...byText.values()] };
}

/** A decoded value as text that is equal where values say the same, whatever the order of their keys. */
const plainText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What makes two members the same object; a null key where it has no name. */
const identity = derive(({ resource, namespace }: Member): { readonly key: string | null } => {
  const { kind, body } = resource;
  const name = (body.metadata as { readonly name?: unknown } | undefined)?.name;
  if (typeof name !== 'string' || name === '') return { key: null };
  return { key: `${kind.group}/${kind.name}/${namespace ?? ''}/${name}` };
});

/** A member that counts, and one member of each thing that is said of the same object: itself alone, or its rivals too. */
export interface Counted {
  readonly member: Member;
  readonly versions: readonly Member[];
}

/** The members without the repetitions of an equal object, each with those that contradict it. */
export const counted = derive((members: readonly Member[]): readonly Counted[] => {
  const same = sameObject(members);
  return members.flatMap((member) => {
    const group = same.get(member);
    if (group === undefined || group.versions.length === 1)
      return group === undefined || group.versions[0] === member ? [alone(member)] : [];
    return group.first.get(member) === member ? [{ member, versions: group.versions }] : [];
  });
});

/** A member that nothing contradicts; one object for each. */
const alone = derive((member: Member): Counted => ({ member, versions: [member] }));

/** Why what is said of a member is in doubt, as a clause that names the files; null where nothing contradicts it. */
export const rivalry = ({ versions }: Counted): string | null =>
  versions.length < 2 ? null : contradiction(versions).text;

const contradiction = derive((versions: readonly Member[]) => {
  const { kind, body } = versions[0]!.resource;
  const files = shortest([...new Set(versions.map(({ uri }) => uri))].sort());
  const where =
    files.length === 1
      ? `${files[0]!} holds`
      : `${files.slice(0, -1).join(', ')} and ${files.at(-1)!} hold`;
  return { text: `${where} different ${plural(kind.name)} named \`${body.metadata.name ?? ''}\`` };
});

/** The ends of URIs from where they begin to differ, whole segments only; of a single one its last segment. */
function shortest(uris: readonly string[]): readonly string[] {
  const paths = uris.map((uri) => canonical(uri).split('/'));
  const least = Math.min(...paths.map((path) => path.length)) - 1;
  let shared = 0;
  while (shared < least && paths.every((path) => path[shared] === paths[0]![shared])) shared++;
  return paths.map((path) => path.slice(shared).join('/'));
}

const plural = (kind: string): string =>
  kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;

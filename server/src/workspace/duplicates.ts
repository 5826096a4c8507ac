import { derive } from '../base/derive.ts';
import type { Member } from './member.ts';
import { canonical } from './uri.ts';

/**
 * Members by the object that they are, group, kind, namespace and name: those that share it with another, each with
 * all others of it. Objects without a name of their own (`generateName`) are never the same.
 */
export const sameObject = derive(
  (members: readonly Member[]): ReadonlyMap<Member, readonly Member[]> => {
    const groups = new Map<string, Member[]>();
    for (const member of members) {
      const { key } = identity(member);
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [member]);
      else group.push(member);
    }
    const result = new Map<Member, readonly Member[]>();
    for (const group of groups.values())
      if (group.length > 1)
        for (const member of group)
          result.set(
            member,
            group.filter((other) => other !== member),
          );
    return result;
  },
);

/** What makes two members the same object; a null key where it has no name. */
const identity = derive(({ resource, namespace }: Member): { readonly key: string | null } => {
  const { kind, body } = resource;
  const name = (body.metadata as { readonly name?: unknown } | undefined)?.name;
  if (typeof name !== 'string' || name === '') return { key: null };
  return { key: `${kind.group}/${kind.name}/${namespace ?? ''}/${name}` };
});

/** A member that counts, and the other members of the same name that say something else. */
export interface Counted {
  readonly member: Member;
  readonly rivals: readonly Member[];
}

/** The members without the repetitions of an equal object, each with those that contradict it. */
export const counted = derive((members: readonly Member[]): readonly Counted[] => {
  const same = sameObject(members);
  if (same.size === 0) return members.map(alone);
  const place = new Map(members.map((member, index) => [member, index]));
  return members.flatMap((member) => {
    const others = same.get(member);
    if (others === undefined) return [alone(member)];
    const equal = (other: Member): boolean => sameValue(member.resource.body, other.resource.body);
    const own = place.get(member)!;
    if (others.some((other) => place.get(other)! < own && equal(other))) return [];
    const rivals = others.filter((other) => !equal(other));
    return [rivals.length === 0 ? alone(member) : { member, rivals }];
  });
});

/** A member that nothing contradicts; one object for each. */
const alone = derive((member: Member): Counted => ({ member, rivals: [] }));

/** Whether two decoded values say the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every((key) => Object.hasOwn(second, key) && sameValue(first[key], second[key]))
  );
}

/** Why what is said of a member is in doubt, as a clause that names the files; null where nothing contradicts it. */
export function rivalry({ member, rivals }: Counted): string | null {
  if (rivals.length === 0) return null;
  const { kind, body } = member.resource;
  const files = shortest([...new Set([member, ...rivals].map(({ uri }) => uri))].sort());
  const where =
    files.length === 1
      ? `${files[0]!} holds`
      : `${files.slice(0, -1).join(', ')} and ${files.at(-1)!} hold`;
  return `${where} different ${plural(kind.name)} named \`${body.metadata.name ?? ''}\``;
}

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

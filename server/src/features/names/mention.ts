import type { Member } from '../../workspace/snapshot.ts';
import type { Context } from '../feature.ts';
import { valueWord, type Word } from '../labels/mention.ts';
import { textOf, type Mapping } from '../../model/untyped.ts';

/** The kinds of objects whose names are followed. */
type NamedKind = 'ServiceAccount' | 'Service' | 'CiliumCIDRGroup' | 'EnvoyConfig';

/** A place where an object has its name, or where something speaks of it by that. */
export interface NameMention {
  readonly member: Member;
  readonly of: NamedKind;
  readonly role: 'declares' | 'asks';
  readonly word: Word;
  /** The namespaces in which the object may be, as groups; one group for objects of the cluster. */
  readonly reach: (context: Context) => readonly string[];
}

/** A name under a key of a mapping, as a mention; none where the key has none. */
export function nameUnder(
  mapping: Mapping | null,
  key: string,
  mention: Omit<NameMention, 'word'>,
): readonly NameMention[] {
  const text = textOf(mapping?.[key]);
  const word = text === null ? null : valueWord(mention.member.resource, mapping!, key, text);
  return word === null ? [] : [{ ...mention, word }];
}

/** All mappings below a part of an object, with the key or index that leads to each. */
export const mappingsBelow = (
  part: unknown,
  key: string,
): readonly (readonly [string, Mapping])[] =>
  typeof part !== 'object' || part === null
    ? []
    : [
        ...(Array.isArray(part) ? [] : [[key, part as Mapping] as const]),
        ...Object.entries(part).flatMap(([step, value]) =>
          mappingsBelow(value, Array.isArray(part) ? key : step),
        ),
      ];

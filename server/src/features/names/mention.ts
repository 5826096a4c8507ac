import type { Member } from '../../workspace/snapshot.ts';
import type { Context } from '../feature.ts';
import type { Word } from '../labels/mention.ts';

/** The kinds of objects whose names are followed. */
type NamedKind = 'ServiceAccount' | 'CiliumCIDRGroup';

/** A place where an object has its name, or where something speaks of it by that. */
export interface NameMention {
  readonly member: Member;
  readonly of: NamedKind;
  readonly role: 'declares' | 'asks';
  readonly word: Word;
  /** The namespaces in which the object may be, as groups; one group for objects of the cluster. */
  readonly reach: (context: Context) => readonly string[];
}

import { locate } from '../../model/at.ts';
import { selectorField } from '../../model/calicoSelectors.ts';
import { offsetOf, placedText, type PlacedText } from '../../model/characters.ts';
import { membersOf } from '../../workspace/member.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { isFilledIn } from '../../yaml/template.ts';
import type { At, Context } from '../feature.ts';
import { surroundingsOf, type Surroundings } from './meant.ts';

/** A selector of Calico that the cursor is in. */
export interface SelectorAt {
  readonly member: Member;
  readonly key: string;
  readonly text: PlacedText;
  /** Where the cursor is in the decoded text; null where that cannot be told. */
  readonly offset: number | null;
  readonly surroundings: Surroundings;
}

/** The selector at an offset; null where there is none, or a template fills in a part of it. */
export function selectorAt({ file, snapshot }: Context, { chunk, offset }: At): SelectorAt | null {
  const location = locate(chunk, offset);
  if (location === null || location.on === 'key') return null;
  const { resource, path, object, step } = location;
  const field = selectorField(resource, path);
  const value = (object as Readonly<Record<string | number, unknown>>)[step];
  if (field === null || typeof value !== 'string' || isFilledIn(value)) return null;
  const member = membersOf(
    file.context,
    snapshot.reading,
  )(chunk).find((one) => one.resource === resource);
  if (member === undefined) return null;
  const text = placedText(resource, object, step, value);
  const surroundings = surroundingsOf(field, path, resource.body, member.namespace);
  return { member, key: String(step), text, offset: offsetOf(text, offset), surroundings };
}

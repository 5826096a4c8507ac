import { splitItem } from '../model/restructure.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { SchemaPart } from './parts.ts';

/** The fix that makes entries of their own of what one entry of a list says at once; none for an entry that says more. */
export function splitting(
  policy: Resource,
  { object, step }: SchemaPart,
  value: object,
  given: readonly string[],
  safe: boolean,
): Fix[] {
  if (typeof step !== 'number' || policy.source.keys(value).length > given.length) return [];
  return [
    {
      title: `Make them ${given.length} entries, any of which matches`,
      safe,
      edits: () => splitItem(policy, object as readonly unknown[], step),
    },
  ];
}

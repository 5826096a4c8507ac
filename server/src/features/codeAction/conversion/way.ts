import type { Edit } from '../../../base/edits.ts';
import type { KindId } from '../../../model/bodies.ts';
import { setScalar } from '../../../model/edit.ts';
import { rewriteKey } from '../../../model/rewrite.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Member } from '../../../workspace/snapshot.ts';
import type { Context } from '../../feature.ts';
import type { Conversion } from './conversion.ts';

/** The edits that write a policy anew; or why there are none, as a clause. */
export type Rewriting = { readonly edits: readonly Edit[] } | { readonly reason: string };

/** A way to make a policy of another kind of one. */
export interface Way {
  readonly from: KindId;
  readonly to: KindId;
  /** The new kind in words, such as `NetworkPolicy of Calico`. */
  readonly named: string;
  /** The title for so many policies. */
  readonly title: (count: number) => string;
  /** What is done, as in "cannot be converted". */
  readonly done: 'converted' | 'staged' | 'enforced';
  readonly isOffered: (context: Context) => boolean;
  readonly rewrite: (member: Member, context: Context) => Rewriting;
}

/** Edits that have to be made together; without one of them, none. */
export const together = (...parts: readonly (readonly Edit[])[]): Rewriting =>
  parts.some((edits) => edits.length === 0)
    ? {
        reason:
          'an anchor or alias, or a comment within brackets, stands where the text has to change',
      }
    : { edits: parts.flat() };

/** The edits that give a policy another version or kind and another `spec`. */
export const rewriteAs = (
  resource: Resource,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  conversion: Conversion,
): Rewriting =>
  'reason' in conversion
    ? conversion
    : together(
        setScalar(resource, resource.body, 'apiVersion', apiVersion),
        ...(resource.kind.name === kind ? [] : [setScalar(resource, resource.body, 'kind', kind)]),
        rewriteKey(resource, resource.body, 'spec', conversion.spec, conversion.origins),
      );

import type { KindIdOf } from '../model/bodies.ts';
import { counted, type Counted } from './duplicates.ts';
import type { Snapshot } from './snapshot.ts';

/** The objects of some kinds that the API server takes, and templates of them; each once. */
export const companionsOf = (
  companions: Snapshot['companions'],
  ...ids: readonly KindIdOf<'calico' | 'cilium'>[]
): readonly Counted[] =>
  [...companions.values()].flatMap((members) =>
    counted(
      members.filter(({ resource: { kind, sound, opaque } }) => {
        return (ids as readonly (string | null)[]).includes(kind.id) && (sound || opaque !== null);
      }),
    ),
  );

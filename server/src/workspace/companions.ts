import { isClean } from '../admission/refusals.ts';
import type { ApiServer } from '../admission/rule.ts';
import type { KindIdOf } from '../model/bodies.ts';
import type { Resource } from '../model/resource.ts';
import { counted, type Counted } from './duplicates.ts';
import type { Snapshot } from './snapshot.ts';

type Companions = Snapshot['companions'];
type CompanionId = KindIdOf<'calico' | 'cilium'>;

/** The objects of some kinds that have the shape of their kind, and templates of them; each once. */
export const companionsOf = (
  companions: Companions,
  ...ids: readonly CompanionId[]
): readonly Counted[] => countedIn(companions, ids, ({ sound }) => sound);

/** Those of them that the API server takes, and templates; each once. */
export const inForce = (
  companions: Companions,
  server: ApiServer,
  ...ids: readonly CompanionId[]
): readonly Counted[] => countedIn(companions, ids, (resource) => isClean(resource, server));

const countedIn = (
  companions: Companions,
  ids: readonly CompanionId[],
  exists: (resource: Resource) => boolean,
): readonly Counted[] =>
  [...companions.values()].flatMap((members) =>
    counted(
      members.filter(
        ({ resource }) =>
          (ids as readonly (string | null)[]).includes(resource.kind.id) &&
          (resource.opaque !== null || exists(resource)),
      ),
    ),
  );

import type { Resource } from '../model/resource.ts';
import { refusedBy } from './calicoWalk.ts';
import { refusedByServer } from './ciliumWalk.ts';

/** The clause for what follows from a mistake that the schema of a kind forbids, in the words for its dialect. */
export const refused = (resource: Resource): string =>
  resource.kind.dialect === 'calico' ? refusedBy(resource) : refusedByServer(resource);

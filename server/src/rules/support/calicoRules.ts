import type { CalicoRule } from '../../model/calico.ts';
import type { Direction } from '../../policy/ir.ts';

/** Whether a value says nothing: an empty text, list or mapping, or one of nothing but such. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isBlank));

/** Whether a rule of Calico is for every connection. Its annotations are no condition. */
export const isUnconditional = ({
  action: _action,
  metadata: _notes,
  ...conditions
}: CalicoRule): boolean => isBlank(conditions);

/** The end of a rule that is the peer of the selected endpoints. */
export const peerSide = (direction: Direction): 'source' | 'destination' =>
  direction === 'ingress' ? 'source' : 'destination';

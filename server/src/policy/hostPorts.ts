import { netsOf } from './addresses.ts';
import { contains, parseAddress, type Block } from './cidr.ts';
import type { ContainerPort, Endpoint, Subject } from './endpoint.ts';
import type { IrRule } from './ir.ts';
import { partsIn, setsMeant } from './peers.ts';
import { portNames } from './ports.ts';

/**
 * The ports that hosts at a destination name, those that a rule of Calico's finds by their labels (felix, named port
 * index).
 */
export function hostPortsAt(
  rule: IrRule,
  destination: Endpoint | Subject,
): readonly ContainerPort[] {
  if (portNames(rule.ports).length === 0) return [];
  const at = addressOf(destination);
  if (at === null) return [];
  return partsIn(rule).flatMap((part) =>
    part.kind === 'sets'
      ? setsMeant(part).flatMap(({ set }) =>
          netsOf(set.nets).some(({ block }) => contains(block, at)) ? (set.ports ?? []) : [],
        )
      : [],
  );
}

/** The address of what is no ordinary pod, where it is known. */
const addressOf = (destination: Endpoint | Subject): Block | null =>
  destination.kind === 'external'
    ? destination
    : destination.kind === 'pods' && destination.hostNetwork
      ? parseAddress(destination.hostAddress ?? '')
      : null;

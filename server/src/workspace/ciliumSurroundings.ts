import { derive, derive2, shared } from '../base/derive.ts';
import { addressesOfNodes } from '../policy/cilium/nodes.ts';
import type { KnownNodes } from '../policy/ir.ts';
import { cidrGroups, type Surroundings } from './cilium.ts';
import { knownNodes } from './nodes.ts';
import type { Snapshot } from './snapshot.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Inventory, NamespaceInventory } from './world.ts';

/** What Cilium's policies speak of; one value for as long as nothing of it changes. */
export const ciliumSurroundings = (snapshot: Snapshot): Surroundings => {
  const { companions, nodes, settings } = snapshot;
  const known = knownNodes(nodes, hostAddressesIn(surroundingsOf(snapshot)));
  return (settings.assumptions.cidrsMatchNodes ? withNodesInBlocks : withNodesOutside)(
    companions,
    known,
  );
};

const withNodesOutside = derive2(
  (companions: Snapshot['companions'], nodes: KnownNodes): Surroundings => ({
    groups: cidrGroups(companions),
    nodes,
    outside: addressesOfNodes(nodes),
  }),
);

const NONE: readonly string[] = [];

const withNodesInBlocks = derive2(
  (companions: Snapshot['companions'], nodes: KnownNodes): Surroundings => ({
    ...withNodesOutside(companions, nodes),
    outside: NONE,
  }),
);

/** The addresses at which pods tell that there is a node; one list for as long as they are the same. */
const hostAddressesIn = derive((inventory: Inventory): readonly string[] =>
  oneList(
    [
      ...new Set(
        inventory.namespaces().flatMap(({ key }) => hostAddressesOf(inventory.inventory(key))),
      ),
    ].sort(),
  ),
);

const oneList = shared((texts: readonly string[]): string => texts.join());

const hostAddressesOf = derive(({ pods }: NamespaceInventory): readonly string[] =>
  pods.flatMap(({ hostAddress, hostNetwork, addresses }) => [
    ...(hostAddress === null ? [] : [hostAddress]),
    ...(hostNetwork ? addresses : []),
  ]),
);

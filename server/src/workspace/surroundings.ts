import { derive, derive2 } from '../base/derive.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import type { NamespaceInfo, PodEndpoint } from '../policy/endpoint.ts';
import type { Namespaces, PodPeer } from '../policy/ir.ts';
import { matchesNamespace } from '../policy/resolve.ts';
import { emptyInventory, inventoryOf, namespacesOf } from './inventory.ts';
import { hostPodsIn, selectedUnder, sharedPeer, together, type Selected } from './selected.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import type { Inventory, NamespaceInventory } from './world.ts';

/*
 * What is known beside policies, and found once for all that ask for the same.
 */

/** How a peer or subject spells the namespaces that it speaks of: equal ones are spelled alike. */
export const spelled = derive((namespaces: Namespaces): string => JSON.stringify(namespaces));

/** Finds the namespaces that selectors may match; each spelling once, as many policies say the same. */
const matchingIn = derive2((all: readonly NamespaceInfo[], assumptions: Assumptions) => {
  const found = new Map<string, readonly NamespaceKey[]>();
  return (namespaces: Namespaces): readonly NamespaceKey[] => {
    const spelling = spelled(namespaces);
    let keys = found.get(spelling);
    if (keys === undefined) {
      keys = all
        .filter((info) => matchesNamespace(namespaces, info, assumptions).truth !== 'no')
        .map(({ key }) => key);
      found.set(spelling, keys);
    }
    return keys;
  };
});

const surroundingsIn = derive2(
  (inventories: Snapshot['inventory'], declared: Snapshot['namespaces']) =>
    derive((settings: Settings): Inventory => {
      const { assumptions } = settings;
      const inventoriesOf = (namespaces: Namespaces): readonly NamespaceInventory[] =>
        surroundings.spokenOf(namespaces).map((key) => surroundings.inventory(key));
      const selectedIn = selectedUnder(assumptions);
      const selected = derive((peer: PodPeer): Selected =>
        together(inventoriesOf(peer.namespaces).map((inventory) => selectedIn(peer, inventory))),
      );
      const hosts = new Map<string, readonly PodEndpoint[]>();
      const surroundings: Inventory = {
        settings,
        namespaces: () => namespacesOf(declared, assumptions),
        spokenOf: (namespaces) =>
          namespaces.kind === 'own'
            ? [namespaces.namespace]
            : matchingIn(surroundings.namespaces(), assumptions)(namespaces),
        inventory(namespace) {
          const objects = inventories.get(namespace);
          return objects === undefined
            ? emptyInventory(assumptions, namespace)
            : inventoryOf(objects, assumptions);
        },
        podsOf: (peer) => selected(sharedPeer(peer)),
        hostPods(namespaces) {
          const spelling = spelled(namespaces);
          let pods = hosts.get(spelling);
          if (pods === undefined)
            hosts.set(spelling, (pods = inventoriesOf(namespaces).flatMap(hostPodsIn)));
          return pods;
        },
      };
      return surroundings;
    }),
);

/** What is known beside policies: the same object in all snapshots that differ only in policies. */
export const surroundingsOf = ({ inventory, namespaces, settings }: Snapshot): Inventory =>
  surroundingsIn(inventory, namespaces)(settings);

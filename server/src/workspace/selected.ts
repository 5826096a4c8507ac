import { derive, derive2, shared } from '../base/derive.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { PodPeer } from '../policy/ir.ts';
import { matchesPods } from '../policy/resolve.ts';
import type { NamespaceInventory } from './world.ts';

/** The workloads that a peer or subject selects, as far as the workspace tells. */
export interface Selected {
  /** Those that it surely selects. */
  readonly pods: readonly PodEndpoint[];
  /** Whether there may be others: namespaces of unknown labels, templates, contradicting manifests. */
  readonly open: boolean;
}

/** How a peer or subject spells what it selects: equal ones are spelled alike. */
export const spelledPeer = derive(({ namespaces, pods }: PodPeer): string =>
  JSON.stringify([namespaces, pods]),
);

/** One peer for all that are spelled alike, as many policies select the same. */
export const sharedPeer = shared(spelledPeer);

/** What a peer selects in one namespace; an edit elsewhere changes nothing of it. */
export const selectedUnder = derive((assumptions: Assumptions) =>
  derive2((peer: PodPeer, { pods: inside, unsure }: NamespaceInventory): Selected => {
    const pods: PodEndpoint[] = [];
    let open = unsure !== null;
    for (const pod of inside) {
      const { truth } = matchesPods(peer, pod, assumptions);
      if (truth === 'yes' && !pod.unsure) pods.push(pod);
      else if (truth !== 'no') open = true;
    }
    return pods.length === 0 ? NONE[open ? 'open' : 'closed'] : { pods, open };
  }),
);

/** What selects nothing is one object, as most selectors match in few of the namespaces that they speak of. */
const NONE: Readonly<Record<'open' | 'closed', Selected>> = {
  open: { pods: [], open: true },
  closed: { pods: [], open: false },
};

/** What is selected in several namespaces. */
export const together = (parts: readonly Selected[]): Selected =>
  parts.length === 1
    ? parts[0]!
    : { pods: parts.flatMap(({ pods }) => pods), open: parts.some(({ open }) => open) };

/** The pods of a namespace that run on the host network, whether or not plugins can find them. */
export const hostPodsIn = derive(({ pods }: NamespaceInventory): readonly PodEndpoint[] =>
  pods.filter(({ hostNetwork }) => hostNetwork),
);

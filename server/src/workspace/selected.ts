import { derive, derive2, shared } from '../base/derive.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import { askedLabel } from '../policy/candidates.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { PodPeer } from '../policy/ir.ts';
import { matchesPods } from '../policy/resolve.ts';
import { isImplied } from '../policy/vocabulary.ts';
import type { NamespaceInventory } from './world.ts';

/** The workloads that a peer or subject selects, as far as the workspace tells. */
export interface Selected {
  /** Those that it surely selects. */
  readonly pods: readonly PodEndpoint[];
  /** Whether there may be others: namespaces of unknown labels, templates, contradicting manifests. */
  readonly open: boolean;
}

/** How a peer or subject spells what it selects: equal ones are spelled alike. */
export const spelledPeer = derive(
  ({ namespaces, pods, withoutHosts, onlyHosts, vocabulary }: PodPeer): string =>
    JSON.stringify([namespaces, pods, withoutHosts, onlyHosts, vocabulary]),
);

/** One peer for all that are spelled alike, as many policies select the same. */
export const sharedPeer = shared(spelledPeer);

/** Finds what a peer selects in one namespace; an edit elsewhere changes nothing of it. */
export function selectedUnder(
  assumptions: Assumptions,
): (peer: PodPeer, inventory: NamespaceInventory) => Selected {
  const look = lookedAt(assumptions);
  return (peer, inventory) => (isOutOf(peer, inventory) ? NONE.closed : look(peer, inventory));
}

const lookedAt = derive((assumptions: Assumptions) =>
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

/** Whether a peer asks for a label that no pod of a namespace can have: so it is in most, where it speaks of many. */
function isOutOf({ pods, vocabulary }: PodPeer, inventory: NamespaceInventory): boolean {
  const asked = askedLabel(pods);
  // What pods do not have of themselves is among no labels of theirs.
  if (vocabulary !== undefined && asked !== null && isImplied(asked.key)) return false;
  const labels = labelsIn(inventory);
  return (
    asked !== null &&
    labels !== 'open' &&
    !asked.values.some((value) => labels.get(asked.key)?.has(value))
  );
}

/** The values of each label of the pods of a namespace; open where some of its pods or their labels are not known. */
const labelsIn = derive(
  ({ pods, unsure }: NamespaceInventory): ReadonlyMap<string, ReadonlySet<string>> | 'open' => {
    if (unsure !== null || pods.some(({ complete = true }) => complete !== true)) return 'open';
    const labels = new Map<string, Set<string>>();
    for (const pod of pods)
      for (const [key, value] of Object.entries(pod.labels))
        labels.set(key, (labels.get(key) ?? new Set()).add(value));
    return labels;
  },
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

import { derive } from '../../base/derive.ts';
import { namespaceName, type NamespaceKey } from '../../model/namespace.ts';
import type { Place } from '../../model/finding.ts';
import type { NamespaceInfo, PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy } from '../../policy/ir.ts';
import { count, list, policyText, qualified } from '../../policy/print.ts';
import type { Scene } from './scene.ts';

/** How many names a hover lists before it counts the rest. */
const MOST_NAMES = 5;

/** Pods of one owner. */
export interface Workload {
  readonly namespace: NamespaceInfo;
  readonly name: string;
  readonly pods: readonly PodEndpoint[];
}

/** Pods by owner, in their order. */
export const workloadsOf = derive((pods: readonly PodEndpoint[]): readonly Workload[] => {
  const groups = new Map<string, PodEndpoint[]>();
  for (const pod of pods) {
    const key = `${pod.namespace.key} ${pod.owner.kind} ${pod.owner.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pod]);
    else group.push(pod);
  }
  return [...groups.values()].map((members) => {
    const { namespace, owner } = members[0]!;
    return { namespace, name: owner.name, pods: members };
  });
});

/** "3 pods of 2 workloads"; "the pods of 2 workloads" where some manifest leaves the number of its pods to others. */
export function amountText(pods: readonly PodEndpoint[]): string {
  const workloads = count(workloadsOf(pods).length, 'workload');
  let sum = 0;
  for (const { replicas } of pods) {
    if (typeof replicas !== 'number') return `the pods of ${workloads}`;
    sum += replicas;
  }
  return `${count(sum, 'pod')} of ${workloads}`;
}

/** At most five phrases, then how many more: "a, b and 12 more". */
export function atMost<T>(
  things: readonly T[],
  text: (thing: T) => string,
  most = MOST_NAMES,
): string {
  const shown = things.slice(0, things.length === most + 1 ? most + 1 : most).map(text);
  const more = things.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : list(shown);
}

/** Policies in a sentence with their places: "`shop/web` (…) and ClusterNetworkPolicy `guard` (…)". */
export const linkedPolicies = (
  policies: readonly IrPolicy[],
  { link }: Pick<Scene, 'link'>,
  most?: number,
): string => atMost(policies, (policy) => `${policyText(policy)} (${link(policy.place)})`, most);

/** Things with a name and a place, at most five as links, then how many more: "`web` (…), `db` (…) and 12 more". */
export function linkedNames(
  things: readonly { readonly name: string; readonly place: Place | null }[],
  { link }: Pick<Scene, 'link'>,
  most?: number,
): string {
  return atMost(
    things,
    ({ name, place }) => (place === null ? `\`${name}\`` : `\`${name}\` (${link(place)})`),
    most,
  );
}

/** Workloads by name, those of other namespaces than the scene's with it. */
export const workloadNames = (
  workloads: readonly Workload[],
  scene: Pick<Scene, 'link' | 'home'>,
  most?: number,
): string =>
  linkedNames(
    workloads.map(({ namespace, name, pods }) => ({
      name: namespace.key === scene.home ? name : qualified(namespace.key, name),
      place: pods[0]!.place,
    })),
    scene,
    most,
  );

/** A namespace in a sentence, short: "`shop`", "the unnamed namespace". */
export const namespaceWord = (key: NamespaceKey): string => {
  const name = namespaceName(key);
  return name === null ? 'the unnamed namespace' : `\`${name}\``;
};

import type { LabelSelector } from '../../../model/networkPolicy.ts';
import type { Path } from '../../../model/resource.ts';
import { isNode, type PodEndpoint } from '../../../policy/endpoint.ts';
import type { NamespaceKey } from '../../../model/namespace.ts';
import type { Namespaces, PodPeer } from '../../../policy/ir.ts';
import { everyPod, lowerEndpoints, lowerSubject } from '../../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../../policy/lower/meaningless.ts';
import { bareKey, tellsNamespace } from '../../../policy/vocabulary.ts';
import type { World } from '../../../workspace/world.ts';
import { labelSelectorIn, valueAt } from '../selectors.ts';
import { PLACEHOLDER, type Spot } from '../spot.ts';

const speaksOfNamespace = (key: string): boolean => tellsNamespace(bareKey(key));

/** What of a half-typed selector is there already. */
function written(spot: Spot, at: Path): LabelSelector {
  const { matchLabels = {}, matchExpressions = [] } = labelSelectorIn(valueAt(spot.body, at));
  return {
    matchLabels: Object.fromEntries(
      Object.entries(matchLabels).filter((entry) => !entry.includes(PLACEHOLDER)),
    ),
    matchExpressions: matchExpressions.filter(
      ({ key, values = [] }) => key !== PLACEHOLDER && !values.includes(PLACEHOLDER),
    ),
  };
}

const ofNamespaces = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): LabelSelector => ({
  matchLabels: Object.fromEntries(
    Object.entries(matchLabels).filter(([key]) => speaksOfNamespace(key)),
  ),
  matchExpressions: matchExpressions.filter(({ key }) => speaksOfNamespace(key)),
});

/** Whose pods a selector selects: those that a rule is for, or those at the other end. */
export type Role = 'subject' | 'peer';

const lowered = (
  selector: LabelSelector,
  role: Role,
  home: NamespaceKey | null,
): PodPeer | null => {
  const found = role === 'subject' ? lowerSubject(selector, home) : lowerEndpoints(selector, home);
  return isMeaningless(found) || found.kind !== 'pods' ? null : found;
};

/** The namespaces in which a selector of Cilium's looks for pods, as far as it has been typed. */
export const namespacesIn = (
  spot: Spot,
  at: Path,
  role: Role,
  home: NamespaceKey | null,
): Namespaces =>
  (lowered(ofNamespaces(written(spot, at)), role, home) ?? everyPod(home)).namespaces;

/** What a selector of Cilium's selects as far as it has been typed; null where that is no pod. */
export const peerAt = (
  spot: Spot,
  at: Path,
  role: Role,
  home: NamespaceKey | null,
): PodPeer | null => lowered(written(spot, at), role, home);

/** The pods among that. */
export function podsIn(
  spot: Spot,
  at: Path,
  role: Role,
  { home, world }: { readonly home: NamespaceKey | null; readonly world: World },
): readonly PodEndpoint[] {
  const peer = peerAt(spot, at, role, home);
  return peer === null
    ? []
    : world.podsOf(peer).pods.filter((pod) => !isNode(pod, world.settings.assumptions));
}

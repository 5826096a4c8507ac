import { SECTION_NAMES } from '../../../admission/ciliumWalk.ts';
import type { Edit } from '../../../base/edits.ts';
import type { CiliumPolicy, CiliumRule } from '../../../model/cilium.ts';
import { removeKey, setKey, setScalar } from '../../../model/edit.ts';
import { CILIUM_GROUP } from '../../../model/kinds.ts';
import type { LabelSelector, NetworkPolicy } from '../../../model/networkPolicy.ts';
import type { Resource } from '../../../model/resource.ts';
import { NAMESPACE_KEY } from '../../../policy/vocabulary.ts';
import type { Context } from '../../feature.ts';
import { saysNamespace } from './ciliumSelector.ts';
import { fromCilium } from './fromCilium.ts';
import { toCilium } from './toCilium.ts';
import { rewriteAs, together, type Rewriting, type Way } from './way.ts';

/** Elsewhere nobody heeds policies of Cilium. */
const isEnforcer = ({ snapshot }: Context): boolean =>
  snapshot.settings.assumptions.enforcer === 'cilium';

/** Between NetworkPolicies and those of Cilium, and from those of a namespace to those of the cluster. */
export const ciliumWays: readonly Way[] = [
  {
    from: 'kubernetes/NetworkPolicy',
    to: 'cilium/CiliumNetworkPolicy',
    named: 'CiliumNetworkPolicy',
    title: (count) =>
      count === 1
        ? 'Convert to a CiliumNetworkPolicy that means the same'
        : `Convert these ${count} to CiliumNetworkPolicies that mean the same`,
    done: 'converted',
    isOffered: isEnforcer,
    rewrite: (member, { snapshot }) => {
      const resource = member.resource as Resource<NetworkPolicy>;
      return rewriteAs(
        resource,
        { apiVersion: `${CILIUM_GROUP}/v2`, kind: 'CiliumNetworkPolicy' },
        toCilium(resource, snapshot.settings.assumptions),
      );
    },
  },
  {
    from: 'cilium/CiliumNetworkPolicy',
    to: 'kubernetes/NetworkPolicy',
    named: 'NetworkPolicy',
    title: (count) =>
      count === 1
        ? 'Convert to a NetworkPolicy of Kubernetes that means the same'
        : `Convert these ${count} to NetworkPolicies of Kubernetes that mean the same`,
    done: 'converted',
    isOffered: isEnforcer,
    rewrite: (member, { snapshot }) => {
      const resource = member.resource as Resource<CiliumPolicy>;
      return rewriteAs(
        resource,
        { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
        fromCilium(resource, snapshot.settings.assumptions),
      );
    },
  },
  {
    from: 'cilium/CiliumNetworkPolicy',
    to: 'cilium/CiliumClusterwideNetworkPolicy',
    named: 'CiliumClusterwideNetworkPolicy',
    title: (count) =>
      count === 1
        ? 'Convert to a CiliumClusterwideNetworkPolicy for the same pods'
        : `Convert these ${count} to CiliumClusterwideNetworkPolicies for the same pods`,
    done: 'converted',
    isOffered: isEnforcer,
    rewrite: ({ resource }) => widened(resource),
  },
];

/**
 * What a policy of a namespace says without words, that its pods and peers are of that, has to be said in one of the
 * cluster (Cilium documentation, "CiliumClusterwideNetworkPolicy").
 */
function widened(resource: Resource<CiliumPolicy>): Rewriting {
  const { body } = resource;
  const { namespace } = body.metadata;
  if (namespace === undefined) return { reason: 'it does not say which namespace it is in' };
  const rules = [...(body.spec === undefined ? [] : [body.spec]), ...(body.specs ?? [])];
  return together(
    setScalar(resource, body, 'kind', 'CiliumClusterwideNetworkPolicy'),
    removeKey(resource, body.metadata, 'namespace'),
    ...rules.flatMap(selectorsIn).map((selector) => within(resource, selector, namespace)),
  );
}

/** The selectors of a rule that mean its own namespace. */
const selectorsIn = (rule: CiliumRule): readonly LabelSelector[] => [
  ...(rule.endpointSelector === undefined ? [] : [rule.endpointSelector]),
  ...SECTION_NAMES.flatMap((section) =>
    (rule[section] ?? []).flatMap(({ fromEndpoints = [], toEndpoints = [] }) =>
      [...fromEndpoints, ...toEndpoints].filter((selector) => !saysNamespace(selector)),
    ),
  ),
];

const within = (
  resource: Resource,
  selector: LabelSelector,
  namespace: string,
): readonly Edit[] => {
  const { matchLabels } = selector;
  return matchLabels === undefined
    ? setKey(resource, selector, 'matchLabels', { [NAMESPACE_KEY]: namespace })
    : setKey(resource, matchLabels, NAMESPACE_KEY, namespace);
};

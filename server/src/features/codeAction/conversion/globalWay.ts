import { entitiesIn } from '../../../admission/calicoWalk.ts';
import type { CalicoEntity, CalicoPolicy } from '../../../model/calico.ts';
import { prependKey, removeKey, setKey, setScalar } from '../../../model/edit.ts';
import { CALICO_STORAGE_GROUP } from '../../../model/kinds.ts';
import type { Resource } from '../../../model/resource.ts';
import { KUBERNETES_ORDER } from '../../../policy/calicoTiers.ts';
import { parse } from '../../../policy/selector/calico/parse.ts';
import type { Member } from '../../../workspace/snapshot.ts';
import type { Context } from '../../feature.ts';
import { together, type Rewriting, type Way } from './way.ts';

/** From a policy of Calico's for one namespace to one of the whole cluster, which names that namespace. */
export const globalWay: Way = {
  from: 'calico/NetworkPolicy',
  to: 'calico/GlobalNetworkPolicy',
  named: 'GlobalNetworkPolicy',
  title: (count) =>
    count === 1
      ? 'Convert to a GlobalNetworkPolicy for the same pods'
      : `Convert these ${count} to GlobalNetworkPolicies for the same pods`,
  done: 'converted',
  isOffered: () => true,
  rewrite: (member, context) =>
    widened({ ...member, resource: member.resource as Resource<CalicoPolicy> }, context),
};

/**
 * What a policy of a namespace says without words, that its pods and the ends that it selects are of that, has to be said
 * in one of the cluster (Calico documentation, "GlobalNetworkPolicy").
 */
function widened(
  { resource, namespace: home }: Member & { readonly resource: Resource<CalicoPolicy> },
  { snapshot }: Context,
): Rewriting {
  const { body, kind } = resource;
  const { metadata, spec } = body;
  const { namespace } = metadata;
  if (kind.group === CALICO_STORAGE_GROUP) return { reason: 'it is written as Calico stores it' };
  if (namespace === undefined) return { reason: 'it does not say which namespace it is in' };
  if (namespace !== home) return { reason: 'a kustomization takes it to another namespace' };
  if (asksForAny(spec.serviceAccountSelector))
    return {
      reason:
        'its `serviceAccountSelector` says `all()`, which in a GlobalNetworkPolicy leaves out pods whose account Calico gives no label',
    };
  const sameName = (snapshot.policies.get(home) ?? []).some(
    (other) => other.resource !== resource && other.resource.body.metadata?.name === metadata.name,
  );
  if (sameName && spec.order === KUBERNETES_ORDER)
    return {
      reason:
        'a policy of its name has the same order, and would no longer come before it or behind',
    };
  const here = `projectcalico.org/name == '${namespace}'`;
  return together(
    setScalar(resource, body, 'kind', 'GlobalNetworkPolicy'),
    removeKey(resource, metadata, 'namespace'),
    ...entitiesIn(resource)
      .filter(({ entity }) => meansOwnNamespace(entity))
      .map(({ entity }) => setKey(resource, entity, 'namespaceSelector', here)),
    // Behind the others, as where both end with the text the inner one comes first.
    isFirstFree(resource)
      ? prependKey(resource, spec, 'namespaceSelector', here)
      : setKey(resource, spec, 'namespaceSelector', here),
  );
}

/** Whether a key can come before all others of the spec, without a comment that is for another one. */
function isFirstFree({ body, source, chunk }: Resource<CalicoPolicy>): boolean {
  const { spec } = body;
  const [first] = source.keys(spec);
  if (first === undefined || source.has(spec, 'namespaceSelector')) return false;
  const above = chunk.text.slice(source.key(body, 'spec').end, source.key(spec, first).start);
  return !above.includes('#');
}

/** Whether an end is of the policy's namespace without saying so. */
const meansOwnNamespace = ({
  selector,
  notSelector,
  serviceAccounts,
  namespaceSelector,
}: CalicoEntity): boolean =>
  isEmpty(namespaceSelector) &&
  (![selector, notSelector, serviceAccounts?.selector].every(isEmpty) ||
    (serviceAccounts?.names ?? []).length > 0);

const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const asksForAny = (text: string | undefined): boolean =>
  parse(text ?? '').tokens.some(({ kind }) => kind === 'all');

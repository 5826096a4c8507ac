import type { CalicoPolicy } from '../../../model/calico.ts';
import { CALICO_GROUP, CALICO_STORAGE_GROUP } from '../../../model/kinds.ts';
import type { NetworkPolicy } from '../../../model/networkPolicy.ts';
import type { Resource } from '../../../model/resource.ts';
import { hasCalico, networkSets } from '../../../workspace/calico.ts';
import { meaningOf } from '../../../workspace/policies.ts';
import type { Member } from '../../../workspace/snapshot.ts';
import type { Context } from '../../feature.ts';
import { toCalico, type Around } from './toCalico.ts';
import { fromCalico } from './fromCalico.ts';
import { rewriteAs, type Way } from './way.ts';

const around = ({ namespace }: Member, { snapshot, world }: Context): Around => ({
  namespace: namespace!,
  sets: networkSets(snapshot, world.namespaces()),
  assumptions: snapshot.settings.assumptions,
});

/** Between the NetworkPolicies of Kubernetes and of Calico. */
export const calicoWays: readonly Way[] = [
  {
    from: 'kubernetes/NetworkPolicy',
    to: 'calico/NetworkPolicy',
    named: 'NetworkPolicy of Calico',
    title: (count) =>
      count === 1
        ? 'Convert to a NetworkPolicy of Calico that means the same'
        : `Convert these ${count} to NetworkPolicies of Calico that mean the same`,
    done: 'converted',
    isOffered: ({ snapshot }) => hasCalico(snapshot),
    rewrite: (member, context) => {
      const resource = member.resource as Resource<NetworkPolicy>;
      return rewriteAs(
        resource,
        { apiVersion: `${CALICO_GROUP}/v3`, kind: 'NetworkPolicy' },
        toCalico(resource, around(member, context)),
      );
    },
  },
  {
    from: 'calico/NetworkPolicy',
    to: 'kubernetes/NetworkPolicy',
    named: 'NetworkPolicy of Kubernetes',
    title: (count) =>
      count === 1
        ? 'Convert to a NetworkPolicy of Kubernetes that means the same'
        : `Convert these ${count} to NetworkPolicies of Kubernetes that mean the same`,
    done: 'converted',
    isOffered: () => true,
    rewrite: (member, context) => {
      const resource = member.resource as Resource<CalicoPolicy>;
      if (resource.kind.group === CALICO_STORAGE_GROUP)
        return { reason: 'it is written as Calico stores it' };
      const meaning = meaningOf(member);
      const others = context.world
        .calicoPolicies(member.namespace!)
        .filter(({ kind, name }) => kind !== meaning.kind || name !== meaning.name);
      return rewriteAs(
        resource,
        { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
        fromCalico(resource, { ...around(member, context), meaning, others }),
      );
    },
  },
];

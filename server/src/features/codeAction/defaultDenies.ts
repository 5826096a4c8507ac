import { CodeActionKind } from 'vscode-languageserver-types';
import type { AdminPolicy } from '../../model/adminPolicy.ts';
import { appendDocument } from '../../model/edit.ts';
import { ADMIN_KINDS, isOf } from '../../model/kinds.ts';
import type { Resource } from '../../model/resource.ts';
import { adminDnsRule } from '../../rules/support/adminDns.ts';
import { usualResolver, type Resolver } from '../../rules/support/resolvers.ts';
import type { Action, Context } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { membersByHead } from './selected.ts';

/** Default denies for the whole cluster but `kube-system`, with an exception for DNS, beside the policy of the selection. */
export const defaultDenies: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) => {
    const member = membersByHead(context, selection).find(({ resource }) =>
      isOf(resource, ADMIN_KINDS),
    );
    return member === undefined
      ? []
      : (['Admin', 'Baseline'] as const).flatMap((tier) =>
          addition(tier, member.resource, context),
        );
  },
};

type TierName = 'Admin' | 'Baseline';

/** The last priority there is: what any other policy says goes first. */
const LAST = 1000;

/**
 * The last priority that no policy of the tier has, of those that the network plugin takes; null where there is none.
 * Two policies of one priority would contradict each other, and which of them decides is not specified.
 */
function lastFree(tier: TierName, { snapshot }: Context): number | null {
  const taken = new Set(
    snapshot.clusterPolicies.flatMap(({ resource }) => {
      if (!isOf(resource, ADMIN_KINDS)) return [];
      const { spec } = resource.body as { readonly spec?: Partial<AdminPolicy['spec']> };
      const own = resource.kind.name === 'AdminNetworkPolicy' ? 'Admin' : spec?.tier;
      return own === tier ? [spec?.priority] : [];
    }),
  );
  let priority = Math.min(LAST, snapshot.settings.highestPriority ?? LAST);
  while (taken.has(priority)) priority--;
  return priority < 0 ? null : priority;
}

function addition(tier: TierName, resource: Resource, context: Context): readonly Action[] {
  const { snapshot, world } = context;
  const priority = lastFree(tier, context);
  if (priority === null) return [];
  const policy = defaultDeny(tier, priority, resource.kind.name, usualResolver(world));
  const exists = snapshot.clusterPolicies.some(
    (other) =>
      other.resource.kind.name === policy.kind &&
      other.resource.body.metadata?.name === policy.metadata.name,
  );
  // There is only one BaselineAdminNetworkPolicy, and a second policy of one name replaces the first.
  if (exists) return [];
  return refactoring(resource, {
    title: `Add a default deny in tier ${tier} that lets DNS out (all namespaces but kube-system)${'priority' in policy.spec && priority < LAST ? `, at priority ${priority}` : ''}`,
    edits: () => appendDocument(resource, policy),
  });
}

/** The policy in the dialect of the one beside it: the kinds of one tier are not to be mixed. */
function defaultDeny(tier: TierName, priority: number, beside: string, resolver: Resolver) {
  const cluster = beside === 'ClusterNetworkPolicy';
  const kind = cluster
    ? beside
    : tier === 'Admin'
      ? 'AdminNetworkPolicy'
      : 'BaselineAdminNetworkPolicy';
  return {
    apiVersion: `policy.networking.k8s.io/${cluster ? 'v1alpha2' : 'v1alpha1'}`,
    kind,
    metadata: {
      name:
        kind === 'BaselineAdminNetworkPolicy' ? 'default' : `default-deny-${tier.toLowerCase()}`,
    },
    spec: {
      ...(cluster && { tier }),
      ...(kind !== 'BaselineAdminNetworkPolicy' && { priority }),
      // Without this exception the cluster's own services would be cut off from each other.
      subject: {
        namespaces: {
          matchExpressions: [
            { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] },
          ],
        },
      },
      ingress: [{ name: 'deny-pods', action: 'Deny', from: [{ namespaces: {} }] }],
      egress: [
        adminDnsRule(kind, resolver),
        {
          name: 'deny-rest',
          action: 'Deny',
          to: [{ namespaces: {} }, { networks: ['0.0.0.0/0', '::/0'] }],
        },
      ],
    },
  };
}

import { CodeActionKind } from 'vscode-languageserver-types';
import { appendDocument } from '../../model/edit.ts';
import { CALICO_GROUP, CALICO_POLICIES, isOf } from '../../model/kinds.ts';
import { NAMESPACE_NAME } from '../../policy/vocabulary.ts';
import { written } from '../../policy/selector/calico/written.ts';
import { calicoDnsRules } from '../../rules/support/calicoDnsRules.ts';
import { usualResolver } from '../../rules/support/resolvers.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Action, Context } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { membersByHead } from './selected.ts';

/**
 * Default denies with an exception for DNS beside a policy of Calico's: for the namespace that the policy is in, and for
 * all namespaces that are not the system's. They have no order, so that all other policies of the tier go first.
 */
export const calicoDefaultDenies: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) => {
    const member = membersByHead(context, selection).find(({ resource }) =>
      isOf(resource, CALICO_POLICIES),
    );
    if (member === undefined) return [];
    return [
      ...(member.namespace === null ? [] : inNamespace(member, context)),
      ...inCluster(member, context),
    ];
  },
};

const NAME = 'default-deny';

/** Where the system itself runs: the control plane, and what installs and is Calico. */
const SYSTEM = ['kube-system', 'calico-system', 'calico-apiserver', 'tigera-operator'];

const isTaken = (members: readonly Member[]): boolean =>
  members.some(
    ({ resource: { kind, body } }) =>
      kind.dialect === 'calico' && !kind.name.startsWith('Staged') && body.metadata?.name === NAME,
  );

function inNamespace(member: Member, context: Context): readonly Action[] {
  const { namespace } = member.resource.body.metadata;
  if (isTaken(context.snapshot.policies.get(member.namespace!) ?? [])) return [];
  return addition(
    'Add a default deny for all pods of this namespace that lets DNS out',
    member,
    context,
    {
      kind: 'NetworkPolicy',
      metadata: { name: NAME, ...(namespace !== undefined && { namespace }) },
    },
    { selector: 'all()' },
  );
}

/**
 * Hosts live in no namespace, so that a condition which no namespace meets would be true of them: a default deny for
 * them cuts off the nodes (Calico documentation, "Enable a default deny policy for Kubernetes pods").
 */
function inCluster(member: Member, context: Context): readonly Action[] {
  if (isTaken(context.snapshot.clusterPolicies)) return [];
  return addition(
    `Add a default deny for all namespaces but the system's that lets DNS out`,
    member,
    context,
    { kind: 'GlobalNetworkPolicy', metadata: { name: NAME } },
    {
      namespaceSelector: written({
        kind: 'and',
        of: [
          { kind: 'has', label: NAMESPACE_NAME },
          { kind: 'set', label: NAMESPACE_NAME, operator: 'not in', values: SYSTEM },
        ],
      }),
    },
  );
}

function addition(
  title: string,
  { resource }: Member,
  { world }: Context,
  head: object,
  subject: object,
): readonly Action[] {
  const policy = {
    apiVersion: `${CALICO_GROUP}/v3`,
    ...head,
    spec: {
      ...subject,
      types: ['Ingress', 'Egress'],
      egress: calicoDnsRules(usualResolver(world)),
    },
  };
  return refactoring(resource, { title, edits: () => appendDocument(resource, policy) });
}

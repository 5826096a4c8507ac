import { CodeActionKind } from 'vscode-languageserver-types';
import { appendDocument } from '../../model/edit.ts';
import { CILIUM_GROUP, CILIUM_POLICIES, isOf } from '../../model/kinds.ts';
import { NAMESPACE_KEY } from '../../policy/vocabulary.ts';
import { ciliumDnsItem, isForNames } from '../../rules/support/ciliumDnsRules.ts';
import { ciliumPoliciesFor } from '../../rules/support/ciliumPolicies.ts';
import { usualResolver } from '../../rules/support/resolvers.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Action, Context } from '../feature.ts';
import { refactoring, type Producer } from './producer.ts';
import { membersByHead } from './selected.ts';

/**
 * Default denies beside a policy of Cilium's: for the pods of the namespace that it is in, by direction, or for those of
 * all namespaces but the system's. What any other policy allows adds to them.
 */
export const ciliumDefaultDenies: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) => {
    const member = membersByHead(context, selection).find(({ resource }) =>
      isOf(resource, CILIUM_POLICIES),
    );
    if (member === undefined) return [];
    return TEMPLATES.flatMap((template) => addition(template, member, context));
  },
};

/** A default deny by its directions. */
interface Template {
  /** The title, with the pods that it is for in the place of `PODS`. */
  readonly title: string;
  readonly name: string;
  readonly ingress: boolean;
  readonly egress: boolean;
}

const TEMPLATES: readonly Template[] = [
  {
    title: 'Add a default deny for PODS that lets DNS out',
    name: 'default-deny',
    ingress: true,
    egress: true,
  },
  {
    title: 'Add a default deny of ingress for PODS',
    name: 'default-deny-ingress',
    ingress: true,
    egress: false,
  },
  {
    title: 'Add a default deny of egress for PODS that lets DNS out',
    name: 'default-deny-egress',
    ingress: false,
    egress: true,
  },
];

/** Pods in words, and the selector that finds them. */
interface Subject {
  readonly pods: string;
  readonly endpointSelector: object;
}

const OF_NAMESPACE: Subject = { pods: 'all pods of this namespace', endpointSelector: {} };

/** What is in no namespace, as Cilium's own endpoints for health, would lack the label and be selected by `NotIn` alone. */
const OF_CLUSTER: Subject = {
  pods: 'all namespaces but kube-system',
  endpointSelector: {
    matchExpressions: [
      { key: NAMESPACE_KEY, operator: 'Exists' },
      { key: NAMESPACE_KEY, operator: 'NotIn', values: ['kube-system'] },
    ],
  },
};

/**
 * An item without anything matches nothing, and is what isolates pods in its direction (Cilium documentation, "Layer 3
 * examples").
 */
const NOTHING = {};

function addition(
  { title, name, ingress, egress }: Template,
  { resource, namespace: home }: Member,
  { snapshot, world }: Context,
): readonly Action[] {
  const beside = home === null ? snapshot.clusterPolicies : (snapshot.policies.get(home) ?? []);
  const isTaken = beside.some(
    ({ resource: { kind, body } }) => kind.dialect === 'cilium' && body.metadata?.name === name,
  );
  if (isTaken) return [];
  const { namespace } = resource.body.metadata;
  const { pods, endpointSelector } = home === null ? OF_CLUSTER : OF_NAMESPACE;
  const inspects = ciliumPoliciesFor(home, world).some(({ rules }) => rules.some(isForNames));
  const policy = {
    apiVersion: `${CILIUM_GROUP}/v2`,
    kind: home === null ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
    metadata: { name, ...(home !== null && namespace !== undefined && { namespace }) },
    spec: {
      endpointSelector,
      ...(ingress && { ingress: [NOTHING] }),
      ...(egress && { egress: [ciliumDnsItem(usualResolver(world), inspects)] }),
    },
  };
  return refactoring(resource, {
    title: title.replace('PODS', pods),
    edits: () => appendDocument(resource, policy),
  });
}

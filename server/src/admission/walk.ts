import type { Span } from '../base/span.ts';
import type {
  EgressRule,
  IngressRule,
  IPBlock,
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../model/networkPolicy.ts';
import { fieldText } from '../model/problems.ts';
import type { Resource } from '../model/resource.ts';

/** The rules of both directions in the order of the API. */
export const rulesIn = ({ body }: Resource<NetworkPolicy>): (IngressRule | EgressRule)[] => [
  ...(body.spec.ingress ?? []),
  ...(body.spec.egress ?? []),
];

/** All peers of all rules. */
export const peersIn = (policy: Resource<NetworkPolicy>): NetworkPolicyPeer[] =>
  rulesIn(policy).flatMap((rule) => [
    ...('from' in rule ? (rule.from ?? []) : []),
    ...('to' in rule ? (rule.to ?? []) : []),
  ]);

/** All port entries of all rules. */
export const portsIn = (policy: Resource<NetworkPolicy>): NetworkPolicyPort[] =>
  rulesIn(policy).flatMap((rule) => rule.ports ?? []);

/** All blocks of addresses. */
export const blocksIn = (policy: Resource<NetworkPolicy>): IPBlock[] =>
  peersIn(policy).flatMap((peer) => peer.ipBlock ?? []);

/** All label selectors: the subject's and the peers'. */
export const selectorsIn = (policy: Resource<NetworkPolicy>): LabelSelector[] => [
  ...(policy.body.spec.podSelector === undefined ? [] : [policy.body.spec.podSelector]),
  ...peersIn(policy).flatMap((peer) =>
    [peer.podSelector ?? [], peer.namespaceSelector ?? []].flat(),
  ),
];

/** Where a key or item of an object of the policy stands, and its path in Kubernetes' own notation. */
export const valuePlace = (
  { source }: Resource,
  object: object,
  step: string | number,
): { readonly span: Span; readonly field: string } => ({
  span: source.value(object, step),
  field: fieldText([...source.path(object), step]),
});

import type { KubernetesObject } from './resource.ts';

/** A label selector of the Kubernetes API: all of its conditions must hold; an empty one matches everything. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/** The keys of the labels that a selector asks for, as often as it does. */
export const labelKeysOf = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): readonly string[] => [
  ...Object.keys(matchLabels),
  ...matchExpressions.map(({ key }) => key),
];

/** One condition of a label selector. */
export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** A block of addresses without some blocks inside it. */
export interface IPBlock {
  readonly cidr: string;
  readonly except?: readonly string[];
}

/** One end that a rule lets through: pods by selector, or addresses. */
export interface NetworkPolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: IPBlock;
}

/** A destination port: a number, a range up to `endPort`, a name of the destination pod, or all of a protocol. */
export interface NetworkPolicyPort {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

/** One ingress rule: any of the peers in `from`, on any of the ports. */
export interface IngressRule {
  readonly from?: readonly NetworkPolicyPeer[];
  readonly ports?: readonly NetworkPolicyPort[];
}

/** One egress rule: any of the peers in `to`, on any of the ports. */
export interface EgressRule {
  readonly to?: readonly NetworkPolicyPeer[];
  readonly ports?: readonly NetworkPolicyPort[];
}

/** `networking.k8s.io/v1` NetworkPolicy as decoded, before defaulting. */
export interface NetworkPolicy extends KubernetesObject {
  readonly spec: {
    readonly podSelector?: LabelSelector;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly IngressRule[];
    readonly egress?: readonly EgressRule[];
  };
}

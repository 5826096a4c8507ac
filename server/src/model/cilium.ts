import type { LabelSelector } from './networkPolicy.ts';
import type { KubernetesObject } from './resource.ts';

/*
 * The policies of `cilium.io/v2` as decoded. Allowed and denied traffic, and both directions, are written alike; which
 * fields each of them has is the schema's to say.
 */

/** A block of addresses, or groups of blocks: exactly one of the three. */
export interface CiliumCidrRule {
  readonly cidr?: string;
  readonly cidrGroupRef?: string;
  readonly cidrGroupSelector?: LabelSelector;
  readonly except?: readonly string[];
}

/** A DNS name, or a pattern of names. */
export interface CiliumName {
  readonly matchName?: string;
  readonly matchPattern?: string;
}

/** One port, or a range; the number is a text. */
export interface CiliumPort {
  readonly port?: string;
  readonly endPort?: number;
  readonly protocol?: string;
}

/** Ports, and what may be said there. */
export interface CiliumPortRule {
  readonly ports?: readonly CiliumPort[];
  readonly rules?: { readonly http?: readonly object[]; readonly dns?: readonly CiliumName[] };
  readonly serverNames?: readonly string[];
}

/** One item of a direction: its peers and its ports must both match. */
export interface CiliumItem {
  readonly fromEndpoints?: readonly LabelSelector[];
  readonly fromCIDR?: readonly string[];
  readonly fromCIDRSet?: readonly CiliumCidrRule[];
  readonly fromEntities?: readonly string[];
  readonly fromNodes?: readonly LabelSelector[];
  readonly fromGroups?: readonly object[];
  readonly toEndpoints?: readonly LabelSelector[];
  readonly toCIDR?: readonly string[];
  readonly toCIDRSet?: readonly CiliumCidrRule[];
  readonly toEntities?: readonly string[];
  readonly toNodes?: readonly LabelSelector[];
  readonly toGroups?: readonly object[];
  readonly toServices?: readonly object[];
  readonly toFQDNs?: readonly CiliumName[];
  readonly toPorts?: readonly CiliumPortRule[];
  readonly icmps?: readonly {
    readonly fields?: readonly { readonly family?: string; readonly type: string | number }[];
  }[];
}

/** One rule: the pods or nodes that it is for, and their traffic. */
export interface CiliumRule {
  readonly endpointSelector?: LabelSelector;
  readonly nodeSelector?: LabelSelector;
  readonly ingress?: readonly CiliumItem[];
  readonly ingressDeny?: readonly CiliumItem[];
  readonly egress?: readonly CiliumItem[];
  readonly egressDeny?: readonly CiliumItem[];
  readonly enableDefaultDeny?: { readonly ingress?: boolean; readonly egress?: boolean };
}

/** A CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy; `spec` and `specs` both count. */
export interface CiliumPolicy extends KubernetesObject {
  readonly spec?: CiliumRule;
  readonly specs?: readonly CiliumRule[];
}

/** A CiliumCIDRGroup. */
export interface CiliumCidrGroup extends KubernetesObject {
  readonly spec: { readonly externalCIDRs: readonly string[] };
}

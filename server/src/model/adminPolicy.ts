import type { LabelSelector } from './networkPolicy.ts';
import type { KubernetesObject } from './resource.ts';

/*
 * The kinds of `policy.networking.k8s.io` as decoded. AdminNetworkPolicy and BaselineAdminNetworkPolicy (v1alpha1) and
 * ClusterNetworkPolicy (v1alpha2) differ in three words: the action that lets through is `Allow` or `Accept`, ports
 * stand in `ports` or `protocols`, and only the last says its tier itself.
 */

/** Some pods of some namespaces; v1alpha2 lets `namespaceSelector` be missing, which selects every namespace. */
export interface NamespacedPods {
  readonly namespaceSelector?: LabelSelector;
  readonly podSelector: LabelSelector;
}

/** The pods that a policy is for; exactly one field is there. */
export interface AdminSubject {
  readonly namespaces?: LabelSelector;
  readonly pods?: NamespacedPods;
}

/** One end that a rule speaks of; exactly one field is there, and an ingress peer has one of the first two. */
export interface AdminPeer extends AdminSubject {
  readonly networks?: readonly string[];
  readonly nodes?: LabelSelector;
  readonly domainNames?: readonly string[];
}

/** An entry of `ports` (v1alpha1); exactly one field is there. */
export interface AdminPort {
  readonly portNumber?: { readonly protocol?: string; readonly port: number };
  readonly portRange?: {
    readonly protocol?: string;
    readonly start: number;
    readonly end: number;
  };
  readonly namedPort?: string;
}

/** The ports of one protocol (v1alpha2); exactly one field of `destinationPort` is there. */
export interface ProtocolPorts {
  readonly destinationPort?: {
    readonly number?: number;
    readonly range?: { readonly start: number; readonly end: number };
  };
}

/** An entry of `protocols` (v1alpha2); exactly one field is there. */
export interface ClusterProtocol {
  readonly tcp?: ProtocolPorts;
  readonly udp?: ProtocolPorts;
  readonly sctp?: ProtocolPorts;
  readonly destinationNamedPort?: string;
}

/** A rule of any of the three kinds: peers stand in `from` for ingress, in `to` for egress. */
export interface AdminRule {
  readonly name?: string;
  readonly action: string;
  readonly from?: readonly AdminPeer[];
  readonly to?: readonly AdminPeer[];
  readonly ports?: readonly AdminPort[];
  readonly protocols?: readonly ClusterProtocol[];
}

/** `AdminNetworkPolicy`, `BaselineAdminNetworkPolicy` or `ClusterNetworkPolicy`. */
export interface AdminPolicy extends KubernetesObject {
  readonly spec: {
    /** Only of ClusterNetworkPolicy: `Admin` or `Baseline`. */
    readonly tier?: string;
    /** Not of BaselineAdminNetworkPolicy, of which there is only one. */
    readonly priority?: number;
    readonly subject: AdminSubject;
    readonly ingress?: readonly AdminRule[];
    readonly egress?: readonly AdminRule[];
  };
}

import type { NetworkPolicy } from './networkPolicy.ts';
import type { KubernetesObject } from './resource.ts';

/*
 * The kinds of `projectcalico.org/v3` as decoded, and of `crd.projectcalico.org/v1`, in which they are stored and which
 * has the same fields. Selectors are texts in Calico's own language.
 */

/** A protocol by its name or its number, which may stand in quotes. */
export type CalicoProtocol = string | number;

/** A port by number, as the range `8000:8100`, or by name. */
export type CalicoPort = string | number;

/** One type of ICMP message, or one code of it. */
export interface CalicoIcmp {
  readonly type?: number;
  readonly code?: number;
}

/** One end of the traffic that a rule speaks of: all that is given must hold. */
export interface CalicoEntity {
  readonly nets?: readonly string[];
  readonly notNets?: readonly string[];
  readonly selector?: string;
  readonly notSelector?: string;
  readonly namespaceSelector?: string;
  readonly ports?: readonly CalicoPort[];
  readonly notPorts?: readonly CalicoPort[];
  readonly serviceAccounts?: {
    readonly names?: readonly string[];
    readonly selector?: string;
  };
  readonly services?: { readonly name?: string; readonly namespace?: string };
}

/** Requests of HTTP by method and path. */
export interface CalicoHttp {
  readonly methods?: readonly string[];
  readonly paths?: readonly { readonly exact?: string; readonly prefix?: string }[];
}

/** A rule of a policy or profile. */
export interface CalicoRule {
  readonly action: string;
  readonly ipVersion?: number;
  readonly protocol?: CalicoProtocol;
  readonly notProtocol?: CalicoProtocol;
  readonly icmp?: CalicoIcmp;
  readonly notICMP?: CalicoIcmp;
  readonly source?: CalicoEntity;
  readonly destination?: CalicoEntity;
  readonly http?: CalicoHttp;
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
}

/** `NetworkPolicy`, `GlobalNetworkPolicy` and their staged twins: some fields belong to one scope only. */
export interface CalicoPolicy extends KubernetesObject {
  readonly spec: {
    /** Only of staged kinds. */
    readonly stagedAction?: string;
    readonly tier?: string;
    readonly order?: number;
    readonly selector?: string;
    readonly serviceAccountSelector?: string;
    readonly types?: readonly string[];
    readonly ingress?: readonly CalicoRule[];
    readonly egress?: readonly CalicoRule[];
    readonly performanceHints?: readonly string[];
    /** The last four only of policies of the whole cluster. */
    readonly namespaceSelector?: string;
    readonly doNotTrack?: boolean;
    readonly preDNAT?: boolean;
    readonly applyOnForward?: boolean;
  };
}

/** A Kubernetes NetworkPolicy that is tried out before it is in force. */
export interface StagedKubernetesNetworkPolicy extends KubernetesObject {
  readonly spec: NetworkPolicy['spec'] & { readonly stagedAction?: string };
}

/** Addresses under labels: `NetworkSet` of one namespace, `GlobalNetworkSet` of the whole cluster. */
export interface NetworkSet extends KubernetesObject {
  readonly spec?: { readonly nets?: readonly string[] };
}

/** A place in the order of policies. */
export interface Tier extends KubernetesObject {
  readonly spec?: { readonly order?: number; readonly defaultAction?: string };
}

/** An interface of a node, or all of them. */
export interface HostEndpoint extends KubernetesObject {
  readonly spec?: {
    readonly node?: string;
    readonly interfaceName?: string;
    readonly expectedIPs?: readonly string[];
    readonly profiles?: readonly string[];
    readonly ports?: readonly {
      readonly name: string;
      readonly port: number;
      readonly protocol: CalicoProtocol;
    }[];
  };
}

/** Rules and labels that endpoints refer to by name; those of pods are made from their namespace. */
export interface Profile extends KubernetesObject {
  readonly spec?: {
    readonly ingress?: readonly CalicoRule[];
    readonly egress?: readonly CalicoRule[];
    readonly labelsToApply?: Readonly<Record<string, string>>;
  };
}

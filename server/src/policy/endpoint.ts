import type { Completeness } from '../model/laterLabels.ts';
import type { Place } from '../model/finding.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Assumptions } from './assumptions.ts';
import type { Block } from './cidr.ts';

/** Labels by key. */
export type Labels = Readonly<Record<string, string>>;

/** A namespace and what is known of its labels; `complete` is false where others may exist. */
export interface NamespaceInfo {
  readonly key: NamespaceKey;
  /** Null for an unnamed namespace. */
  readonly name: string | null;
  readonly labels: Labels;
  readonly complete: boolean;
  /** The manifest that declares it, if there is one. */
  readonly place: Place | null;
}

/** A port that a container declares. */
export interface ContainerPort {
  readonly name: string | null;
  readonly number: number;
  readonly protocol: string;
  /** The container's name; null or absent where it is not known. */
  readonly container?: string | null;
}

/** Pods that no policy can tell apart: the pods of one template, or one Pod manifest. */
export interface PodEndpoint {
  readonly kind: 'pods';
  readonly namespace: NamespaceInfo;
  /** The workload that it is shown as, and its kind: `web`, `Deployment`. Endpoints of one owner share both. */
  readonly owner: { readonly name: string; readonly kind: string };
  /** The name of the Pod where a Pod manifest was read, else the owner's. */
  readonly name: string;
  readonly labels: Labels;
  /** Absent where the pods have no others. */
  readonly complete?: Completeness;
  readonly ports: readonly ContainerPort[];
  /** `status.podIPs`; empty where not known. */
  readonly addresses: readonly string[];
  readonly hostNetwork: boolean;
  /** `status.hostIP`; null where not known. */
  readonly hostAddress: string | null;
  /** The name of the node that it is on; null or absent where not known. */
  readonly node?: string | null;
  readonly dnsPolicy: string | null;
  /** The name of the ServiceAccount that it runs as; absent where not known. */
  readonly serviceAccount?: string;
  /** The labels of that; absent where no manifest declares it. */
  readonly accountLabels?: Labels;
  /** How many pods it stands for, as the manifest has it; null or absent where it does not say. */
  readonly replicas?: number | null;
  /**
   * Why it is not certain that such pods exist (two different objects of one name), as a clause; null or absent where
   * it is.
   */
  readonly unsure?: string | null;
  readonly place: Place;
}

/** Addresses outside the cluster that no block in use tells apart. */
export interface ExternalEndpoint {
  readonly kind: 'external';
  readonly family: 'IPv4' | 'IPv6';
  /** First and last address, both included. */
  readonly first: bigint;
  readonly last: bigint;
  /** The name that DNS gives one of them for, as Cilium compares names; absent where none is told. */
  readonly name?: string;
  /**
   * Why Cilium may know no address of that name whatever its policies look at, as a clause; null or absent where
   * nothing tells.
   */
  readonly unlearned?: string | null;
}

/** One end of a connection. */
export type Endpoint = PodEndpoint | ExternalEndpoint;

/** A host that Calico guards by a HostEndpoint, whose processes are no pods and have policies of their own. */
export interface HostEndpoint {
  readonly kind: 'host';
  readonly name: string;
  readonly labels: Labels;
  /** Whether it has no labels but these. */
  readonly complete: boolean;
  /** The name of its node; null where not known. */
  readonly node: string | null;
  /** `*` for all interfaces; null where it is the one that has its addresses. */
  readonly interfaceName: string | null;
  /** Where it is expected; empty where not known. */
  readonly addresses: readonly Block[];
  readonly ports: readonly ContainerPort[];
  /** The names of the profiles that have the word where no policy has it. */
  readonly profiles: readonly string[];
  /** Why it is not certain that it is there and like this, as a clause; null where it is. */
  readonly unsure: string | null;
  readonly place: Place;
  /** The end of a connection at which it is met: its address there, or a pod on its network. */
  readonly at?: Endpoint;
}

/** Whom policies can be for. */
export type Subject = PodEndpoint | HostEndpoint;

/** Whether a pod is part of its node for policies, so that no selector finds it and no policy holds for it. */
export const isNode = (pod: PodEndpoint, assumptions: Assumptions): boolean =>
  pod.hostNetwork && assumptions.hostNetworkPods === 'node';

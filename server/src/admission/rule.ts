import type { Finding, RuleMeta } from '../model/finding.ts';
import type { Bodies, KindId } from '../model/bodies.ts';
import type { Resource } from '../model/resource.ts';

/** The channels in which the definitions of the Network Policy API are published; `experimental` has more fields. */
export type Channel = 'standard' | 'experimental';

/** What is known of the API server that objects must suit. */
export interface ApiServer {
  /** Its release, such as `1.35`; null means every supported one. */
  readonly kubernetesVersion: string | null;
  /** The release of Calico, such as `3.32`; null means every supported one. */
  readonly calicoVersion: string | null;
  /** The release of Cilium, such as `1.20`; null means every supported one. */
  readonly ciliumVersion: string | null;
  /** What Cilium's agent is told by its flags, as `enable-l7-proxy=false`; of others nothing is known. */
  readonly ciliumFlags: readonly CiliumFlag[];
  readonly channel: Channel;
}

/** A flag of Cilium's agent that decides which rules it takes, or enforces, with its value. */
export type CiliumFlag =
  | `${keyof typeof CILIUM_FLAGS}=${boolean}`
  | typeof CIDRS_MATCH_NODES
  | typeof NODES_NEED_ALLOWING;

/** With it blocks of addresses are for nodes, too. */
export const CIDRS_MATCH_NODES = 'policy-cidr-match-mode=nodes';

/** With it a node reaches its own pods only where a policy allows it. */
export const NODES_NEED_ALLOWING = 'allow-localhost=policy';

/** The flags, and what each is where nobody sets it, in the newest release (Cilium's command reference, `cilium-agent`). */
export const CILIUM_FLAGS = {
  'enable-l7-proxy': true,
  'enable-icmp-rules': true,
  'enable-node-selector-labels': false,
  'enable-extended-ip-protocols': false,
  'enable-host-firewall': false,
  'policy-default-local-cluster': true,
  'enable-k8s-cluster-network-policy': false,
  'mesh-auth-enabled': false,
} as const;

/** Something the API server refuses, by all releases or some; or what it stores and Cilium then ignores. */
export interface Refusal extends Finding {
  /** Path of the guilty field in Kubernetes' own notation. */
  readonly field: string;
  /** Whose releases `from` and `until` are; absent for Kubernetes. */
  readonly of?: 'Calico' | 'Cilium';
  /** The first release that refuses it, as `1.36`; absent where all do. */
  readonly from?: string;
  /** The first release that no longer refuses it; absent where all later ones do. */
  readonly until?: string;
  /**
   * Who refuses it: Cilium's agent, which enforces nothing of the object that the API server has stored; absent for the
   * server.
   */
  readonly by?: 'agent';
  /** The only value of a flag of Cilium's agent with which it is refused. */
  readonly flag?: CiliumFlag;
  /** The only channel of the Network Policy API that refuses it; absent where both do. */
  readonly channel?: Channel;
  /** It follows from another mistake that is reported at the same place: it counts, but is not shown beside that. */
  readonly implied?: true;
}

/** A rule that sees one object and nothing else, about what the API server refuses. */
export interface AdmissionRule {
  readonly meta: RuleMeta;
  /** The kinds it looks at; null for every kind that is checked. */
  readonly kinds: readonly KindId[] | null;
  readonly check: (resource: Resource) => Iterable<Refusal>;
}

/** Makes an admission rule; the kinds it looks at tell the type of the decoded objects. */
export const admissionRule = <Id extends KindId>(
  meta: RuleMeta,
  kinds: readonly Id[] | null,
  check: (resource: Resource<Bodies[Id]>) => Iterable<Refusal>,
): AdmissionRule => ({ meta, kinds, check: check as AdmissionRule['check'] });

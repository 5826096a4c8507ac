/**
 * What enforces policies: a network plugin with policies of its own kinds, or any (`generic`), where each plugin's are judged
 * beside those of Kubernetes, and never with those of the other.
 */
export type Enforcer = 'generic' | 'calico' | 'cilium';

/**
 * Whether an ipBlock matches a pod whose address lies in it, as the API has it. Cilium knows pods by their labels alone
 * (Cilium documentation, "CIDR based": such rules do not apply to what it manages).
 */
export const matchesPodAddresses = (enforcer: Enforcer): boolean => enforcer !== 'cilium';

/** Everything in which installations differ and the API is silent. The evaluator reads it and nothing else of the settings. */
export interface Assumptions {
  readonly enforcer: Enforcer;
  /** Whether an ipBlock matches a pod whose address lies in it (the API and most plugins), or only other ends (Cilium). */
  readonly ipBlocksMatchPods: boolean;
  /** Whether pods on the host network are part of their node and selected by nothing, or ordinary pods. */
  readonly hostNetworkPods: 'node' | 'ordinary';
  readonly ipFamilies: readonly ('IPv4' | 'IPv6')[];
  /** Protocols that have ports, as connections can use them. */
  readonly protocols: readonly string[];
  /** The blocks that pod addresses come from; empty where not told. */
  readonly podCIDRs: readonly string[];
  /** The name of the namespace of objects that name none; null leaves it unnamed. */
  readonly defaultNamespace: string | null;
  /** What holds of a namespace that is used but not declared: further labels unknown, or `kubernetes.io/metadata.name` only. */
  readonly undeclaredNamespaces: 'unknown' | 'bare';
  /**
   * What a NetworkPolicy that selects a pod settles before the Baseline tier is asked: the directions that it isolates
   * (the definition of isolation in the Kubernetes documentation), or both (ClusterNetworkPolicy's field text: it
   * "always makes a final decision for selected pods").
   */
  readonly networkPolicyDecides: 'direction' | 'pod';
  /** Whether what Calico's rules say of HTTP is enforced, which takes its application layer policy. */
  readonly httpRules: 'enforced' | 'unknown';
  /** Whether Calico's staged policies count as what they are, or as if they were in force. */
  readonly stagedPolicies: 'ignored' | 'enforced';
  /** The name of the cluster as Cilium's policies say it; null where not told. */
  readonly clusterName: string | null;
  /** Which pods Cilium isolates: those that a policy selects, all, or none (its option `enable-policy`). */
  readonly policyEnforcement: 'default' | 'always' | 'never';
  /** Whether Cilium enforces policies for nodes (its option `enable-host-firewall`). */
  readonly hostFirewall: 'on' | 'off' | 'unknown';
  /** Whether Cilium handles the proofs of identity that its policies ask for (its option `mesh-auth-enabled`). */
  readonly mutualAuthentication: 'on' | 'off' | 'unknown';
  /** Whether a node reaches its own pods whatever Cilium's policies do not allow (its option `allow-localhost`). */
  readonly allowLocalhost: 'always' | 'policy';
  /** The blocks that the API server is met at, as Cilium's entities mean it; null where not told. */
  readonly apiServer: readonly string[] | null;
  /** Whether Cilium's blocks of addresses are for nodes, too (its option `policy-cidr-match-mode`). */
  readonly cidrsMatchNodes: boolean;
  /**
   * Who in no namespace may meet Cilium's selectors that only leave namespaces out: anyone, nodes alone, or nobody, as where
   * they ask for the own cluster besides (its options `policy-default-local-cluster`, `enable-node-selector-labels`).
   */
  readonly beyondNamespaces: 'anyone' | 'nodes' | 'nobody';
  /** Whether policies that are not here let all pods of a cluster with Cilium ask DNS, and have it look at the answers. */
  readonly dnsRules: 'here' | 'elsewhere';
}

/** What holds where no setting says otherwise. */
export const usualAssumptions: Assumptions = {
  enforcer: 'generic',
  ipBlocksMatchPods: matchesPodAddresses('generic'),
  hostNetworkPods: 'node',
  ipFamilies: ['IPv4', 'IPv6'],
  protocols: ['SCTP', 'TCP', 'UDP'],
  podCIDRs: [],
  defaultNamespace: null,
  undeclaredNamespaces: 'unknown',
  networkPolicyDecides: 'direction',
  httpRules: 'unknown',
  stagedPolicies: 'ignored',
  clusterName: null,
  policyEnforcement: 'default',
  hostFirewall: 'unknown',
  mutualAuthentication: 'unknown',
  allowLocalhost: 'always',
  apiServer: null,
  cidrsMatchNodes: false,
  beyondNamespaces: 'anyone',
  dnsRules: 'here',
};

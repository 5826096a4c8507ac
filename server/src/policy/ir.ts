import type { Intervals } from '../base/intervals.ts';
import type { Span } from '../base/span.ts';
import type { Place } from '../model/finding.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Entity } from './cilium/entities.ts';
import type { Conns } from './conns.ts';
import type { ContainerPort } from './endpoint.ts';
import type { Selector } from './selector/selector.ts';

/*
 * The one form that every dialect is lowered to. Tiers are walked in order; a tier is a list of ranks, a rank the
 * policies that are tried at once; within a policy the first matching rule has the word. Peers and ports are data,
 * never closures, so that hover can print them, rules compare them, and the evaluator resolve them once.
 */

/** Which side of a connection a rule guards: `ingress` that of the destination, `egress` that of the source. */
export type Direction = 'ingress' | 'egress';

/** The other side of a connection. */
export const OTHER_SIDE: Readonly<Record<Direction, Direction>> = {
  ingress: 'egress',
  egress: 'ingress',
};

/** What a rule does with the connections that it matches; `pass` hands them to the next tier. */
export type Verdict = 'allow' | 'deny' | 'pass';

/** Whose labels a selector sees, where they are not simply those of the object: what an agent makes of them. */
export type Vocabulary = 'calico' | 'cilium';

/** Which namespaces a peer or subject speaks of: the policy's own, or all whose labels match. */
export type Namespaces =
  | { readonly kind: 'own'; readonly namespace: NamespaceKey }
  | {
      readonly kind: 'matching';
      readonly selector: Selector;
      readonly vocabulary?: Vocabulary;
    };

/** Pods by namespace and by label; both conditions hold. */
export interface PodPeer {
  readonly kind: 'pods';
  readonly namespaces: Namespaces;
  readonly pods: Selector;
  /** Absent where `pods` sees the labels of pods as they are. */
  readonly vocabulary?: Vocabulary;
  /** Present where pods on the host network are never among them, even if a plugin can tell them from their node. */
  readonly withoutHosts?: true;
  /** Present where nodes are meant, so that of pods at most those on the network of one of them are among them. */
  readonly onlyHosts?: NodeChoice;
  /**
   * Present where nothing that is asked has to be there, so that it may hold of what is no pod, too: unless Cilium asks
   * for its own cluster besides, or always, as the selector speaks of clusters itself.
   */
  readonly orUnlabelled?: 'unless of a cluster' | 'always';
}

/** The nodes with some labels. */
export interface NodeChoice {
  readonly nodes: Selector;
  readonly known: KnownNodes;
}

/** The nodes of the cluster, as far as manifests tell of them. */
export interface KnownNodes {
  /** Those that manifests of nodes describe, which are then all there are; null where none does. */
  readonly described: readonly Node[] | null;
  /** The addresses of others, which only pods on them tell. */
  readonly others: readonly string[];
}

/** Addresses inside one of `blocks`, each without its exceptions; CIDR texts as written. */
export interface AddressPeer {
  readonly kind: 'addresses';
  readonly blocks: readonly { readonly cidr: string; readonly except: readonly string[] }[];
  /** Present where neither pods nor nodes are among them, whatever their addresses: those of the nodes that are known. */
  readonly outside?: readonly string[];
}

/** A node of the cluster, by its labels and the addresses in its status. */
export interface Node {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly addresses: readonly string[];
}

/** Some nodes, with the pods on their network. */
export interface NodePeer {
  readonly kind: 'nodes';
  readonly nodes: Selector;
  /** Those that manifests describe, which are then all there are; null where none does. */
  readonly known: KnownNodes['described'];
}

/** Addresses that DNS gives for a name, or for any name below one (`*.example.com`). */
export interface NamePeer {
  readonly kind: 'names';
  readonly names: readonly string[];
  /** Whose patterns the names are; absent for those of the Network Policy API. */
  readonly vocabulary?: 'cilium';
}

/** Any of some entities. */
export interface EntityPeer {
  readonly kind: 'entities';
  readonly entities: readonly Entity[];
  readonly known: KnownNodes;
  /** Present where nodes are meant by their labels: what surely all of them have. */
  readonly labelled?: Selector;
}

/** Addresses with labels: a network set, or a host with the addresses that it is expected at. */
export interface AddressSet {
  readonly kind: string;
  /** Null for those of the whole cluster. */
  readonly namespace: NamespaceKey | null;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Which labels it may inherit that are not known: those of its namespace, of a host those of its profiles. */
  readonly inherits: 'nothing more' | 'of its namespace' | 'of profiles';
  /** CIDRs and single addresses, as written. */
  readonly nets: readonly string[];
  /** The ports that a host gives names to; absent for all else. */
  readonly ports?: readonly ContainerPort[];
  /** Why it is not certain that it is there and holds these, as a clause; null where it is. */
  readonly unsure: string | null;
  readonly place: Place;
}

/** The addresses of all sets with some labels; `known` are the sets that there are, filled in where the world is known. */
export interface SetPeer {
  readonly kind: 'sets';
  readonly sets: Selector;
  readonly known: readonly AddressSet[];
  /** Present for CIDR groups of Cilium: no pod is in one, and one that is not known is somewhere else. */
  readonly vocabulary?: 'cilium';
  /** As of blocks of addresses. */
  readonly outside?: readonly string[];
}

/** What stands behind a Service: its pods, and the ports that it leads to. */
export interface Backends {
  readonly pods: PodPeer;
  readonly ports: readonly PortTerm[];
  readonly place: Place;
}

/** The pods behind a Service, whichever of its ports is used; `known` is null where they are not known. */
export interface ServicePeer {
  readonly kind: 'service';
  readonly namespace: NamespaceKey;
  readonly name: string;
  readonly known: Backends | null;
}

/** The pods behind all Services of a name or of some labels; `known` is null where not all of them are known. */
export interface ServicesPeer {
  readonly kind: 'services';
  /** Null for those of every namespace. */
  readonly namespace: NamespaceKey | null;
  readonly asked: { readonly name: string } | { readonly labels: Selector };
  readonly known: readonly PodPeer[] | null;
}

/** What is all of several peers, any of them, or is not one. */
export type ComposedPeer =
  | { readonly kind: 'all'; readonly of: readonly Peer[] }
  | { readonly kind: 'any'; readonly of: readonly Peer[] }
  | { readonly kind: 'not'; readonly of: Peer };

/** One alternative of a rule, and where it stands. */
export type Peer = (
  | PodPeer
  | AddressPeer
  | NodePeer
  | NamePeer
  | EntityPeer
  | SetPeer
  | ServicePeer
  | ServicesPeer
  | ComposedPeer
) & { readonly span: Span };

/** One alternative of a rule's ports: numbers of a protocol, a name of the destination pod, or all but some of these. */
export type PortTerm = NumbersTerm | NamedTerm | ExceptTerm;

/**
 * Ports of a protocol by number, both included: all of them, from 0 to 65535, where it has none. Of ICMP they are what its
 * messages begin with, type and code.
 */
export interface NumbersTerm {
  readonly kind: 'numbers';
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

/** A port by a name that the destination pod gives it. */
export interface NamedTerm {
  readonly kind: 'named';
  /** Null where it may be of any. */
  readonly protocol: string | null;
  readonly name: string;
  readonly span: Span;
}

/** What is left of everything, or of a term, without others. */
export interface ExceptTerm {
  readonly kind: 'except';
  readonly of: 'all' | NumbersTerm | NamedTerm;
  readonly without: readonly (NumbersTerm | NamedTerm)[];
  readonly span: Span;
}

/** Requests of HTTP that a rule speaks of. */
export interface HttpMatch {
  /** Any where empty; `*` is any, too. */
  readonly methods: readonly string[];
  /** Any where empty. */
  readonly paths: readonly HttpPath[];
}

/** A path of a request, or all paths below one. */
export interface HttpPath {
  readonly kind: 'exact' | 'prefix';
  readonly path: string;
}

/** A request of HTTP as Cilium writes it: each that is there is a regular expression for the whole of its part. */
export interface HttpPattern {
  readonly method: string | null;
  readonly path: string | null;
  readonly host: string | null;
  /** Headers that it wants, all of them. */
  readonly headers: readonly HeaderPattern[];
}

/** A header that a request must have, with a value where one is given. */
export interface HeaderPattern {
  readonly name: string;
  readonly value: string | null;
  /** Whether its value is in a Secret, and so not known. */
  readonly secret: boolean;
}

/** One rule: it matches connections with any of its peers on any of its ports. */
export interface IrRule {
  readonly direction: Direction;
  /** Place in its list, from 0. */
  readonly index: number;
  /** The list that it stands in: `specs[1].egressDeny`; absent where that has the name of its direction. */
  readonly section?: string;
  readonly name: string | null;
  readonly verdict: Verdict;
  /** Everyone, inside the cluster and outside; or any of the listed. */
  readonly peers: 'everyone' | readonly Peer[];
  readonly ports: 'all' | readonly PortTerm[];
  /** Which of the pods that the policy selects it speaks of; absent where of all. */
  readonly own?: Peer;
  /** The requests that it speaks of; absent where of all traffic. */
  readonly http?: HttpMatch;
  /** The requests that it speaks of, any of them; absent where of all traffic. */
  readonly requests?: readonly HttpPattern[];
  /** The names that queries of DNS may ask for, as patterns of Cilium; absent where nothing looks at queries. */
  readonly queries?: readonly string[];
  /** The mode in which peers of Cilium's have to prove who they are; absent where the rule names none. */
  readonly authentication?: string;
  /** The first release of Cilium that has nothing of the rule any more, such as `1.18`; absent where all have it. */
  readonly gone?: string;
  /**
   * Why it cannot be known what the rule matches. Its peers and ports are then the most that it can match; it decides
   * nothing and leaves a doubt there.
   */
  readonly unsure: string | null;
  /** The ports that a connection must come from; absent where any will do, and where that is not why it is unsure. */
  readonly from?: Intervals;
  readonly span: Span;
}

/** One policy of any dialect. */
export interface IrPolicy {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** The namespace it lives in; null for cluster-scoped kinds. */
  readonly namespace: NamespaceKey | null;
  /** The tier that the object names itself; null for kinds that have one place only, and where it is not known. */
  readonly tier: string | null;
  /** Its place in its tier, the lower first; null for kinds without, and where it is not known. */
  readonly priority: number | null;
  readonly subject: PodPeer;
  /**
   * Which endpoints of Calico's it selects, hosts among them, by the labels that they carry; absent where it is for
   * pods alone.
   */
  readonly endpoints?: Selector;
  /** Present on what a policy is to hosts, which its subject then selects by labels of their own. */
  readonly hosts?: ForHosts;
  /** The directions in which what no rule of the tier allows is denied for the pods it selects. */
  readonly isolates: Readonly<Record<Direction, boolean>>;
  readonly rules: readonly IrRule[];
  /**
   * Rules of a NetworkPolicy in directions that its types leave out, which Kubernetes passes over; absent where there
   * are none.
   */
  readonly unlisted?: readonly IrRule[];
  /**
   * Why it cannot be known whether the policy is in force (a template, two different objects of one name). Where what
   * it says is unknown too, its rules are unsure as well.
   */
  readonly unsure: string | null;
  readonly place: Place;
}

/**
 * The lists that Calico keeps of policies for hosts (Calico documentation, "Host endpoint policy"): of packets before they
 * are tracked, before their destination is translated, and of connections.
 */
export type HostList = 'doNotTrack' | 'preDNAT' | 'normal';

/** In which list of a host a policy stands, and whether it is for what the host forwards, too. */
export interface ForHosts {
  readonly list: HostList;
  readonly onForward: boolean;
}

/** Policies tried at once. */
export type Rank = readonly IrPolicy[];

/** One layer of policies. */
export interface Tier {
  readonly name: string;
  readonly ranks: readonly Rank[];
  /** What holds when rules of one rank contradict each other. */
  readonly tie: 'deny-wins' | 'unspecified';
  /** What becomes of connections that no rule matches, on a pod that some policy of the tier isolates. */
  readonly rest: 'deny' | 'next';
  /** What becomes of them on a pod that policies of the tier select, but isolate in the other direction only. */
  readonly aside: 'allow' | 'next';
  /** What a manifest says of its place, and which; absent for tiers that every cluster has, or none declares. */
  readonly declared?: { readonly order: number | null; readonly place: Place };
  /** Present where every pod is isolated in both directions, whichever policies there are. */
  readonly isolatesAll?: true;
  /** Present where nodes are isolated likewise. */
  readonly isolatesNodes?: true;
  /** The addresses of the nodes that are known, any of which may be that of a pod; absent where none is. */
  readonly nodes?: readonly string[];
}

/** One step of the reason for a verdict. */
export interface Because {
  readonly tier: string;
  readonly policy: IrPolicy | null;
  readonly rule: IrRule | null;
  readonly verdict: Verdict | 'isolated' | 'default';
}

/** Connections with one certain verdict, and who gave it. */
export interface Decision {
  readonly conns: Conns;
  readonly verdict: 'allow' | 'deny';
  readonly because: readonly Because[];
}

/** Connections whose verdict depends on something that cannot be known here. */
export interface Doubt {
  readonly conns: Conns;
  readonly because: readonly Because[];
  /** What is unknown, as a clause: "the labels of namespace shop are not in this workspace". */
  readonly why: readonly string[];
}

/** What one side of a connection says: decisions and doubts are disjoint and together cover every connection. */
export interface Answer {
  readonly decisions: readonly Decision[];
  readonly doubts: readonly Doubt[];
}

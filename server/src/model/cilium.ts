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

/** The name or pattern that an entry gives; none where it gives neither. */
export const givenName = ({ matchName, matchPattern }: CiliumName): string | undefined =>
  matchName ?? matchPattern;

/** One port, or a range; the number is a text. */
export interface CiliumPort {
  readonly port?: string;
  readonly endPort?: number;
  readonly protocol?: string;
}

/** Conditions on one HTTP request; method, path and host are regular expressions. */
export interface CiliumHttp {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  readonly headers?: readonly string[];
  readonly headerMatches?: readonly CiliumHeader[];
}

/** A header and its value, and what is done where it has another. */
export interface CiliumHeader {
  readonly name: string;
  readonly value?: string;
  readonly secret?: { readonly name: string; readonly namespace?: string };
  readonly mismatch?: string;
}

/** Conditions on one request of Kafka, which releases before 1.20 knew. */
export interface CiliumKafka {
  readonly role?: string;
  readonly apiKey?: string;
  readonly apiVersion?: string;
  readonly clientID?: string;
  readonly topic?: string;
}

/** The requests that are let through, of one protocol; all but `http` and `dns` went with 1.20. */
export interface CiliumL7Rules {
  readonly http?: readonly CiliumHttp[];
  readonly dns?: readonly CiliumName[];
  readonly kafka?: readonly CiliumKafka[];
  readonly l7proto?: string;
  readonly l7?: readonly Readonly<Record<string, string>>[];
}

/** What Cilium's proxy speaks TLS with: a Secret, and the names of items in it. */
export interface CiliumTls {
  readonly secret: { readonly name: string; readonly namespace?: string };
  readonly trustedCA?: string;
  readonly certificate?: string;
  readonly privateKey?: string;
}

/** Addresses that a provider of clouds tells. */
export interface CiliumGroup {
  readonly aws?: {
    readonly securityGroupsIds?: readonly string[];
    readonly securityGroupsNames?: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
  };
}

/** Ports, and what may be said there. */
export interface CiliumPortRule {
  readonly ports?: readonly CiliumPort[];
  readonly rules?: CiliumL7Rules;
  readonly terminatingTLS?: CiliumTls;
  readonly originatingTLS?: CiliumTls;
  readonly serverNames?: readonly string[];
  readonly listener?: {
    readonly name: string;
    readonly envoyConfig: { readonly name: string; readonly kind?: string };
    readonly priority?: number;
  };
}

/** A Service by its name, or Services by their labels. */
export interface CiliumService {
  readonly k8sService?: { readonly serviceName?: string; readonly namespace?: string };
  readonly k8sServiceSelector?: { readonly selector: LabelSelector; readonly namespace?: string };
}

/** One type of ICMP messages. */
export interface CiliumIcmpField {
  readonly family?: string;
  readonly type: string | number;
}

/** One item of a direction: its peers and its ports must both match. */
export interface CiliumItem {
  readonly fromEndpoints?: readonly LabelSelector[];
  readonly fromCIDR?: readonly string[];
  readonly fromCIDRSet?: readonly CiliumCidrRule[];
  readonly fromEntities?: readonly string[];
  readonly fromNodes?: readonly LabelSelector[];
  readonly fromGroups?: readonly CiliumGroup[];
  readonly fromRequires?: readonly LabelSelector[];
  readonly toEndpoints?: readonly LabelSelector[];
  readonly toCIDR?: readonly string[];
  readonly toCIDRSet?: readonly CiliumCidrRule[];
  readonly toEntities?: readonly string[];
  readonly toNodes?: readonly LabelSelector[];
  readonly toGroups?: readonly CiliumGroup[];
  readonly toServices?: readonly CiliumService[];
  readonly toRequires?: readonly LabelSelector[];
  readonly toFQDNs?: readonly CiliumName[];
  readonly toPorts?: readonly CiliumPortRule[];
  readonly authentication?: { readonly mode: string };
  readonly icmps?: readonly { readonly fields?: readonly CiliumIcmpField[] }[];
}

/** The sections of a rule. */
export type CiliumSection = 'ingress' | 'ingressDeny' | 'egress' | 'egressDeny';

/** One rule: the pods or nodes that it is for, and their traffic. */
export interface CiliumRule {
  readonly description?: string;
  readonly endpointSelector?: LabelSelector;
  readonly nodeSelector?: LabelSelector;
  readonly ingress?: readonly CiliumItem[];
  readonly ingressDeny?: readonly CiliumItem[];
  readonly egress?: readonly CiliumItem[];
  readonly egressDeny?: readonly CiliumItem[];
  readonly enableDefaultDeny?: { readonly ingress?: boolean; readonly egress?: boolean };
  readonly log?: { readonly value?: string };
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

/** One port of traffic that is redirected; the number is a text. */
export interface RedirectPort {
  readonly port: string;
  readonly protocol: string;
  readonly name?: string;
}

/** A CiliumLocalRedirectPolicy: it sends traffic elsewhere, and neither allows nor denies any. */
export interface CiliumLocalRedirectPolicy extends KubernetesObject {
  readonly spec?: {
    readonly redirectFrontend: {
      readonly addressMatcher?: { readonly ip: string; readonly toPorts: readonly RedirectPort[] };
      readonly serviceMatcher?: {
        readonly serviceName: string;
        readonly namespace: string;
        readonly toPorts?: readonly RedirectPort[];
      };
    };
    readonly redirectBackend: {
      readonly localEndpointSelector: LabelSelector;
      readonly toPorts: readonly RedirectPort[];
    };
  };
}

/** A CiliumEnvoyConfig or CiliumClusterwideEnvoyConfig, whose listeners policies name. */
export interface CiliumEnvoyConfig extends KubernetesObject {
  readonly spec?: { readonly resources: readonly object[] };
}

/** A CiliumEgressGatewayPolicy: it chooses the way out of the cluster, and neither allows nor denies any. */
export interface CiliumEgressGatewayPolicy extends KubernetesObject {
  readonly spec?: {
    readonly selectors: readonly object[];
    readonly destinationCIDRs: readonly string[];
    readonly excludedCIDRs?: readonly string[];
  };
}

import { derive, derive2 } from '../../base/derive.ts';
import type { Place } from '../../model/finding.ts';
import type { Labels, PodEndpoint } from '../../policy/endpoint.ts';
import {
  podsBehindRedirect,
  portsBehindRedirect,
  redirectsIn,
  type Redirect,
} from '../../workspace/redirects.ts';
import type { Service, World } from '../../workspace/world.ts';

/*
 * Where Cilium leads DNS queries of pods, as to NodeLocal DNSCache: policies see the pods that they are led to, never those
 * behind the Service that is asked (Cilium documentation, "Local Redirect Policy").
 */

/** A CiliumLocalRedirectPolicy for a Service that answers DNS. */
export interface DnsRedirect {
  readonly name: string;
  readonly service: string;
  /** The labels by which it selects its pods. */
  readonly labels: Labels;
  /** Its pods, as far as the workspace shows them. */
  readonly pods: readonly PodEndpoint[];
  /** The ports of them that answer. */
  readonly ports: readonly number[];
  readonly place: Place;
}

/** The redirects of DNS queries in a namespace. */
export function dnsRedirectsIn(namespace: string, world: World): readonly DnsRedirect[] {
  const { pods, services } = world.inventory(namespace);
  return redirectsAmong(redirectsIn(namespace, world))(pods, services);
}

const redirectsAmong = derive((redirects: readonly Redirect[]) =>
  derive2((pods: readonly PodEndpoint[], services: readonly Service[]): readonly DnsRedirect[] =>
    redirects.flatMap((redirect) => {
      const service = services.find(({ name }) => name === redirect.service) ?? null;
      const ports = portsBehindRedirect(redirect, 53, 'UDP', service);
      // Cilium redirects only Services of this type.
      if (ports.length === 0 || (service !== null && service.type !== 'ClusterIP')) return [];
      const { name, labels, place } = redirect;
      const own = podsBehindRedirect(redirect)(pods);
      return [{ name, service: redirect.service, labels, pods: own, ports, place }];
    }),
  ),
);

/**
 * Whether queries surely arrive at the pods of a redirect where Cilium enforces: the workspace shows them, and none is on
 * the network of its node, to which they would then be led. Of two redirects for one Service Cilium takes one.
 */
export const isSettled = (
  { service, pods }: DnsRedirect,
  redirects: readonly DnsRedirect[],
): boolean =>
  pods.length > 0 &&
  pods.every(({ hostNetwork }) => !hostNetwork) &&
  redirects.filter((other) => other.service === service).length === 1;

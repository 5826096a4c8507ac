import type { Finding } from '../../model/finding.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy } from '../../policy/ir.ts';
import { count } from '../../policy/print.ts';
import type { Dns } from './dns.ts';
import type { Resolver } from './resolvers.ts';
import type { DnsRedirect } from './dnsRedirects.ts';
import { namesText } from './pods.ts';

/**
 * That pods cannot resolve names, why, and what to do. Without pods it is said of those that the policy selects.
 * @param dns over which protocols they can ask
 * @param astray a resolver that they may ask on a port on which it does not listen
 */
export function missingDnsText(
  pods: readonly PodEndpoint[],
  governing: readonly IrPolicy[],
  dns: Dns,
  astray: Resolver | null,
  resolver: Resolver,
): string {
  const [who, plural] =
    pods.length === 0
      ? ['The pods selected here', true]
      : [namesText(pods), new Set(pods.map(({ owner }) => owner.name)).size > 1];
  const which =
    governing.length === 1
      ? 'the policy that controls'
      : `none of the ${count(governing.length, 'policy', 'policies')} that control`;
  const their = plural ? 'their' : 'its';
  if (astray !== null)
    return `${who} cannot resolve names: the DNS pods of \`${astray.namespace}\` listen on ${astray.ports.join(' and ')}, and policies see the port of the pod, not 53 of the Service. Allow UDP and TCP ${astray.ports.join(' and ')}.`;
  // Elsewhere an entry without a protocol is for every one.
  const isPlain = governing.every(({ subject }) => subject.vocabulary === undefined);
  const what = dns.TCP
    ? `DNS over UDP, which is asked first${isPlain ? ' (an entry without `protocol` is for TCP alone)' : ''}`
    : `DNS (${accessTo(resolver)})`;
  return governing.length === 1
    ? `${who} cannot resolve names: ${which} ${their} egress does not allow ${what}. Allow it here.`
    : `${who} cannot resolve names: ${which} ${their} egress allows ${what}. Allow it in one of them.`;
}

/** "UDP and TCP 53 to kube-dns", and where queries are led to others by what. */
export const accessTo = ({ name, ports, redirect }: Resolver): string =>
  `UDP and TCP ${ports.join(' and ')} to ${name}${redirect === null ? '' : `, to which ${redirectText(redirect)}`}`;

/** That pods ask DNS over UDP alone; without pods it is said of those that the policy selects. */
export const udpAloneText = (pods: readonly PodEndpoint[]): string =>
  `DNS of ${pods.length === 0 ? 'the pods selected here' : namesText(pods)} is allowed over UDP but not over TCP, so large answers will fail. Allow TCP 53 too.`;

/** What redirects queries: "CiliumLocalRedirectPolicy `nodelocaldns` redirects `kube-dns`". */
const redirectText = ({ name, service }: DnsRedirect): string =>
  `CiliumLocalRedirectPolicy \`${name}\` redirects \`${service}\``;

/**
 * Which queries do not arrive where they are sent, and where they do: "CiliumLocalRedirectPolicy `nodelocaldns`
 * redirects to `node-local-dns`".
 */
export const redirectedText = ({ name, redirect }: Resolver): string =>
  redirect === null
    ? 'go elsewhere'
    : `CiliumLocalRedirectPolicy \`${redirect.name}\` redirects to \`${name}\``;

/** Where it is written what redirects queries, beside a message that speaks of it. */
export const redirectPlace = ({ redirect }: Resolver): NonNullable<Finding['also']> =>
  redirect === null ? [] : [{ ...redirect.place, message: 'This redirects DNS' }];

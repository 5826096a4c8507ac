import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy } from '../../policy/ir.ts';
import { count } from '../../policy/print.ts';
import type { Dns } from './dns.ts';
import type { Resolver } from './resolvers.ts';
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

/** "UDP and TCP 53 to kube-dns". */
export const accessTo = ({ name, ports }: Resolver): string =>
  `UDP and TCP ${ports.join(' and ')} to ${name}`;

/** That pods ask DNS over UDP alone; without pods it is said of those that the policy selects. */
export const udpAloneText = (pods: readonly PodEndpoint[]): string =>
  `DNS of ${pods.length === 0 ? 'the pods selected here' : namesText(pods)} is allowed over UDP but not over TCP, so large answers will fail. Allow TCP 53 too.`;

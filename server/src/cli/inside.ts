import { intervals } from '../base/intervals.ts';
import { contains, parseAddress, parseBlock, type Block } from '../policy/cidr.ts';
import { equal, ofPorts, type Conns } from '../policy/conns.ts';
import { list, qualified } from '../policy/print.ts';
import { isBehind } from '../rules/support/pods.ts';
import { podsBehindRedirect, redirectsIn, type Redirect } from '../workspace/redirects.ts';
import type { Service, World } from '../workspace/world.ts';

/**
 * Why addresses that no known pod has are no end outside the cluster either, as a sentence: policies see the pod behind
 * a Service, never its own address (Kubernetes documentation, "Network Policies"), and of a pod that is not known here
 * nobody can tell which policies hold. Null for all other addresses.
 * @param towards the port that is asked for there, at which nodes translate external addresses of Services, too; null for
 *   an end that connections come from
 */
export function insideOf(
  text: string,
  block: Block,
  towards: Conns | null,
  world: World,
): string | null {
  const service = serviceAt(block, towards, world);
  if (service !== null) {
    const { pods: all } = world.inventory(service.namespace);
    const redirect = towards === null ? null : redirectOf(service, world);
    const pods =
      redirect === null
        ? all.filter((pod) => isBehind(service, pod))
        : podsBehindRedirect(redirect)(all);
    const names = pods.map(
      ({ owner }) => `\`${qualified(service.namespace, `${owner.kind}/${owner.name}`)}\``,
    );
    const which = service.clusterIPs.some((one) => isAt(one, block)) ? 'the' : 'an external';
    return `\`${text}\` is ${which} address of Service \`${qualified(service.namespace, service.name)}\`, and ${
      redirect === null
        ? 'policies see the pods behind it'
        : `CiliumLocalRedirectPolicy \`${redirect.name}\` redirects it, so that policies see the pods that this selects`
    }: name ${names.length === 0 ? 'those' : list([...new Set(names)], 'or')} instead.`;
  }
  const { settings } = world;
  const pool = poolAround(block, settings.assumptions.podCIDRs);
  if (pool !== null)
    return `\`${text}\` lies among the addresses of pods (\`${pool}\`, setting \`podCIDRs\`), but no pod that has it is known here, so what holds for it cannot be told.`;
  const services = poolAround(block, settings.serviceCIDRs);
  return services === null
    ? null
    : `\`${text}\` lies among the addresses of Services (\`${services}\`, setting \`serviceCIDRs\`), and policies see the pods behind them: name those instead.`;
}

/** What sends all that is sent to a Service to other pods than those behind it. */
const redirectOf = ({ namespace, name }: Service, world: World): Redirect | null =>
  world.settings.assumptions.enforcer === 'cilium'
    ? (redirectsIn(namespace, world).find(
        ({ service, frontend }) => service === name && frontend === null,
      ) ?? null)
    : null;

function serviceAt(block: Block, towards: Conns | null, world: World): Service | null {
  // Under Cilium it may be kube-proxy that translates external addresses, behind the policies of who connects.
  const isTranslated = ({ ports }: Service): boolean =>
    towards !== null &&
    world.settings.assumptions.enforcer !== 'cilium' &&
    ports.some(({ port, protocol }) =>
      equal(towards, ofPorts(protocol, intervals([[port, port]]))),
    );
  for (const { key } of world.namespaces())
    for (const service of world.inventory(key).services) {
      const { clusterIPs, externalIPs } = service;
      const addresses = isTranslated(service) ? [...clusterIPs, ...externalIPs] : clusterIPs;
      if (addresses.some((text) => isAt(text, block))) return service;
    }
  return null;
}

function isAt(text: string, block: Block): boolean {
  const address = parseAddress(text);
  return address !== null && contains(address, block);
}

const poolAround = (block: Block, cidrs: readonly string[]): string | null =>
  cidrs.find((text) => {
    const pool = parseBlock(text);
    return pool !== null && contains(pool, block);
  }) ?? null;

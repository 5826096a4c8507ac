import { contains, parseAddress, parseBlock, type Block } from '../policy/cidr.ts';
import { list, qualified } from '../policy/print.ts';
import { isBehind } from '../rules/support/pods.ts';
import type { Service, World } from '../workspace/world.ts';

/**
 * Why addresses that no known pod has are no end outside the cluster either, as a sentence: policies see the pod behind
 * a Service, never its own address (Kubernetes documentation, "Network Policies"), and of a pod that is not known here
 * nobody can tell which policies hold. Null for all other addresses.
 */
export function insideOf(text: string, block: Block, world: World): string | null {
  const service = serviceAt(block, world);
  if (service !== null) {
    const pods = world.inventory(service.namespace).pods.filter((pod) => isBehind(service, pod));
    const names = pods.map(
      ({ owner }) => `\`${qualified(service.namespace, `${owner.kind}/${owner.name}`)}\``,
    );
    return `\`${text}\` is the address of Service \`${qualified(service.namespace, service.name)}\`, and policies see the pods behind it: name ${names.length === 0 ? 'those' : list([...new Set(names)], 'or')} instead.`;
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

function serviceAt(block: Block, world: World): Service | null {
  for (const { key } of world.namespaces())
    for (const service of world.inventory(key).services)
      for (const text of service.clusterIPs) {
        const address = parseAddress(text);
        if (address !== null && contains(address, block)) return service;
      }
  return null;
}

const poolAround = (block: Block, cidrs: readonly string[]): string | null =>
  cidrs.find((text) => {
    const pool = parseBlock(text);
    return pool !== null && contains(pool, block);
  }) ?? null;

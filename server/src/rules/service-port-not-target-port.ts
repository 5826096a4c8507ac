import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy, NetworkPolicyPort } from '../model/networkPolicy.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { Inventory, ServicePort } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { isBehind, namesText, podsOfRule } from './support/pods.ts';

/** Ports of a Service where those of its pods count. */
export default inventoryRule(
  {
    code: 'service-port-not-target-port',
    title: "A Service's port instead of the pods' port",
    category: 'too-closed',
    severity: 'warning',
    docs: `Policies see a connection as it arrives at the pod, behind the Service: with \`port: 80\` and \`targetPort: 8080\` the
pod's port is 8080, and a rule for 80 lets nothing through (Kubernetes documentation, "Network Policies"). Write the port
that the container listens on.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  KUBERNETES_SHAPED,
  function* (member, inventory) {
    for (const { direction, index, rule } of listedRules(member.resource)) {
      const lowered = meaningOfRule(member, direction, index);
      if (lowered === undefined || rule.ports === undefined) continue;
      const selected =
        direction === 'ingress'
          ? inventory.podsOf(meaningOf(member).subject)
          : podsOfRule(lowered, inventory);
      if (selected === null || selected.open || selected.pods.length === 0) continue;
      for (const entry of rule.ports) {
        const finding = mistaken(member, inventory, entry, rule.ports, selected.pods);
        if (finding !== null) yield finding;
      }
    }
  },
);

function mistaken(
  { resource }: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  entry: NetworkPolicyPort,
  entries: readonly NetworkPolicyPort[],
  pods: readonly PodEndpoint[],
): Finding | null {
  const { port, endPort, protocol = 'TCP' } = entry;
  if (typeof port !== 'number' || endPort !== undefined) return null;
  const exposes = (pod: PodEndpoint, number: number): boolean =>
    pod.ports.some((one) => one.number === number && one.protocol === protocol);
  if (pods.some((pod) => exposes(pod, port))) return null;
  const services = [...new Set(pods.map((pod) => pod.namespace.key))]
    .flatMap((key) => inventory.inventory(key).services)
    .filter((service) => pods.every((pod) => isBehind(service, pod)));
  for (const service of services)
    for (const one of service.ports) {
      if (one.port !== port || one.protocol !== protocol) continue;
      const target = targetOf(one, pods);
      if (target === null || target === port || !pods.every((pod) => exposes(pod, target)))
        continue;
      // Both numbers side by side cover plugins that look before and behind the Service.
      if (entries.some((other) => other.port === target)) continue;
      return {
        span: resource.source.value(entry, 'port'),
        confidence: 'supported',
        message: `Service \`${service.name}\` maps port ${port} to ${target} on ${namesText(pods)}, and policies see the pod's port: this entry matches nothing. Write ${target}.`,
        fixes: [
          {
            title: `Change to ${target}`,
            safe: false,
            edits: () => setScalar(resource, entry, 'port', target),
          },
        ],
      };
    }
  return null;
}

/** The number that a Service port leads to on all of the pods; null where they differ or it is not known. */
function targetOf({ target, protocol }: ServicePort, pods: readonly PodEndpoint[]): number | null {
  if (typeof target === 'number') return target;
  const numbers = new Set(
    pods.map(
      (pod) =>
        pod.ports.find(({ name, protocol: own }) => name === target && own === protocol)?.number ??
        null,
    ),
  );
  return numbers.size === 1 ? [...numbers][0]! : null;
}

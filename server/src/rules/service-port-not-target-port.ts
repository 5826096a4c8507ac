import type { CalicoRule } from '../model/calico.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { Direction } from '../policy/ir.ts';
import { protocolOf } from '../policy/lower/calicoPorts.ts';
import type { Selected } from '../workspace/selected.ts';
import type { Inventory, ServicePort } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { destinationsOf, itemsWithPorts } from './support/ciliumDestinations.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, ruleAt } from './support/meaning.ts';
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
that the container listens on. So it is in Cilium's policies, too, with peers that are pods and with \`toServices\`.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, inventory) {
    const { resource } = member;
    for (const { entries, selected } of isOf(resource, CILIUM_POLICIES)
      ? inItems({ ...member, resource }, inventory)
      : inRules(member, inventory)) {
      if (selected === null || selected.open || selected.pods.length === 0) continue;
      for (const entry of entries) {
        const finding = mistaken(resource, inventory, entry, entries, selected.pods);
        if (finding !== null) yield finding;
      }
    }
  },
);

/** The ports of one rule, and the pods at which they are; null where these are not known. */
interface RulePorts {
  readonly entries: readonly AskedPort[];
  readonly selected: Selected | null;
}

function* inRules(member: MemberOf<Resource['body']>, inventory: Inventory): Generator<RulePorts> {
  const policy = meaningOf(member);
  for (const { direction, index, entries } of askedPorts(member.resource)) {
    const lowered = ruleAt(policy, direction, index);
    if (lowered === undefined || entries.length === 0) continue;
    const selected =
      direction === 'ingress' ? inventory.podsOf(policy.subject) : podsOfRule(lowered, inventory);
    yield { entries, selected };
  }
}

function* inItems(member: MemberOf<CiliumPolicy>, inventory: Inventory): Generator<RulePorts> {
  for (const item of itemsWithPorts(member)) {
    const entries = item.ports.flatMap(({ entry, read, protocol }): readonly AskedPort[] =>
      read.kind === 'number' && read.port !== 0 && (entry.endPort ?? 0) <= read.port
        ? [{ port: read.port, protocol, holder: entry, step: 'port' }]
        : [],
    );
    if (entries.length > 0) yield { entries, selected: destinationsOf(member, item, inventory) };
  }
}

/** A port that a rule asks for by its number, and where that stands. */
interface AskedPort {
  readonly port: number;
  /** Null where it is for every protocol. */
  readonly protocol: string | null;
  readonly holder: object;
  readonly step: string | number;
}

/** The ports of the rules of a policy. */
const askedPorts = (
  resource: Resource,
): readonly { direction: Direction; index: number; entries: readonly AskedPort[] }[] =>
  isOf(resource, CALICO_POLICIES)
    ? DIRECTIONS.flatMap((direction) =>
        (resource.body.spec[direction] ?? []).map((rule, index) => ({
          direction,
          index,
          entries: calicoPorts(rule),
        })),
      )
    : isOf(resource, KUBERNETES_SHAPED)
      ? listedRules(resource).map(({ direction, index, rule: { ports = [] } }) => ({
          direction,
          index,
          entries: ports.flatMap((entry): readonly AskedPort[] => {
            const { port, endPort, protocol = 'TCP' } = entry;
            return typeof port !== 'number' || endPort !== undefined
              ? []
              : [{ port, protocol, holder: entry, step: 'port' }];
          }),
        }))
      : [];

const DIRECTIONS = ['ingress', 'egress'] as const;

/** Ranges are left out, as whoever writes one has more than a Service in mind. */
function calicoPorts({ protocol, destination }: CalicoRule): readonly AskedPort[] {
  const list = destination?.ports ?? [];
  return list.flatMap((port, step) =>
    protocol !== undefined && /^\d+$/.test(String(port))
      ? [{ port: Number(port), protocol: protocolOf(protocol), holder: list, step }]
      : [],
  );
}

function mistaken(
  resource: Resource,
  inventory: Inventory,
  { port, protocol, holder, step }: AskedPort,
  entries: readonly AskedPort[],
  pods: readonly PodEndpoint[],
): Finding | null {
  const isMeant = (other: string): boolean => protocol === null || other === protocol;
  const exposes = (pod: PodEndpoint, number: number): boolean =>
    pod.ports.some((one) => one.number === number && isMeant(one.protocol));
  if (pods.some((pod) => exposes(pod, port))) return null;
  const isText = typeof (holder as Readonly<Record<string | number, unknown>>)[step] === 'string';
  const services = [...new Set(pods.map((pod) => pod.namespace.key))]
    .flatMap((key) => inventory.inventory(key).services)
    .filter((service) => pods.every((pod) => isBehind(service, pod)));
  for (const service of services)
    for (const one of service.ports) {
      if (one.port !== port || !isMeant(one.protocol)) continue;
      const target = targetOf(one, pods);
      if (target === null || target === port || !pods.every((pod) => exposes(pod, target)))
        continue;
      // Both numbers side by side cover plugins that look before and behind the Service.
      if (entries.some((other) => other.port === target)) continue;
      return {
        span: resource.source.value(holder, step),
        confidence: 'supported',
        message: `Service \`${service.name}\` maps port ${port} to ${target} on ${namesText(pods)}, and policies see the pod's port: this entry matches nothing. Write ${target}.`,
        fixes: [
          {
            title: `Change to ${target}`,
            safe: false,
            // Where it was written as a text, it stays one.
            edits: () => setScalar(resource, holder, step, isText ? String(target) : target),
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

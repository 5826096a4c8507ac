import { portNameFault } from '../admission/grammar.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { setKey, setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import { nearMiss } from '../model/nearMiss.ts';
import type { Resource } from '../model/resource.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { Direction } from '../policy/ir.ts';
import type { Selected } from '../workspace/selected.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { destinationsOf, itemsWithPorts } from './support/ciliumDestinations.ts';
import {
  calicoNamedPorts,
  ciliumNamedPorts,
  kubernetesNamedPorts,
  type NamedPort,
} from './support/namedPorts.ts';
import { meaningOf, ruleAt } from './support/meaning.ts';
import { namesText, podsOfRule } from './support/pods.ts';

/** Port names that no destination pod has. */
export default worldRule(
  {
    code: 'named-port-unknown',
    title: 'A port name that no destination pod has',
    category: 'too-closed',
    severity: 'warning',
    docs: `A named port is looked up among the container ports of the **destination** pod, by name and protocol: the selected
pods for ingress, the peers for egress. A pod without such a port is not matched at all (Kubernetes API reference,
NetworkPolicyPort; felix, named ports). Names of Service ports do not count. In Calico's policies ports that host endpoints
name count, too.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* byCilium({ ...member, resource }, world);
    else yield* byRules(member, world);
  },
);

function* byRules(member: MemberOf<Resource['body']>, world: World): Generator<Finding> {
  const { resource } = member;
  const named = isOf(resource, CALICO_POLICIES)
    ? calicoNamedPorts(resource)
    : kubernetesNamedPorts(resource);
  for (const [place, ports] of named) {
    const known = ports.filter(
      ({ name }) => portNameFault(name) === null && !isNamedByHost(name, resource, world),
    );
    if (known.length === 0) continue;
    const pods = destinations(member, world, place);
    if (pods !== null) for (const port of known) yield* unknownName(resource, port, pods);
  }
}

function* byCilium(member: MemberOf<CiliumPolicy>, world: World): Generator<Finding> {
  for (const item of itemsWithPorts(member)) {
    const named = ciliumNamedPorts(item.ports);
    const pods = named.length === 0 ? null : allKnown(destinationsOf(member, item, world));
    if (pods !== null) for (const port of named) yield* unknownName(member.resource, port, pods);
  }
}

/** Whether a host endpoint gives the name to one of its ports. */
const isNamedByHost = (name: string, { kind }: Resource, world: World): boolean =>
  kind.dialect === 'calico' &&
  world.hosts().some(({ ports }) => ports.some((port) => port.name === name));

/** The pods whose ports count, where all of them are known. */
function destinations(
  member: MemberOf<Resource['body']>,
  world: World,
  { direction, index }: { readonly direction: Direction; readonly index: number },
): readonly PodEndpoint[] | null {
  const policy = meaningOf(member);
  const rule = ruleAt(policy, direction, index);
  if (rule === undefined) return null;
  const selected = direction === 'ingress' ? world.podsOf(policy.subject) : podsOfRule(rule, world);
  return allKnown(selected);
}

const allKnown = (selected: Selected | null): readonly PodEndpoint[] | null =>
  selected === null || selected.open || selected.pods.length === 0 ? null : selected.pods;

function* unknownName(
  resource: Resource,
  { name, protocol, holder, step, owner }: NamedPort,
  pods: readonly PodEndpoint[],
): Generator<Finding> {
  const declared = pods.flatMap(({ ports }) => ports);
  const same = declared.filter((port) => port.name === name);
  const isOfProtocol = (port: (typeof declared)[number]): boolean =>
    protocol === null || port.protocol === protocol;
  if (same.some(isOfProtocol)) return;
  const owners = namesText(pods);
  const place = { span: resource.source.value(holder, step), confidence: 'supported' as const };
  if (same.length > 0) {
    const [{ protocol: other }] = same as [(typeof same)[number]];
    yield {
      ...place,
      message: `Port \`${name}\` of ${owners} is ${other}, but this ${owner === holder ? 'entry' : 'rule'} is for ${protocol!}, so it matches nothing. Set \`protocol: ${other}\`.`,
      fixes: same.every((port) => port.protocol === other)
        ? [
            {
              title: `Set \`protocol: ${other}\``,
              safe: false,
              edits: () => setKey(resource, owner, 'protocol', other),
            },
          ]
        : [],
    };
    return;
  }
  const names = [
    ...new Set(declared.flatMap((port) => (isOfProtocol(port) ? (port.name ?? []) : []))),
  ];
  const near = nearMiss(name, names);
  const advice =
    near !== null
      ? `Did you mean \`${near}\`?`
      : names.length > 0
        ? `Named there: ${names
            .slice(0, 5)
            .map((one) => `\`${one}\``)
            .join(', ')}.`
        : 'Give the port as a number, or name it in the pod template.';
  yield {
    ...place,
    message: `No container of ${owners} has a ${protocol === null ? '' : `${protocol} `}port named \`${name}\`, so this entry matches nothing. ${advice}`,
    fixes:
      near === null
        ? []
        : [
            {
              title: `Change to \`${near}\``,
              safe: false,
              edits: () => setScalar(resource, holder, step, near),
            },
          ],
  };
}

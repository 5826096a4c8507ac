import { portNameFault } from '../admission/grammar.ts';
import { setKey, setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { NetworkPolicy, NetworkPolicyPort } from '../model/networkPolicy.ts';
import { nearMiss } from '../model/problems.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { Inventory } from '../workspace/world.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { listedRules, type ListedRule } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { namesText, podsOfRule } from './support/pods.ts';

/** Port names that no destination pod has. */
export default inventoryRule(
  {
    code: 'named-port-unknown',
    title: 'A port name that no destination pod has',
    category: 'too-closed',
    severity: 'warning',
    docs: `A named port is looked up among the container ports of the **destination** pod, by name and protocol: the selected
pods for ingress, the peers for egress. A pod without such a port is not matched at all (Kubernetes API reference,
NetworkPolicyPort). Names of Service ports do not count.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['kubernetes/NetworkPolicy'],
  function* (member, inventory) {
    for (const listed of listedRules(member.resource)) {
      const named = (listed.rule.ports ?? []).filter(
        ({ port }) => typeof port === 'string' && portNameFault(port) === null,
      );
      if (named.length === 0) continue;
      const pods = destinations(member, inventory, listed);
      if (pods === null) continue;
      for (const entry of named) yield* unknownName(member, entry, pods);
    }
  },
);

/** The pods whose ports count, where all of them are known. */
function destinations(
  member: MemberOf<NetworkPolicy>,
  inventory: Inventory,
  { direction, index }: ListedRule,
): readonly PodEndpoint[] | null {
  const rule = meaningOfRule(member, direction, index);
  if (rule === undefined) return null;
  const selected =
    direction === 'ingress'
      ? inventory.podsOf(meaningOf(member).subject)
      : podsOfRule(rule, inventory);
  return selected === null || selected.open || selected.pods.length === 0 ? null : selected.pods;
}

function* unknownName(
  { resource }: MemberOf<NetworkPolicy>,
  entry: NetworkPolicyPort,
  pods: readonly PodEndpoint[],
): Generator<Finding> {
  const name = entry.port as string;
  const protocol = entry.protocol ?? 'TCP';
  const declared = pods.flatMap(({ ports }) => ports);
  const same = declared.filter((port) => port.name === name);
  if (same.some((port) => port.protocol === protocol)) return;
  const owners = namesText(pods);
  if (same.length > 0) {
    yield {
      span: resource.source.value(entry, 'port'),
      confidence: 'supported',
      message: `Port \`${name}\` of ${owners} is ${same[0]!.protocol}, but this entry is for ${protocol}, so it matches nothing. Set \`protocol: ${same[0]!.protocol}\`.`,
      fixes: same.every((port) => port.protocol === same[0]!.protocol)
        ? [
            {
              title: `Set \`protocol: ${same[0]!.protocol}\``,
              safe: false,
              edits: () => setKey(resource, entry, 'protocol', same[0]!.protocol),
            },
          ]
        : [],
    };
    return;
  }
  const names = [
    ...new Set(declared.flatMap((port) => (port.protocol === protocol ? (port.name ?? []) : []))),
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
    span: resource.source.value(entry, 'port'),
    confidence: 'supported',
    message: `No container of ${owners} has a ${protocol} port named \`${name}\`, so this entry matches nothing. ${advice}`,
    fixes:
      near === null
        ? []
        : [
            {
              title: `Change to \`${near}\``,
              safe: false,
              edits: () => setScalar(resource, entry, 'port', near),
            },
          ],
  };
}

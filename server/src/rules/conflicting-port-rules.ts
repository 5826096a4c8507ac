import { L7_NAMES, l7KindsOf, portRulesIn, type PortRuleOfItem } from '../admission/ciliumWalk.ts';
import { portsOf } from '../admission/ciliumPorts.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/problems.ts';
import type { Resource } from '../model/resource.ts';
import { readCiliumPort } from '../policy/ciliumPort.ts';
import { documentRule } from './rule.ts';
import { MOST_COMPARED } from './support/lists.ts';

/** Entries for the same peers and ports that Cilium cannot reconcile. */
export default documentRule(
  {
    code: 'conflicting-port-rules',
    title: 'Two ways of treating the same ports of the same peers',
    category: 'inert',
    severity: 'error',
    docs: `What several entries say of the same peers and the same port Cilium puts together. It cannot where one judges
requests of HTTP and another of DNS, where they ask for different authentication or TLS, send the traffic to two listeners of
one priority, or judge requests beside \`serverNames\` of another without \`terminatingTLS\`. It then works out no policy for the
pods at all, and says so only where it shows the state of their endpoints. This rule compares what one policy says.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (policy) {
    const told = new Set<string>();
    for (const entries of groupsIn(policy))
      for (const [index, second] of entries.entries())
        for (const first of entries.slice(0, index)) {
          const found = conflictOf(policy, first, second);
          // Ports and peers that two entries share are many, and their conflict is one.
          const key = found === null ? '' : `${found.span.start} ${found.message}`;
          if (found === null || told.has(key)) continue;
          told.add(key);
          yield found;
        }
  },
);

/** The entries that allow something, by subject, direction, peer, and port with protocol. */
function groupsIn(policy: Resource<CiliumPolicy>): readonly (readonly PortRuleOfItem[])[] {
  const entries = portRulesIn(policy).filter(({ denies }) => !denies);
  if (entries.length < 2 || entries.length > MOST_COMPARED) return [];
  const groups = new Map<string, PortRuleOfItem[]>();
  for (const entry of entries) {
    const { rule, direction, item } = entry;
    const subject = JSON.stringify([direction, rule.endpointSelector, rule.nodeSelector]);
    const keys = peerKeys(item).flatMap((peer) =>
      portKeys(policy, entry).map((port) => `${subject} ${peer} ${port}`),
    );
    for (const key of new Set(keys)) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Each peer of an item as a text; one without peers is for all. */
function peerKeys(item: PortRuleOfItem['item']): readonly string[] {
  const lists = Object.entries(item).filter(
    ([name, list]) => /^(?:from|to)[A-Z]/.test(name) && name !== 'toPorts' && Array.isArray(list),
  ) as [string, readonly unknown[]][];
  return lists.length === 0
    ? ['everyone']
    : lists.flatMap(([name, list]) => list.map((peer) => `${name} ${JSON.stringify(peer)}`));
}

/** Each port of an entry for each of its protocols. */
const portKeys = (policy: Resource, entry: PortRuleOfItem): readonly string[] =>
  portsOf(policy, entry).flatMap(({ entry: { port = '', endPort = 0, protocol = 'ANY' } }) => {
    const read = readCiliumPort(port);
    if (read.kind === 'none') return [];
    const name = read.kind === 'name' ? read.name : `${read.port}-${Math.max(endPort, read.port)}`;
    return (protocol === 'ANY' ? ['TCP', 'UDP', 'SCTP'] : [protocol]).map(
      (one) => `${one} ${name}`,
    );
  });

/** What cannot be put together of two entries, at the key of the second. */
function conflictOf(
  policy: Resource,
  first: PortRuleOfItem,
  second: PortRuleOfItem,
): Finding | null {
  const { source } = policy;
  const [one, other] = [first.portRule, second.portRule];
  const where = `\`${fieldText(source.path(one))}\``;
  const at = (object: object, key: string, what: string): Finding => ({
    span: source.key(object, key),
    confidence: 'proven',
    message: `${what}, for the same peers and ports: Cilium cannot put the two together, and then works out no policy for the pods.`,
  });
  const [[kind], [otherKind]] = [l7KindsOf(policy, first), l7KindsOf(policy, second)];
  if (kind !== undefined && otherKind !== undefined && kind !== otherKind)
    return at(
      other,
      'rules',
      `This entry judges requests of ${L7_NAMES[otherKind]}, and ${where} of ${L7_NAMES[kind]}`,
    );
  const [mode, otherMode] = [first, second].map(({ item }) => item.authentication?.mode);
  if (mode !== undefined && otherMode !== undefined && mode !== otherMode)
    return at(
      second.item,
      'authentication',
      `Here authentication is \`${otherMode}\`, and \`${mode}\` where ${where} is`,
    );
  for (const key of ['terminatingTLS', 'originatingTLS'] as const)
    if (one[key] !== undefined && other[key] !== undefined && !isSame(one[key], other[key]))
      return at(other, key, `This \`${key}\` is another than that of ${where}`);
  const [listener, otherListener] = [one.listener, other.listener];
  if (
    listener !== undefined &&
    otherListener !== undefined &&
    listener.priority === otherListener.priority &&
    !isSame(listener, otherListener)
  )
    return at(other, 'listener', `This listener has the priority of that of ${where}`);
  const named = [one, other].some(({ serverNames = [] }) => serverNames.length > 0);
  const opened = [one, other].some(({ terminatingTLS }) => terminatingTLS !== undefined);
  // Both in one entry is refused as such.
  const split =
    (kind !== undefined && (other.serverNames?.length ?? 0) > 0) ||
    (otherKind !== undefined && (one.serverNames?.length ?? 0) > 0);
  return named && split && !opened
    ? at(
        other,
        otherKind === undefined ? 'serverNames' : 'rules',
        `This entry ${otherKind === undefined ? 'has `serverNames`' : 'judges requests'}, and ${where} ${otherKind === undefined ? 'judges requests' : 'has `serverNames`'} without \`terminatingTLS\``,
      )
    : null;
}

const isSame = (one: object, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

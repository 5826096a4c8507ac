import { L7_NAMES, l7KindsOf, portRulesIn, type PortRuleOfItem } from '../admission/ciliumWalk.ts';
import { portsOf } from '../admission/ciliumPorts.ts';
import { derive } from '../base/derive.ts';
import type { CiliumPolicy, CiliumRule } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { readCiliumPort } from '../policy/ciliumPort.ts';
import type { IrPolicy } from '../policy/ir.ts';
import { policyText } from '../policy/print.ts';
import type { Member } from '../workspace/member.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { areInOneCluster, rulesInForce } from './support/ciliumPolicies.ts';
import { MOST_COMPARED } from './support/lists.ts';
import { coversSubjectIn } from './support/policies.ts';

/** Entries for the same peers and ports that Cilium cannot reconcile. */
export default worldRule(
  {
    code: 'conflicting-port-rules',
    title: 'Two ways of treating the same ports of the same peers',
    category: 'inert',
    severity: 'error',
    docs: `What several entries say of the same peers and the same port Cilium puts together. It cannot where one judges
requests of HTTP and another of DNS, where they ask for different authentication or TLS, send the traffic to two listeners of
one priority, or judge requests beside \`serverNames\` of another without \`terminatingTLS\`. It then works out no policy for the
pods at all, and says so only where it shows the state of their endpoints. Compared are the entries of one policy, and of two
that surely select the same pods.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    const own = entriesOf(member, world);
    const all = own.length === 0 ? null : withOthers(own, othersBeside(member, world), world);
    if (all === null || all.length < 2) return;
    const told = new Set<string>();
    for (const group of groupsOf(all))
      for (const second of group.filter((entry) => entry.member === member))
        for (const first of group.filter((entry) => comesBefore(entry, second, own))) {
          const found = conflictOf(first, second);
          // Ports and peers that two entries share are many, and their conflict is one.
          const key = found === null ? '' : `${found.span.start} ${found.message}`;
          if (found === null || told.has(key) || !haveCommonPods(first, second, world)) continue;
          told.add(key);
          yield found;
        }
  },
);

/** An entry of `toPorts` that allows something, in the policy that its rule means. */
interface Entry {
  readonly member: MemberOf<CiliumPolicy>;
  readonly policy: IrPolicy;
  readonly part: PortRuleOfItem;
}

const entriesOf = (member: MemberOf<CiliumPolicy>, world: World): readonly Entry[] =>
  rulesInForce(member, world)
    .filter(({ policy }) => policy.unsure === null)
    .flatMap(({ rule, policy }) =>
      (allowsByRule(member.resource).get(rule) ?? []).map((part) => ({ member, policy, part })),
    );

const allowsByRule = derive((resource: Resource<CiliumPolicy>) => {
  const found = new Map<CiliumRule, PortRuleOfItem[]>();
  for (const part of portRulesIn(resource)) {
    if (part.denies) continue;
    const beside = found.get(part.rule);
    if (beside === undefined) found.set(part.rule, [part]);
    else beside.push(part);
  }
  return found;
});

/** The entries of a policy and of others beside it; null where they are too many to be compared each with all others. */
function withOthers(
  own: readonly Entry[],
  others: readonly MemberOf<CiliumPolicy>[],
  world: World,
): readonly Entry[] | null {
  const all = [...own];
  for (const other of others) {
    if (all.length > MOST_COMPARED) return null;
    all.push(...entriesOf(other, world));
  }
  return all.length > MOST_COMPARED ? null : all;
}

/** The other policies of Cilium's that may select the pods of a policy: those of its namespace, and of the cluster. */
const othersBeside = (
  member: MemberOf<CiliumPolicy>,
  world: World,
): readonly MemberOf<CiliumPolicy>[] =>
  [
    ...(member.namespace === null ? [] : withEntries(world.policyMembers(member.namespace))),
    ...withEntries(world.clusterMembers('cilium/CiliumClusterwideNetworkPolicy')),
  ].filter(({ resource }) => resource !== member.resource);

const withEntries = derive((members: readonly Member[]): readonly MemberOf<CiliumPolicy>[] =>
  members.flatMap((member) => {
    const { resource } = member;
    return resource.sound && isOf(resource, CILIUM_POLICIES) && allowsByRule(resource).size > 0
      ? [{ ...member, resource }]
      : [];
  }),
);

/** Of two entries of one policy the second is told; of those of two policies each. */
const comesBefore = (entry: Entry, other: Entry, own: readonly Entry[]): boolean =>
  entry.member !== other.member || own.indexOf(entry) < own.indexOf(other);

/** Whether it is sure that some pods have the policies of both, should there be any at all. */
function haveCommonPods({ policy: a }: Entry, { policy: b }: Entry, world: World): boolean {
  if (a === b) return true;
  return [
    [a, b],
    [b, a],
  ].some(
    ([wide, narrow]) =>
      coversSubjectIn(wide!, narrow!, world) && areInOneCluster(wide!, narrow!, world),
  );
}

/** The entries by direction, peer, and port with protocol. */
function groupsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { member, part } = entry;
    const keys = peerKeys(part.item, member.namespace).flatMap((peer) =>
      portKeys(member.resource, part).map((port) => `${part.direction} ${peer} ${port}`),
    );
    for (const key of new Set(keys)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/**
 * Each peer of an item as a text; one without peers is for all. Selectors of pods mean others in another namespace, and so
 * in a policy of the cluster.
 */
function peerKeys(item: PortRuleOfItem['item'], namespace: NamespaceKey | null): readonly string[] {
  const lists = Object.entries(item).filter(
    ([name, list]) => /^(?:from|to)[A-Z]/.test(name) && name !== 'toPorts' && Array.isArray(list),
  ) as [string, readonly unknown[]][];
  return lists.length === 0
    ? ['everyone']
    : lists.flatMap(([name, list]) => {
        const where = name.endsWith('Endpoints') ? (namespace ?? 'everywhere') : '';
        return list.map((peer) => `${name} ${where} ${JSON.stringify(peer)}`);
      });
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
function conflictOf(before: Entry, behind: Entry): Finding | null {
  const { source } = behind.member.resource;
  const [first, second] = [before.part, behind.part];
  const [one, other] = [first.portRule, second.portRule];
  const isSelf = before.member === behind.member;
  const path = `\`${fieldText(before.member.resource.source.path(one))}\``;
  const where = isSelf ? path : `${path} of ${policyText(before.policy)}`;
  const at = (object: object, key: string, what: string): Finding => ({
    span: source.key(object, key),
    confidence: isSelf ? 'proven' : 'supported',
    ...(!isSelf && {
      also: [
        {
          ...before.policy.place,
          span: before.member.resource.source.of(one),
          message: 'the other entry',
        },
      ],
    }),
    message: `${what}, for the same peers and ports: Cilium cannot put the two together, and then works out no policy for the pods.`,
  });
  const [[kind], [otherKind]] = [
    l7KindsOf(before.member.resource, first),
    l7KindsOf(behind.member.resource, second),
  ];
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

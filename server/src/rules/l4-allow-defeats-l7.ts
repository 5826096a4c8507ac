import type {
  CiliumHttp,
  CiliumName,
  CiliumPolicy,
  CiliumPortRule,
  CiliumRule,
} from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { isAnyName } from '../policy/fqdn.ts';
import type { PortTerm } from '../policy/ir.ts';
import { lowerPorts } from '../policy/lower/ciliumPorts.ts';
import { listFew } from '../policy/print.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { placeOfUse } from './support/aliases.ts';
import { rulesInForce } from './support/ciliumPolicies.ts';
import { allowingItems, itemText, type AllowingItem } from './support/ciliumRules.ts';
import { plainAllowsFor } from './support/ciliumWords.ts';
import { coversPort } from './support/covers.ts';
import { MOST_COMPARED } from './support/lists.ts';
import { shadowsOf, type Placed } from './support/shadows.ts';

/** Rules about requests and queries beside others that let all of them through. */
export default worldRule(
  {
    code: 'l4-allow-defeats-l7',
    title:
      'Rules about HTTP, DNS or Kafka that judge nothing, as the ports are allowed without any',
    category: 'too-open',
    severity: 'warning',
    docs: `Policies only add. Where one item allows peers certain requests on a port, and another allows the same peers the port
without \`rules\`, in this policy or in another one for the same pods, every request passes (Cilium documentation, "Layer 7
Policy"). So it is with queries in \`rules.dns\`, of which Cilium then still learns addresses, and with Kafka. Give the wider item
other peers, other ports, or rules of its own.

Beside rules about DNS and Kafka only an item that names the very same port counts: what an item for every port does to them
differs between releases.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    if (world.settings.assumptions.policyEnforcement === 'never') return;
    for (const each of rulesInForce(member, world)) {
      const { policy } = each;
      if (policy.unsure !== null || !judges(each.rule)) continue;
      const earlier = plainAllowsFor(policy, world);
      if (earlier.length === 0 || earlier.length * policy.rules.length > MOST_COMPARED ** 2)
        continue;
      for (const item of allowingItems(each)) {
        const [rule] = item.rules;
        if (rule !== undefined) yield* defeatedIn(member, item, { policy, rule }, earlier);
      }
    }
  },
);

/** The rules of one item, of which the entries may have other ports each. */
function* defeatedIn(
  { resource }: MemberOf<CiliumPolicy>,
  { item, list, index }: AllowingItem,
  { policy, rule }: Placed,
  earlier: readonly Placed[],
): Generator<Finding> {
  const { toPorts = [] } = item;
  for (const [at, entry] of toPorts.entries()) {
    const judged = judgedIn(entry);
    const [lowered] =
      lowerPorts({ toPorts: [{ ports: entry.ports ?? [] }] }, resource.source) ?? [];
    if (judged === null || lowered === undefined || lowered.unsure !== null) continue;
    if (lowered.ports === 'all') continue;
    for (const { ports, over } of waysOf(judged, lowered.ports)) {
      const by = shadowsOf({
        policy,
        rule: { ...rule, ports },
        written: entry,
        list: toPorts,
        earlier: judged === 'http' ? earlier : earlier.map((one) => atTheSame(ports, one)),
        families: [],
      });
      if (by === null) continue;
      const names = by.map((one) =>
        one.policy === policy && one.rule.span === rule.span
          ? 'another entry of this item'
          : itemText(one.rule, one.policy, policy),
      );
      const what = judged === 'dns' ? 'query' : 'request';
      const uses = [
        [list, index],
        [item, 'toPorts'],
        [toPorts, at],
        [entry, 'rules'],
      ] as const;
      yield {
        span: placeOfUse(resource, uses, resource.source.key(entry.rules!, judged)),
        confidence: 'supported',
        message: `These rules judge no ${what}${over}: ${listFew(names)} ${by.length > 1 ? 'allow' : 'allows'} the same peers the same ports without any, so every ${what} passes. Narrow ${by.length > 1 ? 'those' : 'that'}, or give it rules, too.`,
        also: by.map((one) => ({
          ...one.policy.place,
          span: one.rule.span,
          message: `every ${what} passes here`,
        })),
      };
      break;
    }
  }
}

/** What an entry judges: requests or queries, unless all of them pass, as they do to be seen; null where nothing or more. */
function judgedIn({ rules, serverNames = [], listener }: CiliumPortRule): Judged | null {
  if (rules === undefined || serverNames.length > 0 || listener !== undefined) return null;
  const { http = [], dns = [], kafka = [] } = rules;
  if (http.length > 0) return http.some(isAnyRequest) ? null : 'http';
  if (dns.length > 0) return dns.some(isAnyQuery) ? null : 'dns';
  return kafka.length === 0 || kafka.some(isEmpty) ? null : 'kafka';
}

type Judged = 'http' | 'dns' | 'kafka';

/** Whether any item of a rule judges what passes. */
const judges = ({ ingress = [], egress = [] }: CiliumRule): boolean =>
  [...ingress, ...egress].some(({ toPorts = [] }) =>
    toPorts.some((entry) => judgedIn(entry) !== null),
  );

/** Whether a pattern is for every request. What is only done to a header where it is another lets the request through. */
const isAnyRequest = ({ headers = [], headerMatches = [], ...parts }: CiliumHttp): boolean =>
  headers.length === 0 &&
  headerMatches.every(({ mismatch = '' }) => mismatch !== '') &&
  Object.values(parts).every((text) => text === '' || /^\/?\.[*+]$/.test(text));

const isAnyQuery = ({ matchPattern = '' }: CiliumName): boolean => isAnyName(matchPattern);

const isEmpty = (request: object): boolean =>
  Object.values(request).every((part) => part === '' || part === undefined);

/** The ports at which rules may be undone; queries go over UDP and, where an answer is large, over TCP. */
function waysOf(
  judged: Judged,
  ports: readonly PortTerm[],
): readonly { readonly ports: readonly PortTerm[]; readonly over: string }[] {
  if (judged !== 'dns') return [{ ports, over: '' }];
  const [udp, tcp] = [portsOf(ports, 'UDP'), portsOf(ports, 'TCP')];
  const both = [...udp, ...tcp];
  return [
    ...(both.length === 0 ? [] : [{ ports: both, over: '' }]),
    ...(udp.length === 0 || tcp.length === 0 ? [] : [{ ports: udp, over: ' over UDP' }]),
  ];
}

const portsOf = (ports: readonly PortTerm[], protocol: string): readonly PortTerm[] =>
  ports.filter((term) => term.kind !== 'except' && term.protocol === protocol);

/** A rule at nothing but some ports, each by itself, of which Cilium puts together all that its policies say. */
const atTheSame = (ports: readonly PortTerm[], { policy, rule }: Placed): Placed => ({
  policy,
  rule: {
    ...rule,
    ports:
      rule.ports === 'all'
        ? []
        : rule.ports.filter((wide) =>
            ports.some((one) => coversPort(wide, one) && coversPort(one, wide)),
          ),
  },
});

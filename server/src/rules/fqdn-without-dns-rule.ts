import { itemsIn } from '../admission/walk.ts';
import { givenName, type CiliumItem, type CiliumName, type CiliumPolicy } from '../model/cilium.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { code, listFew, policyText } from '../policy/print.ts';
import { isOfCilium } from '../policy/tiers.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import {
  allowDnsInCilium,
  ciliumDnsItem,
  hasEntryForDns,
  letAsk,
  lookAtQueries,
} from './support/ciliumDnsRules.ts';
import { isAskedFor, learningUnder, type Learning } from './support/ciliumNames.ts';
import { rulesInForce, type RuleInForce } from './support/ciliumPolicies.ts';
import { itemText } from './support/ciliumRules.ts';
import { dnsDenialOf, isForResolver } from './support/dnsDenials.ts';
import { accessTo, redirectedText, redirectPlace } from './support/dnsText.ts';
import { namesText } from './support/pods.ts';
import { usualResolver, type Resolver } from './support/resolvers.ts';
import type { Placed } from './support/shadows.ts';

/** Names whose addresses Cilium never learns. */
export default worldRule(
  {
    code: 'fqdn-without-dns-rule',
    title: 'Domain names of which Cilium learns no addresses',
    category: 'too-closed',
    severity: 'warning',
    docs: `\`toFQDNs\` opens the addresses that Cilium has seen in answers of DNS. It sees only queries that its proxy looks at:
some rule for the same pods must allow them, on port 53, with \`rules.dns\` (Cilium documentation, "DNS based"). A rule for port
53 without it lets pods resolve names and tells Cilium nothing, so that the connections behind are dropped. The proxy refuses
queries for names that \`rules.dns\` does not list; \`matchPattern: "*"\` lists all.

All of Cilium's policies for the pods count, those of the whole cluster included. netpol is silent where another rule opens
everything outside on the same ports, where a template may hold the rule, and where \`netpol.cilium.dnsRules\` says that it is
elsewhere. Where \`egressDeny\` covers DNS nothing lets it out, so that it is said what denies it. Of names that \`rules.dns\`
leaves out it is silent, too, where another rule lets the pods ask DNS for anything.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    for (const each of rulesInForce(member, world)) {
      const learning = each.policy.unsure === null ? learningUnder(each.policy, world) : null;
      if (learning === null) continue;
      const items = namedItems(member.resource, each, learning);
      if (items.length === 0) continue;
      if (learning.unseen === 'all' || learning.unseen.length > 0) {
        const denial = denialOf(each, learning, world);
        yield denial === null
          ? unseenNames(member.resource, each, learning, items, world)
          : deniedNames(member.resource, each, denial, items, world);
      }
      for (const { names } of items)
        for (const name of names)
          if (!isAskedFor(givenName(name) ?? '', learning))
            yield refusedName(member.resource, each, name, learning);
    }
  },
);

/** An item for names, and the names in it. */
interface NamedItem {
  readonly item: CiliumItem;
  readonly names: readonly CiliumName[];
}

/** The items of the rules for names that nothing wider opens. */
const namedItems = (
  policy: Resource<CiliumPolicy>,
  { rule: { egress = [] } }: RuleInForce,
  { rules }: Learning,
): readonly NamedItem[] =>
  [...new Set(rules.map(({ index }) => index))].flatMap((index) => {
    const item = egress[index];
    const names = itemsIn(policy, item?.toFQDNs).map(([, name]) => name);
    return item === undefined || names.length === 0 ? [] : [{ item, names }];
  });

function unseenNames(
  policy: Resource<CiliumPolicy>,
  own: RuleInForce,
  learning: Learning,
  items: readonly NamedItem[],
  world: World,
): Finding {
  const { blind } = learning;
  const isOwn = blind?.policy === own.policy;
  const item = isOwn ? own.rule.egress?.[blind.rule.index] : undefined;
  const resolver = usualResolver(world);
  return {
    span: policy.source.key(items[0]!.item, 'toFQDNs'),
    confidence: 'supported',
    message: `${namesOf(items)} will never open: Cilium learns addresses only from DNS answers that pass its proxy, and ${item === undefined ? unseenText(learning, own, resolver) : blindItemText(policy, item, learning)}`,
    also: [
      ...(blind === null || isOwn
        ? []
        : [{ ...blind.policy.place, message: 'This lets them ask DNS, without a look at it' }]),
      ...redirectPlace(resolver),
    ],
    fixes: [
      ...(item === undefined ? [] : lookAtQueries(policy, item)),
      ...(dnsDenialOf(own.policy, world) === null ? [insertion(policy, own, world)] : []),
    ],
  };
}

/** That an item of the policy itself lets pods ask DNS unseen, and how it can have Cilium look, as the end of a sentence. */
const blindItemText = (
  { source }: Resource<CiliumPolicy>,
  item: CiliumItem,
  learning: Learning,
): string =>
  `\`${fieldText(source.path(item))}\` lets ${unseenPods(learning)} ask DNS without \`rules.dns\`. ${hasEntryForDns(item) ? 'Add it there.' : 'Give DNS an entry of its own with it, as all ports of one would be taken for DNS.'}`;

/** Why nobody looks at the queries of pods and what to do, where no item of the policy itself lets them out unseen. */
function unseenText(learning: Learning, own: RuleInForce, resolver: Resolver): string {
  const { blind, astray } = learning;
  const who = unseenPods(learning);
  if (blind !== null)
    return isOfCilium(blind.policy)
      ? `${policyText(blind.policy)} lets ${who} ask DNS without \`rules.dns\`. Add it there, or a rule with it here.`
      : `${policyText(blind.policy)}, which lets ${who} ask DNS, cannot have it look at them. Add a rule with \`rules.dns\` here.`;
  if (astray !== null)
    return `${astray.policy === own.policy ? 'the rule here' : policyText(astray.policy)} has it look only at queries that ${redirectedText(resolver)}. Add a rule with \`rules.dns\` for \`${resolver.name}\`.`;
  return `no rule for ${who} has \`rules.dns\`. Add one that lets them ask DNS.`;
}

const unseenPods = ({ unseen }: Learning): string =>
  unseen === 'all' ? 'these pods' : namesText(unseen);

/** What denies the pods of a policy their queries, unless they may send them to somebody else, at whom nobody looks. */
function denialOf({ policy }: RuleInForce, { blind }: Learning, world: World): Placed | null {
  const denial = dnsDenialOf(policy, world);
  return blind === null || (denial !== null && isForResolver(blind.rule, world)) ? denial : null;
}

function deniedNames(
  policy: Resource<CiliumPolicy>,
  own: RuleInForce,
  denial: Placed,
  items: readonly NamedItem[],
  world: World,
): Finding {
  return {
    span: policy.source.key(items[0]!.item, 'toFQDNs'),
    confidence: 'supported',
    message: `${namesOf(items)} will never open: Cilium learns addresses only from DNS answers, and ${itemText(denial.rule, denial.policy, own.policy)} denies these pods DNS (${accessTo(usualResolver(world))}), which nothing can allow beside it. Narrow that deny, and let them ask DNS by a rule with \`rules.dns\`.`,
    also: [{ ...denial.policy.place, span: denial.rule.span, message: 'denied here' }],
  };
}

const namesOf = (items: readonly NamedItem[]): string =>
  fewNames(
    items.flatMap(({ names }) => names.map((name) => givenName(name) ?? '')),
    'other names',
  );

const fewNames = (names: readonly string[], others?: string): string =>
  listFew([...new Set(names)].map(code), others);

const insertion = (policy: Resource<CiliumPolicy>, { rule }: RuleInForce, world: World): Fix =>
  allowDnsInCilium(
    policy,
    rule,
    { UDP: false, TCP: false },
    ciliumDnsItem(usualResolver(world), true),
  );

function refusedName(
  policy: Resource<CiliumPolicy>,
  { rule }: RuleInForce,
  name: CiliumName,
  { asked }: Learning,
): Finding {
  const text = givenName(name) ?? '';
  const key = name.matchName === undefined ? 'matchPattern' : 'matchName';
  return {
    span: policy.source.value(name, key),
    confidence: 'supported',
    message: `\`${text}\` will never open: Cilium's proxy refuses DNS queries for it, as \`rules.dns\` lists only ${fewNames(asked.flat())}. Add it there, or \`matchPattern: "*"\`.`,
    fixes: letAsk(policy, rule, name),
  };
}

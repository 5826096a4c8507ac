import { ciliumRulesIn, SECTION_NAMES } from '../admission/ciliumWalk.ts';
import type { CiliumItem, CiliumSection } from '../model/cilium.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import { fieldText } from '../model/fieldText.ts';
import { isAnyName } from '../policy/fqdn.ts';
import type { IrPolicy, IrRule, Peer } from '../policy/ir.ts';
import { lowerCiliumPolicy } from '../policy/lower/cilium.ts';
import { conditionsOf } from '../policy/lower/ciliumSelectors.ts';
import { documentRule } from './rule.ts';
import { isNobody } from './support/ciliumPeers.ts';
import { isOfPods } from './support/ciliumSelections.ts';
import { coveredEntries } from './support/covered.ts';
import { coversPeer, coversPorts } from './support/covers.ts';

/** Items of Cilium's policies beside another one for all that they are for. */
export default documentRule(
  {
    code: 'redundant-item',
    title: 'An item of Cilium that another item already covers',
    category: 'clarity',
    severity: 'hint',
    docs: `The items of \`ingress\`, \`ingressDeny\`, \`egress\` and \`egressDeny\` are alternatives, so one whose peers and
ports are all among those of another item of the same list changes nothing. Of an allow for everyone, which makes others
void, \`allow-all-defeats-policy\` speaks, and of one whose exceptions another undoes \`undone-exception\`. Items that ask
for more than peers and ports (\`rules\`, \`serverNames\`, \`listener\`, TLS, \`authentication\`) are held only against
those that are written alike.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  CILIUM_POLICIES,
  function* (policy) {
    // What a mistyped field leaves out makes an item wider than it is meant to be.
    if (policy.problems.length > 0) return;
    const lowered = lowerCiliumPolicy(policy, {
      namespace: policy.kind.namespaced ? ANY_NAMESPACE : null,
      uri: '',
    });
    const rules = ciliumRulesIn(policy).filter((rule) => Object.keys(rule).length > 0);
    if (rules.length !== lowered.length) return;
    for (const [at, rule] of rules.entries())
      for (const section of SECTION_NAMES) {
        const list = rule[section] ?? [];
        if (list.length < 2) continue;
        const entries = list.map((item, index) => entryOf(item, index, section, lowered[at]!));
        const verb = section.endsWith('Deny') ? 'denies' : 'allows';
        yield* coveredEntries(policy, {
          list,
          entries,
          covers: coversEntry,
          messageOf: (by, equal) =>
            `This item changes nothing: \`${fieldText(policy.source.path(list[by]!))}\` ${equal ? 'says the same' : `${verb} all of it`}.`,
          spanOf: (index) => policy.source.value(list, index),
        });
      }
  },
);

/** What is compared stays in one policy, so its namespace may be any. */
const ANY_NAMESPACE = '';

/** An item: how it is written, and what it means; nothing where that hangs on more than peers and ports. */
interface Entry {
  readonly text: string;
  readonly meaning: readonly IrRule[];
}

const entryOf = (
  item: CiliumItem,
  index: number,
  section: CiliumSection,
  { rules }: IrPolicy,
): Entry => ({
  text: JSON.stringify(item),
  meaning: isPlain(item)
    ? rules.filter(
        (one) =>
          one.index === index && (one.section ?? one.direction).split('.').at(-1) === section,
      )
    : [],
});

/** Whether peers and ports are all that an item says, and which pods it is for is in manifests. */
const isPlain = ({
  authentication,
  fromEndpoints = [],
  toEndpoints = [],
  toServices,
  toPorts = [],
}: CiliumItem): boolean =>
  authentication === undefined &&
  // A Service without anything behind it may stand for everyone.
  toServices === undefined &&
  [...fromEndpoints, ...toEndpoints].every(isKnown) &&
  toPorts.every(
    ({ rules, serverNames, listener, terminatingTLS, originatingTLS }) =>
      (rules ?? serverNames ?? listener ?? terminatingTLS ?? originatingTLS) === undefined,
  );

/** Whether a selector asks for what pods of the cluster have, or for an entity alone. */
const isKnown = (selector: LabelSelector): boolean => {
  const conditions = conditionsOf(selector);
  return (
    conditions.every(isOfPods) || (conditions.length === 1 && conditions[0]!.source === 'reserved')
  );
};

const coversEntry = (wide: Entry, narrow: Entry): boolean =>
  wide.text === narrow.text
    ? wide.text !== '{}'
    : narrow.meaning.length > 0 &&
      narrow.meaning.every((rule) => wide.meaning.some((one) => coversRule(one, rule)));

/** Whether a rule matches all that another does. What an allow for everyone makes void is said of that. */
const coversRule = (wide: IrRule, narrow: IrRule): boolean =>
  wide.unsure === null &&
  narrow.unsure === null &&
  coversPorts(wide.ports, narrow.ports) &&
  (wide.peers === 'everyone'
    ? wide.verdict === 'deny' || narrow.peers === 'everyone'
    : narrow.peers !== 'everyone' && coversPeers(wide.peers, narrow.peers));

/** Of peers that are nobody, and of exceptions that are undone, there is another mistake. */
const coversPeers = (wide: readonly Peer[], narrow: readonly Peer[]): boolean =>
  !narrow.every(isNobody) &&
  narrow.every((peer) =>
    wide.some(
      (one) => isComparable(one, peer) && coversPeer(one, peer) && !undoesExceptions(one, peer),
    ),
  );

/** Whether a peer is also for addresses that another excepts from its block, or from its group of them. */
function undoesExceptions(wide: Peer, narrow: Peer): boolean {
  if (narrow.kind === 'addresses')
    return narrow.blocks.some(({ except }) =>
      except.some((cidr) => coversPeer(wide, { ...narrow, blocks: [{ cidr, except: [] }] })),
    );
  return (
    narrow.kind === 'all' &&
    narrow.of.some((part) => part.kind === 'not') &&
    narrow.of.every((part) => part.kind === 'not' || coversPeer(wide, part))
  );
}

/**
 * Whether two peers are alike enough to be compared. By a setting of Cilium's nodes are among addresses, and a name beside
 * a pattern that matches it tells a reader which of them is used.
 */
const isComparable = (wide: Peer, narrow: Peer): boolean =>
  wide.kind === 'entities'
    ? narrow.kind === 'entities' || narrow.kind === 'pods'
    : wide.kind !== 'names' || wide.names.every((name) => !name.includes('*') || isAnyName(name));

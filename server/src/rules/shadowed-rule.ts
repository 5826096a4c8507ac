import { removeItem } from '../model/edit.ts';
import type { AdminPolicy } from '../model/adminPolicy.ts';
import type { Finding } from '../model/finding.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import type { IrPolicy, IrRule, Peer, PortTerm } from '../policy/ir.ts';
import { list, policyText } from '../policy/print.ts';
import { worldRule, type MemberOf } from './rule.ts';
import {
  actionText,
  adminRuleText,
  standingOf,
  writtenRules,
  type Standing,
  type WrittenRule,
} from './support/administrative.ts';
import { coversPeer, coversPods, coversPort } from './support/covers.ts';
import { MOST_COMPARED } from './support/lists.ts';
import { podsCanMeet, rulesMayMeet } from './support/meets.ts';

/** Rules that decide nothing, because earlier ones have decided all that they speak of. */
export default worldRule(
  {
    code: 'shadowed-rule',
    title: 'A rule that decides nothing, because of earlier rules',
    category: 'inert',
    severity: 'warning',
    docs: `In a policy the first rule that matches a connection has the word, and among policies of a tier the one with the lower
priority number (Network Policy API reference). A rule is never asked about what rules before it match: if that is all it
speaks of, it decides nothing. Where it would have decided otherwise, that is hardly what was meant: put it before them.
Where it would have said the same, it can go.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  ADMIN_KINDS,
  function* (member, world) {
    const standing = standingOf(member, world);
    if (standing === null || standing.policy.unsure !== null) return;
    const rules = writtenRules(member, standing.policy);
    if (rules.reduce((sum, { peers }) => sum + peers.length, 0) > MOST_COMPARED) return;
    const [before, above] = [standing.before, standing.above].map((policies) =>
      outsiders(standing.policy, policies),
    ) as [Placed[], Placed[]];
    const passes = passesOf(standing);
    for (const [at, rule] of rules.entries()) {
      const inside = rules.slice(0, at).map((one) => ({ policy: standing.policy, ...one }));
      // What a tier above passes on is still to be decided below.
      const isPassed = passes.some((pass) => pass.unsure !== null || rulesMayMeet(pass, rule.rule));
      const by = shadowsOf(rule.rule, [...inside, ...(isPassed ? [] : above), ...before]);
      if (by !== null) yield findingOf(member, standing.policy, rule, by);
    }
  },
);

/** A rule and the policy that it stands in. */
interface Placed {
  readonly policy: IrPolicy;
  readonly rule: IrRule;
}

/** The rules of other policies that hold for every pod of this one. */
const outsiders = (policy: IrPolicy, others: readonly IrPolicy[]): Placed[] =>
  others
    .filter((other) => other.unsure === null && coversPods(other.subject, policy.subject))
    .flatMap((other) => other.rules.map((rule) => ({ policy: other, rule })));

/** The rules by which tiers above may pass on connections of the policy's pods. */
const passesOf = ({ policy, above }: Standing): IrRule[] =>
  above
    .filter(({ subject, unsure }) => unsure !== null || podsCanMeet(subject, policy.subject))
    .flatMap(({ rules }) => rules.filter(({ verdict }) => verdict === 'pass'));

/** The earlier rules that together match all that a rule does, each of its peers and ports as a whole; null where they do not. */
function shadowsOf(rule: IrRule, earlier: readonly Placed[]): readonly Placed[] | null {
  if (rule.peers === 'everyone') return null;
  const candidates = earlier.filter(
    (one) => one.rule.direction === rule.direction && one.rule.unsure === null,
  );
  if (candidates.length === 0) return null;
  const by = new Set<Placed>();
  for (const peer of rule.peers)
    for (const port of rule.ports === 'all' ? [null] : rule.ports) {
      const found = candidates.find((one) => isCovered(one.rule, peer, port));
      if (found === undefined) return null;
      by.add(found);
    }
  return [...by];
}

const isCovered = (wide: IrRule, peer: Peer, port: PortTerm | null): boolean =>
  (wide.ports === 'all' ||
    (port !== null && wide.ports.some((outer) => coversPort(outer, port)))) &&
  (wide.peers === 'everyone' || wide.peers.some((outer) => coversPeer(outer, peer)));

function findingOf(
  { resource }: MemberOf<AdminPolicy>,
  own: IrPolicy,
  { rule, written, list: rules }: WrittenRule,
  by: readonly Placed[],
): Finding {
  const same = by.every((one) => one.rule.verdict === rule.verdict);
  const names = by.map((one) =>
    one.policy === own
      ? adminRuleText(one.rule)
      : `${adminRuleText(one.rule)} of ${policyText(one.policy)}`,
  );
  const verdicts = [...new Set(by.map((one) => actionText(one.rule, one.policy)))];
  const first = `${list(names.slice(0, 3))}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  const come = by.length === 1 ? 'comes' : 'come';
  return {
    span: resource.source.value(written, 'action'),
    severity: same ? 'hint' : 'warning',
    confidence: 'proven',
    message: same
      ? `This rule decides nothing: ${first} ${come} first and ${by.length === 1 ? 'says' : 'say'} the same of all that it matches. Remove it.`
      : `This rule decides nothing: ${first} (\`${verdicts.join('`, `')}\`) ${come} first and ${by.length === 1 ? 'matches' : 'match'} all that it does. Put it before, or remove it.`,
    also: by
      .filter((one) => one.policy !== own)
      .map((one) => ({
        ...one.policy.place,
        span: one.rule.span,
        message: `${adminRuleText(one.rule)} has the word first`,
      })),
    fixes: same
      ? [
          {
            title: 'Remove it (same meaning)',
            safe: removeItem(resource, rules, rule.index).length > 0,
            edits: () => removeItem(resource, rules, rule.index),
          },
        ]
      : [],
  };
}

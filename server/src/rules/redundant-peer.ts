import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { KUBERNETES_SHAPED } from '../model/kinds.ts';
import { lowerNetworkPolicy } from '../policy/lower/k8s.ts';
import { documentRule } from './rule.ts';
import { coversPeer, coversPort } from './support/covers.ts';
import { ruleAt } from './support/meaning.ts';
import { coveredEntries } from './support/covered.ts';
import { listedRules, splitPorts } from './support/lists.ts';

/** Peers and ports that another entry of the same list already lets through. */
export default documentRule(
  {
    code: 'redundant-peer',
    title: 'A peer or port that another entry already covers',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`from\`, \`to\` and \`ports\` are alternatives, so one whose ends or ports all belong to another entry
changes nothing. Without it the rule is shorter and means the same.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  KUBERNETES_SHAPED,
  function* (policy) {
    // What is compared stays in one policy, so its namespace may be any.
    const lowered = lowerNetworkPolicy(policy, { namespace: '', uri: '' });
    for (const { direction, index, rule, side } of listedRules(policy)) {
      const meaning = ruleAt(lowered, direction, index);
      if (meaning === undefined || meaning.unsure !== null) continue;
      if (meaning.peers !== 'everyone')
        yield* alternatives(policy, rule[side]!, meaning.peers, coversPeer);
      // Of a port that was written as two entries the wide one is the mistake, and not the other.
      if (meaning.ports !== 'all' && splitPorts(rule.ports!).length === 0)
        yield* alternatives(policy, rule.ports!, meaning.ports, coversPort);
    }
  },
);

const alternatives = <Entry>(
  policy: Resource,
  list: readonly object[],
  entries: readonly Entry[],
  covers: (wide: Entry, narrow: Entry) => boolean,
): Generator<Finding> =>
  coveredEntries(policy, {
    list,
    entries,
    covers,
    spanOf: (index) => policy.source.of(list[index]!),
  });

import { ciliumItemsIn, endpointsIn } from '../admission/ciliumWalk.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import { conditionsOf, lowerEndpoints } from '../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../policy/lower/meaningless.ts';
import { lowerNetworkPolicy } from '../policy/lower/k8s.ts';
import { documentRule } from './rule.ts';
import { isOfPods } from './support/ciliumSelections.ts';
import { coversPeer, coversPods, coversPort } from './support/covers.ts';
import { ruleAt } from './support/meaning.ts';
import { coveredEntries } from './support/covered.ts';
import { splitsIn } from './support/everyNamespace.ts';
import { listedRules, splitPorts } from './support/lists.ts';

/** Peers and ports that another entry of the same list already lets through. */
export default documentRule(
  {
    code: 'redundant-peer',
    title: 'A peer or port that another entry already covers',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`from\`, \`to\` and \`ports\` are alternatives, so one whose ends or ports all belong to another entry
changes nothing. Without it the rule is shorter and means the same. So it is with the selectors of Cilium's \`fromEndpoints\` and
\`toEndpoints\`.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  [...KUBERNETES_SHAPED, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* ofCilium(policy);
    else if (isOf(policy, KUBERNETES_SHAPED)) yield* ofKubernetes(policy);
  },
);

/** What is compared stays in one policy, so its namespace may be any. */
const ANY_NAMESPACE = '';

function* ofKubernetes(policy: Resource<NetworkPolicy>): Generator<Finding> {
  const lowered = lowerNetworkPolicy(policy, { namespace: ANY_NAMESPACE, uri: '' });
  for (const { direction, index, rule, side } of listedRules(policy)) {
    const meaning = ruleAt(lowered, direction, index);
    if (meaning === undefined || meaning.unsure !== null) continue;
    if (meaning.peers !== 'everyone')
      yield* alternatives(policy, rule[side]!, meaning.peers, coversPeer);
    // Of a port that was written as two entries the wide one is the mistake, and not the other.
    if (meaning.ports !== 'all' && splitPorts(rule.ports!).length === 0)
      yield* alternatives(policy, rule.ports!, meaning.ports, coversPort);
  }
}

function* ofCilium(policy: Resource<CiliumPolicy>): Generator<Finding> {
  // What a mistyped field leaves out makes a selector wider than it is meant to be.
  if (policy.problems.length > 0) return;
  const namespace = policy.kind.namespaced ? ANY_NAMESPACE : null;
  for (const part of ciliumItemsIn(policy)) {
    const list = endpointsIn(part);
    // There the wide entry is the mistake, and not the other.
    if (namespace !== null && splitsIn(list).length > 0) continue;
    const entries = list.flatMap((selector) => {
      const found = lowerEndpoints(selector, namespace);
      const isPods = !isMeaningless(found) && found.kind === 'pods';
      return isPods && conditionsOf(selector).every(isOfPods) ? [found] : [];
    });
    yield* coveredEntries(policy, {
      list,
      entries,
      covers: coversPods,
      spanOf: (index) => policy.source.value(list, index),
    });
  }
}

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

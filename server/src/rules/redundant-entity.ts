import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { fieldIn } from '../admission/walk.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { comprises } from '../policy/cilium/entities.ts';
import { documentRule } from './rule.ts';
import { coveredEntries } from './support/covered.ts';

/** Entities that another entry of the same list already comprises. */
export default documentRule(
  {
    code: 'redundant-entity',
    title: 'An entity that another entry already comprises',
    category: 'clarity',
    severity: 'hint',
    docs: `The entries of \`fromEntities\` and \`toEntities\` are alternatives. \`all\` is everything there is, \`world\` both families
of addresses outside, and \`cluster\` every pod, the nodes and what else belongs to the cluster, so beside one of them an entity
that it comprises changes nothing.`,
    since: '0.1.0',
    fixable: true,
    tag: 'unnecessary',
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { item } of ciliumItemsIn(policy))
      for (const field of ['fromEntities', 'toEntities'] as const) {
        const list = fieldIn(policy, item, field);
        if (list === undefined) continue;
        yield* coveredEntries(policy, {
          list,
          entries: list,
          covers: comprises,
          named: (index) => `, \`${list[index]!}\`,`,
          spanOf: (index) => policy.source.value(list, index),
        });
      }
  },
);

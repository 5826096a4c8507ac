import { calicoRulesIn } from '../admission/calicoWalk.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import { inventoryRule } from './rule.ts';

/** Requests of HTTP that may not be looked at. */
export default inventoryRule(
  {
    code: 'http-not-enforced',
    title: 'Requests of HTTP that the cluster may not look at',
    category: 'too-open',
    severity: 'hint',
    docs: `What a rule of Calico says of HTTP is enforced by its application layer policy, which is a part that is installed
besides. Without it the clause is passed over, and the rule allows every connection to its ports, whatever is asked
(felix, rule scanner; Calico documentation, "Application layer policies"). Told once for each policy, unless setting
\`netpol.calico.httpRules\` says that the cluster enforces it.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_POLICIES,
  function* ({ resource }, { settings }) {
    if (settings.assumptions.httpRules === 'enforced') return;
    const first = calicoRulesIn(resource).find(({ rule }) => rule.http !== undefined);
    if (first === undefined) return;
    yield {
      span: resource.source.key(first.rule, 'http'),
      confidence: 'possible',
      message:
        'Only the application layer policy of Calico looks at `http`: without it this rule allows every connection to its ports. Where the cluster has it, set `netpol.calico.httpRules` to `enforced`.',
    };
  },
);

import { ciliumSelectorsIn } from '../admission/ciliumWalk.ts';
import { schemaPartsIn } from '../admission/parts.ts';
import { renameKey } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { ADMIN_KINDS, CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { rewriteKey } from '../model/rewrite.ts';
import { documentRule } from './rule.ts';

/** An expression that is written as if its parts were labels. */
export default documentRule(
  {
    code: 'expression-among-labels',
    title: 'An expression written as labels',
    category: 'inert',
    severity: 'warning',
    docs: `\`matchLabels\` maps keys of labels to values. \`key\`, \`operator\` and \`values\` there are three labels of these names,
all of which a pod would have to carry, and the selector matches nothing; with plain values nobody refuses it. An expression
is an entry of the list \`matchExpressions\`, and its \`values\` are a list (Kubernetes documentation, "Labels and Selectors").`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...ADMIN_KINDS, ...CILIUM_POLICIES],
  function* (policy) {
    for (const selector of selectorsIn(policy)) {
      const { matchLabels = {} } = selector;
      const { key, operator, values } = matchLabels;
      if (key === undefined || operator === undefined || !OPERATORS.has(operator)) continue;
      yield {
        span: policy.source.key(selector, 'matchLabels'),
        confidence: 'proven',
        message: `${values === undefined ? '`key` and `operator`' : '`key`, `operator` and `values`'} are names of labels here, and nothing has such labels, so this matches nothing. Write the expression as an entry of \`matchExpressions\`.`,
        fixes: asExpression(policy, selector),
      };
    }
  },
);

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/** All label selectors of a policy. */
const selectorsIn = (policy: Resource): readonly LabelSelector[] =>
  isOf(policy, CILIUM_POLICIES)
    ? ciliumSelectorsIn(policy)
    : schemaPartsIn(policy)
        .filter(({ node }) => node.properties?.['matchExpressions'] !== undefined)
        .map(({ value }) => value as LabelSelector);

/** Writes the expression that was meant, where nothing else stands in the selector. */
function asExpression(policy: Resource, selector: LabelSelector): readonly Fix[] {
  const { matchLabels = {}, matchExpressions } = selector;
  const { key, operator, values, ...others } = matchLabels;
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (matchExpressions !== undefined || Object.keys(others).length > 0) return [];
  if (takesValues !== (values !== undefined)) return [];
  const expression = { key, operator, ...(values !== undefined && { values: [values] }) };
  const origins = Object.keys(matchLabels).map((step) => ({
    of: expression,
    step,
    from: {
      start: policy.source.key(matchLabels, step).start,
      end: policy.source.value(matchLabels, step).end,
    },
  }));
  return [
    {
      title: 'Write it as an entry of `matchExpressions`',
      safe: false,
      edits: () => {
        const rewritten = rewriteKey(policy, selector, 'matchLabels', [expression], origins);
        return rewritten.length === 0
          ? []
          : [...renameKey(policy, selector, 'matchLabels', 'matchExpressions'), ...rewritten];
      },
    },
  ];
}

import type { LabelSelectorRequirement, NetworkPolicy } from '../model/networkPolicy.ts';
import { removeKey, setScalar } from '../model/edit.ts';
import type { Resource } from '../model/resource.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { expressionsIn, selectorsIn, valuePlace } from './walk.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Operators of match expressions that do not exist, or whose values do not suit them. */
export default admissionRule<NetworkPolicy>(
  {
    code: 'invalid-operator',
    title: 'A match expression whose operator or values do not fit',
    category: 'refused',
    severity: 'error',
    docs: `A match expression compares with \`In\`, \`NotIn\`, \`Exists\` or \`DoesNotExist\`, spelt exactly so. \`In\` and
\`NotIn\` need at least one value, \`Exists\` and \`DoesNotExist\` take none. The API server refuses the whole object
otherwise. \`Gt\` and \`Lt\` belong to node affinity.`,
    since: '0.1.0',
    fixable: true,
  },
  ['NetworkPolicy'],
  function* (policy) {
    for (const selector of selectorsIn(policy))
      for (const expression of expressionsIn(policy, selector)) yield* faultOf(policy, expression);
  },
);

function* faultOf(policy: Resource, expression: LabelSelectorRequirement): Generator<Refusal> {
  const { key, operator, values = [] } = expression;
  if (!OPERATORS.includes(operator)) {
    const { advice, fixes } = suggestion(policy, expression, 'operator', operator, OPERATORS);
    yield {
      ...valuePlace(policy, expression, 'operator'),
      confidence: 'proven',
      message: `${operator === '' ? 'An empty text' : `\`${operator}\``} is no operator of label selectors, so the API server refuses this policy. ${advice}`,
      fixes,
    };
  } else if (operator.endsWith('In') && values.length === 0) {
    const given = policy.source.has(expression, 'values');
    const keyAlone = operator === 'In' ? 'Exists' : 'DoesNotExist';
    const { span, field } = valuePlace(policy, expression, 'values');
    yield {
      span: given ? span : policy.source.value(expression, 'operator'),
      field,
      confidence: 'proven',
      message: `\`${operator}\` compares label \`${key}\` with no value at all, and the API server refuses that. List the values, or use \`${keyAlone}\` to ask for the key alone.`,
      fixes: [
        {
          title: `Ask for the key alone with \`${keyAlone}\``,
          safe: false,
          edits: () => [
            ...setScalar(policy, expression, 'operator', keyAlone),
            ...(given ? removeKey(policy, expression, 'values') : []),
          ],
        },
      ],
    };
  } else if (!operator.endsWith('In') && values.length > 0) {
    const { field } = valuePlace(policy, expression, 'values');
    yield {
      span: policy.source.key(expression, 'values'),
      field,
      confidence: 'proven',
      message: `\`${operator}\` asks for the key \`${key}\` alone, and the API server refuses values beside it. Remove them, or use \`${
        operator === 'Exists' ? 'In' : 'NotIn'
      }\` to compare with them.`,
      fixes: [
        {
          title: `Remove the values`,
          safe: false,
          edits: () => removeKey(policy, expression, 'values'),
        },
        {
          title: `Compare with \`${operator === 'Exists' ? 'In' : 'NotIn'}\``,
          safe: false,
          edits: () =>
            setScalar(policy, expression, 'operator', operator === 'Exists' ? 'In' : 'NotIn'),
        },
      ],
    };
  }
}

import { removeKey, setScalar } from '../model/edit.ts';
import type { LabelSelector, LabelSelectorRequirement } from '../model/networkPolicy.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { labelKeyFault, labelValueFault } from './grammar.ts';
import type { Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { entriesIn, expressionsIn, fieldIn, valuePlace } from './walk.ts';

/*
 * What is wrong with the values of label selectors. Of a NetworkPolicy the API server says so; it looks into no selector
 * of a custom resource. `so` is what follows: the clause that goes on from "it is wrong, ".
 */

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Operators of a selector that do not exist, or whose values do not suit them. */
export function* operatorFaults(
  policy: Resource,
  selector: LabelSelector,
  so: string,
  unsuited: Unsuited = { so },
): Generator<Refusal> {
  for (const expression of expressionsIn(policy, selector))
    yield* operatorFault(policy, expression, so, unsuited);
}

/** What follows where an operator exists, but not with these values, and who says so. */
type Unsuited = { readonly so: string } & Pick<Refusal, 'by'>;

function* operatorFault(
  policy: Resource,
  expression: LabelSelectorRequirement,
  so: string,
  unsuited: Unsuited,
): Generator<Refusal> {
  const { so: soUnsuited, ...by } = unsuited;
  const { key, operator, values = [] } = expression;
  if (!OPERATORS.includes(operator)) {
    const { advice, fixes } = suggestion(policy, expression, 'operator', operator, OPERATORS);
    yield {
      ...valuePlace(policy, expression, 'operator'),
      confidence: 'proven',
      message: `${operator === '' ? 'An empty text' : `\`${operator}\``} is no operator of label selectors, ${so}. ${advice}`,
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
      ...by,
      message: `\`${operator}\` compares label \`${key}\` with no value at all, ${soUnsuited}. List the values, or use \`${keyAlone}\` to ask for the key alone.`,
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
    const compare = operator === 'Exists' ? 'In' : 'NotIn';
    yield {
      span: policy.source.key(expression, 'values'),
      field,
      confidence: 'proven',
      ...by,
      message: `\`${operator}\` asks for the key \`${key}\` alone and takes no values, ${soUnsuited}. Remove them, or use \`${compare}\` to compare with them.`,
      fixes: [
        {
          title: `Remove the values`,
          safe: false,
          edits: () => removeKey(policy, expression, 'values'),
        },
        {
          title: `Compare with \`${compare}\``,
          safe: false,
          edits: () => setScalar(policy, expression, 'operator', compare),
        },
      ],
    };
  }
}

/** Keys and values of a selector that no object can carry. */
export function* selectorLabelFaults(
  policy: Resource,
  selector: LabelSelector,
  so: string,
): Generator<Refusal> {
  const matchLabels = fieldIn(policy, selector, 'matchLabels');
  if (matchLabels !== undefined) yield* labelFaults(policy, matchLabels, so);
  for (const expression of expressionsIn(policy, selector)) {
    const keyFault = labelKeyFault(expression.key);
    if (keyFault !== null) {
      const { span, field } = valuePlace(policy, expression, 'key');
      yield labelFault(span, field, keyText(expression.key), so, keyFault);
    }
    for (const [index, value] of (expression.values ?? []).entries()) {
      const fault = labelValueFault(value);
      if (fault === null) continue;
      const { span, field } = valuePlace(policy, expression.values!, index);
      yield labelFault(span, field, valueText(value, expression.key), so, fault);
    }
  }
}

/**
 * Keys and values of labels that cannot exist, but for what is `exempt`. Kubernetes names the mapping, not the key, as the
 * guilty field; the range is the key or value all the same.
 */
export function* labelFaults(
  policy: Resource,
  labels: Readonly<Record<string, string>>,
  so: string,
  exempt: (text: string) => boolean = () => false,
): Generator<Refusal> {
  const { source } = policy;
  const field = fieldText(source.path(labels));
  for (const [key, value] of entriesIn(policy, labels)) {
    const keyFault = exempt(key) ? null : labelKeyFault(key);
    if (keyFault !== null)
      yield labelFault(source.key(labels, key), field, keyText(key), so, keyFault);
    const valueFault = exempt(value) ? null : labelValueFault(value);
    if (valueFault !== null)
      yield labelFault(source.value(labels, key), field, valueText(value, key), so, valueFault);
  }
}

/** A label key in a sentence. */
export const keyText = (key: string): string =>
  key === '' ? 'An empty label key' : `The label key \`${key}\``;

/** A label value in a sentence. */
export const valueText = (value: string, key: string): string =>
  `The value \`${value}\` of label \`${key}\``;

/** The refusal of a key or value that no label can have. */
export const labelFault = (
  span: Refusal['span'],
  field: string,
  what: string,
  so: string,
  fault: string,
): Refusal => ({
  span,
  field,
  confidence: 'proven',
  message: `${what} cannot exist, ${so}: it ${fault}.`,
});

import type { LabelSelector, LabelSelectorRequirement } from '../../../model/networkPolicy.ts';
import { both, not, type Expression } from './expression.ts';

/** A label selector of Kubernetes in Calico's language. */
export const expressionOf = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): Expression =>
  both(
    ...Object.entries(matchLabels).map(([label, value]) => oneOf(label, [value])),
    ...matchExpressions.map(requirement),
  );

const oneOf = (label: string, values: readonly string[]): Expression =>
  values.length === 1
    ? { kind: 'compare', label, operator: '==', value: values[0]! }
    : { kind: 'set', label, operator: 'in', values };

const noneOf = (label: string, values: readonly string[]): Expression =>
  values.length === 1
    ? { kind: 'compare', label, operator: '!=', value: values[0]! }
    : { kind: 'set', label, operator: 'not in', values };

/** `!=` and `not in` are true where the label is absent, as NotIn is. */
function requirement({ key, operator, values = [] }: LabelSelectorRequirement): Expression {
  switch (operator) {
    case 'In':
      return oneOf(key, values);
    case 'NotIn':
      return noneOf(key, values);
    case 'Exists':
      return { kind: 'has', label: key };
    default:
      return not({ kind: 'has', label: key });
  }
}

/** The label keys that an expression asks for. */
export const labelsIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'not':
      return labelsIn(expression.of);
    case 'and':
    case 'or':
      return expression.of.flatMap(labelsIn);
    default:
      return 'label' in expression ? [expression.label] : [];
  }
};

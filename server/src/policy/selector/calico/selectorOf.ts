import { EVERYTHING, type Selector } from '../selector.ts';
import type { Expression } from './expression.ts';

/**
 * An expression as a Selector. `!=` and `not in` also match where the label is absent, all other comparisons need it.
 * `all()` and `global()` match everything; what `global()` says of scopes is `replaced` before.
 */
export function selectorOf(expression: Expression): Selector {
  switch (expression.kind) {
    case 'all':
    case 'global':
      return EVERYTHING;
    case 'has':
      return { op: 'exists', key: expression.label };
    case 'compare':
      return comparison(expression);
    case 'set': {
      const { label: key, operator, values } = expression;
      const member: Selector = { op: 'in', key, values: [...new Set(values)] };
      return operator === 'in' ? member : { op: 'not', of: member };
    }
    case 'not':
      return { op: 'not', of: selectorOf(expression.of) };
    case 'and':
      return { op: 'all', of: expression.of.map(selectorOf) };
    case 'or':
      return { op: 'any', of: expression.of.map(selectorOf) };
  }
}

function comparison({
  label: key,
  operator,
  value,
}: Extract<Expression, { kind: 'compare' }>): Selector {
  switch (operator) {
    case '==':
      return { op: 'in', key, values: [value] };
    case '!=':
      return { op: 'not', of: { op: 'in', key, values: [value] } };
    case 'contains':
      return { op: 'text', key, where: 'anywhere', text: value };
    case 'starts with':
      return { op: 'text', key, where: 'start', text: value };
    case 'ends with':
      return { op: 'text', key, where: 'end', text: value };
  }
}

import { compare } from '../../../base/order.ts';
import type { Expression } from './expression.ts';

/**
 * The one spelling of an expression, by which Calico tells selectors apart: joined conditions in parentheses, sets
 * sorted and without doubles, double quotes unless the value holds one.
 */
export function canonical(expression: Expression): string {
  switch (expression.kind) {
    case 'all':
    case 'global':
      return `${expression.kind}()`;
    case 'has':
      return `has(${expression.label})`;
    case 'compare':
      return `${expression.label} ${expression.operator} ${quoted(expression.value)}`;
    case 'set': {
      const values = [...new Set(expression.values)].sort(compare).map(quoted).join(', ');
      return `${expression.label} ${expression.operator} {${values}}`;
    }
    case 'not':
      return `!${canonical(expression.of)}`;
    case 'and':
    case 'or':
      return `(${expression.of.map(canonical).join(expression.kind === 'and' ? ' && ' : ' || ')})`;
  }
}

const quoted = (value: string): string => (value.includes('"') ? `'${value}'` : `"${value}"`);

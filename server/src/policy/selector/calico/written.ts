import type { Expression } from './expression.ts';

/** An expression as people write it: single quotes, and parentheses only where they are needed or help to read. */
export function written(expression: Expression): string {
  switch (expression.kind) {
    case 'all':
    case 'global':
      return `${expression.kind}()`;
    case 'has':
      return `has(${expression.label})`;
    case 'compare':
      return `${expression.label} ${expression.operator} ${quoted(expression.value)}`;
    case 'set':
      return `${expression.label} ${expression.operator} {${expression.values.map(quoted).join(', ')}}`;
    case 'not':
      return `!${inParentheses(expression.of, expression.of.kind !== 'has')}`;
    case 'and':
      return expression.of.map((part) => inParentheses(part, part.kind === 'or')).join(' && ');
    case 'or':
      return expression.of.map((part) => inParentheses(part, part.kind === 'and')).join(' || ');
  }
}

const inParentheses = (expression: Expression, needed: boolean): string =>
  needed ? `(${written(expression)})` : written(expression);

const quoted = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`);

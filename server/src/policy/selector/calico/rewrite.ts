import type { Expression } from './expression.ts';

/** The expression with each of its conditions in another's place. */
function rewritten(expression: Expression, leaf: (leaf: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'not':
      return { kind: 'not', of: rewritten(expression.of, leaf) };
    case 'and':
    case 'or':
      return { kind: expression.kind, of: expression.of.map((part) => rewritten(part, leaf)) };
    default:
      return leaf(expression);
  }
}

/** The expression that asks for each label under another key. */
export const renamed = (expression: Expression, key: (label: string) => string): Expression =>
  rewritten(expression, (leaf) => ('label' in leaf ? { ...leaf, label: key(leaf.label) } : leaf));

/**
 * The expression whose labels carry a prefix, as those that pods inherit: `pcns.` of namespaces, `pcsa.` of service
 * accounts.
 */
export const prefixed = (expression: Expression, prefix: string): Expression =>
  renamed(expression, (label) => prefix + label);

/** The expression with other conditions in the place of `all()` and `global()`, which say more where scopes are joined. */
export const replaced = (
  expression: Expression,
  by: { readonly all?: Expression; readonly global?: Expression },
): Expression =>
  rewritten(expression, (leaf) =>
    leaf.kind === 'all' || leaf.kind === 'global' ? (by[leaf.kind] ?? leaf) : leaf,
  );

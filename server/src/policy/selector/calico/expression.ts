/**
 * An expression of Calico's selector language. It knows no places in a text, so that expressions can be put together
 * freely; where the words stand is told by the tokens of the text.
 */
export type Expression =
  | { readonly kind: 'all' }
  | { readonly kind: 'global' }
  | { readonly kind: 'has'; readonly label: string }
  | {
      readonly kind: 'compare';
      readonly label: string;
      readonly operator: Comparison;
      readonly value: string;
    }
  | {
      readonly kind: 'set';
      readonly label: string;
      readonly operator: Membership;
      readonly values: readonly string[];
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] };

/** Operators that take one value, in the spelling of the canonical form. */
export type Comparison = '==' | '!=' | 'contains' | 'starts with' | 'ends with';

/** Operators that take a set of values, in the spelling of the canonical form. */
export type Membership = 'in' | 'not in';

/** The expression that is true of everything; so is an empty selector. */
export const ALL: Expression = { kind: 'all' };

/** What is false where `of` is true; of a negation what it negates. */
export const not = (of: Expression): Expression =>
  of.kind === 'not' ? of.of : { kind: 'not', of };

/** True where all of the expressions are: of one expression itself, of none everything. */
export const both = (...of: readonly Expression[]): Expression =>
  of.length < 2 ? (of[0] ?? ALL) : { kind: 'and', of };

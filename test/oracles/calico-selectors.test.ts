import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Labels } from '../../server/src/policy/endpoint.ts';
import { canonical } from '../../server/src/policy/selector/calico/canonical.ts';
import type { Expression } from '../../server/src/policy/selector/calico/expression.ts';
import { parse } from '../../server/src/policy/selector/calico/parse.ts';
import { restrictionsOf } from '../../server/src/policy/selector/calico/restrictions.ts';
import { prefixed } from '../../server/src/policy/selector/calico/rewrite.ts';
import { selectorOf } from '../../server/src/policy/selector/calico/selectorOf.ts';
import type { TokenKind } from '../../server/src/policy/selector/calico/token.ts';
import { tokenize } from '../../server/src/policy/selector/calico/tokenize.ts';
import { matches } from '../../server/src/policy/selector/selector.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

/*
 * What Calico's own tests say of its selector language, and what a reading of its parser adds. Our tokenizer goes on
 * behind a fault, so that only of texts without faults the tokens are compared.
 */

interface Cases {
  readonly parse: readonly { readonly selector: string; readonly valid: boolean }[];
  readonly evaluate: readonly {
    readonly selector: string;
    readonly labels: Labels;
    readonly match: boolean;
  }[];
  readonly canonical: readonly { readonly selector: string; readonly canonical: string }[];
  readonly prefix: readonly {
    readonly selector: string;
    readonly prefix: string;
    readonly result: string;
  }[];
  readonly tokenize: readonly {
    readonly input: string;
    readonly tokenizes: boolean;
    readonly tokens?: readonly { readonly kind: string; readonly value?: string }[];
  }[];
  readonly labelRestrictions: readonly {
    readonly selector: string;
    readonly restrictions: Readonly<Record<string, Demand>> | null;
  }[];
}

interface Demand {
  readonly mustBePresent?: true;
  readonly mustBeAbsent?: true;
  readonly mustHaveOneOfValues?: readonly string[];
}

const KINDS: Readonly<Record<TokenKind, string>> = {
  label: 'Label',
  string: 'StringLiteral',
  has: 'Has',
  all: 'All',
  global: 'Global',
  '(': 'LParen',
  ')': 'RParen',
  '{': 'LBrace',
  '}': 'RBrace',
  ',': 'Comma',
  '!': 'Not',
  '&&': 'And',
  '||': 'Or',
  '==': 'Eq',
  '!=': 'Ne',
  contains: 'Contains',
  'starts with': 'StartsWith',
  'ends with': 'EndsWith',
  in: 'In',
  'not in': 'NotIn',
  '?': 'none',
};

function tokensOf(text: string): unknown {
  const { tokens, faults } = tokenize(text);
  if (faults.length > 0) return null;
  const words = tokens.map(({ kind, value }) =>
    value === '' && kind !== 'string' ? { kind: KINDS[kind] } : { kind: KINDS[kind], value },
  );
  return [...words, { kind: 'EOF' }];
}

function expressionOf(text: string): Expression {
  const { expression, faults } = parse(text);
  if (expression === null) throw new Error(faults[0]!.message);
  return expression;
}

function demandsOf(text: string): Readonly<Record<string, Demand>> | null {
  const demands = [...restrictionsOf(expressionOf(text))].map(
    ([label, { present, absent, values }]): [string, Demand] => [
      label,
      {
        ...(present && { mustBePresent: true }),
        ...(absent && { mustBeAbsent: true }),
        ...(values !== null && { mustHaveOneOfValues: values }),
      },
    ],
  );
  return demands.length === 0 ? null : Object.fromEntries(demands);
}

const folder = material('oracles', 'calico');

if (folder !== null) {
  const cases = JSON.parse(readFileSync(path.join(folder, 'selector-cases.json'), 'utf8')) as Cases;
  suite(
    'calico-selectors parse',
    cases.parse.map(({ selector, valid }) => ({
      name: selector,
      expected: valid,
      actual: () => parse(selector).expression !== null,
    })),
  );
  suite(
    'calico-selectors evaluate',
    cases.evaluate.map(({ selector, labels, match }) => ({
      name: `${selector} on ${JSON.stringify(labels)}`,
      expected: match ? 'yes' : 'no',
      actual: () => matches(selectorOf(expressionOf(selector)), labels),
    })),
  );
  suite(
    'calico-selectors canonical',
    cases.canonical.map((each) => ({
      name: each.selector,
      expected: each.canonical,
      actual: () => canonical(expressionOf(each.selector)),
    })),
  );
  suite(
    'calico-selectors prefix',
    cases.prefix.map(({ selector, prefix, result }) => ({
      name: `${prefix} before the labels of ${selector}`,
      expected: result,
      actual: () => canonical(prefixed(expressionOf(selector), prefix)),
    })),
  );
  suite(
    'calico-selectors tokenize',
    cases.tokenize.map(({ input, tokenizes, tokens }) => ({
      name: input,
      expected: tokenizes ? tokens : null,
      actual: () => tokensOf(input),
    })),
  );
  suite(
    'calico-selectors labelRestrictions',
    cases.labelRestrictions.map(({ selector, restrictions }) => ({
      name: selector,
      expected: restrictions,
      actual: () => demandsOf(selector),
    })),
  );
}

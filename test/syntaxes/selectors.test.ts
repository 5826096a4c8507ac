import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { parse } from '../../server/src/policy/selector/calico/parse.ts';
import { isFilledIn } from '../../server/src/yaml/template.ts';
import { grammars } from '../../server/scripts/bundles.ts';
import { contextIn } from '../support/answer.ts';
import { snapshotOf } from '../support/fixture.ts';
import { material, top } from '../support/material.ts';

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Rule[];
}

const { injectionSelector, repository } = JSON.parse(
  readFileSync(path.join(top, 'syntaxes/netpol-selector.tmLanguage.json'), 'utf8'),
) as {
  readonly injectionSelector: string;
  readonly repository: Readonly<Record<'field' | 'expression', Rule>>;
};

/** What the grammar colours in a line of YAML, as editors go through it: each word with what it is. */
function coloured(line: string): string[] {
  const words: string[] = [];
  let at = 0;
  const step = (pattern: string): RegExpExecArray | null => {
    const found = new RegExp(pattern, 'dg');
    found.lastIndex = at;
    return found.exec(line);
  };
  const put = (name: string | undefined, text: string | undefined): void => {
    const kind =
      /^(?:support\.(function)|variable\.other\.(property)|keyword\.(operator)|(string))/;
    const is = name?.endsWith('.netpol') === true ? kind.exec(name) : null;
    if (is !== null && text) words.push(`${is.slice(1).find(Boolean)} ${text}`);
  };
  function inside(rules: readonly Rule[], end: string | null): void {
    for (;;) {
      const ends = end === null ? null : step(end);
      const next = rules
        .flatMap((rule) =>
          rule.include === '#expression' ? repository.expression.patterns! : rule,
        )
        .flatMap((rule) => {
          const match = step(rule.match ?? rule.begin!);
          return match === null ? [] : [{ rule, match }];
        })
        .reduce<{ rule: Rule; match: RegExpExecArray } | null>(
          (first, one) => (first !== null && first.match.index <= one.match.index ? first : one),
          null,
        );
      if (ends !== null && (next === null || ends.index <= next.match.index)) {
        at = ends.index + ends[0].length;
        return;
      }
      if (next === null) return;
      const { rule, match } = next;
      at = match.index + match[0].length;
      put(rule.name, match[0]);
      for (const [group, { name }] of Object.entries(rule.captures ?? {}))
        put(name, match[Number(group)]);
      if (rule.begin !== undefined) inside(rule.patterns ?? [], rule.end!);
    }
  }
  inside([repository.field], null);
  return words;
}

/** What the server says of the same line, in a policy. */
function told(line: string): string[] {
  const text = `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nspec:\n  ${line}\n`;
  const snapshot = snapshotOf([{ name: 'a.yaml', text }]);
  const file = snapshot.files.get('file:///fixture/a.yaml')!;
  return semanticTokens
    .run(contextIn(snapshot, file), null)
    .map(({ chunk, span, type }) => `${type} ${chunk.text.slice(span.start, span.end)}`);
}

const selectors = [
  `selector: app == 'web' && !has(role) || x != "y"  # has(a)`,
  `namespaceSelector: team in {"a", 'b,}'} || all()`,
  `serviceAccountSelector: "x not in {'y'} && a == \\"b\\""`,
  `selector: 'has( f ) && a == ''b'' && c contains "d" && e=="f"'`,
  `selector: app starts with "we" && (b ends with 'x' || notin notin {'y'})`,
  `namespaceSelector: global()`,
  `selector: has(projectcalico.org/name)`,
  `selector: a/b.c-d_e=='f'&&!(g!="h")`,
];

for (const line of selectors)
  test(`the grammar colours as the server does: ${line}`, () => {
    assert.notDeepEqual(told(line), []);
    assert.deepEqual(coloured(line), told(line));
  });

const corpus = material('corpus');

test(
  'the grammar colours the selectors of real policies as the server does',
  { skip: corpus === null },
  () => {
    const file = readFileSync(path.join(corpus!, 'calico-selectors.json'), 'utf8');
    const all = (JSON.parse(file) as readonly { readonly selector: string }[])
      .map(({ selector }) => selector)
      .filter((text) => parse(text).expression !== null && text.trim() !== '' && !isFilledIn(text));
    assert.ok(all.length > 100);
    for (const text of all)
      for (const spelling of ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'] as const) {
        const line = stringify(
          { selector: text },
          { lineWidth: 0, defaultStringType: spelling, defaultKeyType: 'PLAIN' },
        );
        assert.deepEqual(coloured(line.trimEnd()), told(line), line);
      }
  },
);

test('the grammar colours selectors in brackets, and ends with them', () => {
  assert.deepEqual(
    coloured(`source: { selector: has(a), nets: ["b == 'c'"], notSelector: d == 'e' }`),
    ['function has', 'property a', 'property d', 'operator ==', "string 'e'"],
  );
});

test('the grammar leaves alone what need be no selector of Calico', () => {
  for (const line of [
    'selector: { app: web }',
    `selector: { app: "a == 'b'" }`,
    'selector:',
    'selector: app=web',
    'selector: app == web',
    'selector: web',
    'selector: "in"',
    `mySelector: a == 'b'`,
    `script: a == 'b'`,
    `podSelector: a == 'b'`,
  ])
    assert.deepEqual(coloured(line), [], line);
  assert.match(injectionSelector, /-comment -string/);
});

test('the extension contributes every grammar', () => {
  const { contributes } = JSON.parse(
    readFileSync(path.join(top, 'client/package.json'), 'utf8'),
  ) as {
    readonly contributes: {
      readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    };
  };
  assert.deepEqual(readdirSync(path.join(top, 'syntaxes')).sort(), [...grammars].sort());
  for (const name of grammars) {
    const { scopeName } = JSON.parse(readFileSync(path.join(top, 'syntaxes', name), 'utf8')) as {
      readonly scopeName: string;
    };
    assert.ok(
      contributes.grammars.some(
        (one) => one.path === `./dist/${name}` && one.scopeName === scopeName,
      ),
      name,
    );
  }
});

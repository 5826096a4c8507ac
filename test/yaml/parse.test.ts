import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parse } from '../../server/src/yaml/parse.ts';
import { mask } from '../../server/src/yaml/template.ts';

const errorsOf = (text: string): readonly { message: string }[] => parse(text).errors;

test('one mistake gives one error, in plain words', () => {
  const broken: readonly (readonly [string, RegExp])[] = [
    ['a:\n\tb: 1\n', /tab/],
    ['a: [1, 2\n', /bracket|missing/],
    ['a: "x\n', /quote|missing/],
    ['a: *none\n', /alias/],
    ['a: b: c\n', /line|colon/i],
    ['a: {}\0\n', /belong/],
    ['a:\n\tb: 1\n\tc: 1\n\td: 1\n', /tab/],
    ['This is: some: text\n that is [no YAML\n at all }\n- x\nfoo bar: "baz\n', /same line/],
    ['a: @b\nc: %d\n', /quotes/],
  ];
  for (const [text, message] of broken) {
    const errors = errorsOf(text);
    assert.equal(errors.length, 1, `${text}: ${JSON.stringify(errors)}`);
    assert.match(errors.at(0)!.message, message);
  }
});

test('nesting made to exhaust the parser is one error', () => {
  const deep = [
    '['.repeat(100_000),
    `a: ${'{a: '.repeat(50_000)}`,
    '- '.repeat(100_000),
    '? '.repeat(100_000),
    Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    `${'a: '.repeat(190)}b: c\n`.repeat(10),
  ];
  for (const text of deep) {
    const errors = errorsOf(text);
    assert.equal(errors.length, 1);
    assert.match(errors.at(0)!.message, /nested|nesting/);
  }
});

test('whatever the bytes, there is a tree and no exception', () => {
  const bit = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '-',
    '[',
    '{',
    '}',
    '"',
    "'",
    '&a',
    '*a',
    '<<',
    '\t',
    '\0',
    '|',
    '!',
    '%',
    '{{',
    '}}',
    '${A}',
    '#',
  );
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
      const text = bits.join('');
      const tree = parse(text);
      assert.equal(tree.text, text);
      for (const { span } of tree.errors) assert.ok(span.start < span.end && span.start >= 0);
    }),
    { numRuns: 3000 },
  );
});

test('templates are masked by filler of the same length, and are no errors', () => {
  const templates = [
    'a: {{ .Values.a }}\n',
    'a: "{{ .Values.a | default "x" }}"\n',
    '{{- if .Values.a }}\na: 1\n{{- end }}\n',
    '{{- range $k, $v := .Values.m }}\n  {{ $k }}: {{ $v | quote }}\n{{- end }}\n',
    'a:\n  {{- toYaml .Values.a | nindent 2 }}\nb: 1\n',
    'a: {{ printf "%s-%s"\n    .a .b }}\nb: 2\n',
    '{{/* a comment: with "everything" [ */}}\na: 1\n',
    'a: ${VALUE}\nb: ${VALUE:=a: b}\nc: x-${VALUE:-y}-z\n',
    'a: {{ .a }}-{{ .b }}\n',
    '{{ include "labels" . }}\n',
    '{%- if a %}\na: 1\n{% endif %}\n',
  ];
  for (const text of templates) {
    const masked = mask(text);
    assert.equal(masked.text.length, text.length, text);
    assert.ok(masked.holes.length > 0, text);
    for (const { span } of masked.holes)
      assert.match(text.slice(span.start, span.end), /^(?:\{\{|\{%|\$\{)[\s\S]*\}$/);
    assert.deepEqual(errorsOf(text), [], text);
  }
});

test('what only looks like a template is left alone', () => {
  for (const text of [
    '# {{ a }}\nb: 1\n',
    'a: {b: {c: {}}}\n',
    '{"a":{"b":{}}}\n',
    'a: $b {c}\n',
    'a: "<b>"\n',
  ])
    assert.deepEqual(mask(text), { text, holes: [] });
});

test('JSON with tabs is YAML', () => {
  assert.deepEqual(errorsOf('{\n\t"a": {\n\t\t"b": [1,\t2]\n\t}\n}\n'), []);
});

test('every error marks a place inside the document, also what lacks at its end', () => {
  for (const text of ['a: "', 'a: [', "a:\n  'x\n", '{', '"'])
    for (const { span } of parse(text).errors)
      assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, text);
});

test('a text made of more pieces than any manifest is not read, and is no broken one', () => {
  const { root, errors, tooDense } = parse(`a: [${'1,'.repeat(350_000)}]\n`);
  assert.deepEqual([root, errors, tooDense], [null, [], true]);
  assert.equal(parse(`a: [${'1,'.repeat(100_000)}]\n`).tooDense, false);
});

test('a text that is no YAML a thousand times over is read no further, and keeps its first mistake', () => {
  const { root, errors } = parse(`a: 1\n${'}\n'.repeat(100_000)}b: 2\n`);
  assert.equal(String(root), '{"a":1}');
  assert.deepEqual(
    errors.map(({ span }) => span),
    [{ start: 5, end: 6 }],
  );
});

test('an open bracket is marked itself, not the line that ends it', () => {
  for (const [text, start, close] of [
    ['spec:\n  podSelector: {matchLabels: {app: web}\n  ingress:\n    - from: []\n', 21, '}'],
    ['spec:\n  a: "[" # {\n  ports: [80, 443\n  ingress:\n    - a\n', 28, ']'],
    ['spec:\n  - a: {b: [1, 2}\n  - c\n', 17, ']'],
  ] as const)
    assert.deepEqual(parse(text).errors, [
      {
        span: { start, end: start + 1 },
        message: `This bracket is never closed. Put \`${close}\` where its content ends.`,
      },
    ]);
});

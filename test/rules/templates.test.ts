import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { mask } from '../../server/src/yaml/template.ts';
import { filesOf, snapshotOf } from '../support/fixture.ts';
import { top } from '../support/material.ts';

const templates = filesOf(readFileSync(path.join(top, 'test/rules/templates.yaml'), 'utf8'));

/** What is found in a text alone, with whichever line ends. */
const messagesIn = (text: string): string[] =>
  findingsOf(snapshotOf([{ name: 'policy.yaml', text }]), 'file:///fixture/policy.yaml', {
    rules,
    log: (code, error) => {
      throw new Error(code, { cause: error });
    },
  }).map(({ message }) => message);

for (const { name, text } of templates)
  test(`nothing is found in a template: ${name}`, () => {
    assert.deepEqual(messagesIn(text), []);
    assert.deepEqual(messagesIn(text.replaceAll('\n', '\r\n')), []);
  });

test('there are forty templates and more', () => assert.ok(templates.length >= 40));

test('what is masked follows from the text alone, however often expressions are begun', () => {
  for (const bit of ['{{', '{{\n', '{%', '{#', '${A:=', '{{a}}', '${A}', '# {{\n', '{{\n}} ']) {
    const text = bit.repeat(50_000);
    const masked = mask(text);
    assert.equal(masked.text.length, text.length);
    assert.equal(masked.text.split('\n').length, text.split('\n').length);
  }
});

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { hover } from '../../../server/src/features/hover.ts';
import { checkAnswer } from '../../support/answer.ts';
import { top } from '../../support/material.ts';

const folder = path.join(top, 'test/features/hover');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')))
  test(`${file} is told as written`, () =>
    checkAnswer(path.join(folder, file), ({ context, at }) => {
      const answer = hover.run(context, at);
      if (answer === null) return '(nothing)';
      const { start, end } = answer.span;
      const [first, ...more] = answer.chunk.text.slice(start, end).split('\n');
      return `at ${first}${more.length > 0 ? ' …' : ''}\n\n${answer.markdown}`;
    }));

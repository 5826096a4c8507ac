import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { references } from '../../../server/src/features/references.ts';
import { checkAnswer } from '../../support/answer.ts';
import { top } from '../../support/material.ts';

const folder = path.join(top, 'test/features/references');

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')))
  test(`references: ${name}`, () =>
    checkAnswer(path.join(folder, name), ({ context, at, option }) => {
      const places = references.run(context, {
        ...at,
        declaration: option('declaration') !== 'no',
      });
      return places.length === 0
        ? 'none'
        : places
            .map((place) => {
              const { start, end } = place.span;
              return `${context.link(place)} ${place.chunk.text.slice(start, end)}`;
            })
            .join('\n');
    }));

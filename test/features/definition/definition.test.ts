import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { definition } from '../../../server/src/features/definition.ts';
import { checkAnswer } from '../../support/answer.ts';
import { top } from '../../support/material.ts';

const folder = path.join(top, 'test/features/definition');

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')))
  test(`definition: ${name}`, () =>
    checkAnswer(path.join(folder, name), ({ context, at }) => {
      const places = definition.run(context, at);
      return places.length === 0
        ? 'none'
        : places
            .map((place) => {
              const { start, end } = place.span;
              return `${context.link(place)} ${place.chunk.text.slice(start, end)}`;
            })
            .join('\n');
    }));

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from '../support/fixture.ts';
import { top } from '../support/material.ts';
import type { Repository } from './worlds.ts';

const folder = path.join(top, 'test/rules');

/** The fixtures of all rules, each a small repository; without their settings and fixed texts. */
export const fixtureWorlds: readonly Repository[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => ({
    name: file,
    texts: new Map(
      filesOf(readFileSync(path.join(folder, file), 'utf8'))
        .filter(({ name }) => name !== 'settings.json' && !name.includes('.fixed.'))
        .map(({ name, text }) => [name, text]),
    ),
  }))
  .filter(({ texts }) => texts.size > 0);

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SymbolKind } from 'vscode-languageserver-types';
import { documentSymbol } from '../../../server/src/features/documentSymbol.ts';
import type { Entry } from '../../../server/src/features/feature.ts';
import { checkAnswer } from '../../support/answer.ts';
import { top } from '../../support/material.ts';

const folder = path.join(top, 'test/features/documentSymbol');

const kinds = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]));

/** An entry and what lies below it: indentation, kind, name, detail, and the line of text that is marked. */
const shown = (entry: Entry, depth: number): string[] => [
  `${'  '.repeat(depth)}${kinds.get(entry.kind)} ${[entry.name, entry.detail].filter((text) => text !== '').join(' | ')}`,
  `${'  '.repeat(depth)}  at ${entry.chunk.text.slice(entry.selection.start).split('\n')[0]}`,
  ...entry.children.flatMap((child) => shown(child, depth + 1)),
];

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')))
  test(`${file} is outlined as written`, () =>
    checkAnswer(path.join(folder, file), ({ context, option }) => {
      const outlines = option('outline') !== 'off';
      const entries = documentSymbol.run({ ...context, outlines }, null);
      return entries.length === 0
        ? '(nothing)'
        : entries.flatMap((entry) => shown(entry, 0)).join('\n');
    }));

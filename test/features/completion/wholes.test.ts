import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginnings } from '../../../server/src/features/completion/beginnings.ts';
import { spotsAt } from '../../../server/src/features/completion/spot.ts';
import { withoutTabStops } from '../../../server/src/lsp/tabStops.ts';
import { rules } from '../../../server/src/rules/all.ts';
import { findingsOf } from '../../../server/src/rules/run.ts';
import { contextIn } from '../../support/answer.ts';
import { snapshotOf } from '../../support/fixture.ts';

const empty = snapshotOf([{ name: 'policy.yaml', text: '' }]);
const file = empty.files.get('file:///fixture/policy.yaml')!;
const context = contextIn(empty, file);
const [spot] = spotsAt(context, { chunk: file.chunks[0]!.chunk, offset: 0 });
const wholes = beginnings(spot!, context).filter(({ snippet }) => snippet === true);

for (const { label, text } of wholes)
  test(`nothing is wrong with "${label}" as it is proposed`, () => {
    const snapshot = snapshotOf([{ name: 'policy.yaml', text: withoutTabStops(text) }], false);
    const found = findingsOf(snapshot, 'file:///fixture/policy.yaml', {
      rules,
      log: (_, error) => {
        throw error;
      },
    });
    const wrong = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      wrong.map(({ meta, message }) => `${meta.code}: ${message}`),
      [],
    );
  });

test('there are whole policies', () => assert.ok(wholes.length > 20));

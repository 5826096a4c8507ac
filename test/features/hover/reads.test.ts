import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/features/hover.ts';
import { recorded, type Read } from '../../../server/src/rules/trace.ts';
import { worldOf } from '../../../server/src/workspace/world.ts';
import { contextIn } from '../../support/answer.ts';
import { at, deployment, namespace, policy, snapshotOf } from '../../workspace/build.ts';

const snapshot = snapshotOf({
  'shop.yaml': [
    namespace('shop'),
    deployment('web', { namespace: 'shop' }),
    deployment('client', { namespace: 'shop' }),
    policy('web', { namespace: 'shop' }),
  ].join(''),
  ...Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      `${name}.yaml`,
      `${namespace(name)}${deployment('client', { namespace: name })}${policy('web', { namespace: name })}`,
    ]),
  ),
});

/** What a hover in `shop.yaml` asks the world, as `recorded` names it. */
function readsAt(text: string): string[] {
  const file = snapshot.files.get(at('shop.yaml'))!;
  const reads = new Map<string, Read>();
  const context = { ...contextIn(snapshot, file), world: recorded(worldOf(snapshot), reads) };
  const placed = file.chunks.find(({ chunk }) => chunk.text.includes(text))!;
  const answer = hover.run(context, {
    chunk: placed.chunk,
    offset: placed.chunk.text.indexOf(text),
  });
  assert.ok(answer !== null && answer.markdown.includes('client'), answer?.markdown);
  return [...reads.keys()];
}

for (const place of ['NetworkPolicy', 'podSelector:\n            matchLabels: { app: client }'])
  test(`a hover at ${JSON.stringify(place)}, whose peers stay in the namespace, reads no other`, () => {
    const elsewhere = readsAt(place).filter((key) => !key.endsWith(' shop') && !OF_NONE.has(key));
    assert.deepEqual(elsewhere, []);
  });

/** What looks into no namespace; which there are says whether one has no name, and could be this one. */
const OF_NONE: ReadonlySet<string> = new Set(['settings', 'complete', 'namespaces']);

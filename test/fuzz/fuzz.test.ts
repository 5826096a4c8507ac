import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzOnce } from '../../server/scripts/fuzz/fuzz.ts';
import { seedDocuments } from '../../server/scripts/fuzz/seeds.ts';

test('2,000 hostile and broken texts go through everything without an exception', () => {
  const documents = seedDocuments();
  const failures = Array.from({ length: 2000 }, (_, run) => fuzzOnce(1, run, documents)).flatMap(
    ({ failure }) => failure ?? [],
  );
  assert.deepEqual(failures, []);
});

test('a run can be repeated alone', () => {
  const documents = ['a: 1\n', 'kind: List\nitems: [{}, ~]\n'];
  const step = (): unknown => {
    const { slowest, failure } = fuzzOnce(7, 42, documents);
    return { length: slowest.length, failure };
  };
  assert.deepEqual(step(), step());
});

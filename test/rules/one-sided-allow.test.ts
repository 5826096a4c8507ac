import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../server/src/rules/run.ts';
import { at, deployment, policy, snapshotOf } from '../workspace/build.ts';

/** The findings of a policy that lets `clients` workloads in, whose egress another policy denies. */
const found = (clients: number): string[] => {
  const many = Array.from({ length: clients }, (_, index) =>
    deployment(`client-${index}`, { namespace: 'shop', labels: 'app: client' }),
  );
  const deny = policy('deny', { namespace: 'shop', labels: 'app: client' }).replace(
    /policyTypes[^]*/,
    'policyTypes: [Egress]\n',
  );
  const files = {
    'policy.yaml': policy('allow', { namespace: 'shop' }),
    'others.yaml': deployment('web', { namespace: 'shop' }) + deny + many.join(''),
  };
  return findingsOf(snapshotOf(files), at('policy.yaml')).map(({ meta }) => meta.code);
};

test('an entry that names more pairs of workloads than anybody means is not looked into', () => {
  assert.deepEqual(found(3), ['one-sided-allow']);
  assert.deepEqual(found(101), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policiesOf } from '../../server/src/workspace/policies.ts';
import { settingsFromJson } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';

const policy = (name: string, priority: number): string => `---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ${name}}
spec: {priority: ${priority}, subject: {namespaces: {}}}
`;

/** Why it is not known of each policy whether it is in force. */
const doubts = (highestPriority: number | null): (string | null)[] => {
  const { settings } = settingsFromJson({ networkPolicyApi: { highestPriority } });
  const { clusterPolicies } = apply(EMPTY, {
    reason: 'test',
    upserted: [{ uri: 'file:///a.yaml', text: policy('kept', 99) + policy('beyond', 100) }],
    settings,
  });
  return policiesOf(clusterPolicies, settings).map(({ unsure }) => unsure);
};

test('whether a policy beyond the priorities of the network plugin is in force is not known', () => {
  assert.deepEqual(doubts(99), [
    null,
    'its priority 100 is above 99, the highest that the network plugin takes',
  ]);
  assert.deepEqual(doubts(null), [null, null]);
});

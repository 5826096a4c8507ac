import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../../server/src/features/completion.ts';
import { atOffset, contextIn } from '../../support/answer.ts';
import { snapshotOf } from '../../support/fixture.ts';

test("each of Cilium's entities is proposed with what it means", () => {
  const text = `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  endpointSelector: {}
  egress:
    - toEntities: []
`;
  const snapshot = snapshotOf([{ name: 'policy.yaml', text }]);
  const file = snapshot.files.get('file:///fixture/policy.yaml')!;
  const at = atOffset(file, text.indexOf('[]') + 1);
  const proposals = completion.run(contextIn(snapshot, file), at);
  const told = new Map(proposals.map(({ item, documentation }) => [item.label, documentation]));
  assert.match(told.get('ingress') ?? '', /Ingress and Gateway API/);
  assert.match(told.get('remote-node') ?? '', /other nodes/);
  assert.equal(new Set(told.values()).size, told.size, 'two entities mean the same');
});

import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits.ts';
import type { Producer } from '../../../server/src/features/codeAction/producer.ts';
import type { Action } from '../../../server/src/features/feature.ts';
import { usualAssumptions } from '../../../server/src/policy/assumptions.ts';
import { connect } from '../../../server/src/policy/connect.ts';
import { isEmpty, ofPorts, subtract, type Conns } from '../../../server/src/policy/conns.ts';
import { findingsOf } from '../../../server/src/rules/run.ts';
import { clusterOf } from '../../../server/src/workspace/cluster.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../../server/src/workspace/snapshot.ts';
import { contextIn } from '../../support/answer.ts';

/*
 * A cluster with a pod `web` and a resolver, a policy in a file of its own, and what code actions make of that.
 */

const POLICY = 'file:///policy.yaml';

const CLUSTER = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Namespace
metadata: {name: kube-system}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: main}]}
---
apiVersion: v1
kind: Pod
metadata: {name: dns, namespace: kube-system, labels: {k8s-app: kube-dns}}
spec: {containers: [{name: main}]}
`;

/** The cluster with a policy. */
export const snapshotOf = (text: string): Snapshot =>
  apply(EMPTY, {
    reason: 'test',
    upserted: [
      { uri: 'file:///cluster.yaml', text: CLUSTER },
      { uri: POLICY, text },
    ],
    read: true,
  });

/** The text of the policy. */
export const policyIn = ({ files }: Snapshot): string => textOf(files.get(POLICY)!);

/** What is found to be wrong with the policy. */
export const codesOf = (snapshot: Snapshot): readonly string[] =>
  findingsOf(snapshot, POLICY).map(({ meta }) => meta.code);

/** What is offered where the whole policy is selected. */
export function actionsOf(producer: Producer, snapshot: Snapshot): readonly Action[] {
  const file = snapshot.files.get(POLICY)!;
  const [{ chunk } = assert.fail()] = file.chunks;
  const span = { start: 0, end: chunk.text.length };
  return producer.actions(contextIn(snapshot, file), [{ chunk, span }]);
}

/** The cluster after an action on the policy. */
export const after = (snapshot: Snapshot, action: Action): Snapshot => {
  const [{ edits } = assert.fail()] = action.edits();
  return snapshotOf(applyEdits(policyIn(snapshot), edits));
};

/** What DNS uses. */
export const DNS = ['UDP', 'TCP'].map((protocol) => ofPorts(protocol, [[53, 53]]));

/** What is certainly allowed from `web` to the resolver, and back. */
export function allowedIn(snapshot: Snapshot): { readonly there: Conns; readonly back: Conns } {
  const { endpoints, tiersFor } = clusterOf(snapshot);
  const [web, dns] = ['web', 'dns'].map((wanted) => endpoints.find(({ name }) => name === wanted)!);
  return {
    there: connect(web!, dns!, tiersFor, usualAssumptions).allowed,
    back: connect(dns!, web!, tiersFor, usualAssumptions).allowed,
  };
}

/** Over how many protocols `web` can ask the resolver. */
export function asked(snapshot: Snapshot): number {
  const { there } = allowedIn(snapshot);
  return DNS.filter((conns) => isEmpty(subtract(conns, there))).length;
}

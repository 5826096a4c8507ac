import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calicoPoliciesOf, policiesOf } from '../../server/src/workspace/policies.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { settingsFromJson, settingsFromTexts } from '../../server/src/workspace/settings.ts';
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

const administrators = `---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: admin}
spec: {priority: 1, subject: {namespaces: {}}}
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: default}
spec: {subject: {namespaces: {}}}
---
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: cluster}
spec: {tier: Admin, priority: 1, subject: {namespaces: {}}}
`;

const calico = `---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: global}
spec: {selector: all(), types: [Ingress]}
`;

const cilium = `---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: mine, namespace: shop}
spec: {endpointSelector: {}, ingress: [{}]}
`;

/** The policies that can govern a namespace, by tier and name; a question mark where it is not known whether they do. */
function governing(text: string, ...settings: string[]): readonly string[] {
  const snapshot = apply(EMPTY, {
    reason: 'test',
    upserted: [{ uri: 'file:///a.yaml', text }],
    settings: settingsFromTexts(settings).settings,
    read: true,
  });
  return worldOf(snapshot)
    .tiers('shop')
    .flatMap(({ name, ranks }) =>
      ranks.flat().map((policy) => `${name}/${policy.name}${policy.unsure === null ? '' : '?'}`),
    );
}

const under = (release: string): readonly string[] =>
  governing(administrators + calico, `calico.version=${release}`);

test("Calico takes administrators' policies into the tiers of the kinds that its release knows", () => {
  assert.deepEqual(under('3.28'), ['default/global']);
  assert.deepEqual(under('3.29'), ['adminnetworkpolicy/admin', 'default/global']);
  const both = ['adminnetworkpolicy/admin', 'default/global', 'baselineadminnetworkpolicy/default'];
  assert.deepEqual(under('3.30'), both);
  assert.deepEqual(under('3.31'), both);
  assert.deepEqual(under('3.32'), ['kube-admin/cluster', 'default/global']);
});

test('without a release of Calico, what the newest ignores is in doubt', () => {
  assert.deepEqual(governing(administrators + calico), [
    'adminnetworkpolicy/admin?',
    'kube-admin/cluster',
    'default/global',
    'baselineadminnetworkpolicy/default?',
  ]);
});

test('any plugin but Calico is taken to know what the API has', () => {
  assert.deepEqual(governing(administrators.split('---')[1]!), ['Admin/admin']);
  assert.deepEqual(
    governing(administrators.split('---')[1]! + calico, 'enforcer=generic', 'calico.version=3.32'),
    ['adminnetworkpolicy/admin', 'default/global'],
  );
});

test("neither Calico nor Cilium enforces the other's policies", () => {
  assert.deepEqual(governing(calico + cilium, 'enforcer=cilium').includes('default/global'), false);
  assert.deepEqual(governing(calico + cilium, 'enforcer=calico'), ['default/global']);
});

const ofCalico = (namespaceSelector: string): string => `---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: calico}
spec: {namespaceSelector: "${namespaceSelector}", types: [Ingress]}
`;

const ofCilium = `---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: cilium, namespace: shop}
spec: {endpointSelector: {}, ingress: [{}]}
`;

/** Of each policy that governs the pods of `shop`, whether it is known to be in force. */
const certainIn = (text: string): Record<string, boolean> => {
  const pods = `---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: shop}}
`;
  const upserted = [{ uri: 'file:///a.yaml', text: text + pods }];
  const tiers = worldOf(apply(EMPTY, { reason: 'test', upserted, read: true })).tiers('shop');
  return Object.fromEntries(
    tiers.flatMap(({ ranks }) =>
      ranks.flat().map(({ name, unsure }): [string, boolean] => [name, unsure === null]),
    ),
  );
};

test('policies of two network plugins leave a doubt only where both may govern the same pods', () => {
  assert.deepEqual(certainIn(ofCalico("team == 'shop'") + ofCilium), {
    calico: false,
    cilium: false,
  });
  assert.deepEqual(certainIn(ofCalico('all()') + ofCilium), { calico: false, cilium: false });
  assert.deepEqual(certainIn(ofCalico("team == 'bakery'") + ofCilium), { cilium: true });
});

const misspelt = (apiVersion: string): string => `---
apiVersion: ${apiVersion}
kind: GlobalNetworkPolicy
metadata: {name: default.mistaken}
spec: {serviceAccountSelector: app = 'web', ingress: [{action: Allow}]}
`;

/** Why it is not known of Calico's policies in a text what they do. */
const doubtsOf = (text: string): (string | null)[] => {
  const { clusterPolicies, settings } = apply(EMPTY, {
    reason: 'test',
    upserted: [{ uri: 'file:///a.yaml', text }],
  });
  return calicoPoliciesOf(clusterPolicies, settings).map(({ unsure }) => unsure);
};

test('what Calico refuses does not exist, but may do anything where it is stored unchecked', () => {
  assert.deepEqual(doubtsOf(misspelt('projectcalico.org/v3')), []);
  assert.deepEqual(doubtsOf(misspelt('crd.projectcalico.org/v1')), [
    'it has mistakes that nothing checks in `crd.projectcalico.org`, and Felix drops it or applies it to more than it says',
  ]);
});

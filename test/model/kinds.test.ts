import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admissionRules } from '../../server/src/admission/all.ts';
import { isOf, kindOf, kinds } from '../../server/src/model/kinds.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { rules } from '../../server/src/rules/all.ts';

const idOf = (apiVersion: string, name: string): string | null | undefined =>
  kindOf(apiVersion, name)?.id;

test('kinds of one name are told apart by their group', () => {
  assert.equal(idOf('networking.k8s.io/v1', 'NetworkPolicy'), 'kubernetes/NetworkPolicy');
  assert.equal(idOf('projectcalico.org/v3', 'NetworkPolicy'), 'calico/NetworkPolicy');
  assert.equal(idOf('crd.projectcalico.org/v1', 'NetworkPolicy'), 'calico/NetworkPolicy');
  assert.equal(idOf('crd.projectcalico.org/v3', 'Tier'), 'calico/Tier');
  assert.equal(idOf('crd.antrea.io/v1beta1', 'NetworkPolicy'), undefined);
  assert.equal(idOf('v1', 'Pod'), null);
});

test('a kind is called by one name, and each row of one id is of one scope', () => {
  for (const { id, name, dialect, namespaced, role } of kinds) {
    if (id === null) continue;
    assert.equal(id, `${dialect}/${name}`);
    const alike = kinds.filter((kind) => kind.id === id);
    assert.ok(
      alike.every((kind) => kind.namespaced === namespaced && kind.role === role),
      id,
    );
  }
});

test('every kind that a rule looks at is in the table', () => {
  const known = new Set(kinds.map(({ id }) => id));
  for (const { meta, kinds: wanted } of [...rules, ...admissionRules])
    for (const id of wanted ?? []) assert.ok(known.has(id), `${meta.code}: ${id}`);
});

test('what policies of Cilium speak of is known, and is no policy', () => {
  const speaksOf = kinds.filter(({ dialect, role }) => dialect === 'cilium' && role !== 'policy');
  assert.deepEqual(
    speaksOf.map(({ name, namespaced, role }) => [name, namespaced, role]),
    [
      ['CiliumCIDRGroup', false, 'companion'],
      ['CiliumLocalRedirectPolicy', true, 'companion'],
      ['CiliumEnvoyConfig', true, 'companion'],
      ['CiliumClusterwideEnvoyConfig', false, 'companion'],
      ['CiliumEgressGatewayPolicy', false, 'companion'],
    ],
  );
});

test('fields of Envoy are those of Envoy, and others are told', () => {
  const [config] = resourcesOf({
    text: 'apiVersion: cilium.io/v2\nkind: CiliumEnvoyConfig\nmetadata: {name: web}\nspec:\n  resources: [{"@type": listener, name: web, perConnection: 1}]\n  service: []\n',
  });
  assert.deepEqual(
    config?.problems.map(({ code, field }) => [code, field]),
    [['unknown-field', 'spec.service']],
  );
});

test('a kind with a common name is read where its group is named, and nowhere else', () => {
  const text = 'apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: platform}\n';
  const [tier] = resourcesOf({ text });
  assert.ok(tier !== undefined && isOf(tier, ['calico/Tier']));
  assert.deepEqual(resourcesOf({ text: text.replace('projectcalico.org', 'example.com') }), []);
});

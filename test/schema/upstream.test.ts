import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { metas } from '../../server/src/rules/metas.ts';
import { schemaBelow, schemaOf, type Schema } from '../../server/src/schema/at.ts';
import { material, top } from '../support/material.ts';

/** The parts of an OpenAPI schema that are compared. */
interface Upstream {
  readonly $ref?: string;
  readonly allOf?: readonly Upstream[];
  readonly oneOf?: readonly Upstream[];
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Upstream>>;
  readonly items?: Upstream;
  readonly additionalProperties?: Upstream;
}

interface Differences {
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly notRequired: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly added: Readonly<Record<string, readonly string[]>>;
  readonly open: readonly string[];
  readonly values: Readonly<
    Record<string, { readonly keyword: string; readonly rule: string | null }>
  >;
}

const stricter = JSON.parse(
  readFileSync(path.join(top, 'schemas/stricter.json'), 'utf8'),
) as Record<string, Differences>;
const listed = stricter['k8s/networkpolicy.v1.json']!;

const folder = material('upstream', 'kubernetes');

for (const release of ['1.33', '1.35'])
  test(
    `the NetworkPolicy schema agrees with Kubernetes ${release}`,
    { skip: folder === null },
    () => {
      const file = `networking.k8s.io_v1_NetworkPolicy.openapi-v3.k8s-${release}.json`;
      const { components } = JSON.parse(readFileSync(path.join(folder!, file), 'utf8')) as {
        components: { schemas: Record<string, Upstream> };
      };
      const values = new Set<string>();
      const seen = compare(components.schemas, release, values);
      assert.deepEqual([...values].sort(), Object.keys(listed.values).sort());
      assert.ok(seen.size >= 9, [...seen].join());
    },
  );

test('each value that is stricter than upstream has a rule that judges it', () => {
  const codes = new Set(metas.map(({ code }) => code));
  for (const { values } of Object.values(stricter))
    for (const { rule } of Object.values(values))
      assert.ok(rule === null || codes.has(rule), String(rule));
});

const names = [
  'networkPolicy',
  'adminNetworkPolicy',
  'baselineAdminNetworkPolicy',
  'clusterNetworkPolicy',
  'calicoNetworkPolicy',
  'calicoGlobalNetworkPolicy',
  'calicoStagedNetworkPolicy',
  'calicoStagedGlobalNetworkPolicy',
  'calicoStagedKubernetesNetworkPolicy',
  'calicoNetworkSet',
  'calicoGlobalNetworkSet',
  'calicoTier',
  'calicoHostEndpoint',
  'calicoProfile',
  'ciliumNetworkPolicy',
  'ciliumClusterwideNetworkPolicy',
  'ciliumCIDRGroup',
  'ciliumLocalRedirectPolicy',
  'ciliumEnvoyConfig',
  'ciliumClusterwideEnvoyConfig',
  'ciliumEgressGatewayPolicy',
] as const;

for (const name of names)
  test(`every field and definition of ${name} says in its own words what it is`, () => {
    const visit = (schema: Schema, where: string): void => {
      for (const name of Object.keys(schema.node.properties ?? {})) {
        const below = schemaBelow(schema, name)!;
        assert.match(below.node.description ?? '', /^[A-Z].*\.$/, `${where}.${name}`);
        visit(below, `${where}.${name}`);
      }
      const items = schemaBelow(schema, 0);
      if (items !== null) visit(items, `${where}[]`);
    };
    visit(schemaOf(name), name);
  });

/** Walks both schemas together; gives the upstream definitions met, and fills `values` with ours that bound a value. */
function compare(
  definitions: Readonly<Record<string, Upstream>>,
  release: string,
  values: Set<string>,
): Set<string> {
  const seen = new Set<string>();
  const followed = (upstream: Upstream): { name: string | null; node: Upstream } => {
    const reference = upstream.$ref ?? upstream.allOf?.[0]?.$ref;
    if (reference === undefined) return { name: null, node: upstream };
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return { name: name.slice(name.lastIndexOf('.') + 1), node: definitions[name]! };
  };
  const visit = (ours: Schema, theirs: Upstream, where: string): void => {
    const { name, node } = followed(theirs);
    const owner = name ?? where;
    if (name !== null) seen.add(name);
    const types = node.oneOf?.map(({ type }) => type) ?? node.type;
    assert.deepEqual(ours.node.type, types, `type of ${where}`);
    const bounds =
      ours.node.enum !== undefined ? 'enum' : ours.node.minimum !== undefined ? 'minimum' : null;
    if (bounds !== null) {
      values.add(where);
      assert.equal(listed.values[where]?.keyword, bounds, where);
    }
    if (listed.open.includes(owner)) return;
    if (node.properties !== undefined) {
      const extra = listed.added[owner] ?? [];
      assert.deepEqual(
        Object.keys(ours.node.properties ?? {}).sort(),
        [...Object.keys(node.properties), ...extra].sort(),
        `fields of ${owner}`,
      );
      assert.equal(ours.node.additionalProperties, false, `${owner} is closed`);
      const looser = Object.entries(listed.notRequired[owner] ?? {})
        .filter(([, until]) => Number(release.slice(2)) < Number(until.slice(2)))
        .map(([field]) => field);
      assert.deepEqual(
        [...(ours.node.required ?? []), ...looser].sort(),
        [...(node.required ?? []), ...(listed.required[owner] ?? [])].sort(),
        `required fields of ${owner}`,
      );
      for (const [field, below] of Object.entries(node.properties))
        visit(schemaBelow(ours, field)!, below, `${owner}.${field}`);
    }
    if (node.items !== undefined) visit(schemaBelow(ours, 0)!, node.items, `${where}[]`);
    if (node.additionalProperties !== undefined)
      visit(schemaBelow(ours, 'any')!, node.additionalProperties, `${where}.*`);
  };
  const root = definitions['io.k8s.api.networking.v1.NetworkPolicy']!;
  visit(
    schemaOf('networkPolicy'),
    { $ref: '#/components/schemas/io.k8s.api.networking.v1.NetworkPolicy' },
    '',
  );
  assert.ok(root.properties !== undefined);
  return seen;
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { schemaBelow, schemaOf, type Schema, type SchemaName } from '../../server/src/schema/at.ts';
import { material, top } from '../support/material.ts';

/** What a schema says of one part, in the words that both sides use. */
interface Facts {
  readonly type: unknown;
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly bounds: Readonly<Record<string, unknown>>;
}

/** The parts of a schema by path, such as `spec.egress[].to[].networks`. */
type Parts = ReadonlyMap<string, Facts>;

/** The parts of a published definition that are compared. */
interface Upstream {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Upstream>>;
  readonly required?: readonly string[];
  readonly items?: Upstream;
  readonly additionalProperties?: Upstream;
}

/** Where ours differs on purpose: by the whole path, or by how it ends. */
interface Differences {
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly notRequired: Readonly<Record<string, readonly string[]>>;
  readonly open: readonly string[];
  readonly values: Readonly<Record<string, { readonly keyword: string }>>;
}

const differences = (
  JSON.parse(readFileSync(path.join(top, 'schemas/stricter.json'), 'utf8')) as Record<
    string,
    Differences
  >
)['policy']!;

/** What bounds a value. */
const BOUNDS =
  'enum minimum maximum minItems maxItems minProperties maxProperties maxLength pattern uniqueItems default'.split(
    ' ',
  );

const pick = (node: object): Facts['bounds'] =>
  Object.fromEntries(
    BOUNDS.flatMap((keyword) => {
      const bound = (node as Readonly<Record<string, unknown>>)[keyword];
      return bound === undefined ? [] : [[keyword, bound]];
    }),
  );

/** The parts of our schema as a cluster with that channel has it. */
function ours(schema: Schema, channel: string, where = ''): [string, Facts][] {
  const { node } = schema;
  if (differences.open.includes(where)) return [];
  const names = Object.keys(node.properties ?? {}).filter(
    (name) =>
      channel === 'experimental' || schemaBelow(schema, name)!.node['x-channel'] === undefined,
  );
  if (names.length > 0) assert.equal(node.additionalProperties, false, `${where} is closed`);
  const added = differences.required[where] ?? [];
  return [
    [
      where,
      {
        type: node.type,
        fields: [...names].sort(),
        required: (node.required ?? []).filter((name) => !added.includes(name)).sort(),
        bounds: pick(node),
      },
    ],
    ...names.flatMap((name) => ours(schemaBelow(schema, name)!, channel, below(where, name))),
    ...(node.items === undefined ? [] : ours(schemaBelow(schema, 0)!, channel, `${where}[]`)),
    ...(typeof node.additionalProperties === 'object'
      ? ours(schemaBelow(schema, 'any')!, channel, `${where}.*`)
      : []),
  ];
}

/** The parts of a published definition. */
function theirs(node: Upstream, where = ''): [string, Facts][] {
  if (differences.open.includes(where)) return [];
  const entries = Object.entries(node.properties ?? {});
  const looser = Object.entries(differences.notRequired).find(([end]) => where.endsWith(end))?.[1];
  return [
    [
      where,
      {
        type: node['type'],
        fields: entries.map(([name]) => name).sort(),
        required: (node.required ?? []).filter((name) => !looser?.includes(name)).sort(),
        bounds: {
          ...pick(node),
          ...(node['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
        },
      },
    ],
    ...entries.flatMap(([name, part]) => theirs(part, below(where, name))),
    ...(node.items === undefined ? [] : theirs(node.items, `${where}[]`)),
    ...(node.additionalProperties === undefined
      ? []
      : theirs(node.additionalProperties, `${where}.*`)),
  ];
}

const below = (where: string, name: string): string => (where === '' ? name : `${where}.${name}`);

/** Takes the listed bounds out of both sides; fills `used` with those that ours has. */
function withoutListed(parts: readonly [string, Facts][], used: Set<string>): Parts {
  return new Map(
    parts.map(([where, facts]) => {
      const listed = Object.entries(differences.values).find(
        ([end]) => where === end || where.endsWith(`.${end}`),
      );
      if (listed === undefined) return [where, facts];
      const [end, { keyword }] = listed;
      const { [keyword]: bound, ...bounds } = facts.bounds;
      if (bound !== undefined) used.add(end);
      return [where, { ...facts, bounds }];
    }),
  );
}

const kinds: readonly [SchemaName, file: string, release: string][] = [
  ['adminNetworkPolicy', 'adminnetworkpolicies', 'v0.1.7'],
  ['baselineAdminNetworkPolicy', 'baselineadminnetworkpolicies', 'v0.1.7'],
  ['clusterNetworkPolicy', 'clusternetworkpolicies', 'v0.2.0'],
];

const folder = material('upstream', 'network-policy-api');
const used = new Set<string>();

for (const [name, file, release] of kinds)
  for (const channel of ['standard', 'experimental'])
    test(
      `the ${name} schema agrees with the ${channel} channel of Network Policy API ${release}`,
      { skip: folder === null },
      () => {
        const text = readFileSync(
          path.join(folder!, release, channel, `policy.networking.k8s.io_${file}.yaml`),
          'utf8',
        );
        const { versions } = (parse(text) as { spec: { versions: readonly Version[] } }).spec;
        assert.equal(versions.length, 1);
        const upstream = theirs(versions[0]!.schema.openAPIV3Schema);
        assert.ok(upstream.length > 40, 'the definition has no parts any more');
        assert.deepEqual(
          withoutListed(ours(schemaOf(name), channel), used),
          withoutListed(upstream, new Set()),
        );
      },
    );

test('each listed difference is one', { skip: folder === null }, () => {
  assert.deepEqual([...used].sort(), Object.keys(differences.values).sort());
});

interface Version {
  readonly schema: { readonly openAPIV3Schema: Upstream };
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { schemaBelow, schemaOf, type Schema, type SchemaName } from '../../server/src/schema/at.ts';
import { material, top } from '../support/material.ts';

/** What a definition says of one part, in the words that both sides use. */
interface Facts {
  readonly type: unknown;
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly bounds: Readonly<Record<string, unknown>>;
}

/** The parts of a definition by path, such as `spec.egress[].source.nets`. */
type Parts = ReadonlyMap<string, Facts>;

/** The parts of a published definition that are compared. */
interface Upstream {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Upstream>>;
  readonly required?: readonly string[];
  readonly items?: Upstream;
  readonly additionalProperties?: Upstream;
}

/** Where ours differs on purpose. Paths are whole, or ends of paths. */
interface Differences {
  /** Required by the other group's definitions only, or by ours. */
  readonly required: readonly string[];
  /** Not looked into. */
  readonly open: readonly string[];
  /** What Calico's own validator judges, and no definition says, with our rule that does. */
  readonly values: Readonly<
    Record<string, { readonly keywords: readonly string[]; readonly rule: string | null }>
  >;
  /** What the definitions of a release leave to Calico's own validator, which judges it as later definitions do. */
  readonly left: Readonly<Record<string, Keywords>>;
}

type Keywords = Readonly<Record<string, readonly string[]>>;

const differences = (
  JSON.parse(readFileSync(path.join(top, 'schemas/stricter.json'), 'utf8')) as Record<
    string,
    Differences
  >
)['calico']!;

const values: Keywords = Object.fromEntries(
  Object.entries(differences.values).map(([end, { keywords }]) => [end, keywords]),
);

/** What bounds a value. */
const BOUNDS =
  'enum minimum maximum minItems maxItems minProperties maxProperties maxLength uniqueItems default'.split(
    ' ',
  );

const pick = (node: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    BOUNDS.flatMap((keyword) => (node[keyword] === undefined ? [] : [[keyword, node[keyword]]])),
  );

/** The facts of a part as text; equal ones print alike, whatever the order of their bounds. */
const printed = (facts: Facts | undefined): string =>
  JSON.stringify(
    facts && { ...facts, bounds: BOUNDS.map((keyword) => [keyword, facts.bounds[keyword]]) },
  );

const minor = (release: string): number => Number(release.split('.')[1]);

/** The parts of our schema as a release has them. */
function ours(schema: Schema, release: string, where = ''): [string, Facts][] {
  const { node } = schema;
  if (differences.open.includes(where)) return [];
  const names = Object.keys(node.properties ?? {});
  if (names.length > 0) assert.equal(node.additionalProperties, false, `${where} is closed`);
  const since = node['x-since'] ?? {};
  const bounds = Object.entries(pick(node as Readonly<Record<string, unknown>>)).filter(
    ([keyword]) => minor(since[keyword] ?? '3.0') <= minor(release),
  );
  return [
    [
      where,
      {
        type: node.type,
        fields: [...names].sort(),
        required: [...(node.required ?? [])].sort(),
        bounds: Object.fromEntries(bounds),
      },
    ],
    ...names.flatMap((name) => ours(schemaBelow(schema, name)!, release, below(where, name))),
    ...(node.items === undefined ? [] : ours(schemaBelow(schema, 0)!, release, `${where}[]`)),
    ...(typeof node.additionalProperties === 'object'
      ? ours(schemaBelow(schema, 'any')!, release, `${where}.*`)
      : []),
  ];
}

/** The parts of a published definition. */
function theirs(node: Upstream, where = ''): [string, Facts][] {
  if (differences.open.includes(where)) return [];
  const entries = Object.entries(node.properties ?? {});
  const enums = (node['allOf'] as readonly { readonly enum: readonly string[] }[] | undefined)?.map(
    (part) => part.enum,
  );
  const [all, ...others] = enums ?? [];
  return [
    [
      where,
      {
        type: node['x-kubernetes-int-or-string'] === true ? ['integer', 'string'] : node['type'],
        fields: entries.map(([name]) => name).sort(),
        required: [...(node.required ?? [])].sort(),
        bounds: {
          ...pick(node),
          ...(node['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
          ...(all !== undefined && {
            enum: others.reduce((left, more) => more.filter((one) => left.includes(one)), all),
          }),
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

/** What is listed for a path: its end, and the keywords. */
const listedFor = (where: string, list: Keywords): [string, readonly string[]][] =>
  Object.entries(list).filter(([end]) => where === end || where.endsWith(`.${end}`));

/** Takes the listed differences out of our side; fills `used` with those that are there. */
function withoutListed(
  parts: readonly [string, Facts][],
  release: string,
  used: Set<string>,
): Map<string, Facts> {
  return new Map(
    parts.map(([where, facts]) => {
      const bounds = { ...facts.bounds };
      for (const [name, list] of [
        ['values', values],
        [`left ${release}`, differences.left[release] ?? {}],
      ] as const)
        for (const [end, keywords] of listedFor(where, list))
          for (const keyword of keywords) {
            if (bounds[keyword] === undefined) continue;
            used.add(`${name} ${end} ${keyword}`);
            delete bounds[keyword];
          }
      return [where, { ...facts, bounds }];
    }),
  );
}

/** The required fields of an object as a whole differ from group to group; that is listed, not compared. */
const withoutRequired = (parts: Parts): Parts =>
  new Map(
    [...parts].map(([where, facts]) => [
      where,
      where === ''
        ? {
            ...facts,
            required: facts.required.filter((name) => !differences.required.includes(name)),
          }
        : facts,
    ]),
  );

const kinds: readonly [SchemaName, file: string][] = [
  ['calicoNetworkPolicy', 'networkpolicies'],
  ['calicoGlobalNetworkPolicy', 'globalnetworkpolicies'],
  ['calicoStagedNetworkPolicy', 'stagednetworkpolicies'],
  ['calicoStagedGlobalNetworkPolicy', 'stagedglobalnetworkpolicies'],
  ['calicoStagedKubernetesNetworkPolicy', 'stagedkubernetesnetworkpolicies'],
  ['calicoNetworkSet', 'networksets'],
  ['calicoGlobalNetworkSet', 'globalnetworksets'],
  ['calicoTier', 'tiers'],
  ['calicoHostEndpoint', 'hostendpoints'],
];

/** The definitions of each release; those of the development after 3.32 are the next one's. */
const releases: readonly [folder: string, release: string, groups: readonly string[]][] = [
  ['v3.31.7', '3.31', ['crd.projectcalico.org_v1']],
  ['v3.32.1', '3.32', ['crd.projectcalico.org_v1', 'projectcalico.org_v3']],
  ['master', '3.33', ['crd.projectcalico.org_v1', 'projectcalico.org_v3']],
];

const folder = material('upstream', 'calico');
const used = new Set<string>();

for (const [name, file] of kinds)
  for (const [version, release, groups] of releases)
    for (const group of groups)
      test(
        `the ${name} schema agrees with ${group} of Calico ${version}`,
        { skip: folder === null },
        () => {
          const text = readFileSync(
            path.join(folder!, version, group, `${group.split('_')[0]!}_${file}.yaml`),
            'utf8',
          );
          const { versions } = (parse(text) as { spec: { versions: readonly Version[] } }).spec;
          assert.equal(versions.length, 1);
          const upstream = new Map(theirs(versions[0]!.schema.openAPIV3Schema));
          assert.ok(upstream.size >= 5, 'the definition has no parts any more');
          const own = withoutListed(ours(schemaOf(name), release), release, used);
          // Of the root, what nobody writes came with 3.32, and only in the definitions of one group.
          const whole = upstream.get('')!;
          if (name === 'calicoTier' && !whole.fields.includes('status'))
            own.set('', { ...own.get('')!, fields: whole.fields });
          const [left, right] = [withoutRequired(own), withoutRequired(upstream)];
          const differing = [...new Set([...left.keys(), ...right.keys()])].filter(
            (where) => printed(left.get(where)) !== printed(right.get(where)),
          );
          assert.deepEqual(
            differing.map((where) => [where, left.get(where)]),
            differing.map((where) => [where, right.get(where)]),
          );
        },
      );

test('each listed difference is one', { skip: folder === null }, () => {
  const listed = Object.entries({
    values,
    ...Object.fromEntries(
      Object.entries(differences.left).map(([release, list]) => [`left ${release}`, list]),
    ),
  }).flatMap(([name, list]) =>
    Object.entries(list).flatMap(([end, keywords]) =>
      keywords.map((keyword) => `${name} ${end} ${keyword}`),
    ),
  );
  assert.deepEqual([...used].sort(), listed.sort());
});

interface Version {
  readonly schema: { readonly openAPIV3Schema: Upstream };
}

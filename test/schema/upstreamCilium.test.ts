import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { schemaBelow, schemaOf, type Schema, type SchemaName } from '../../server/src/schema/at.ts';
import { material, top } from '../support/material.ts';

/** The parts of a published definition that are compared. */
interface Upstream {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Upstream>>;
  readonly items?: Upstream;
  readonly additionalProperties?: Upstream;
  readonly oneOf?: readonly Alternative[];
  readonly anyOf?: readonly Alternative[];
  readonly enum?: readonly string[];
  readonly 'x-kubernetes-validations'?: readonly { readonly rule: string }[];
}

/** One way of several: fields that have to be there, or another type. */
interface Alternative {
  readonly required?: readonly string[];
}

/** A part's keywords, by its path; each definition as one flat mapping. */
type Facts = Readonly<Record<string, unknown>>;

/** Where ours differs on purpose: by the end of a path, the keywords that are not compared. */
interface Differences {
  readonly open: readonly string[];
  readonly values: Readonly<Record<string, { readonly keywords: readonly string[] }>>;
  readonly looser: Readonly<Record<string, readonly string[]>>;
  readonly left: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const differences = (
  JSON.parse(readFileSync(path.join(top, 'schemas/stricter.json'), 'utf8')) as {
    cilium: Differences;
  }
).cilium;

const BOUNDS =
  'enum minimum maximum minItems maxItems minLength maxLength pattern uniqueItems default'.split(
    ' ',
  );

const minor = (release: string): number => Number(release.split('.')[1]);

const below = (where: string, name: string): string => (where === '' ? name : `${where}.${name}`);

const bounds = (node: Facts): Facts =>
  Object.fromEntries(BOUNDS.flatMap((key) => (node[key] === undefined ? [] : [[key, node[key]]])));

/** The parts of our schema as a release has them. */
function ours(schema: Schema, release: string, where = ''): [string, Facts][] {
  const { node } = schema;
  if (differences.open.includes(where)) return [];
  const now = minor(release);
  const names = Object.keys(node.properties ?? {}).filter((name) => {
    const { since, until } = schemaBelow(schema, name)!.node['x-releases'] ?? {};
    return minor(since ?? '1.0') <= now && now < minor(until ?? '1.99');
  });
  if (names.length > 0) assert.equal(node.additionalProperties, false, `${where} is closed`);
  const holds = (key: string): boolean => minor(node['x-since']?.[key] ?? '1.0') <= now;
  const known = Object.entries(bounds(node as Facts)).filter(([key]) => holds(key));
  const values = node.enum?.filter(
    (value) => minor(node['x-values']?.[String(value)] ?? '1.0') <= now,
  );
  return [
    [
      where,
      {
        type: node.type,
        fields: [...names].sort(),
        required: [...(node.required ?? [])].sort(),
        ...Object.fromEntries(known),
        ...(values !== undefined && { enum: values }),
        ...(node.format !== undefined && { format: node.format }),
        ...(node['x-one-of'] !== undefined && {
          oneOf: node['x-one-of'].filter((name) => names.includes(name)).sort(),
        }),
        ...(node['x-some-of'] !== undefined &&
          holds('x-some-of') && { someOf: [...node['x-some-of']].sort() }),
      },
    ],
    ...names.flatMap((name) => ours(schemaBelow(schema, name)!, release, below(where, name))),
    ...(node.items === undefined ? [] : ours(schemaBelow(schema, 0)!, release, `${where}[]`)),
    ...(typeof node.additionalProperties === 'object'
      ? ours(schemaBelow(schema, 'any')!, release, `${where}.*`)
      : []),
  ];
}

/** The fields that some alternatives ask for. */
const among = (ways: readonly Alternative[] = []): string[] =>
  ways.flatMap(({ required = [] }) => required).sort();

/** The fields of which exactly one, or at least one, has to be there. */
function choices(node: Upstream): Facts {
  const rules = (node['x-kubernetes-validations'] ?? [])
    .map(({ rule }) => rule)
    // What holds between two versions of an object shows in neither.
    .filter((rule) => rule !== 'self == oldSelf');
  const had = rules.map((rule) =>
    rule.split(' || ').map((part) => /^has\(self\.(\w+)\)$/.exec(part)?.[1] ?? rule),
  );
  const some = [...among(node.anyOf), ...had.flat()].sort();
  const one = among(node.oneOf);
  return { ...(one.length > 0 && { oneOf: one }), ...(some.length > 0 && { someOf: some }) };
}

/** The parts of a published definition. A list that may hold nothing is no field, and its bound of nothing none. */
function theirs(node: Upstream, where = ''): [string, Facts][] {
  if (differences.open.includes(where)) return [];
  const entries = Object.entries(node.properties ?? {}).filter(
    ([, part]) => part['maxItems'] !== 0,
  );
  const { minItems, ...rest } = bounds(node);
  return [
    [
      where,
      {
        type: node['x-kubernetes-int-or-string'] === true ? ['integer', 'string'] : node['type'],
        fields: entries.map(([name]) => name).sort(),
        required: [...((node['required'] as readonly string[] | undefined) ?? [])].sort(),
        ...rest,
        ...choices(node),
        ...(node['format'] === 'cidr' && { format: 'cidr' }),
        ...(minItems !== 0 && minItems !== undefined && { minItems }),
        ...(node['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
      },
    ],
    ...entries.flatMap(([name, part]) => theirs(part, below(where, name))),
    ...(node.items === undefined ? [] : theirs(node.items, `${where}[]`)),
    ...(node.additionalProperties === undefined
      ? []
      : theirs(node.additionalProperties, `${where}.*`)),
  ];
}

const used = new Set<string>();

/** The facts of all parts, without the listed differences; what is taken out is noted in `used`. */
function compared(parts: readonly [string, Facts][], release: string): Map<string, Facts> {
  const lists = {
    values: Object.fromEntries(
      Object.entries(differences.values).map(([end, { keywords }]) => [end, keywords]),
    ),
    looser: differences.looser,
    [`left ${release}`]: differences.left[release] ?? {},
  };
  return new Map(
    parts.map(([where, facts]) => {
      const left: Record<string, unknown> = { ...facts };
      for (const [name, list] of Object.entries(lists))
        for (const [end, keywords] of Object.entries(list))
          if (where === end || where.endsWith(`.${end}`))
            for (const keyword of keywords)
              if (left[keyword] !== undefined) {
                used.add(`${name} ${end} ${keyword}`);
                delete left[keyword];
              }
      return [where, Object.fromEntries(Object.entries(left).sort(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
}

const kinds: readonly [SchemaName, file: string][] = [
  ['ciliumNetworkPolicy', 'ciliumnetworkpolicies'],
  ['ciliumClusterwideNetworkPolicy', 'ciliumclusterwidenetworkpolicies'],
  ['ciliumCIDRGroup', 'ciliumcidrgroups'],
  ['ciliumLocalRedirectPolicy', 'ciliumlocalredirectpolicies'],
  ['ciliumEnvoyConfig', 'ciliumenvoyconfigs'],
  ['ciliumClusterwideEnvoyConfig', 'ciliumclusterwideenvoyconfigs'],
];

const releases: readonly [folder: string, release: string][] = [
  ['crds-1.16.15', '1.16'],
  ['crds-1.19.0-dev', '1.19'],
  ['crds-1.20.0-dev', '1.20'],
];

const folder = material('upstream', 'cilium');

for (const [name, file] of kinds)
  for (const [version, release] of releases)
    test(`the ${name} schema agrees with Cilium ${release}`, { skip: folder === null }, () => {
      const found = ['v2', 'v2alpha1']
        .map((part) => path.join(folder!, version, part, `${file}.yaml`))
        .find((candidate) => existsSync(candidate))!;
      const { versions } = (parse(readFileSync(found, 'utf8')) as Definition).spec;
      for (const { schema } of versions) {
        const upstream = compared(theirs(schema.openAPIV3Schema), release);
        assert.ok(upstream.size >= 5, 'the definition has no parts any more');
        const own = compared(ours(schemaOf(name), release), release);
        assert.deepEqual(Object.fromEntries(own), Object.fromEntries(upstream));
      }
    });

test('each listed difference is one', { skip: folder === null }, () => {
  const listed = [
    ...Object.entries(differences.values).flatMap(([end, { keywords }]) =>
      keywords.map((keyword) => `values ${end} ${keyword}`),
    ),
    ...Object.entries({
      looser: differences.looser,
      ...Object.fromEntries(
        Object.entries(differences.left).map(([release, list]) => [`left ${release}`, list]),
      ),
    }).flatMap(([name, list]) =>
      Object.entries(list).flatMap(([end, keywords]) =>
        keywords.map((keyword) => `${name} ${end} ${keyword}`),
      ),
    ),
  ];
  assert.deepEqual([...used].sort(), listed.sort());
});

interface Definition {
  readonly spec: {
    readonly versions: readonly { readonly schema: { readonly openAPIV3Schema: Upstream } }[];
  };
}

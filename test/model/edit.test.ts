import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { applyEdits, type Edit } from '../../server/src/base/edits.ts';
import * as edit from '../../server/src/model/edit.ts';
import * as restructure from '../../server/src/model/restructure.ts';
import type { NetworkPolicy } from '../../server/src/model/networkPolicy.ts';
import { problemsOf, resourcesOf } from '../../server/src/model/read.ts';
import type { Resource } from '../../server/src/model/resource.ts';

/*
 * Manifests are written at random, in every style that people use, with a numbered comment wherever one may stand.
 * After an edit the document has to decode to exactly the value meant, and no comment outside of what was removed may
 * be gone.
 */

type Value = string | number | readonly Value[] | { readonly [key: string]: Value };

/** A policy as it is written; its members are all `Value`s. */
type Written = { readonly [key: string]: Value };

interface Style {
  readonly indent: 2 | 4;
  readonly indentLists: boolean;
  readonly newline: '\n' | '\r\n';
  readonly final: boolean;
  /** Which of the collections are written in flow style, by a running number. */
  readonly flow: readonly boolean[];
  /** Which of the places have a comment: above a line, and behind it. */
  readonly comments: readonly boolean[];
  /** Whether it is JSON instead, which has to stay JSON. */
  readonly json: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentLists: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  final: fc.boolean(),
  flow: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()), {
    minLength: 7,
    maxLength: 7,
  }),
  comments: fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
  json: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
});

/** A writer of YAML of our own, so that the edits are not tested against the library they use. */
function write(value: Value, { flow, comments, newline, final, ...style }: Style): string {
  if (style.json)
    return (
      JSON.stringify(value, null, style.indent).replaceAll('\n', newline) + (final ? newline : '')
    );
  const lines: string[] = [];
  let [collections, places, numbered] = [0, 0, 0];
  const commented = (): boolean => comments.at(places++ % comments.length)!;
  const put = (indent: number, text: string): void => {
    if (commented()) lines.push(`${' '.repeat(indent)}# c${numbered++}, a: "b" - [x] {`);
    lines.push(`${' '.repeat(indent)}${text}${commented() ? ` # c${numbered++}, - "y": ]` : ''}`);
  };
  const flowText = (value: Value): string =>
    Array.isArray(value)
      ? `[${value.map((item: Value) => flowText(item)).join(', ')}]`
      : typeof value === 'object'
        ? `{${Object.entries(value)
            .map(([key, below]) => `${key}: ${flowText(below)}`)
            .join(', ')}}`
        : typeof value === 'string'
          ? JSON.stringify(value)
          : String(value);
  const isFlow = (value: Value): boolean =>
    typeof value !== 'object' ||
    Object.keys(value).length === 0 ||
    flow.at(collections++ % flow.length)!;
  const put1 = (value: Value, indent: number, lead: string): void => {
    if (isFlow(value)) return put(indent, `${lead}${flowText(value)}`);
    if (Array.isArray(value)) return list(value, indent, lead);
    for (const [index, [key, below]] of Object.entries(value).entries()) {
      const [at, first] = index === 0 ? [indent, lead] : [indent + lead.length, ''];
      pair(key, below as Value, at, first);
    }
  };
  const list = (items: readonly Value[], indent: number, lead: string): void => {
    for (const [index, item] of items.entries())
      put1(item, index === 0 ? indent : indent + lead.length, `${index === 0 ? lead : ''}- `);
  };
  function pair(key: string, value: Value, indent: number, lead: string): void {
    if (isFlow(value)) return put(indent, `${lead}${key}: ${flowText(value)}`);
    put(indent, `${lead}${key}:`);
    const column = indent + lead.length;
    if (Array.isArray(value)) list(value, column + (style.indentLists ? style.indent : 0), '');
    else
      for (const [name, below] of Object.entries(value))
        pair(name, below as Value, column + style.indent, '');
  }
  put1(value, 0, '');
  return lines.join(newline) + (final ? newline : '');
}

const label = fc.constantFrom('web', 'api', 'db', 'a: b', '# no');
const labels = fc.dictionary(fc.constantFrom('app', 'tier', 'team'), label, { maxKeys: 2 });
const selector = fc.record({ matchLabels: labels }, { requiredKeys: [] });
const peer = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: selector }),
  fc.record({ podSelector: selector, namespaceSelector: selector }),
  fc.record({
    ipBlock: fc.record({ cidr: fc.constant('10.0.0.0/8'), except: fc.constant(['10.1.0.0/16']) }),
  }),
);
const port = fc.record({
  port: fc.integer({ min: 1, max: 65_535 }),
  protocol: fc.constantFrom('TCP', 'UDP'),
});
const rule = fc.record(
  { from: fc.array(peer, { maxLength: 3 }), ports: fc.array(port, { maxLength: 3 }) },
  { requiredKeys: [] },
);
const policy = fc
  .record({
    apiVersion: fc.constant('networking.k8s.io/v1'),
    kind: fc.constant('NetworkPolicy'),
    metadata: fc.record({ name: fc.constant('web'), labels }),
    spec: fc.record({
      podSelector: selector,
      ingress: fc.array(rule, { minLength: 1, maxLength: 3 }),
      policyTypes: fc.constantFrom(['Ingress'], ['Ingress', 'Egress']),
    }),
  })
  .map((value) => JSON.parse(JSON.stringify(value)) as Written);

const readOnly = (text: string): Resource<NetworkPolicy> => {
  const chunk = { text };
  const [resource, ...others] = resourcesOf(chunk);
  assert.deepEqual(problemsOf(chunk), [], text);
  assert.ok(resource !== undefined && others.length === 0, text);
  return resource as Resource<NetworkPolicy>;
};

const commentsIn = (text: string): string[] => text.match(/# c\d+,/g) ?? [];

type Part = Record<string, unknown> | unknown[];

/** All objects or all lists of a body with the steps that lead to them. */
function parts(value: unknown, steps: readonly (string | number)[] = []): [Part, typeof steps][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    [value as Part, steps],
    ...entries.flatMap(([step, below]) => parts(below, [...steps, step])),
  ];
}

const at = (body: unknown, steps: readonly (string | number)[]): unknown =>
  steps.reduce((value, step) => (value as Record<string | number, unknown>)[step], body);

/** The comments of the text that do not stand in what `steps` lead to. */
interface Made {
  readonly edits: readonly Edit[];
  /** What the body has to be afterwards. */
  readonly expected: unknown;
  /** A part that goes away, whose own comments may go with it. */
  readonly gone?: { readonly start: number; readonly end: number };
}

interface Tally {
  made: number;
  refused: number;
}

/** Runs one kind of edit on every part it applies to, in random manifests. */
function holds(
  name: string,
  make: (resource: Resource<NetworkPolicy>, part: Part, change: Part) => Made | null,
): void {
  test(`${name}: the value is what was meant, and every comment stays`, () => {
    const tally: Tally = { made: 0, refused: 0 };
    fc.assert(
      fc.property(policy, style, (value, style) => {
        const text = write(value, style);
        const resource = readOnly(text);
        assert.deepEqual(resource.body, value, text);
        for (const [part, steps] of parts(resource.body)) {
          const change = structuredClone(value);
          const made = make(resource, part, at(change, steps) as Part);
          if (made === null) continue;
          if (made.edits.length === 0) {
            // JSON leaves less room.
            if (!style.json) tally.refused++;
            continue;
          }
          tally.made++;
          const after = applyEdits(text, made.edits);
          const shown = `${text}\n=== ${name} at ${steps.join('.')} ===>\n${after}`;
          assert.deepEqual(readOnly(after).body, change, shown);
          if (style.json) assert.deepEqual(JSON.parse(after), change, shown);
          assert.equal(after.includes('\r\n'), text.includes('\r\n'), shown);
          const kept = commentsIn(after);
          const [start, end] =
            made.gone === undefined ? [0, 0] : [made.gone.start, lineEnd(text, made.gone.end)];
          for (const comment of commentsIn(text.slice(0, start) + text.slice(end)))
            assert.ok(kept.includes(comment), `${comment} is lost\n${shown}`);
          assert.equal(new Set(kept).size, kept.length, shown);
        }
      }),
      { numRuns: 100 },
    );
    assert.ok(tally.made > tally.refused, `${tally.made} made, ${tally.refused} refused`);
  });
}

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

const isMapping = (part: Part): part is Record<string, unknown> => !Array.isArray(part);

const added = {
  matchLabels: { new: 'yes: no' },
  matchExpressions: [{ key: 'a', operator: 'Exists' }],
};

holds('a key is renamed', (resource, part, change) => {
  const [name] = Object.keys(part);
  if (!isMapping(part) || !('team' in part) || name === undefined) return null;
  const copy = { ...(change as Record<string, unknown>) };
  for (const key of Object.keys(copy)) delete (change as Record<string, unknown>)[key];
  for (const [key, value] of Object.entries(copy))
    (change as Record<string, unknown>)[key === 'team' ? 'squad' : key] = value;
  return { edits: edit.renameKey(resource, part, 'team', 'squad'), expected: change };
});

holds('a scalar is set', (resource, part, change) => {
  if (!isMapping(part) || typeof part['port'] !== 'number') return null;
  (change as Record<string, unknown>)['port'] = 9;
  return { edits: edit.setScalar(resource, part, 'port', 9), expected: change };
});

for (const text of ['yes', '2001:db8::/32', '::/0', "it's # one: x"])
  holds(`the string ${text} is set`, (resource, part, change) => {
    if (!isMapping(part) || !('app' in part || 'cidr' in part)) return null;
    const key = 'app' in part ? 'app' : 'cidr';
    (change as Record<string, unknown>)[key] = text;
    return { edits: edit.setScalar(resource, part, key, text), expected: change };
  });

holds('a number is quoted', (resource, part, change) => {
  if (!isMapping(part) || typeof part['port'] !== 'number') return null;
  (change as Record<string, unknown>)['port'] = String(part['port']);
  return { edits: edit.quoteScalar(resource, part, 'port'), expected: change };
});

holds('a key is added', (resource, part, change) => {
  if (!isMapping(part) || 'kind' in part) return null;
  (change as Record<string, unknown>)['added'] = added;
  return { edits: edit.setKey(resource, part, 'added', added), expected: change };
});

holds('a key gets another value', (resource, part, change) => {
  if (!isMapping(part) || !('podSelector' in part)) return null;
  (change as Record<string, unknown>)['podSelector'] = added;
  return {
    edits: edit.setKey(resource, part, 'podSelector', added),
    expected: change,
    gone: resource.source.value(part, 'podSelector'),
  };
});

holds('an item is added', (resource, part, change) => {
  if (isMapping(part)) return null;
  (change as unknown[]).push(added);
  return { edits: edit.appendItem(resource, part, added), expected: change };
});

for (const which of ['first', 'last'] as const) {
  holds(`the ${which} item is removed`, (resource, part, change) => {
    if (isMapping(part) || part.length === 0) return null;
    const index = which === 'first' ? 0 : part.length - 1;
    (change as unknown[]).splice(index, 1);
    return { edits: edit.removeItem(resource, part, index), expected: change };
  });

  holds(`the ${which} key is removed`, (resource, part, change) => {
    if (!isMapping(part) || 'kind' in part || Object.keys(part).length === 0) return null;
    const name = Object.keys(part).at(which === 'first' ? 0 : -1)!;
    // Without any of these there is no policy to read afterwards.
    if (name === 'podSelector' && 'ingress' in part) return null;
    delete (change as Record<string, unknown>)[name];
    const { start } = resource.source.key(part, name);
    return {
      edits: edit.removeKey(resource, part, name),
      expected: change,
      gone: { start, end: Math.max(start, resource.source.value(part, name).end) },
    };
  });
}

holds('two items become one', (resource, part, change) => {
  if (isMapping(part) || part.length < 2) return null;
  const [first, second] = part as [object, object];
  if (typeof first !== 'object' || Object.keys(first).some((key) => key in second)) return null;
  const list = change as object[];
  list.splice(0, 2, { ...list[0], ...list[1] });
  return { edits: restructure.joinItems(resource, part, 0), expected: change };
});

holds('an item becomes one for each of its keys', (resource, part, change) => {
  if (isMapping(part) || typeof part[0] !== 'object' || Object.keys(part[0] as object).length < 2)
    return null;
  const list = change as object[];
  const pairs = Object.entries(list[0]!);
  list.splice(0, 1, ...pairs.map(([key, value]) => ({ [key]: value as unknown })));
  return { edits: restructure.splitItem(resource, part, 0), expected: change };
});

holds('a key moves to the mapping above', (resource, part, change) => {
  if (!isMapping(part) || !('ingress' in part)) return null;
  const ingress = (part as { ingress: Record<string, unknown>[] }).ingress;
  const from = ingress.findIndex((rule) => 'ports' in rule && Object.keys(rule).length > 1);
  if (from < 0) return null;
  const spec = change as { ingress: Record<string, unknown>[]; ports?: unknown };
  spec.ports = spec.ingress.at(from)!['ports'];
  delete spec.ingress.at(from)!['ports'];
  return {
    edits: restructure.moveKey(resource, ingress.at(from)!, 'ports', part),
    expected: change,
  };
});

holds('a value takes the place of the mapping around it', (resource, part, change) => {
  const selector = (isMapping(part) ? part['podSelector'] : undefined) as Part | undefined;
  if (selector === undefined || !('matchLabels' in selector)) return null;
  (change as Record<string, unknown>)['podSelector'] = selector.matchLabels;
  return {
    edits: restructure.liftValue(resource, part, 'podSelector', 'matchLabels'),
    expected: change,
  };
});

/** A policy with two keys beside the empty one that they belong to. */
const slipped = (blanks: string, newline: string): string =>
  [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata: {name: a}',
    'spec:',
    '  podSelector: # these',
    `${blanks}# why`,
    `${blanks}matchLabels: # so`,
    `${blanks}  a: b`,
    '',
    `${blanks}matchExpressions:`,
    `${blanks}- {key: c, operator: Exists} # too`,
    '  policyTypes: [Ingress]',
    '',
  ].join(newline);

for (const newline of ['\n', '\r\n'])
  test(`keys go below the empty key before them, with lines that end in ${JSON.stringify(newline)}`, () => {
    const resource = readOnly(slipped('  ', newline));
    const keys = ['matchLabels', 'matchExpressions'];
    const after = applyEdits(
      slipped('  ', newline),
      restructure.indentKeys(resource, resource.body.spec, keys),
    );
    // What stands above the first key is nobody's.
    assert.equal(after, slipped('    ', newline).replace('    # why', '  # why'));
  });

holds('a comment goes above a line', (resource, part, change) =>
  isMapping(part) && 'cidr' in part
    ? {
        edits: edit.commentAbove(resource.chunk, resource.source.of(part), 'why'),
        expected: change,
      }
    : null,
);

test('what stands behind an alias is not edited', () => {
  const text =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: &s {matchLabels: {a: b}}\n  ingress: [{from: [{podSelector: *s}]}]\n';
  const resource = readOnly(text);
  const shared = resource.body.spec.ingress!.at(0)!.from!.at(0)!.podSelector!;
  assert.deepEqual(edit.setKey(resource, shared, 'matchLabels', {}), []);
});

const peers = (...lines: readonly string[]): string =>
  [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata: {name: a}',
    'spec:',
    '  podSelector: {}',
    '  ingress:',
    '    - from:',
    ...lines.map((line) => (line === '' ? '' : `        ${line}`)),
    '',
  ].join('\n');

for (const [what, before, after] of [
  [
    'a comment above the item is not read as one of the next',
    ['# the first', '- podSelector: {}', '- ipBlock: {cidr: 10.0.0.0/8}'],
    ['# the first', '', '- ipBlock: {cidr: 10.0.0.0/8}'],
  ],
  [
    'a comment behind the item, and those inside it, get lines of their own',
    [
      '- podSelector: # those',
      "    matchLabels: {app: 'a # b'} # of a",
      '- ipBlock: {cidr: 10.0.0.0/8} # net',
    ],
    ['# those', '# of a', '', '- ipBlock: {cidr: 10.0.0.0/8} # net'],
  ],
  [
    'where a blank line follows, none is added',
    ['# the first', '- podSelector: {}', '', '- ipBlock: {cidr: 10.0.0.0/8}'],
    ['# the first', '', '- ipBlock: {cidr: 10.0.0.0/8}'],
  ],
  [
    'an item without comments leaves nothing',
    ['- podSelector: {}', '# net', '- ipBlock: {cidr: 10.0.0.0/8}'],
    ['# net', '- ipBlock: {cidr: 10.0.0.0/8}'],
  ],
] as const)
  test(`of an item that is removed, ${what}`, () => {
    const resource = readOnly(peers(...before));
    const list = resource.body.spec.ingress!.at(0)!.from!;
    assert.equal(applyEdits(peers(...before), edit.removeItem(resource, list, 0)), peers(...after));
  });

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { applyEdits, disjoint } from '../../server/src/base/edits.ts';
import { linesOf, offsetAt, positionAt } from '../../server/src/base/lines.ts';
import { cidrsOf, parseBlock } from '../../server/src/policy/cidr.ts';
import type { FileFinding } from '../../server/src/rules/fileFinding.ts';
import { rules } from '../../server/src/rules/all.ts';
import { findingsOf as findings } from '../../server/src/rules/run.ts';
import { isLandmark } from '../../server/src/workspace/roots.ts';
import { policiesOf } from '../../server/src/workspace/policies.ts';
import { settingsFromJson } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../server/src/workspace/snapshot.ts';

/*
 * A fixture is one file that holds several: `#- name` begins each. Below a line, `#^^^ severity[code] message (fix)`
 * says what is found there; the `#` stands in the first column of the range, each `^` for one more. These lines are
 * removed before anything is read, so they can satisfy nothing by themselves. `#- settings.json` holds settings;
 * `#- name.fixed.yaml` holds what the first fix of every finding of `name.yaml` makes of it.
 */

/** One file of a fixture, without its markers. */
export interface FixtureFile {
  readonly name: string;
  readonly text: string;
}

const MARKER = /^ *#\^* (?:error|warning|information|hint)\[/;

/** Cuts a fixture into its files and takes the markers out. */
export function filesOf(fixture: string): FixtureFile[] {
  const parts = fixture.split(/^#- (.+)\n/m);
  return parts
    .slice(1)
    .flatMap((name, index) =>
      index % 2 === 0 ? [{ name: name.trim(), text: withoutMarkers(parts[index + 2] ?? '') }] : [],
    );
}

const withoutMarkers = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !MARKER.test(line))
    .join('\n');

/** What is found in a file, where no rule may throw. */
const findingsOf = (snapshot: Snapshot, uri: string): readonly FileFinding[] =>
  findings(snapshot, uri, {
    rules,
    log: (_, error) => {
      throw error;
    },
  });

const uriOf = (name: string): string => `file:///fixture/${name}`;

/** The files of a fixture as a workspace that was read completely. */
export function snapshotOf(files: readonly FixtureFile[], read = true): Snapshot {
  const settings = files.find(({ name }) => name === 'settings.json');
  const { settings: parsed, problems } = settingsFromJson(JSON.parse(settings?.text ?? '{}'));
  assert.deepEqual(problems, [], 'the fixture has wrong settings');
  const manifests = files.filter(
    ({ name }) => name !== 'settings.json' && !name.includes('.fixed.'),
  );
  return apply(EMPTY, {
    reason: 'fixture',
    upserted: manifests.map(({ name, text }) => ({ uri: uriOf(name), text })),
    landmarks: new Map(
      manifests
        .filter(({ name }) => isLandmark(uriOf(name)))
        .map(({ name, text }) => [uriOf(name), text]),
    ),
    settings: parsed,
    read,
  });
}

/** Compares a fixture with what is found now, or with `UPDATE=1` writes that down. */
export function checkFixture(path: string): FileFinding[] {
  const fixture = readFileSync(path, 'utf8');
  const files = filesOf(fixture);
  const snapshot = snapshotOf(files);
  const all: FileFinding[] = [];
  const rendered = files.map(({ name, text }) => {
    if (name === 'settings.json') return `#- ${name}\n${text}`;
    const fixed = /^(.*)\.fixed(\.\w+)$/.exec(name);
    if (fixed !== null) return `#- ${name}\n${fixedText(snapshot, `${fixed[1]}${fixed[2]}`)}`;
    const found = findingsOf(snapshot, uriOf(name));
    all.push(...found);
    return `#- ${name}\n${withMarkers(snapshot, name, found)}`;
  });
  const preface = fixture.slice(0, fixture.search(/^#- /m));
  const actual = preface + rendered.join('');
  if (process.env['UPDATE'] === '1' && actual !== fixture) writeFileSync(path, actual);
  else assert.equal(actual, fixture);
  checkFixes(files, snapshot);
  return all;
}

const errorsIn = (list: readonly FileFinding[]): number =>
  list.filter(({ severity }) => severity === 'error').length;

/**
 * Every fix takes its finding away and brings no error. A safe one can always be made, and changes no policy that is
 * certainly in force as it is.
 */
function checkFixes(files: readonly FixtureFile[], snapshot: Snapshot): void {
  for (const { name, text } of files) {
    const before = findingsOf(snapshot, uriOf(name));
    for (const finding of before) {
      for (const fix of finding.fixes ?? []) {
        const edits = fix.edits();
        assert.ok(edits.length > 0 || !fix.safe, `the safe fix "${fix.title}" changes nothing`);
        if (edits.length === 0) continue;
        const start = startOf(snapshot, name, finding);
        const fixed = applyEdits(
          text,
          edits.map((edit) => moved(edit, start)),
        );
        const upserted = [{ uri: uriOf(name), text: fixed }];
        const repaired = apply(snapshot, { reason: 'fix', upserted });
        const after = findingsOf(repaired, uriOf(name));
        const same = (list: readonly FileFinding[]): number =>
          list.filter(
            (other) =>
              other.meta.code === finding.meta.code &&
              other.message === finding.message &&
              nameOf(other) === nameOf(finding),
          ).length;
        assert.ok(same(after) < same(before), `"${fix.title}" leaves its finding`);
        assert.ok(errorsIn(after) <= errorsIn(before), `"${fix.title}" brings an error`);
        // What is unnecessary can only go, and whether it is so is for its rule's own tests.
        if (fix.safe && finding.meta.tag !== 'unnecessary') {
          const meant = meanings(snapshot);
          const means = meanings(repaired);
          for (const [policy, meaning] of meant)
            assert.equal(means.get(policy), meaning, `"${fix.title}" changes what ${policy} means`);
        }
      }
    }
  }
}

/** What each policy means of which that is certain, whatever its place and the spelling of its blocks. */
const meanings = ({ policies, clusterPolicies, settings }: Snapshot): ReadonlyMap<string, string> =>
  new Map(
    [...policies.values(), clusterPolicies]
      .flatMap((members) => policiesOf(members, settings))
      .filter(({ unsure }) => unsure === null)
      .map((policy) => [
        `${policy.kind} ${policy.namespace} ${policy.name}`,
        JSON.stringify(policy, (key, value: unknown) => {
          if (key === 'span' || key === 'place' || key === 'apiVersion') return undefined;
          const block = typeof value === 'string' ? parseBlock(value) : null;
          return block === null ? value : cidrsOf([block])[0];
        }),
      ]),
  );

/** What is found once for several objects moves to the next of them. */
const nameOf = ({ member }: FileFinding): string | undefined => member?.resource.body.metadata.name;

const startOf = (snapshot: Snapshot, name: string, { chunk }: FileFinding): number =>
  snapshot.files.get(uriOf(name))!.chunks.find((placed) => placed.chunk === chunk)!.start;

const moved = <T extends { readonly span: { readonly start: number; readonly end: number } }>(
  edit: T,
  by: number,
): T => ({ ...edit, span: { start: edit.span.start + by, end: edit.span.end + by } });

/** One round of the first fix of each finding. */
function fixedText(snapshot: Snapshot, name: string): string {
  const file = snapshot.files.get(uriOf(name))!;
  const fixes = findingsOf(snapshot, uriOf(name)).map((finding) =>
    (finding.fixes?.[0]?.edits() ?? []).map((edit) =>
      moved(edit, startOf(snapshot, name, finding)),
    ),
  );
  return applyEdits(textOf(file), disjoint(fixes).flat());
}

function withMarkers(snapshot: Snapshot, name: string, found: readonly FileFinding[]): string {
  const text = textOf(snapshot.files.get(uriOf(name))!);
  const lines = linesOf(text);
  const markers = new Map<number, string[]>();
  for (const finding of found) {
    const start = startOf(snapshot, name, finding) + finding.span.start;
    const from = positionAt(lines, start);
    const end = startOf(snapshot, name, finding) + finding.span.end;
    const lineEnd = offsetAt(lines, { line: from.line + 1, character: 0 });
    const length = Math.max(1, Math.min(end, lineEnd) - start - (end >= lineEnd ? 1 : 0));
    const fixes = (finding.fixes ?? []).map(
      (fix) => ` (${fix.safe ? 'fix' : 'suggestion'}: ${fix.title})`,
    );
    const marker = `${' '.repeat(from.character)}#${'^'.repeat(length - 1)} ${finding.severity}[${finding.meta.code}] ${finding.message}${fixes.join('')}`;
    markers.set(from.line, [...(markers.get(from.line) ?? []), marker]);
  }
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...(markers.get(index) ?? [])])
    .join('\n');
}

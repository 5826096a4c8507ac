import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Enforcer } from '../../server/src/policy/assumptions.ts';
import { enforcerText } from '../../server/src/workspace/enforcer.ts';
import { settingsFromTexts, type Settings } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import { at, deployment, policy, snapshotOf } from './build.ts';

const calico =
  'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: web\nspec:\n  types: [Ingress]\n';
const calicoStored =
  'kind: NetworkPolicy\nmetadata:\n  name: default.web\n  namespace: shop\napiVersion: crd.projectcalico.org/v1\nspec: {}\n';
const cilium =
  'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  endpointSelector: {}\n  ingress:\n    - {}\n';
const kubernetes = policy('web', { namespace: 'shop' });

const enforcerOf = ({ settings }: Snapshot): Enforcer => settings.assumptions.enforcer;

const set = (...texts: string[]): Settings => settingsFromTexts(texts).settings;

/** A snapshot of files with these texts. */
const of = (texts: readonly string[], settings = set()): Snapshot =>
  snapshotOf(Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text])), { settings });

const guess = (...texts: string[]): Enforcer => enforcerOf(of(texts));

const matchesPods = (text: string, ...settings: string[]): boolean =>
  of([text], set(...settings)).settings.assumptions.ipBlocksMatchPods;

const said = (texts: readonly string[], ...settings: string[]): string =>
  enforcerText(of(texts, set(...settings)));

test('what enforces is guessed from the policies that are the only ones of a plugin', () => {
  assert.equal(guess(), 'generic');
  assert.equal(guess(kubernetes, deployment('web')), 'generic');
  assert.equal(guess(kubernetes, calico), 'calico');
  assert.equal(guess(`${kubernetes}---\n${cilium}`), 'cilium');
  assert.equal(guess(calicoStored, calico), 'calico');
  assert.equal(guess(calico, cilium), 'generic');
  const list = 'items: [{ apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy }]';
  assert.equal(guess(`apiVersion: v1\nkind: List\n${list}\n`), 'cilium');
});

test('nothing is guessed before every file is read, and a guess stands while files are read again', () => {
  const started = snapshotOf({ 'a.yaml': calico }, { read: false });
  assert.equal(enforcerOf(started), 'generic');
  const done = apply(started, { reason: 'end of reading', read: true });
  assert.equal(enforcerOf(done), 'calico');
  const again = apply(done, { reason: 'start of reading', read: false, removed: [at('a.yaml')] });
  assert.equal(enforcerOf(again), 'calico');
  assert.equal(enforcerOf(apply(again, { reason: 'end of reading', read: true })), 'generic');
});

test('the setting wins over the guess', () => {
  assert.equal(enforcerOf(of([calico], set('enforcer=cilium'))), 'cilium');
  assert.equal(enforcerOf(of([calico], set('enforcer=generic'))), 'generic');
  assert.equal(enforcerOf(of([], set('enforcer=calico'))), 'calico');
});

test('whether blocks match pods follows the enforcer, unless it is set', () => {
  assert.equal(matchesPods(kubernetes), true);
  assert.equal(matchesPods(calico), true);
  assert.equal(matchesPods(cilium), false);
  assert.equal(matchesPods(kubernetes, 'enforcer=cilium'), false);
  assert.equal(matchesPods(cilium, 'ipBlocksMatchPods=true'), true);
  assert.equal(matchesPods(cilium, 'enforcer=calico'), true);
  assert.equal(matchesPods(calico, 'ipBlocksMatchPods=false'), false);
});

test('what is assumed is the same object for as long as it says the same', () => {
  const first = of([calico]);
  const second = apply(first, {
    reason: 'more',
    upserted: [{ uri: at('b.yaml'), text: kubernetes }],
  });
  assert.equal(second.settings, first.settings);
  assert.equal(second.vendors, first.vendors);
  const third = apply(second, { reason: 'settings', settings: set('completion=off') });
  assert.notEqual(third.settings, first.settings);
  assert.equal(third.settings.assumptions, first.settings.assumptions);
});

test('it is said in words what enforces and how that is known', () => {
  assert.equal(said([calico]), 'Calico (guessed from the workspace)');
  assert.equal(said([kubernetes], 'enforcer=cilium'), 'Cilium (setting `netpol.enforcer`)');
  assert.equal(said([kubernetes]), 'any network plugin (no policies of Calico or Cilium are here)');
  assert.equal(
    said([calico, cilium]),
    'any network plugin (policies of both Calico and Cilium are here)',
  );
  assert.equal(
    enforcerText(snapshotOf({ 'a.yaml': calico }, { read: false })),
    'any network plugin (not every file of the workspace is read)',
  );
});

/** A snapshot of some files and an open one. */
const opened = (texts: readonly string[], text: string): Snapshot =>
  apply(of(texts), {
    reason: 'opened',
    upserted: [{ uri: at('typed.yaml'), text }],
    opened: [at('typed.yaml')],
  });

const edit = (snapshot: Snapshot, start: number, end: number, text: string): Snapshot =>
  apply(snapshot, {
    reason: 'typed',
    edited: [{ uri: at('typed.yaml'), changes: [{ start, end, text }] }],
  });

/** How often what enforces became something else. */
const changes = (enforcers: readonly Enforcer[]): number =>
  enforcers.filter((enforcer, index) => index > 0 && enforcer !== enforcers[index - 1]).length;

/** What a fresh start would guess. */
const fresh = ({ files }: Snapshot): Enforcer =>
  enforcerOf(
    apply(EMPTY, {
      reason: 'fresh',
      upserted: [...files.values()].map((file) => ({ uri: file.uri, text: textOf(file) })),
      read: true,
    }),
  );

const documents = fc.constantFrom(calico, calicoStored, cilium, kubernetes, deployment('web'));

test('typing a document character by character makes another guess at most once, when it can be read', () => {
  fc.assert(
    fc.property(
      fc.array(documents, { maxLength: 2 }),
      documents,
      documents,
      (others, first, typed) => {
        let snapshot = opened(others, `${first}---\n`);
        const enforcers = [enforcerOf(snapshot)];
        let end = textOf(snapshot.files.get(at('typed.yaml'))!).length;
        for (const character of typed) {
          snapshot = edit(snapshot, end, end++, character);
          enforcers.push(enforcerOf(snapshot));
        }
        assert.ok(changes(enforcers) <= 1, enforcers.join(' '));
        assert.equal(enforcers.at(-1), fresh(snapshot));
      },
    ),
    { numRuns: 60 },
  );
});

test('deleting a stretch of a document with its end and typing it again changes no guess meanwhile', () => {
  fc.assert(
    fc.property(
      fc.array(documents, { maxLength: 2 }),
      fc.constantFrom(calico, calicoStored, cilium),
      fc.nat({ max: 200 }),
      fc.nat({ max: 200 }),
      (others, text, from, length) => {
        let snapshot = opened(others, text);
        const enforcer = enforcerOf(snapshot);
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        for (let place = end; place > start; place--) {
          snapshot = edit(snapshot, place - 1, place, '');
          assert.equal(enforcerOf(snapshot), enforcer);
        }
        for (let place = start; place < end; place++) {
          snapshot = edit(snapshot, place, place, text[place]!);
          assert.equal(enforcerOf(snapshot), enforcer);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a document that is gone, or of another kind, no longer tells; nor does an unfinished one once its file is closed', () => {
  const both = opened([calico], `${cilium}---\n${kubernetes}`);
  assert.equal(enforcerOf(both), 'generic');
  assert.equal(enforcerOf(edit(both, 0, cilium.length, '')), 'calico');
  assert.equal(enforcerOf(edit(both, 0, cilium.length, `${kubernetes}---\n`)), 'calico');
  const broken = edit(both, 0, 'apiVersion: cilium'.length, 'apiVersion: ciliu');
  assert.equal(enforcerOf(broken), 'generic');
  const closed = apply(broken, { reason: 'closed', closed: [at('typed.yaml')] });
  assert.equal(enforcerOf(closed), 'calico');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, RuleMeta } from '../../server/src/model/finding.ts';
import type { Namespaces, PodPeer } from '../../server/src/policy/ir.ts';
import { documentRule, worldRule, type Rule } from '../../server/src/rules/rule.ts';
import {
  fileFindingsOf,
  findingInSteps,
  findingsOf,
  isJudged,
  type Run,
} from '../../server/src/rules/run.ts';
import { settingsFromTexts } from '../../server/src/workspace/settings.ts';
import { apply, type Member, type Snapshot } from '../../server/src/workspace/snapshot.ts';
import type { World } from '../../server/src/workspace/world.ts';
import { at, deployment, namespace, policy, snapshotOf, typed } from './build.ts';

const meta = (code: string, more: Partial<RuleMeta> = {}): RuleMeta => ({
  code,
  title: code,
  category: 'clarity',
  severity: 'warning',
  docs: '',
  since: '0.1.0',
  fixable: false,
  ...more,
});

/** A rule that counts its runs and finds what `find` says of each policy. */
function counting(
  find: (member: Member, world: World) => Partial<Finding> | null,
  more: Partial<RuleMeta> = {},
): { readonly rule: Rule; readonly runs: () => number } {
  let runs = 0;
  const rule = worldRule(
    meta('counted', more),
    ['kubernetes/NetworkPolicy'],
    function* (member, world) {
      runs++;
      const found = find(member, world);
      const span = member.resource.source.key(member.resource.body.spec, 'podSelector');
      if (found !== null) yield { span, message: 'found', confidence: 'supported', ...found };
    },
  );
  return { rule, runs: () => runs };
}

const running = (...rules: Rule[]): Run => ({
  rules,
  log: (code, error) => assert.fail(`${code}: ${String(error)}`),
});

const files = {
  'policy.yaml': policy('p', { namespace: 'shop' }),
  'web.yaml': deployment('web', { namespace: 'shop' }),
  'other.yaml': deployment('web', { namespace: 'other' }) + policy('q', { namespace: 'other' }),
};
const uri = at('policy.yaml');

test('a world rule runs again only when an answer that it read is another', () => {
  const { rule, runs } = counting((_, world) => ({
    message: `${world.inventory('shop').pods.length} pods`,
  }));
  const run = running(rule);
  const first = snapshotOf(files);
  assert.deepEqual(
    findingsOf(first, uri, run).map(({ message }) => message),
    ['1 pods'],
  );
  const elsewhere = typed(
    typed(first, 'other.yaml', 'app: web', 'app: wob'),
    'other.yaml',
    'client',
    'c',
  );
  assert.equal(findingsOf(elsewhere, uri, run), findingsOf(first, uri, run));
  assert.equal(runs(), 1);
  const here = apply(elsewhere, {
    reason: 'add',
    upserted: [{ uri: at('db.yaml'), text: deployment('db', { namespace: 'shop' }) }],
  });
  assert.deepEqual(
    findingsOf(here, uri, run).map(({ message }) => message),
    ['2 pods'],
  );
  assert.equal(runs(), 2);
});

test('a rule that reads the policies of its namespace runs again when a neighbour is edited', () => {
  const { rule, runs } = counting((member, world) => {
    world.policies(member.namespace!);
    return null;
  });
  const first = snapshotOf({ ...files, 'r.yaml': policy('r', { namespace: 'shop' }) });
  findingsOf(first, uri, running(rule));
  const before = runs();
  findingsOf(typed(first, 'web.yaml', 'app: web', 'app: wob'), uri, running(rule));
  assert.equal(runs(), before);
  findingsOf(typed(first, 'r.yaml', 'app: web', 'app: wob'), uri, running(rule));
  assert.equal(runs(), before + 1);
});

test('a rule that reads which namespaces a selector matches runs again only when others match', () => {
  const staging = {
    kind: 'matching',
    selector: { op: 'in', key: 'stage', values: ['staging'] },
  } as const satisfies Namespaces;
  const { rule, runs } = counting((_, world) => ({ message: world.spokenOf(staging).join() }));
  const first = snapshotOf({
    ...files,
    'namespaces.yaml': namespace('shop', 'stage: prod') + namespace('other', 'stage: staging'),
  });
  const message = (snapshot: Snapshot): string | undefined =>
    findingsOf(snapshot, uri, running(rule))[0]?.message;
  assert.equal(message(first), 'other');
  const same = typed(first, 'namespaces.yaml', 'stage: prod', 'stage: production');
  assert.equal(message(same), 'other');
  assert.equal(runs(), 1);
  const another = typed(same, 'namespaces.yaml', 'stage: production', 'stage: staging');
  assert.equal(message(another), 'other,shop');
  assert.equal(runs(), 2);
});

test('a rule that reads what a selector selects runs again only when that is another', () => {
  const clients = {
    kind: 'pods',
    namespaces: { kind: 'matching', selector: { op: 'all', of: [] } },
    pods: { op: 'in', key: 'app', values: ['client'] },
  } as const satisfies PodPeer;
  const { rule, runs } = counting((_, world) => ({
    message: world
      .podsOf(clients)
      .pods.map(({ owner }) => owner.name)
      .join(),
  }));
  const first = snapshotOf({
    ...files,
    'client.yaml': deployment('client', { namespace: 'other' }),
  });
  const message = (snapshot: Snapshot): string | undefined =>
    findingsOf(snapshot, uri, running(rule))[0]?.message;
  assert.equal(message(first), 'client');
  const same = typed(first, 'other.yaml', 'app: web', 'app: wob');
  assert.equal(message(same), 'client');
  assert.equal(runs(), 1);
  const another = typed(same, 'web.yaml', 'app: web', 'app: client');
  assert.equal(message(another), 'client,web');
  assert.equal(runs(), 2);
});

test('a rule runs again only when a part of an inventory that it looked at is another', () => {
  const { rule, runs } = counting((_, world) => ({
    message: `${world.inventory('shop').services.length} Services`,
  }));
  const first = snapshotOf(files);
  findingsOf(first, uri, running(rule));
  const edited = typed(first, 'web.yaml', 'app: web', 'app: wob');
  findingsOf(edited, uri, running(rule));
  assert.equal(runs(), 1);
});

test('a file is judged one document a step, and is then known as judged', () => {
  const { rule, runs } = counting(() => ({}));
  const run = running(rule);
  const names = ['p', 'q', 'r'];
  const snapshot = snapshotOf({
    'policy.yaml': names.map((name) => policy(name, { namespace: 'shop' })).join(''),
  });
  assert.ok(!isJudged(snapshot, uri, run));
  const steps = findingInSteps(snapshot, uri, run);
  for (const [count] of names.entries()) {
    assert.equal(steps.next().done, false);
    assert.equal(runs(), count + 1);
  }
  const last = steps.next();
  assert.ok(last.done === true);
  assert.deepEqual(last.value, fileFindingsOf(snapshot, uri, run));
  assert.equal(runs(), names.length);
  assert.ok(isJudged(snapshot, uri, run));
  assert.ok(isJudged(typed(snapshot, 'policy.yaml', 'client', 'clients'), uri, run));
  assert.ok(!isJudged(snapshot, uri, running(rule)));
});

test('a rule that throws is logged with its code and kills no other', () => {
  const logged: string[] = [];
  const bad = documentRule(meta('bad'), ['kubernetes/NetworkPolicy'], () => {
    throw new Error('oh');
  });
  const { rule } = counting(() => ({}));
  const run: Run = {
    rules: [bad, rule],
    log: (code, error) => logged.push(`${code}: ${(error as Error).message}`),
  };
  assert.deepEqual(
    findingsOf(snapshotOf(files), uri, run).map((found) => found.meta.code),
    ['counted'],
  );
  assert.deepEqual(logged, ['bad: oh']);
});

const severity = (text: string[], found: Partial<Finding>): string | undefined => {
  const { settings } = settingsFromTexts(text);
  return findingsOf(snapshotOf(files, { settings }), uri, running(counting(() => found).rule))[0]
    ?.severity;
};

test('settings decide the severity, and what is merely possible is never above information', () => {
  assert.equal(severity([], {}), 'warning');
  assert.equal(severity([], { severity: 'hint' }), 'hint');
  assert.equal(severity([], { confidence: 'possible' }), 'information');
  assert.equal(severity([], { confidence: 'possible', severity: 'hint' }), 'hint');
  assert.equal(severity(['rules.counted=error'], { severity: 'hint' }), 'error');
  assert.equal(severity(['rules.counted=error'], { confidence: 'possible' }), 'information');
  assert.equal(severity(['rules.counted=off'], {}), undefined);
});

test('a rule that speaks of an absence runs only where the root was read completely', () => {
  const run = running(counting(() => ({}), { absence: true }).rule);
  const whole = snapshotOf(files);
  assert.equal(findingsOf(whole, uri, run).length, 1);
  assert.equal(findingsOf(apply(whole, { reason: 'partial', read: false }), uri, run).length, 0);
});

test('rules never see templates, dumps, fragments, and objects without their required parts', () => {
  const run = running(counting(() => ({})).rule);
  const count = (text: string, landmarks = new Map<string, string>()): number =>
    findingsOf(snapshotOf({ 'policy.yaml': text }, { landmarks }), uri, run).filter(
      ({ meta }) => meta.code === 'counted',
    ).length;
  assert.equal(count(policy('p')), 1);
  assert.equal(count(policy('p', { labels: 'app: "{{ .Values.app }}"' })), 0);
  assert.equal(count(policy('p').replace('  name: p', '  name: p\n  managedFields: []')), 0);
  assert.equal(count(policy('p').replace('spec:', 'spec: 1\nx:')), 0);
  assert.equal(
    count(
      policy('p'),
      new Map([[at('kustomization.yaml'), 'patchesStrategicMerge: [policy.yaml]']]),
    ),
    0,
  );
});

test('a comment in a fragment may be for what is only said of the whole', () => {
  const fragment = new Map([[at('kustomization.yaml'), 'patchesStrategicMerge: [policy.yaml]']]);
  const unused = (code: string): string[] =>
    findingsOf(
      snapshotOf(
        { 'policy.yaml': policy('p').replace('spec:', `# netpol-ignore[${code}]\nspec:`) },
        { landmarks: fragment },
      ),
      uri,
    ).map(({ meta, message }) => `${meta.code} ${message.split('`')[1]!}`);
  assert.deepEqual(unused('invalid-port'), []);
  assert.deepEqual(unused('unknown-field'), ['unused-ignore unknown-field']);
});

test('a comment on the line or above it silences a finding, and one that silences nothing is a hint', () => {
  const run = running(counting(() => ({})).rule);
  const look = (text: string): { active: string[]; silenced: string[] } => {
    const { findings, silenced } = fileFindingsOf(snapshotOf({ 'policy.yaml': text }), uri, run);
    return {
      active: findings.map(({ meta }) => meta.code),
      silenced: silenced.map(({ meta, reason }) => `${meta.code}: ${reason}`),
    };
  };
  const plain = policy('p');
  assert.deepEqual(
    look(plain.replace('podSelector:', 'podSelector: # netpol-ignore[counted] on purpose')),
    { active: [], silenced: ['counted: on purpose'] },
  );
  assert.deepEqual(
    look(
      plain.replace(
        '  podSelector:',
        '  # netpol-ignore[counted, nonsense]\n  # really\n  podSelector:',
      ),
    ),
    { active: ['unused-ignore'], silenced: ['counted: '] },
  );
  assert.deepEqual(
    look(plain.replace('policyTypes:', '# netpol-ignore[counted]\n  policyTypes:')).active.sort(),
    ['counted', 'unused-ignore'],
  );
});

const names = (_: Member, world: World): Partial<Finding> => ({
  message: world
    .namespaces()
    .map(({ name, complete }) => `${name}${complete ? '' : '?'}`)
    .join(),
});

test('what a rule read of one snapshot never decides what it finds in another', () => {
  const { rule } = counting(names);
  const run = running(rule);
  const message = (...added: string[]): string | undefined => {
    const first = snapshotOf(files);
    findingsOf(first, uri, run);
    const next = apply(first, {
      reason: 'add',
      upserted: added.map((text, index) => ({ uri: at(`n${index}.yaml`), text })),
    });
    return findingsOf(next, uri, run)[0]?.message;
  };
  assert.equal(message(), 'other?,shop?');
  assert.equal(message(namespace('shop')), 'other?,shop');
});

test('a finding shows the first of very many other places', () => {
  const { rule } = counting(({ uri: own, resource }) => ({
    also: Array.from({ length: 1000 }, (_, i) => ({
      uri: own,
      chunk: resource.chunk,
      span: { start: 0, end: 1 },
      message: `place ${i}`,
    })),
  }));
  const [finding] = findingsOf(snapshotOf(files), uri, running(rule));
  assert.deepEqual(
    finding?.also?.map(({ message }) => message),
    Array.from({ length: 20 }, (_, i) => `place ${i}`),
  );
});

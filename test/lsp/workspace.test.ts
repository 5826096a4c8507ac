import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { folderOf, pulling, pushedTo, startServer, type TestClient } from './support/client.ts';
import { bad, good } from './support/policies.ts';

/** The codes that were last pushed for a file; undefined where none were. */
const pushed = ({ pushed: told }: TestClient, uri: string): unknown[] | undefined =>
  told
    .get(uri)
    ?.at(-1)
    ?.diagnostics.map(({ code }) => code);

/** Whether `invalid-port` was pushed for a file last; undefined where nothing was. */
const isRefused = (client: TestClient, uri: string): boolean | undefined =>
  pushed(client, uri)?.includes('invalid-port');

const changed = ({ connection }: TestClient, uri: string, type: 1 | 2 | 3) =>
  connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

const web = (labels: string): string =>
  `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { ${labels} } }
spec: { containers: [{ name: main }] }
`;

test('leaves out what ignore files, settings and the editor hide, and what is vendored or dumped', async () => {
  const folder = folderOf({
    'shown.yaml': bad,
    '.gitignore': 'ignored/\n',
    'ignored/a.yaml': bad,
    'sub/.gitignore': '*.yaml\n!kept.yaml\n',
    'sub/a.yaml': bad,
    'sub/kept.yaml': bad,
    'node_modules/x/a.yaml': bad,
    'vendor/a.yaml': bad,
    'hidden/a.yaml': bad,
    'excluded/a.yaml': bad,
    'dump.yaml': bad.replace('metadata: {', 'metadata: { managedFields: [],'),
    'notes.txt': bad,
  });
  const client = await startServer({
    folders: [folder.uri],
    capabilities: pushedTo,
    options: { readsFiles: true },
    configuration: (section) =>
      section === 'netpol' ? { exclude: ['excluded/**'] } : { '**/hidden': true, '**/sub': false },
  });
  await client.until('diagnostics', () => client.pushed.size >= 2);
  await settled(client);
  assert.deepEqual(
    [...client.pushed.keys()].sort(),
    ['shown.yaml', 'sub/kept.yaml'].map((name) => `${folder.uri}/${name}`),
  );
  await client.stop();
});

interface Status {
  readonly files: number;
  readonly enforcer: string;
  readonly busy: boolean;
}

const statuses = ({ received }: TestClient): Status[] =>
  received.filter(({ method }) => method === 'netpol/status').map(({ params }) => params as Status);

/** Waits until the server has read everything. */
const settled = (client: TestClient): Promise<void> =>
  client.until('the end of reading', () => {
    const last = statuses(client).at(-1);
    return last !== undefined && !last.busy;
  });

test('sleeps until a file mentions a policy', async () => {
  const folder = folderOf({ 'pod.yaml': web('app: other') });
  const client = await startServer({
    folders: [folder.uri],
    capabilities: pushedTo,
    options: { readsFiles: true },
  });
  await settled(client);
  const files = async (): Promise<number> =>
    (await client.connection.sendRequest<{ status: { files: number } }>('netpol/history')).status
      .files;
  assert.equal(await files(), 0);
  const uri = folder.write('policy.yaml', good);
  await changed(client, uri, 1);
  await client.until('the folder', () => statuses(client).at(-1)?.files === 2);
  await client.stop();
});

test('tells which network plugin enforces, and again when policies come that say otherwise', async () => {
  const calico =
    'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: x }\n';
  const folder = folderOf({ 'good.yaml': good, 'calico.yaml': calico });
  const client = await startServer({
    folders: [folder.uri],
    capabilities: pushedTo,
    options: { readsFiles: true },
  });
  await settled(client);
  assert.equal(statuses(client).at(-1)!.enforcer, 'Calico (guessed from the workspace)');
  const cilium = 'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: x }\n';
  await changed(client, folder.write('cilium.yaml', cilium), 1);
  await client.until('both', () => statuses(client).at(-1)!.enforcer.includes('both'));
  await client.stop();
});

test('follows files that are created, edited and deleted outside the editor', async () => {
  const folder = folderOf({ 'good.yaml': good });
  const client = await startServer({ folders: [folder.uri], capabilities: pushedTo });
  const uri = folder.write('dir/web.yaml', bad);
  await changed(client, uri, 1);
  await client.until('an error', () => isRefused(client, uri) === true);
  folder.write('dir/web.yaml', good);
  await changed(client, uri, 2);
  await client.until('its end', () => isRefused(client, uri) === false);
  folder.write('dir/web.yaml', bad);
  await changed(client, uri, 2);
  await client.until('an error again', () => isRefused(client, uri) === true);
  // Of a directory that goes, some editors tell no more than that.
  rmSync(path.join(folder.path, 'dir'), { recursive: true });
  await changed(client, `${folder.uri}/dir`, 3);
  await client.until('its end', () => isRefused(client, uri) === false);
  const ignored = folder.write('web.yaml', bad);
  await changed(client, ignored, 1);
  await client.until('an error', () => isRefused(client, ignored) === true);
  await changed(client, folder.write('.gitignore', 'web.yaml\n'), 1);
  await client.until('its end', () => isRefused(client, ignored) === false);
  await client.stop();
});

test('an open file is as the editor has it, and as the disk has it once it is closed', async () => {
  const folder = folderOf({ 'web.yaml': bad });
  const client = await startServer({ folders: [folder.uri], capabilities: pushedTo });
  const uri = `${folder.uri}/web.yaml`;
  await client.until('the error', () => isRefused(client, uri) === true);
  await client.open(uri, good);
  await client.until('its end', () => isRefused(client, uri) === false);
  await changed(client, uri, 2);
  await client.close(uri);
  await client.until('the error', () => isRefused(client, uri) === true);
  await client.open(uri, bad);
  rmSync(path.join(folder.path, 'web.yaml'));
  await changed(client, uri, 3);
  await client.close(uri);
  await client.until('the end of a file that is gone', () => isRefused(client, uri) === false);
  await client.stop();
});

test('shows information and hints of open files only', async () => {
  const text = good.replace('app: client } } }', 'app: client } } }, { podSelector: {} }');
  const folder = folderOf({ 'web.yaml': text });
  const client = await startServer({ folders: [folder.uri], capabilities: pushedTo });
  const uri = `${folder.uri}/web.yaml`;
  await client.open(uri, text);
  await client.until('the hint', () => pushed(client, uri)?.includes('redundant-peer') === true);
  await client.close(uri);
  await client.until('its end', () => pushed(client, uri)?.length === 0);
  await client.stop();
});

test('takes over a changed configuration, says what of it is wrong, and keeps the rest', async () => {
  let settings: unknown = {
    rules: { 'invalid-port': 'off', 'invalid-prot': 'off' },
    kubernetesVersion: 'new',
  };
  const client = await startServer({ configuration: () => settings });
  await client.open('untitled:a', bad);
  assert.deepEqual(await client.pull('untitled:a'), []);
  const complaint = client.received.find(({ method }) => method === 'window/showMessage');
  assert.match((complaint!.params as { message: string }).message, /netpol\.kubernetesVersion/);
  const logged = client.received.find(({ method }) => method === 'window/logMessage');
  assert.match((logged!.params as { message: string }).message, /`invalid-prot`.*`invalid-port`\?/);
  settings = { rules: { 'invalid-port': 'hint' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until('a refresh', () =>
    client.received.some(({ method }) => method === 'workspace/diagnostic/refresh'),
  );
  const [{ severity }] = (await client.pull('untitled:a')) as [Diagnostic];
  assert.equal(severity, 4);
  await client.stop();
});

test('takes the configuration that a client sends instead of being asked', async () => {
  const client = await startServer({
    capabilities: { textDocument: { publishDiagnostics: {} } },
    options: { settings: { rules: { 'invalid-port': 'off' } } },
  });
  await client.open('untitled:a', bad);
  await client.until('an answer', () => isRefused(client, 'untitled:a') === false);
  const settings = { netpol: { rules: {} } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await client.until('the error', () => isRefused(client, 'untitled:a') === true);
  await client.stop();
});

test('asks to pull again where another file changes what was pulled, and not otherwise', async () => {
  const policy = good.replace('app: web', 'app: wep');
  const folder = folderOf({ 'pod.yaml': web('app: other') });
  const client = await startServer({ folders: [folder.uri], capabilities: pulling });
  const [uri, pod] = [`${folder.uri}/policy.yaml`, `${folder.uri}/pod.yaml`];
  await client.open(uri, policy);
  const refreshes = (): number =>
    client.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  const codes = async (): Promise<unknown[]> => (await client.pull(uri)).map(({ code }) => code);
  await client.until('the pods', () => client.received.length > 0);
  assert.deepEqual(await codes(), []);
  await client.open(pod, web('app: other'));
  await client.type(pod, 'app: other', 'app: web');
  await client.until('a refresh', () => refreshes() > 0);
  assert.deepEqual(await codes(), ['selector-matches-nothing']);
  const before = refreshes();
  // Who waits for news of closed files is told after the same rest, so by then a refresh would have come.
  const told = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  await client.type(pod, 'main', 'helper');
  await client.pull(pod);
  await client.type(uri, 'app: client', 'app: customer');
  await codes();
  await changed(client, folder.write('bank.yaml', bad.replace('shop', 'bank')), 1);
  await told;
  assert.equal(refreshes(), before);
  await client.stop();
});

test('keeps several folders apart, and follows those that come and go', async () => {
  const pods = folderOf({ 'pod.yaml': web('app: web'), 'inner/web.yaml': bad });
  const policies = folderOf({ 'web.yaml': good.replace('app: web', 'app: wep') });
  const client = await startServer({ folders: [policies.uri], capabilities: pushedTo });
  const change = (added: string[], removed: string[]) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((uri) => ({ uri, name: uri })),
        removed: removed.map((uri) => ({ uri, name: uri })),
      },
    });
  await change([pods.uri], []);
  const inner = `${pods.uri}/inner/web.yaml`;
  await client.until('the new folder', () => isRefused(client, inner) === true);
  // The pod of the other folder would make the selector a near miss.
  assert.equal(pushed(client, `${policies.uri}/web.yaml`), undefined);
  await client.open(inner, bad);
  await change([`${pods.uri}/inner`], [pods.uri]);
  await client.type(inner, '"8080"', '8080');
  await client.until('the open file in its new folder', () => isRefused(client, inner) === false);
  await change([], [`${pods.uri}/inner`]);
  await client.type(inner, '8080', '"8080"');
  await client.until('the open file in no folder', () => isRefused(client, inner) === true);
  await client.close(inner);
  await client.until('its end', () => isRefused(client, inner) === false);
  await client.stop();
});

test('reads what is no directory of this machine through the client', async () => {
  const files: Record<string, string> = {
    'memfs:/shop/web.yaml': bad,
    'memfs:/shop/.gitignore': 'out/\n',
    'memfs:/shop/out/a.yaml': bad,
    'memfs:/shop/node_modules/a.yaml': bad,
    'memfs:/shop/hidden/a.yaml': bad,
  };
  const client = await startServer({
    folders: ['memfs:/shop'],
    capabilities: pushedTo,
    options: { readsFiles: true },
    configuration: (section) => (section === 'netpol' ? { exclude: ['hidden'] } : null),
    answers: {
      'netpol/list': () => Object.keys(files),
      'netpol/read': ({ uris }: { uris: string[] }) => uris.map((uri) => files[uri] ?? null),
    },
  });
  await client.until('the error', () => isRefused(client, 'memfs:/shop/web.yaml') === true);
  assert.deepEqual([...client.pushed.keys()], ['memfs:/shop/web.yaml']);
  await client.stop();
});

/** A policy that allows some egress of the pod `web` and no DNS. */
const withoutDns = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  egress:
    - to: [{ podSelector: { matchLabels: { app: database } } }]
`;

test('speaks of what is missing only where everything was read', async () => {
  const another = good.replace('name: web', 'name: other');
  const files: Record<string, string | null> = {
    'memfs:/shop/web.yaml': withoutDns,
    'memfs:/shop/pod.yaml': web('app: web'),
    'memfs:/shop/other.yaml': another,
  };
  const client = await startServer({
    folders: ['memfs:/shop'],
    capabilities: pushedTo,
    options: { readsFiles: true },
    configuration: (section) => (section === 'netpol' ? { maxDocumentBytes: 1024 } : null),
    answers: {
      'netpol/list': () => Object.keys(files),
      'netpol/read': ({ uris }: { uris: string[] }) => uris.map((uri) => files[uri] ?? null),
    },
  });
  const other = 'memfs:/shop/other.yaml';
  const readAs = async (text: string | null): Promise<void> => {
    files[other] = text;
    await changed(client, other, 2);
  };
  const saysSo = (): boolean =>
    pushed(client, 'memfs:/shop/web.yaml')?.includes('missing-dns-egress') === true;
  await client.until('the finding', saysSo);
  await readAs(null);
  await client.until('silence, as a file cannot be read', () => !saysSo());
  await readAs(another);
  await client.until('the finding again', saysSo);
  await readAs(`${another}#${' '.repeat(1024)}\n`);
  await client.until('silence, as a document is too large', () => !saysSo());
  await readAs(another);
  await client.until('the finding again', saysSo);
  await client.stop();
});

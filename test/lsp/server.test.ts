import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import { pulling, pushedTo, startServer, type TestClient } from './support/client.ts';
import { bad, good, policy } from './support/policies.ts';

const codes = async (client: TestClient, uri: string): Promise<unknown[]> =>
  (await client.pull(uri)).map(({ code }) => code);

test('says what it can do, and to which client', async () => {
  const client = await startServer();
  const { serverInfo, capabilities } = client.initialized;
  assert.equal(serverInfo?.name, 'netpol');
  assert.equal(capabilities.positionEncoding, 'utf-16');
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
  assert.deepEqual(capabilities.diagnosticProvider, {
    identifier: 'netpol',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  const other = await startServer({ capabilities: pushedTo });
  assert.equal(other.initialized.capabilities.diagnosticProvider, undefined);
  await client.until('the registrations', () => registrations(client).length === 2);
  assert.deepEqual(registrations(client), [
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
  ]);
  assert.deepEqual(registrations(other), []);
});

const registrations = ({ received }: TestClient): string[] =>
  received
    .filter(({ method }) => method === 'client/registerCapability')
    .flatMap(({ params }) =>
      (params as { registrations: { method: string }[] }).registrations.map(({ method }) => method),
    );

test('ends with 0 after a shutdown, and with 1 without one', async () => {
  const polite = await startServer();
  assert.equal(await polite.stop(), 0);
  const rude = await startServer();
  const gone = new Promise((resolve) => rude.process.once('exit', resolve));
  await rude.connection.sendNotification('exit');
  assert.equal(await gone, 1);
});

const ask = ({ connection }: TestClient, previousResultId?: string) =>
  connection.sendRequest<{ kind: string; resultId: string }>('textDocument/diagnostic', {
    textDocument: { uri: 'untitled:a' },
    previousResultId,
  });

test('starts anew after it was killed, and knows nothing of the ids of its former life', async () => {
  const first = await startServer();
  await first.open('untitled:a', bad);
  const { resultId } = await ask(first);
  first.process.kill('SIGKILL');
  const second = await startServer();
  await second.open('untitled:a', bad);
  assert.equal((await ask(second, resultId)).kind, 'full');
  await second.stop();
});

test('answers unknown requests with an error, and requests about unknown files with nothing', async () => {
  const client = await startServer();
  await assert.rejects(client.connection.sendRequest('netpol/fly', {}), {
    code: ErrorCodes.MethodNotFound,
  });
  assert.deepEqual(await client.pull('file:///nowhere.yaml'), []);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///nowhere.yaml', version: 2 },
    contentChanges: [{ text: bad }],
  });
  await client.close('file:///nowhere.yaml');
  await client.open('untitled:a', bad);
  assert.deepEqual(await codes(client, 'untitled:a'), ['invalid-port']);
  await client.stop();
});

test('ends a request that the client cancels with the error for that', async () => {
  const client = await startServer();
  const { token, cancel } = source();
  const waiting = client.connection.sendRequest(
    'workspace/diagnostic',
    { previousResultIds: [] },
    token,
  );
  cancel();
  await assert.rejects(waiting, { code: LSPErrorCodes.RequestCancelled });
  await client.open('untitled:a', bad);
  assert.deepEqual(await codes(client, 'untitled:a'), ['invalid-port']);
  await client.stop();
});

function source(): { token: CancellationTokenSource['token']; cancel: () => void } {
  const made = new CancellationTokenSource();
  return { token: made.token, cancel: () => made.cancel() };
}

test('counts in bytes for clients that can do no else', async () => {
  const client = await startServer({
    capabilities: { ...pulling, general: { positionEncodings: ['utf-8'] } },
  });
  assert.equal(client.initialized.capabilities.positionEncoding, 'utf-8');
  const text = `{ "apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": { "name": "a", "annotations": { "x": "é€😀" } }, "spec": { "podSelector": {}, "ingress": [{ "ports": [{ "port": "80" }] }] } }`;
  await client.open('untitled:a', text);
  const before = text.slice(0, text.indexOf('"80"'));
  const [diagnostic] = await client.pull('untitled:a');
  const bytes = Buffer.byteLength(before);
  assert.ok(bytes > before.length);
  assert.deepEqual(diagnostic!.range, {
    start: { line: 0, character: bytes },
    end: { line: 0, character: bytes + 4 },
  });
  // An edit behind the characters of several bytes hits what it means.
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'untitled:a', version: 2 },
    contentChanges: [{ range: diagnostic!.range, text: '80' }],
  });
  assert.deepEqual(await client.pull('untitled:a'), []);
  await client.stop();
});

const at = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

test('follows edits that come as a whole text, and several in one message', async () => {
  const client = await startServer();
  const textDocument = { uri: 'untitled:a', version: 2 };
  const change = (contentChanges: unknown[]) =>
    client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  await client.open('untitled:a', good);
  await change([{ text: bad }]);
  assert.deepEqual(await codes(client, 'untitled:a'), ['invalid-port']);
  // The second speaks of the text after the first.
  await change([
    { range: at(0, 0, 0), text: '# one\n# two\n' },
    { range: at(9, 22, 28), text: '8080' },
  ]);
  assert.deepEqual(await codes(client, 'untitled:a'), []);
  // From the last to the first, as editors send many cursors.
  await change([
    { range: at(9, 22, 26), text: '0' },
    { range: at(0, 0, 0), text: '\n' },
  ]);
  assert.deepEqual(await codes(client, 'untitled:a'), ['invalid-port']);
  await client.stop();
});

test('opens a large file in slices, and answers what is asked and typed meanwhile as if it were open', async () => {
  const client = await startServer();
  // The same policy twice is one that is there twice, so each has a name of its own.
  const text =
    Array.from(
      { length: 600 },
      (_, name) => `${good.replace('name: web', `name: p${name}`)}---\n`,
    ).join('') + bad;
  const uri = 'untitled:large';
  const opened = client.open(uri, text);
  const hover = client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 4, character: 4 },
  });
  await opened;
  assert.ok((await hover) !== null);
  assert.deepEqual(await codes(client, uri), ['invalid-port']);
  await client.close(uri);
  void client.open(uri, text);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: at(0, 0, 0), text: `${bad.replace('name: web', 'name: before')}---\n` },
    ],
  });
  assert.deepEqual(await codes(client, uri), ['invalid-port', 'invalid-port']);
  void client.open('untitled:gone', text);
  await client.close('untitled:gone');
  assert.deepEqual(await codes(client, 'untitled:gone'), []);
  await client.stop();
});

test('knows a file under every spelling of its URI', async () => {
  const client = await startServer();
  await client.open('file:///C%3A/my%20shop/web.yaml', bad);
  assert.deepEqual(await codes(client, 'file:///c:/my shop/web.yaml'), ['invalid-port']);
  await client.open('file:///c:/my%20shop/web.yaml', good);
  assert.deepEqual(await codes(client, 'file:///C%3A/my%20shop/web.yaml'), []);
  await client.close('file:///C%3A/my%20shop/web.yaml');
  await client.open('file:///c:/my%20shop/web.yaml', policy('0'));
  assert.deepEqual(await codes(client, 'file:///c:/my%20shop/web.yaml'), ['invalid-port']);
  await client.close('file:///c:/my%20shop/web.yaml');
  assert.deepEqual(await codes(client, 'file:///c:/my%20shop/web.yaml'), []);
  await client.stop();
});

test('reports no syntax errors in files that hold none of its kinds', async () => {
  const client = await startServer();
  await client.open('untitled:a', 'kind: Deployment\napiVersion: apps/v1\n a: [\n');
  assert.deepEqual(await client.pull('untitled:a'), []);
  await client.open('untitled:b', `${good}  x: [\n`);
  assert.ok((await codes(client, 'untitled:b')).includes('yaml-syntax'));
  await client.stop();
});

test('tells the last changes and how long they took', async () => {
  const client = await startServer();
  await client.open('untitled:a', good);
  for (let time = 0; time < 30; time++)
    await client.type(
      'untitled:a',
      time % 2 === 0 ? 'web' : 'other',
      time % 2 === 0 ? 'other' : 'web',
    );
  const { status, happenings } = await client.connection.sendRequest<{
    status: { policies: number };
    happenings: { reason: string; revision: number; milliseconds: number }[];
  }>('netpol/history');
  assert.equal(status.policies, 1);
  assert.equal(happenings.length, 20);
  assert.ok(happenings.every(({ reason }) => reason === 'edited'));
  assert.equal(happenings.at(-1)!.revision - happenings[0]!.revision, 19);
  await client.stop();
});

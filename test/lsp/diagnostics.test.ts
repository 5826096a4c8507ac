import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgressType, type Diagnostic } from 'vscode-languageserver';
import { folderOf, pushedTo, startServer, type TestClient } from './support/client.ts';
import { bad, good } from './support/policies.ts';

interface FileReport {
  readonly uri: string;
  readonly items: readonly Diagnostic[];
}

const codesOf = (diagnostics: readonly Diagnostic[]): unknown[] =>
  diagnostics.map(({ code }) => code);

/** Asks for the diagnostics of the workspace and collects what is told while the request stays open. */
function workspaceReports({ connection }: TestClient): FileReport[] {
  const told: FileReport[] = [];
  connection.onProgress(new ProgressType<{ items: FileReport[] }>(), 'workspace', ({ items }) => {
    told.push(...items);
  });
  const params = { previousResultIds: [], partialResultToken: 'workspace' };
  void connection.sendRequest('workspace/diagnostic', params).catch(() => undefined);
  return told;
}

test('pushes diagnostics of a document that is opened, and takes them back when it is repaired', async () => {
  const client = await startServer({ capabilities: pushedTo });
  await client.open('untitled:Untitled-1', bad);
  const told = () => client.pushed.get('untitled:Untitled-1') ?? [];
  await client.until('the first diagnostics', () => told().length === 1);
  assert.equal(told()[0]!.version, 1);
  assert.deepEqual(codesOf(told()[0]!.diagnostics), ['invalid-port']);
  assert.deepEqual(told()[0]!.diagnostics[0]!.range, {
    start: { line: 7, character: 22 },
    end: { line: 7, character: 28 },
  });
  await client.type('untitled:Untitled-1', '"8080"', '8080');
  await client.until('the next diagnostics', () => told().length === 2);
  assert.equal(told()[1]!.version, 2);
  assert.deepEqual(told()[1]!.diagnostics, []);
  assert.equal(await client.stop(), 0);
});

test('pushes the errors of files that are not open', async () => {
  const folder = folderOf({ 'web.yaml': bad });
  const client = await startServer({ folders: [folder.uri], capabilities: pushedTo });
  await client.until('the diagnostics', () => client.pushed.size === 1);
  const [told] = client.pushed.get(`${folder.uri}/web.yaml`)!;
  assert.deepEqual(codesOf(told!.diagnostics), ['invalid-port']);
  await client.stop();
});

test('answers a pull, and says when nothing changed since', async () => {
  const client = await startServer();
  await client.open('untitled:a', bad);
  const ask = (previousResultId?: string) =>
    client.connection.sendRequest<{ kind: string; resultId: string; items: Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: 'untitled:a' }, previousResultId },
    );
  const first = await ask();
  assert.deepEqual(codesOf(first.items), ['invalid-port']);
  assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  await client.type('untitled:a', 'web', 'other');
  assert.equal((await ask(first.resultId)).kind, 'unchanged');
  await client.type('untitled:a', 'kind:', '\nkind:');
  const moved = await ask(first.resultId);
  assert.equal(moved.kind, 'full');
  assert.equal(moved.items[0]!.range.start.line, 8);
  await client.stop();
});

test('tells what the rest of the workspace says while a request for it stays open', async () => {
  const folder = folderOf({ 'web.yaml': bad });
  const client = await startServer({ folders: [folder.uri] });
  const told = workspaceReports(client);
  await client.until('a report', () => told.length === 1);
  assert.equal(told[0]!.uri, `${folder.uri}/web.yaml`);
  assert.deepEqual(codesOf(told[0]!.items), ['invalid-port']);
  folder.write('web.yaml', good);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${folder.uri}/web.yaml`, type: 2 }],
  });
  await client.until('the next report', () => told.length === 2);
  assert.deepEqual(told[1]!.items, []);
  await client.stop();
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LSPErrorCodes } from 'vscode-languageserver';
import { folderOf, pulling, startServer, type TestClient } from './support/client.ts';

const text = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop, annotations: { a: é } }
spec: { serviceAccountSelector: "é == 'é'",
  selector: "app == \\"web\\" && has(x)" }
`;

const TYPES = ['property', 'operator', 'function', 'string'];

/** Each token as its place and what it is. */
function decoded(data: readonly number[]): string[] {
  const told: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type] = data.slice(at, at + 4) as [number, number, number, number];
    [line, character] = [line + down, down === 0 ? character + right : right];
    told.push(`${line}:${character}+${length} ${TYPES[type]}`);
  }
  return told;
}

const tokens = async (client: TestClient, range?: object): Promise<string[]> => {
  const { data } = await client.connection.sendRequest<{ data: number[] }>(
    `textDocument/semanticTokens/${range === undefined ? 'full' : 'range'}`,
    { textDocument: { uri: 'untitled:a' }, ...(range !== undefined && { range }) },
  );
  return decoded(data);
};

test('colours the words of selectors, of the whole file and of a part', async () => {
  const client = await startServer();
  assert.deepEqual(client.initialized.capabilities.semanticTokensProvider, {
    legend: { tokenTypes: TYPES, tokenModifiers: [] },
    full: true,
    range: true,
  });
  await client.open('untitled:a', text);
  const last = [
    '8:13+3 property',
    '8:17+2 operator',
    '8:20+7 string',
    '8:28+2 operator',
    '8:31+3 function',
    '8:35+1 property',
  ];
  const first = ['7:33+1 property', '7:35+2 operator', '7:38+3 string'];
  assert.deepEqual(await tokens(client), [...first, ...last]);
  const end = { line: 8, character: 40 };
  assert.deepEqual(await tokens(client, { start: { line: 8, character: 0 }, end }), last);
  assert.deepEqual(await tokens(client, { start: end, end }), []);
  await client.stop();
});

test('counts the words of selectors in bytes for clients that do', async () => {
  const client = await startServer({
    capabilities: { ...pulling, general: { positionEncodings: ['utf-8'] } },
  });
  await client.open('untitled:a', text);
  assert.deepEqual((await tokens(client)).slice(0, 3), [
    '7:33+2 property',
    '7:36+2 operator',
    '7:39+4 string',
  ]);
  await client.stop();
});

const workload = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } } # the front
    spec: { containers: [{ name: main }] }
`;

const policy = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
`;

const onValue = { line: 4, character: 20 };

test('finds, lists and renames a label across files, open or not', async () => {
  const folder = folderOf({ 'web.yaml': workload, 'policy.yaml': policy });
  const client = await startServer({
    folders: [folder.uri],
    capabilities: {
      ...pulling,
      textDocument: { ...pulling.textDocument, rename: { prepareSupport: true } },
      workspace: { ...pulling.workspace, workspaceEdit: { documentChanges: true } },
    },
  });
  const { capabilities } = client.initialized;
  assert.equal(capabilities.definitionProvider, true);
  assert.equal(capabilities.referencesProvider, true);
  assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
  const uri = `${folder.uri}/policy.yaml`;
  await client.open(uri, policy, 7);
  const ask = <Result>(method: string, more: object = {}): Promise<Result> =>
    client.connection.sendRequest<Result>(`textDocument/${method}`, {
      textDocument: { uri },
      position: onValue,
      ...more,
    });
  const range = { start: { line: 4, character: 20 }, end: { line: 4, character: 23 } };
  await untilRead(() => ask('prepareRename'));
  assert.deepEqual(await ask('prepareRename'), { range, placeholder: 'web' });
  const carried = { start: { line: 6, character: 26 }, end: { line: 6, character: 29 } };
  assert.deepEqual(await ask('definition'), [{ uri: `${folder.uri}/web.yaml`, range: carried }]);
  const found = await ask<{ uri: string }[]>('references', {
    context: { includeDeclaration: true },
  });
  assert.deepEqual(found.map((one) => one.uri.slice(one.uri.lastIndexOf('/') + 1)).sort(), [
    'policy.yaml',
    'web.yaml',
    'web.yaml',
  ]);
  const { documentChanges } = await ask<{
    documentChanges: { textDocument: { uri: string; version: number | null }; edits: unknown[] }[];
  }>('rename', { newName: 'front' });
  assert.deepEqual(
    new Set(
      documentChanges.map(
        ({ textDocument, edits }) => `${textDocument.uri} ${textDocument.version} ${edits.length}`,
      ),
    ),
    new Set([`${uri} 7 1`, `${folder.uri}/web.yaml null 2`]),
  );
  await assert.rejects(ask('rename', { newName: 'two words' }), {
    code: LSPErrorCodes.RequestFailed,
    message: /`two words` is no label value/,
  });
  await client.stop();
});

/** A rename is refused while files are still being read. */
async function untilRead(prepare: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await prepare();
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

test('renames for clients that prepare nothing, too', async () => {
  const client = await startServer();
  assert.equal(client.initialized.capabilities.renameProvider, true);
  await client.stop();
});

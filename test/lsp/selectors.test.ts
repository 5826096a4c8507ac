import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pulling, startServer, type TestClient } from './support/client.ts';

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

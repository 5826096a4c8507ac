import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver';
import { folderOf, pulling, startServer, type TestClient } from './support/client.ts';
import { policy } from './support/policies.ts';

const REFRESH = 'workspace/codeLens/refresh';

const deployment = (name: string, app = name): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    metadata: { labels: { app: ${app} } }
    spec: { containers: [{ name: main }] }
`;

const namespace = (labels: string): string => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${labels} } }
`;

const workloads = (other = 'other'): string =>
  ['web', 'client'].map((name) => deployment(name)).join('---\n') +
  `---\n${deployment('other', other)}`;

/** Lets a team reach `web`, which its pods have for a namespace label. */
const teams = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: teams, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: a } } }] }]
`;

/** What is committed, by the name of the file; a folder that holds the same, and a client that tells it. */
async function committed(
  head: Readonly<Record<string, string>>,
  {
    changed = [],
    ...start
  }: { changed?: readonly string[] } & Parameters<typeof startServer>[0] = {},
) {
  const folder = folderOf(head);
  const texts = new Map(
    Object.entries(head).map(([name, text]) => [`${folder.uri}/${name}`, text]),
  );
  const differing = new Set(changed.map((name) => `${folder.uri}/${name}`));
  const client = await startServer({
    folders: [folder.uri],
    capabilities: {
      ...pulling,
      workspace: { ...pulling.workspace, codeLens: { refreshSupport: true } },
    },
    options: { tellsHead: true },
    answers: {
      'netpol/changed': () => [...differing],
      'netpol/head': ({ uris }: { uris: string[] }) =>
        uris.map((uri) => ({ text: texts.get(uri) ?? null })),
    },
    ...start,
  });
  return { client, folder, texts, differing, at: (name: string) => `${folder.uri}/${name}` };
}

/** The lenses of a file, each as the line that it stands above and its title. */
async function lenses({ connection }: TestClient, uri: string): Promise<string[]> {
  const found = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri },
  });
  return found.map(({ range, command }) => `${range.start.line}: ${command!.title}`);
}

const refreshes = ({ received }: TestClient): number =>
  received.filter(({ method }) => method === REFRESH).length;

/** What was asked about the commit. */
const asksOf = ({ received }: TestClient) =>
  received.filter(({ method }) => ['netpol/changed', 'netpol/head'].includes(method));

/** Does something, and waits until the server says that lenses are others. */
async function refreshed(client: TestClient, act: () => Promise<unknown>): Promise<void> {
  const before = refreshes(client);
  await act();
  await client.until('a refresh', () => refreshes(client) > before);
}

const base = {
  'policies.yaml': `# Committed.\n---\n${policy('8080')}`,
  'pods.yaml': workloads(),
  'shop.yaml': namespace('team: b'),
};

const ciliumPolicy = `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  endpointSelector: { matchLabels: { app: web } }
  ingress:
    - fromEndpoints: [{ matchLabels: { app: client } }]
    - fromCIDRSet: [{ cidrGroupRef: partners }]
`;

const cidrGroup = `apiVersion: cilium.io/v2
kind: CiliumCIDRGroup
metadata: { name: partners }
spec: { externalCIDRs: [192.0.2.0/24] }
`;

test("says above an edited policy of Cilium's and an edited CIDR group how many connections differ", async () => {
  const head = { 'policy.yaml': ciliumPolicy, 'group.yaml': cidrGroup, 'pods.yaml': workloads() };
  const { client, at } = await committed(head);
  const [policyUri, group] = [at('policy.yaml'), at('group.yaml')];
  await client.open(policyUri, head['policy.yaml']);
  await client.open(group, head['group.yaml']);
  await refreshed(client, () => client.type(policyUri, 'app: client', 'app: nobody'));
  assert.deepEqual(await lenses(client, policyUri), ['0: vs HEAD: −1 connection']);
  await refreshed(client, () => client.type(policyUri, 'app: nobody', 'app: client'));
  await refreshed(client, () =>
    client.type(group, '[192.0.2.0/24]', '[192.0.2.0/24, 198.51.100.0/24]'),
  );
  assert.deepEqual(await lenses(client, group), ['0: vs HEAD: +1 connection']);
  await client.stop();
});

test('says above an edited policy how many connections differ, and nothing once none does', async () => {
  const { client, at } = await committed(base);
  const uri = at('policies.yaml');
  assert.deepEqual(client.initialized.capabilities.codeLensProvider, { resolveProvider: false });
  await client.open(uri, base['policies.yaml']);
  await refreshed(client, () => client.type(uri, 'app: client', 'app: nobody'));
  assert.deepEqual(await lenses(client, uri), ['2: vs HEAD: −1 connection']);
  await refreshed(client, () => client.type(uri, '{ matchLabels: { app: nobody } }', '{}'));
  assert.deepEqual(await lenses(client, uri), ['2: vs HEAD: +1 connection']);
  await refreshed(client, () => client.type(uri, 'port: 8080', 'port: 9090'));
  assert.deepEqual(await lenses(client, uri), ['2: vs HEAD: +2 / −1 connections']);
  await client.type(uri, 'port: 9090', 'port: 8080');
  await refreshed(client, () =>
    client.type(uri, 'podSelector: {}', 'podSelector: { matchLabels: { app: client } }'),
  );
  assert.deepEqual(await lenses(client, uri), []);
  await client.stop();
});

test('keeps what it said while it does not know better, at the object wherever that moves', async () => {
  const { client, at } = await committed(base);
  const uri = at('policies.yaml');
  await client.open(uri, base['policies.yaml']);
  await refreshed(client, () => client.type(uri, 'app: client', 'app: nobody'));
  await client.type(uri, '# Committed.\n', '# Committed,\n# and edited.\n');
  await client.type(uri, 'app: nobody', 'app: anybody');
  assert.deepEqual(await lenses(client, uri), ['3: vs HEAD: −1 connection']);
  // What the API server refuses says nothing yet. That it was compared is seen by what is asked of a file just opened.
  const asks = asksOf(client).length;
  await client.type(uri, 'port: 8080', 'port: "8080"');
  await client.open(at('pods.yaml'), base['pods.yaml']);
  await client.until('a comparison', () => asksOf(client).length === asks + 2);
  assert.deepEqual(await lenses(client, uri), ['3: vs HEAD: −1 connection']);
  await client.type(uri, 'port: "8080"', 'port: 8080');
  await refreshed(client, () => client.type(uri, 'app: anybody', 'app: other'));
  assert.deepEqual(await lenses(client, uri), ['3: vs HEAD: +1 / −1 connections']);
  await client.stop();
});

test('counts edits of the labels of a workload and of a Namespace, at them', async () => {
  const { client, at } = await committed({ ...base, 'policies.yaml': teams });
  const [pods, shop] = [at('pods.yaml'), at('shop.yaml')];
  await client.open(pods, base['pods.yaml']);
  await client.open(shop, base['shop.yaml']);
  await refreshed(client, () => client.type(pods, 'app: web', 'app: wep'));
  assert.deepEqual(await lenses(client, pods), ['0: vs HEAD: +4 connections']);
  await refreshed(client, () => client.type(pods, 'app: wep', 'app: web'));
  assert.deepEqual(await lenses(client, pods), []);
  await refreshed(client, () => client.type(shop, 'team: b', 'team: a'));
  assert.deepEqual(await lenses(client, shop), ['0: vs HEAD: +2 connections']);
  assert.deepEqual(await lenses(client, at('policies.yaml')), []);
  await client.stop();
});

const calico = (kind: string, name: string, spec: string, labels = ''): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: ${name}${labels === '' ? '' : `, labels: { ${labels} }`} }\nspec: { ${spec} }\n`;

test("counts edits of what Calico's policies stand in and speak of, at them", async () => {
  const around = [
    calico('Tier', 'security', 'order: 100, defaultAction: Pass'),
    calico('GlobalNetworkSet', 'partners', 'nets: [192.0.2.0/24]', 'role: partner'),
    calico('HostEndpoint', 'node-1', 'node: node-1, expectedIPs: [198.51.100.1]', 'role: node'),
  ].join('---\n');
  const guard = calico(
    'GlobalNetworkPolicy',
    'guard',
    "tier: security, selector: app == 'web', types: [Ingress], ingress: [{ action: Deny, source: { selector: role == 'partner' || role == 'node' } }]",
  );
  const { client, at } = await committed({
    'around.yaml': around,
    'guard.yaml': guard,
    'pods.yaml': workloads(),
  });
  const uri = at('around.yaml');
  await client.open(uri, around);
  await refreshed(client, () => client.type(uri, 'defaultAction: Pass', 'defaultAction: Deny'));
  assert.deepEqual(await lenses(client, uri), ['0: vs HEAD: −2 connections, 2 may change']);
  await refreshed(client, () => client.type(uri, 'defaultAction: Deny', 'defaultAction: Pass'));
  await refreshed(client, () => client.type(uri, '192.0.2.0/24', '203.0.113.0/24'));
  assert.deepEqual(await lenses(client, uri), ['5: vs HEAD: +1 / −1 connections']);
  await refreshed(client, () => client.type(uri, '203.0.113.0/24', '192.0.2.0/24'));
  await refreshed(client, () => client.type(uri, '198.51.100.1', '198.51.100.2'));
  assert.deepEqual(await lenses(client, uri), ['10: vs HEAD: +1 / −1 connections']);
  await client.stop();
});

test('opens the list of the connections that it counts', async () => {
  const { client, at } = await committed(base);
  const uri = at('policies.yaml');
  await client.open(uri, base['policies.yaml']);
  await refreshed(client, () => client.type(uri, 'app: client', 'app: nobody'));
  const [lens] = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri },
  });
  assert.equal(lens?.command?.command, 'netpol.showChanges');
  const [file, object] = lens.command.arguments as string[];
  const ask = (about: object) =>
    client.connection.sendRequest<string | null>('netpol/changes', about);
  const list = await ask({ uri: file, object });
  assert.match(list!, /^# Connections vs HEAD\n\n### shop\/web \(NetworkPolicy\) changed\n/);
  assert.match(list!, /\| removed \| shop\/client \(Deployment\) \| shop\/web \(Deployment\) \|/);
  assert.equal(await ask({ uri: file, object: 'another' }), null);
  await client.stop();
});

test('hears that files on disk differ from the commit, and that the commit is another', async () => {
  const { client, folder, texts, differing, at } = await committed({
    ...base,
    'vendor/theirs.yaml': teams,
  });
  const uri = at('policies.yaml');
  const tell = () => client.connection.sendNotification('netpol/headChanged');
  // Files that are new, gone, edited and not read at all.
  const added = folder.write('added.yaml', deployment('added'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: added, type: 1 }],
  });
  texts.set(at('gone.yaml'), teams);
  texts.set(uri, base['policies.yaml'].replace('8080', '9090'));
  for (const name of ['added.yaml', 'gone.yaml', 'policies.yaml', 'vendor/theirs.yaml', 'a.ts'])
    differing.add(at(name));
  await refreshed(client, tell);
  assert.deepEqual(await lenses(client, uri), ['2: vs HEAD: +1 / −1 connections']);
  assert.equal((await lenses(client, added)).length, 1);
  const asked = asksOf(client).at(-1)?.params;
  assert.deepEqual(
    (asked as { uris: string[] }).uris.map((one) => one.slice(folder.uri.length + 1)).sort(),
    ['added.yaml', 'gone.yaml', 'policies.yaml'],
  );
  texts.set(uri, base['policies.yaml']);
  await refreshed(client, tell);
  assert.deepEqual(await lenses(client, uri), []);
  await client.stop();
});

test('a setting turns it off, and without a client that tells what is committed there is none', async () => {
  let codeLens = true;
  const { client, at } = await committed(base, {
    configuration: (section) => (section === 'netpol' ? { codeLens } : null),
  });
  const uri = at('policies.yaml');
  await client.open(uri, base['policies.yaml']);
  await refreshed(client, () => client.type(uri, 'app: client', 'app: nobody'));
  codeLens = false;
  await refreshed(client, () =>
    client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null }),
  );
  assert.deepEqual(await lenses(client, uri), []);
  await client.stop();

  const other = await startServer();
  assert.equal(other.initialized.capabilities.codeLensProvider, undefined);
  await other.stop();
});

test('asks and compares only after a rest, so that typing never waits for it', async () => {
  const { client, at } = await committed(base);
  const uri = at('policies.yaml');
  await client.open(uri, base['policies.yaml']);
  await client.type(uri, 'app: client', 'app: nobody');
  await client.pull(uri);
  assert.deepEqual(asksOf(client), []);
  await client.until('the first numbers', () => refreshes(client) === 1);
  const asked = asksOf(client).map(({ method }) => method);
  assert.deepEqual(asked, ['netpol/changed', 'netpol/head']);
  await refreshed(client, () => client.type(uri, 'app: nobody', 'app: client'));
  // Nobody said that the commit is another.
  assert.equal(asksOf(client).length, asked.length);
  await client.stop();
});

import {
  apply,
  EMPTY,
  textOf,
  type Change,
  type Snapshot,
} from '../../server/src/workspace/snapshot.ts';

/** The URI of a file of a test's workspace. */
export const at = (path: string): string => `file:///repo/${path}`;

/** A snapshot of files by path, read completely. */
export const snapshotOf = (
  files: Readonly<Record<string, string>>,
  change: Omit<Partial<Change>, 'upserted'> = {},
): Snapshot =>
  apply(EMPTY, {
    reason: 'test',
    read: true,
    ...change,
    upserted: Object.entries(files).map(([path, text]) => ({ uri: at(path), text })),
  });

/** The snapshot after the first `before` in a file became `after`, as an editor tells it. */
export function typed(snapshot: Snapshot, path: string, before: string, after: string): Snapshot {
  const start = textOf(snapshot.files.get(at(path))!).indexOf(before);
  if (start < 0) throw new Error(`${path} does not hold ${before}`);
  const changes = [{ start, end: start + before.length, text: after }];
  return apply(snapshot, { reason: 'typed', edited: [{ uri: at(path), changes }] });
}

interface Written {
  readonly namespace?: string;
  readonly labels?: string;
}

const metadata = (name: string, { namespace }: Written): string =>
  `metadata:\n  name: ${name}\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}`;

/** A Deployment whose pods have the given labels (flow style, such as `app: web`). */
export const deployment = (name: string, written: Written = {}): string =>
  `---\napiVersion: apps/v1\nkind: Deployment\n${metadata(name, written)}spec:\n  template:\n    metadata:\n      labels: { ${written.labels ?? `app: ${name}`} }\n    spec:\n      containers:\n        - name: main\n          ports: [{ name: http, containerPort: 8080 }]\n`;

/** A Namespace. */
export const namespace = (name: string, labels = ''): string =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: { ${labels} }\n`;

/** A NetworkPolicy that lets `app: client` of its namespace into the pods with the given labels. */
export const policy = (name: string, written: Written = {}): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${metadata(name, written)}spec:\n  podSelector:\n    matchLabels: { ${written.labels ?? 'app: web'} }\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels: { app: client }\n`;

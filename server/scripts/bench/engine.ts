import { findingsOf } from '../../src/rules/run.ts';
import { apply, EMPTY, textOf, type Snapshot } from '../../src/workspace/snapshot.ts';
import { median, percentile, type Metric } from './metrics.ts';
import { edits, pathOf, typedIn, workspaceFiles, type Edit, type Part } from './workspace.ts';

/** How many letters are typed, each in another namespace. */
const KEYSTROKES = 60;

/** The URI of a file of a namespace in a workspace that is on no disk. */
const uriOf = (namespace: number, part: Part): string => `file:///bench/${pathOf(namespace, part)}`;

/**
 * The engine in a workspace of 10,000 documents, without a connection: reading it all, and for each kind of edit from
 * the keystroke to fresh findings of the edited file and of the namespace's policies, as if both were open; then those
 * of all other files.
 */
export function engineMetrics(): Metric[] {
  const files = workspaceFiles().map(({ path, text }) => ({ uri: `file:///bench/${path}`, text }));
  const began = performance.now();
  let snapshot = apply(EMPTY, { reason: 'read', upserted: files, read: true });
  const read = performance.now() - began;
  for (const { uri } of files) findingsOf(snapshot, uri);
  const cold = performance.now() - began;
  const metrics: Metric[] = [
    { name: 'workspace of 10,000 documents: read', value: read, unit: 'ms' },
    { name: 'workspace of 10,000 documents: read and judged', value: cold, unit: 'ms' },
  ];
  for (const edit of edits) {
    const fresh: number[] = [];
    const rest: number[] = [];
    for (const namespace of typedIn(KEYSTROKES)) {
      const start = performance.now();
      snapshot = typed(snapshot, edit, namespace);
      findingsOf(snapshot, uriOf(namespace, edit.part));
      findingsOf(snapshot, uriOf(namespace, 'policies'));
      const shown = performance.now();
      for (const { uri } of files) findingsOf(snapshot, uri);
      fresh.push(shown - start);
      rest.push(performance.now() - shown);
    }
    metrics.push(
      { name: `edit of a ${edit.name}: open files, p95`, value: percentile(fresh, 95), unit: 'ms' },
      { name: `edit of a ${edit.name}: open files, median`, value: median(fresh), unit: 'ms' },
      { name: `edit of a ${edit.name}: all other files, median`, value: median(rest), unit: 'ms' },
    );
  }
  return metrics;
}

function typed(snapshot: Snapshot, { part, behind }: Edit, namespace: number): Snapshot {
  const uri = uriOf(namespace, part);
  const text = textOf(snapshot.files.get(uri)!);
  const start = text.indexOf(behind) + behind.length;
  return apply(snapshot, {
    reason: 'typed',
    edited: [{ uri, changes: [{ start, end: start, text: 'x' }] }],
  });
}

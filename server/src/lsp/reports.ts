import type { Diagnostic } from 'vscode-languageserver';
import { derive } from '../base/derive.ts';
import type { Range } from '../base/lines.ts';
import { diagnosticOf } from '../features/diagnostic.ts';
import type { DiagnosticIn } from '../features/feature.ts';
import type { FileFinding } from '../rules/fileFinding.ts';
import { findingInSteps, findingsOf, isJudged } from '../rules/run.ts';
import type { File, PlacedChunk, Snapshot } from '../workspace/snapshot.ts';
import { equal } from './configuration.ts';
import { rangeIn, rangeOf } from './convert.ts';
import { guarded, type Session } from './session.ts';

/** What the client is told of one file. `id` is the same as long as the items are. */
export interface Report {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** The report that says nothing. */
export const NOTHING: Report = { id: '0', items: [] };

/** Makes the report of a file: all findings where an editor holds it open, else errors and warnings. */
export type Reporter = (file: File, snapshot: Snapshot) => Report;

/**
 * Makes a reporter, which remembers the last report of each file.
 * @param run a text that no earlier run of the server had: clients may show it ids from before a restart
 */
export function reporter(session: Session, run: string): Reporter {
  const last = new Map<string, Report>();
  let made = 0;
  return (file, snapshot) => {
    const items = guarded(session, 'diagnostics', () => itemsOf(file, snapshot, session), []);
    const before = last.get(file.uri) ?? NOTHING;
    if (sayTheSame(before.items, items)) return before;
    const report = items.length === 0 ? NOTHING : { id: `${run}.${++made}`, items };
    last.set(file.uri, report);
    return report;
  };
}

/** Judges a file that never was a document at a time, so that its report is soon made then. */
export function* judging(file: File, snapshot: Snapshot, { run }: Session): Generator<void> {
  try {
    if (!isJudged(snapshot, file.uri, run)) yield* findingInSteps(snapshot, file.uri, run);
  } catch {
    // What fails here fails again when the report is made, and is told then.
  }
}

/** Diagnostics of documents that did not change are the same objects, so that little is compared in depth. */
const sayTheSame = (before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean =>
  before.length === after.length &&
  after.every((item, at) => item === before[at] || equal(item, before[at]));

function itemsOf(file: File, snapshot: Snapshot, session: Session): Diagnostic[] {
  const found = findingsOf(snapshot, file.uri, session.run);
  const shown = file.open ? found : serious(found);
  let at = 0;
  return shown.map((finding) => {
    // Findings come in the order of their documents, so one walk meets them all.
    while (file.chunks[at]!.chunk !== finding.chunk) at++;
    return diagnosticAt(diagnosticOf(finding), file.chunks[at]!, file, session);
  });
}

const serious = derive((findings: readonly FileFinding[]): readonly FileFinding[] =>
  findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
);

/** How a finding was last told; it lends the object to later reports in which it stands at the same place. */
const lastOf = derive((_diagnostic: DiagnosticIn) => ({ told: null as Diagnostic | null }));

/** A finding as the client gets it, the same object while nothing of it changes; `placed` is its document in the file. */
export function diagnosticAt(
  diagnostic: DiagnosticIn,
  placed: PlacedChunk,
  file: File,
  session: Session,
): Diagnostic {
  const { client, worlds } = session;
  const range = rangeOf(placed, diagnostic.span, client.encoding);
  const related = client.relatedInformation ? relatedTo(diagnostic, file, session) : [];
  const last = lastOf(diagnostic);
  if (last.told !== null && isAt(last.told, range, related)) return last.told;
  const { code, message, severity, tags } = diagnostic;
  last.told = {
    range,
    source: 'netpol',
    code,
    message,
    severity,
    ...(client.tags && tags.length > 0 && { tags: [...tags] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((place) => ({
        message: place.message,
        location: { uri: worlds.uri(place.uri), range: place.range },
      })),
    }),
  };
  return last.told;
}

interface Related {
  readonly uri: string;
  readonly message: string;
  readonly range: Range;
}

function relatedTo(
  { related }: DiagnosticIn,
  file: File,
  { client, worlds }: Session,
): readonly Related[] {
  if (related.length === 0) return [];
  const snapshot = worlds.snapshot(worlds.folderOf(file.uri));
  return related.flatMap(({ uri, message, chunk, span }) => {
    const other = uri === file.uri ? file : snapshot.files.get(uri);
    const range = other === undefined ? null : rangeIn(other, chunk, span, client.encoding);
    return range === null ? [] : [{ uri, message, range }];
  });
}

/** Whether a diagnostic stands at a range, and so do its related places; of one finding these say the same. */
function isAt(told: Diagnostic, range: Range, related: readonly Related[]): boolean {
  const before = told.relatedInformation ?? [];
  return (
    same(told.range, range) &&
    before.length === related.length &&
    before.every(({ location }, index) => same(location.range, related[index]!.range))
  );
}

const same = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

import { derive } from '../base/derive.ts';
import { linesIn, positionAt, type Position, type Range } from '../base/lines.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from '../model/chunk.ts';
import type { Category, Confidence, Severity } from '../model/finding.ts';
import { namespaceName } from '../model/namespace.ts';
import type { FileFinding, SilencedFinding } from '../rules/fileFinding.ts';
import { fileFindingsOf, type Run } from '../rules/run.ts';
import { rules } from '../rules/all.ts';
import { isAtLeast } from '../rules/severity.ts';
import { membersOf } from '../workspace/member.ts';
import type { File, Member, Snapshot } from '../workspace/snapshot.ts';
import type { Gathered } from './gather.ts';
import type { Host } from './host.ts';

/** An object as outputs name it. */
export interface ResourceName {
  readonly apiVersion: string;
  readonly kind: string;
  /** Null where none is named, and for cluster-scoped kinds. */
  readonly namespace: string | null;
  readonly name: string | null;
}

/** A finding as outputs show it. */
export interface Reported {
  readonly code: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly resource: ResourceName | null;
  readonly related: readonly {
    readonly file: string;
    readonly range: Range;
    readonly message: string;
  }[];
  /** What it was made from. */
  readonly found: FileFinding;
  readonly source: File;
}

/** What a check found. */
export interface Report {
  readonly findings: readonly Reported[];
  readonly silenced: readonly (Reported & { readonly reason: string })[];
  readonly files: number;
  readonly documents: number;
  readonly policies: number;
}

/** Runs all rules on the files to report on. */
export function reportOf({ snapshot, reported, nameOf }: Gathered, host: Host): Report {
  const run: Run = {
    rules,
    log: (code, error) => host.complain(`netpol: rule ${code} failed: ${String(error)}\n`),
  };
  const findings: Reported[] = [];
  const silenced: (Reported & { readonly reason: string })[] = [];
  let [documents, policies] = [0, 0];
  for (const [index, uri] of reported.entries()) {
    host.progress(`checking ${index + 1} of ${reported.length} files`);
    const file = snapshot.files.get(uri)!;
    documents += file.chunks.filter(({ chunk }) => holdsContent(chunk)).length;
    policies += policiesIn(snapshot, file);
    const found = fileFindingsOf(snapshot, uri, run);
    const show = (one: FileFinding): Reported => shown(snapshot, file, one, nameOf);
    findings.push(...found.findings.map(show));
    silenced.push(
      ...found.silenced.map((one: SilencedFinding) => ({ ...show(one), reason: one.reason })),
    );
  }
  host.progress(null);
  return { findings, silenced, files: reported.length, documents, policies };
}

/** The report without findings below a severity. */
export const withoutMilder = (report: Report, least: Severity): Report => ({
  ...report,
  findings: report.findings.filter(({ severity }) => isAtLeast(severity, least)),
  silenced: report.silenced.filter(({ severity }) => isAtLeast(severity, least)),
});

/** Whether a document is more than its marker and comments. */
const holdsContent = ({ text }: Chunk): boolean =>
  text.split('\n').some((line) => !/^\ufeff?(?:---|\.\.\.)?\s*(?:#.*)?$/.test(line));

const policiesIn = (snapshot: Snapshot, file: File): number => {
  const members = membersOf(file.context, snapshot.reading);
  return file.chunks
    .flatMap(({ chunk }) => members(chunk))
    .filter(({ resource }) => resource.kind.role === 'policy').length;
};

function shown(
  snapshot: Snapshot,
  file: File,
  found: FileFinding,
  nameOf: (uri: string) => string,
): Reported {
  const { meta, severity, confidence, message, also = [] } = found;
  return {
    code: meta.code,
    category: meta.category,
    severity,
    confidence,
    message,
    file: nameOf(file.uri),
    range: rangeIn(file, found.chunk, found.span),
    resource: found.member === null ? null : nameOfMember(found.member),
    related: also.flatMap((place) => {
      const other = snapshot.files.get(place.uri);
      if (other === undefined) return [];
      const range = rangeIn(other, place.chunk, place.span);
      return [{ file: nameOf(place.uri), range, message: place.message }];
    }),
    found,
    source: file,
  };
}

/** An object as outputs name it. */
function nameOfMember({ resource, namespace }: Member): ResourceName {
  const { apiVersion, kind, metadata } = resource.body;
  const name = (metadata as Member['resource']['body']['metadata'] | undefined)?.name;
  return {
    apiVersion,
    kind,
    namespace: namespace === null ? null : namespaceName(namespace),
    name: name ?? null,
  };
}

const linesAbove = derive(
  (chunks: File['chunks']) => new Map(chunks.map(({ chunk, line }) => [chunk, line])),
);

/** A span of a document as a range of its file. */
export function rangeIn({ chunks }: File, chunk: Chunk, { start, end }: Span): Range {
  const above = linesAbove(chunks).get(chunk) ?? 0;
  const placeOf = (offset: number): Position => {
    const { line, character } = positionAt(linesIn(chunk), offset);
    return { line: above + line, character };
  };
  return { start: placeOf(start), end: placeOf(end) };
}

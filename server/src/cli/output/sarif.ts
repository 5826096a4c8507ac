import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import type { Range } from '../../base/lines.ts';
import type { Category, RuleMeta, Severity } from '../../model/finding.ts';
import { fieldText } from '../../model/fieldText.ts';
import { metas } from '../../rules/metas.ts';
import { version } from '../../workspace/version.ts';
import type { Gathered } from '../gather.ts';
import { isWithin, relativePath, uriOf } from '../paths.ts';
import { rangeIn, type Report, type Reported } from '../report.ts';
import { json } from './json.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * How grave a category is to security from 0 to 10, as code scanning sorts by it: what opens more than was meant comes
 * first, then what is not in force at all, then what the pager notices.
 */
const severityOf: Readonly<Record<Category, string>> = {
  'too-open': '7.5',
  inert: '6.5',
  refused: '5.0',
  'too-closed': '3.0',
  clarity: '1.0',
};

const ROOT = '%SRCROOT%';

/**
 * `check` as SARIF 2.1.0 (OASIS standard). Files are named from the root, findings that comments silence are told as
 * suppressed, and a finding is known again by its code, object and field, wherever these move.
 */
export function checkSarif(report: Report, gathered: Gathered): string {
  const results = [
    ...report.findings.map((finding) => ({ finding, suppressions: [] })),
    ...report.silenced.map((finding) => ({
      finding,
      suppressions: [
        {
          kind: 'inSource' as const,
          ...(finding.reason === '' ? {} : { justification: finding.reason }),
        },
      ],
    })),
  ];
  const fingerprint = fingerprints();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'netpol', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        results: results.map(({ finding, suppressions }) => ({
          ...resultOf(finding, gathered),
          partialFingerprints: { 'objectField/v1': fingerprint(finding) },
          suppressions,
        })),
      },
    ],
  };
  return json(log);
}

const rules: ReportingDescriptor[] = metas.map((meta: RuleMeta) => ({
  id: meta.code,
  name: meta.code,
  shortDescription: { text: `${meta.title}.` },
  fullDescription: { text: meta.docs, markdown: meta.docs },
  help: { text: meta.docs, markdown: meta.docs },
  defaultConfiguration: { level: levels[meta.severity] },
  properties: {
    category: meta.category,
    'security-severity': severityOf[meta.category],
    tags: ['security', 'kubernetes', meta.category],
  },
}));

function resultOf(finding: Reported, gathered: Gathered): Result {
  const { code, severity, confidence, message, source, range, related } = finding;
  const location = (uri: string, place: Range): Location => ({
    physicalLocation: { artifactLocation: artifactOf(uri, gathered), region: regionOf(place) },
  });
  const also = finding.found.also ?? [];
  const relatedLocations = related.map(({ message: text, range: place }, index) => ({
    id: index + 1,
    ...location(also[index]!.uri, place),
    message: { text },
  }));
  const fixes = fixesOf(finding, gathered);
  return {
    ruleId: code,
    ruleIndex: metas.findIndex((meta) => meta.code === code),
    level: levels[severity],
    message: { text: message },
    locations: [location(source.uri, range)],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    ...(fixes.length === 0 ? {} : { fixes }),
    properties: { confidence },
  };
}

/** A range from 1, its end not included. */
const regionOf = ({ start, end }: Range): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** A file named from the root; what lies elsewhere by its whole URI, what standard input holds by its name there. */
function artifactOf(uri: string, { paths, root, nameOf }: Gathered): ArtifactLocation {
  const path = paths.get(uri);
  if (path !== undefined && !isWithin(root, path)) return { uri: uriOf(path) };
  const name = path === undefined ? nameOf(uri) : relativePath(root, path);
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

const fixesOf = ({ found, source }: Reported, gathered: Gathered): Fix[] =>
  (found.fixes ?? []).flatMap(({ title, edits }) => {
    const replacements = edits().map(({ span, text }) => ({
      deletedRegion: regionOf(rangeIn(source, found.chunk, span)),
      insertedContent: { text },
    }));
    const artifactLocation = artifactOf(source.uri, gathered);
    return replacements.length === 0
      ? []
      : [{ description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] }];
  });

/** Tells findings apart by code, object and field; equal ones by their order. */
function fingerprints(): (finding: Reported) => string {
  const seen = new Map<string, number>();
  return ({ code, resource, file, found }) => {
    const object =
      resource === null
        ? file
        : [resource.apiVersion, resource.kind, resource.namespace ?? '', resource.name ?? ''].join(
            '/',
          );
    const key = `${code}:${object}:${fieldOf(found)}`;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number === 1 ? key : `${key}:${number}`;
  };
}

/**
 * The path of the field that a finding is about: the API server's, or that of the place below it which is marked, as two
 * values of one map are one field to the API server. Empty outside of all objects.
 */
function fieldOf({ member, span, field }: Reported['found']): string {
  const source = member?.resource.source;
  const part = source?.at(span.start) ?? null;
  const marked = part === null ? '' : fieldText([...source!.path(part.object), part.step]);
  return field === null || marked.startsWith(field) ? marked : field;
}

import type { Severity } from '../../model/finding.ts';
import { severities } from '../../rules/severity.ts';
import { knownEnforcer } from '../../workspace/enforcer.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Report, Reported } from '../report.ts';

/** How often each severity stands among findings. */
export function countsOf(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const count = (wanted: Severity): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return Object.fromEntries(severities.map((each) => [each, count(each)])) as Record<
    Severity,
    number
  >;
}

/** `check` as JSON: positions as in LSP, files relative to the working directory. */
export function checkJson(report: Report, snapshot: Snapshot): string {
  const { findings, files, documents, policies } = report;
  return answerJson(snapshot, {
    findings: findings.map(plain),
    summary: { files, documents, policies, ...countsOf(findings) },
  });
}

const plain = (finding: Reported): object => {
  const { code, category, severity, confidence, message, file, range, resource, related } = finding;
  const fixes = (finding.found.fixes ?? []).map(({ title, safe }) => ({ title, safe }));
  return {
    code,
    category,
    severity,
    confidence,
    message,
    file,
    range,
    resource,
    related,
    fixes,
  };
};

/** A value as JSON that people can read, with a newline at its end. */
export const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** An answer as JSON, version 1, with what it takes to enforce. */
export const answerJson = (snapshot: Snapshot, answer: object): string =>
  json({ version: 1, enforcer: knownEnforcer(snapshot), ...answer });

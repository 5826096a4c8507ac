import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../model/finding.ts';
import type { FileFinding } from '../rules/fileFinding.ts';
import { findingsOf } from '../rules/run.ts';
import { derive } from '../base/derive.ts';
import { feature, type DiagnosticIn } from './feature.ts';

/** The findings of a file as editors show them; each keeps its identity as long as its finding does. */
export const diagnostic = feature({
  method: 'textDocument/diagnostic',
  capability: {
    diagnosticProvider: {
      identifier: 'netpol',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
  },
  run: ({ snapshot, file }) => findingsOf(snapshot, file.uri).map(diagnosticOf),
});

/** One finding as editors show it. */
export const diagnosticOf = derive(
  ({ chunk, span, meta, message, severity, also = [] }: FileFinding): DiagnosticIn => ({
    chunk,
    span,
    code: meta.code,
    message,
    severity: severities[severity],
    tags: meta.tag === undefined ? [] : [tags[meta.tag]],
    related: also,
  }),
);

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

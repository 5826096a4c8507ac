import type { Severity } from '../model/finding.ts';

/** What all commands take. */
export interface ContextOptions {
  /** What is reported: files, directories, or `-` for standard input. */
  readonly paths: readonly string[];
  readonly root?: string;
  readonly inventory: readonly string[];
  readonly namespace?: string;
  /** `KEY=VALUE` for settings. */
  readonly set: readonly string[];
}

/** The output formats of `check`. */
export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;

/** What `netpol check` takes. */
export interface CheckOptions extends ContextOptions {
  readonly format: (typeof checkFormats)[number];
  readonly minSeverity: Severity;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly fix: boolean;
  readonly fixDryRun: boolean;
}

/** How an answer is printed. */
interface AnswerOptions extends ContextOptions {
  readonly format: 'text' | 'json';
}

/** What `netpol reach` takes. */
export interface ReachOptions extends AnswerOptions {
  readonly staged: boolean;
  /** Whether hosts are ends of rows, too. */
  readonly hosts: boolean;
}

/** What `netpol explain` takes. */
export interface ExplainOptions extends AnswerOptions {
  readonly from: string;
  /** Absent where a name outside is given instead. */
  readonly to?: string;
  /** A name outside of the cluster. */
  readonly fqdn?: string;
  readonly port: string;
  /** `METHOD /path`; absent where nothing is told of the request. */
  readonly http?: string;
  /** The headers of the request, `NAME: VALUE`; empty where nothing is told of them. */
  readonly header: readonly string[];
}

/** The output formats of `diff`. */
export const diffFormats = ['text', 'json', 'csv', 'md'] as const;

/** What kind of change `--fail-on-change` asks about. */
export const changeKinds = ['added', 'removed', 'any'] as const;

/** What `netpol diff` takes. */
export interface DiffOptions extends Omit<ContextOptions, 'paths'> {
  /** A file, a directory, or `git:REVISION`. */
  readonly before: string;
  readonly after: string;
  readonly format: (typeof diffFormats)[number];
  readonly failOnChange?: (typeof changeKinds)[number];
}

import type { Finding, RuleMeta, Severity } from '../model/finding.ts';
import type { Chunk } from '../model/chunk.ts';
import type { Member } from '../workspace/snapshot.ts';

/** A finding in its document, with all that settings and evidence make of it. */
export interface FileFinding extends Finding {
  readonly meta: RuleMeta;
  readonly severity: Severity;
  readonly chunk: Chunk;
  /** The object that it speaks of; null where the document holds none that could be read. */
  readonly member: Member | null;
  /** Path of the guilty field in Kubernetes' own notation, where that is known. */
  readonly field: string | null;
}

/** The findings of one file in the order of their places, and those that comments silence. */
export interface FileFindings {
  readonly findings: readonly FileFinding[];
  readonly silenced: readonly SilencedFinding[];
}

/** A finding that a comment silences, and the reason that the comment gives; empty where it gives none. */
export interface SilencedFinding extends FileFinding {
  readonly reason: string;
}

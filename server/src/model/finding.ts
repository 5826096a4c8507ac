import type { Edit } from '../base/edits.ts';
import type { Span } from '../base/span.ts';
import type { Chunk } from './chunk.ts';

/**
 * - error: the API server or the CNI refuses or ignores it.
 * - warning: it very likely does not do what was meant.
 * - information: true and surprising; rare.
 * - hint: it could be said more simply.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * The evidence behind a finding: `proven` from the object alone, `supported` by other objects of the
 * workspace, `possible` by its form only. What is merely possible is never above information.
 */
export type Confidence = 'proven' | 'supported' | 'possible';

/** What a finding does to a cluster: refused, without effect, letting too much or too little pass, or only unclear. */
export type Category = 'refused' | 'inert' | 'too-open' | 'too-closed' | 'clarity';

/** A span in one document of one file. */
export interface Place {
  readonly uri: string;
  readonly chunk: Chunk;
  readonly span: Span;
}

/** A repair of one finding. Its edits are computed only when asked for, and speak of the finding's own document. */
export interface Fix {
  /** States the effect, in the imperative. */
  readonly title: string;
  /** Whether it keeps the meaning, or can only be what was meant, so that "fix all" may apply it unseen. */
  readonly safe: boolean;
  readonly edits: () => readonly Edit[];
}

/** What one rule says of one place of one document. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  /** Below the severity of the rule's meta where the evidence is weaker. */
  readonly severity?: Severity;
  readonly confidence: Confidence;
  readonly also?: readonly (Place & { readonly message: string })[];
  readonly fixes?: readonly Fix[];
}

/** What is said of a rule apart from its check; the docs page, the settings and the rules table are made from it. */
export interface RuleMeta {
  /** A slug that names the pattern, never the remedy; users write it in settings and ignore comments. */
  readonly code: string;
  /** The pattern in a few words. */
  readonly title: string;
  readonly category: Category;
  /** The highest severity that the rule gives. */
  readonly severity: Severity;
  /** Markdown: why it matters and what to do, with the source of each fact it states. */
  readonly docs: string;
  /** The netpol version that brought the rule. */
  readonly since: string;
  readonly fixable: boolean;
  /** Editors draw `unnecessary` faded and `deprecated` struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** The rule speaks of something that is nowhere, so it runs only where the root was read completely. */
  readonly absence?: true;
}

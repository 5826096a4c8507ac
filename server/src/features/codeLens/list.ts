import type { Diff } from '../../policy/diff.ts';
import { changesMarkdown } from '../../policy/tell/changesMarkdown.ts';

/** The connections that a lens counts, as a page of Markdown. */
export const changeList = (diff: Diff): string =>
  `# Connections vs HEAD\n\n${changesMarkdown(diff)}`;

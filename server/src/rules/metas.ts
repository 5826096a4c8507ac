import { admissionRules } from '../admission/all.ts';
import { shapeMetas } from '../admission/shape.ts';
import { compare } from '../base/order.ts';
import type { RuleMeta } from '../model/finding.ts';
import { rules } from './all.ts';
import { unusedIgnore } from './unusedIgnore.ts';

/** What is said of everything that can find something, in the order of the codes. */
export const metas: readonly RuleMeta[] = [
  ...shapeMetas,
  ...[...admissionRules, ...rules].map(({ meta }) => meta),
  unusedIgnore,
].sort((a, b) => compare(a.code, b.code));

/** The codes of all rules. */
export const codes: ReadonlySet<string> = new Set(metas.map(({ code }) => code));

import type { Finding, RuleMeta } from '../model/finding.ts';
import type { Suppression } from '../workspace/suppress.ts';
import { nearMiss } from '../model/nearMiss.ts';

/** What is said of the check for ignore comments that silence nothing. */
export const unusedIgnore: RuleMeta = {
  code: 'unused-ignore',
  title: 'An ignore comment silences nothing',
  category: 'clarity',
  severity: 'hint',
  since: '0.1.0',
  fixable: true,
  tag: 'unnecessary',
  absence: true,
  docs: `A comment \`# netpol-ignore[code] reason\` silences the findings of these rules on its own line or, where it has
a line of its own, on the next one. When the mistake is repaired the comment stays behind, and would hide the next
mistake of that kind in the same place.

Remove the code, or the whole comment. netpol says this only of rules that looked at the object: a rule that is off, or
that knows too little of the workspace to speak, leaves the comment alone.`,
};

/** Says that a suppression silences nothing, or that its code is no rule's. */
export function unusedFinding(suppression: Suppression, codes: ReadonlySet<string>): Finding {
  const { code, span, removal } = suppression;
  const near = codes.has(code) ? null : nearMiss(code, [...codes]);
  const message = codes.has(code)
    ? `\`${code}\` finds nothing on the line that this comment speaks of, so the comment can go.`
    : `There is no rule \`${code}\`, so this silences nothing.${near === null ? '' : ` Did you mean \`${near}\`?`}`;
  const replacement = near === null ? { span: removal, text: '' } : { span, text: near };
  return {
    span,
    message,
    confidence: 'proven',
    fixes: [
      {
        title: near === null ? 'Remove it' : `Change to \`${near}\``,
        safe: near === null,
        edits: () => [replacement],
      },
    ],
  };
}

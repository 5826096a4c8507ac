import type { RuleMeta } from '../model/finding.ts';
import type { ProblemCode } from '../model/resource.ts';

const meta = (
  code: ProblemCode,
  title: string,
  docs: string,
  more: Partial<RuleMeta> = {},
): RuleMeta => ({
  code,
  title,
  category: 'refused',
  severity: 'error',
  docs,
  since: '0.1.0',
  fixable: false,
  ...more,
});

/** What is said of the mistakes that reading and schema checking find. */
export const shapeMetas: readonly RuleMeta[] = [
  meta(
    'duplicate-key',
    'A key that a mapping holds twice',
    `kubectl refuses a mapping with the same key twice; a client that does not check keeps the last one and drops the
first silently. Merge the two.`,
  ),
  meta(
    'excessive-aliasing',
    'Aliases that unfold to more than any manifest holds',
    `A few lines of YAML aliases can stand for millions of values. The API server refuses such a document, and netpol does
not unfold it.`,
  ),
  meta(
    'missing-field',
    'A required field that is not there',
    `The API server refuses the whole object when a required field is missing.`,
  ),
  meta(
    'too-large',
    'A document that is too large to be checked',
    `Documents above \`netpol.maxDocumentBytes\` are not parsed, so nothing is said of what is in them. Split the file,
or raise the setting. Nothing is read of a file whose documents together have more than twice that size, where those
that are of no interest, such as definitions of custom resources, do not count. A list of more than 20,000 items is
not read either, nor a file of more than 20,000 documents, nor a document of more than 600,000 keys, values, marks
and blanks, which is more than two megabytes of most manifests have.`,
    { category: 'clarity', severity: 'warning' },
  ),
  meta(
    'unknown-field',
    'A field that does not exist',
    `kubectl refuses a field that the API does not know. A client that does not check lets the server drop it silently, and
a selector or port that is dropped means *everything*. Often the key is misspelt, or stands one level too deep.`,
    { fixable: true },
  ),
  meta(
    'wrong-type',
    'A value of the wrong type',
    `The API server cannot decode an object with a value of the wrong type and refuses all of it. Unquoted \`true\`, \`yes\`,
\`on\` and numbers are no strings; put label values like these in quotes.`,
    { fixable: true },
  ),
  meta(
    'yaml-syntax',
    'Text that is not YAML',
    `The document cannot be read, so none of it is applied. Only files that hold policies are reported.`,
  ),
];

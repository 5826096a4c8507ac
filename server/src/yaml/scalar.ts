/** What a scalar decodes to. */
export type ScalarValue = string | number | boolean | null;

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const INFINITE = /^[+-]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const INTEGERS: readonly (readonly [RegExp, number])[] = [
  [/^[-+]?(?:0|[1-9][0-9]*)$/, 10],
  [/^[-+]?0[xX]([0-9a-fA-F]+)$/, 16],
  [/^[-+]?0[oO]([0-7]+)$/, 8],
  [/^[-+]?0([0-7]+)$/, 8],
  [/^[-+]?0[bB]([01]+)$/, 2],
];

/**
 * What a plain (unquoted, untagged) scalar means to Kubernetes. Its tools decode YAML with go-yaml v2: the booleans of
 * YAML 1.1 in their listed spellings, integers in the bases of Go with `_` between digits, a leading zero for octal,
 * but no sexagesimal numbers, and timestamps stay strings (go-yaml v2, resolve.go).
 */
export function plainScalar(text: string): ScalarValue {
  if (NULL.has(text)) return null;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  if (!/^[-+.0-9]/.test(text)) return text;
  if (INFINITE.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (NOT_A_NUMBER.test(text)) return NaN;
  return number(text) ?? text;
}

function number(text: string): number | null {
  // Underscores vanish wherever a number may follow; a leading dot makes it a float, in which they do not.
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  for (const [form, base] of INTEGERS) {
    const match = form.exec(digits);
    if (match === null) continue;
    const magnitude = parseInt(match[1] ?? digits.replace(/^[-+]/, ''), base);
    return digits.startsWith('-') ? -magnitude : magnitude;
  }
  // What no float can hold stays a string.
  return FLOAT.test(digits) && Number.isFinite(Number(digits)) ? Number(digits) : null;
}

/**
 * A string as it is written in YAML: in the quotes given, else plain where it stays that string without any. Within
 * brackets a colon ends a plain scalar for some parsers, so that it is quoted there.
 */
export function stringText(value: string, quote: '' | '"' | "'", flow = true): string {
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  const plain = flow ? /^[\w./][\w./-]*$/ : /^[\w./](?:[\w./-]|:(?=[\w./:-]))*$/;
  const isPlain = quote === '' && plain.test(value) && plainScalar(value) === value;
  return isPlain ? value : JSON.stringify(value);
}

/*
 * Domain names and patterns of them in Cilium's policies. They are compared without regard to case, with a dot at the
 * end. Users write the patterns, so they are matched by hand, in a time that follows their length.
 */

/** The most characters of a name or pattern. */
export const LONGEST_NAME = 255;

/** Whether a text can be a name: labels of letters, digits, `-` and `_`, with single dots between, and one at the end or none. */
export const isDomainName = (text: string): boolean =>
  text.length <= LONGEST_NAME && /^[-\w]+(?:\.[-\w]+)*\.?$/.test(text);

/** Whether a text can be a pattern of names, in which a label may also hold `*`. */
export const isNamePattern = (text: string): boolean =>
  text.length <= LONGEST_NAME && /^[-\w*]+(?:\.[-\w*]+)*\.?$/.test(text);

/** A name or pattern as Cilium compares it: in lower case, with a dot at the end; patterns of stars alone stay as they are. */
export function canonicalName(text: string): string {
  const lower = text.trim().toLowerCase();
  return lower.endsWith('.') || isAnyName(lower) ? lower : `${lower}.`;
}

/** Whether a pattern is for every name: it is made of stars alone. */
const isAnyName = (pattern: string): boolean => /^\*+\.?$/.test(pattern);

/**
 * Whether a pattern matches a name as `canonicalName` gives it. A `*` stands for any characters of one label, never for a dot; two or more of them as
 * the whole first label, for one label or several; stars alone, for every name (Cilium, package `matchpattern`).
 */
export function matchesName(pattern: string, name: string): boolean {
  if (name !== '.' && !(name.endsWith('.') && isDomainName(name))) return false;
  if (isAnyName(pattern)) return true;
  const wanted = canonicalName(pattern).split('.');
  const labels = name.split('.');
  const isDeep = wanted.length > 2 && /^\*\*+$/.test(wanted[0]!);
  if (!isDeep)
    return (
      wanted.length === labels.length &&
      wanted.every((label, index) => matchesLabel(label, labels[index]!))
    );
  const behind = wanted.slice(1);
  const first = labels.slice(0, Math.max(0, labels.length - behind.length));
  return (
    first.length > 0 &&
    behind.every((label, index) => matchesLabel(label, labels[first.length + index]!))
  );
}

/** Whether the parts between the stars of a label's pattern are found one behind the other, the outer ones at its ends. */
function matchesLabel(pattern: string, label: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return pattern === label;
  if (label.length < first.length + last.length) return false;
  if (!label.startsWith(first) || !label.endsWith(last)) return false;
  const end = label.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = label.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/*
 * Domain names and patterns of them in Cilium's policies. They are compared without regard to case, with a dot at the
 * end. Users write the patterns, so they are matched by hand, in a time that follows their length.
 */

/** The most characters of a name or pattern. */
export const LONGEST_NAME = 255;

/**
 * Whether a text can be a name: labels of letters, digits, `-` and `_`, with single dots between, and one at the end or
 * none.
 */
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
export const isAnyName = (pattern: string): boolean => /^\*+\.?$/.test(pattern);

/**
 * Whether a pattern matches a name as `canonicalName` gives it. A `*` stands for any characters of one label, never for
 * a dot; two or more of them as the whole first label, for one label or several; stars alone, for every name (Cilium,
 * package `matchpattern`).
 */
export function matchesName(pattern: string, name: string): boolean {
  if (name !== '.' && !(name.endsWith('.') && isDomainName(name))) return false;
  if (isAnyName(pattern)) return true;
  const { isDeep, labels: wanted } = partsOf(pattern);
  const labels = name.split('.');
  const surplus = labels.length - wanted.length;
  return (
    (isDeep ? surplus > 0 : surplus === 0) &&
    wanted.every((label, index) => matchesLabel(label, labels[surplus + index]!))
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

/** Whether some name matches both of two patterns; a name is the pattern for itself. */
export const patternsMeet = (one: string, other: string): boolean => meetingAny([one])(other);

/** Tells whether some name matches a pattern and one of a list; of a long list few are compared with it. */
export function meetingAny(patterns: readonly string[]): (pattern: string) => boolean {
  if (patterns.some(isAnyName)) return () => true;
  const names = new Set(patterns.map(canonicalName));
  const open = [...names].filter(hasStar).map(partsOf);
  const closed = [...names].filter((name) => !hasStar(name)).map(partsOf);
  return (pattern) => {
    if (isAnyName(pattern)) return patterns.length > 0;
    const name = canonicalName(pattern);
    if (names.has(name)) return true;
    const parts = partsOf(name);
    const isMet = (one: Parts): boolean => partsMeet(one, parts);
    // Two names that differ never meet.
    return open.some(isMet) || (hasStar(name) && closed.some(isMet));
  };
}

const hasStar = (name: string): boolean => name.includes('*');

function partsMeet(a: Parts, b: Parts): boolean {
  if (!a.isDeep && !b.isDeep && a.labels.length !== b.labels.length) return false;
  if (a.isDeep !== b.isDeep) {
    const [deep, flat] = a.isDeep ? [a, b] : [b, a];
    if (flat.labels.length <= deep.labels.length) return false;
  }
  const [short, long] = a.labels.length <= b.labels.length ? [a, b] : [b, a];
  const tail = long.labels.slice(long.labels.length - short.labels.length);
  return short.labels.every((label, index) => labelsMeet(label, tail[index]!));
}

/** The labels of a pattern; without the first where that is for one label or several. */
interface Parts {
  readonly isDeep: boolean;
  readonly labels: readonly string[];
}

function partsOf(pattern: string): Parts {
  const labels = canonicalName(pattern).split('.');
  const isDeep = labels.length > 2 && /^\*\*+$/.test(labels[0]!);
  return { isDeep, labels: isDeep ? labels.slice(1) : labels };
}

/** Whether some label matches the patterns of both: each rest of one is compared with each rest of the other, from behind. */
function labelsMeet(one: string, other: string): boolean {
  if (!hasStar(one) && !hasStar(other)) return one === other;
  let after: boolean[] = [];
  for (let i = one.length; i >= 0; i--) {
    const now: boolean[] = [];
    for (let j = other.length; j >= 0; j--)
      now[j] =
        i === one.length && j === other.length
          ? true
          : one[i] === '*'
            ? after[j]! || (j < other.length && now[j + 1]!)
            : other[j] === '*'
              ? now[j + 1]! || (i < one.length && after[j]!)
              : i < one.length && one[i] === other[j] && after[j + 1]!;
    after = now;
  }
  return after[0]!;
}

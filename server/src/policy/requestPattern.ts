import { RE2JS, RE2JSSyntaxException } from 're2js';

/*
 * The regular expressions with which Cilium's policies judge HTTP requests: those of RE2, compared with the whole value.
 * They are never given to the engine of JavaScript, which reads another language and can take for ever.
 */

/** Longer ones are not read: nobody writes them, and what is done with each key press must be quick. */
const LONGEST = 4096;

/**
 * What is wrong with a regular expression of RE2, as a clause that goes on from "it"; null where nothing is, and where it
 * is too long to be read.
 */
export function patternFault(text: string): string | null {
  if (text.length > LONGEST) return null;
  try {
    RE2JS.compile(text);
    return null;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) return null;
    const { error: kind, input } = error;
    return FAULTS[kind]?.(`\`${input ?? ''}\``) ?? 'is none';
  }
}

/** Whether a regular expression of RE2 matches all of a value; null where it cannot be read. */
export function matchesWhole(text: string, value: string): boolean | null {
  if (text.length > LONGEST) return null;
  try {
    return RE2JS.compile(text).matches(value);
  } catch {
    return null;
  }
}

/** By the description of a mistake, what is said of the part in which it is. */
const FAULTS: Readonly<Record<string, (part: string) => string>> = {
  'invalid character class range': (part) => `has the range ${part} that runs backwards`,
  'invalid escape sequence': (part) => `has ${part}, which stands for nothing`,
  'invalid named capture': (part) =>
    /^`\(\?<[=!]/.test(part)
      ? 'looks behind, which RE2 does not know'
      : `has the group ${part}, whose name cannot be one`,
  'duplicate capture group name': (part) => `has two groups of one name, ${part}`,
  'invalid or unsupported Perl syntax': (part) => `has ${part}, which RE2 does not know`,
  'invalid nested repetition operator': (part) => `repeats a repetition with ${part}`,
  'invalid repeat count': (part) => `repeats with ${part}, which cannot be`,
  'missing closing ]': (part) => `lacks the \`]\` that closes ${part}`,
  'missing closing )': () => 'lacks a `)`',
  'missing argument to repetition operator': (part) =>
    `has ${part} with nothing before that it could repeat`,
  'trailing backslash at end of expression': () => 'ends with a backslash',
  'unexpected )': () => 'has a `)` too many',
  'expression nests too deeply': () => 'nests too deeply',
  'expression too large': () => 'is too large',
};

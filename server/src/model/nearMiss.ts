import { closest, distance } from 'fastest-levenshtein';

const plain = (text: string): string => text.toLowerCase().replace(/[-_]/g, '');

/** The candidate that differs from `name` only by case or a few letters; null where none is that close. */
export function nearMiss(name: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const same = candidates.find((candidate) => plain(candidate) === plain(name));
  if (same !== undefined) return same;
  const best = closest(
    name.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best)!;
  if (distance(name.toLowerCase(), best) <= Math.max(1, Math.floor(name.length / 4))) return found;
  return candidates.find((candidate) => isTransposed(name, candidate)) ?? null;
}

/** Whether two neighbouring characters changed places, which is one slip of the fingers, but two edits. */
function isTransposed(name: string, other: string): boolean {
  const [a, b] = [name.toLowerCase(), other.toLowerCase()];
  const turnedAt = (at: number): string =>
    a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return (
    a.length >= LEAST_TRANSPOSED &&
    Array.from({ length: a.length - 1 }, (_, at) => turnedAt(at)).includes(b)
  );
}

/** The shortest word in which two that changed places say more than that the words are made of the same letters. */
const LEAST_TRANSPOSED = 4;

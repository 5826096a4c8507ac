import { LAST_PORT } from '../policy/ciliumPort.ts';
import type { CalicoPort } from '../model/calico.ts';

/** What an entry of `ports` is to Calico: numbers, a name, or nothing that it can read. */
export type ReadPort =
  | { readonly kind: 'numbers'; readonly first: number; readonly last: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'none'; readonly why: 'range' | 'number' | 'backwards' | 'text' };

/**
 * Reads an entry of `ports` as Calico does: a number, also in quotes; a range with a colon; else a name, which has not
 * been judged yet. Port 0 is read, and refused later.
 */
export function readPort(port: CalicoPort): ReadPort {
  const text = String(port);
  if (/^-?\d+$/.test(text)) {
    const number = Number(text);
    return number >= 0 && number <= LAST_PORT
      ? { kind: 'numbers', first: number, last: number }
      : { kind: 'none', why: 'number' };
  }
  const range = /^(\d+):(\d+)$/.exec(text);
  if (range === null)
    return /^[\w.-]{1,128}$/.test(text)
      ? { kind: 'name', name: text }
      : { kind: 'none', why: text.includes(':') ? 'range' : 'text' };
  const [first, last] = [Number(range[1]), Number(range[2])];
  if (first > LAST_PORT || last > LAST_PORT) return { kind: 'none', why: 'number' };
  return first > last ? { kind: 'none', why: 'backwards' } : { kind: 'numbers', first, last };
}

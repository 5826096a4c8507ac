import type { HeaderPattern, HttpPattern } from '../ir.ts';
import type { HttpRequest } from '../http.ts';
import { matchesWhole } from '../requestPattern.ts';
import { least, type Truth } from '../selector/selector.ts';

/** Whether any of the patterns is for a request, as far as its headers are told. */
export function matchesPatterns(patterns: readonly HttpPattern[], request: HttpRequest): Truth {
  const found = new Set(
    patterns.map(({ method, path, host, headers }) =>
      least([
        isWhole(method, request.method),
        isWhole(path, request.path),
        host !== null && request.headers === undefined
          ? 'unknown'
          : isWhole(host, request.headers?.['host'] ?? ''),
        ...headers.map((header) => hasHeader(header, request)),
      ]),
    ),
  );
  return found.has('yes') ? 'yes' : found.has('unknown') ? 'unknown' : 'no';
}

/** Whether a pattern asks for nothing. */
export const isForEveryRequest = ({ method, path, host, headers }: HttpPattern): boolean =>
  method === null && path === null && host === null && headers.length === 0;

/** Whether an expression matches all of a text; none is for any. */
function isWhole(expression: string | null, text: string): Truth {
  const met = expression === null ? true : matchesWhole(expression, text);
  return met === null ? 'unknown' : met ? 'yes' : 'no';
}

/** Names of headers are told apart without regard to case (RFC 9110, section 5.1). */
function hasHeader({ name, value, secret }: HeaderPattern, { headers }: HttpRequest): Truth {
  if (headers === undefined) return 'unknown';
  const found = Object.hasOwn(headers, name.toLowerCase())
    ? headers[name.toLowerCase()]
    : undefined;
  if (found === undefined) return 'no';
  if (secret) return 'unknown';
  return value === null || value === found ? 'yes' : 'no';
}

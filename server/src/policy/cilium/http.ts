import type { HttpPattern } from '../ir.ts';
import type { HttpRequest } from '../http.ts';
import { code, list } from '../print.ts';
import { least, type Truth } from '../selector/selector.ts';

/** Whether any of the patterns is for a request; host and headers of requests are not known. */
export function matchesPatterns(patterns: readonly HttpPattern[], request: HttpRequest): Truth {
  const found = new Set(
    patterns.map(({ method, path, host, headers }) =>
      least([
        method === null ? 'yes' : isWhole(method, request.method),
        path === null ? 'yes' : isWhole(path, request.path),
        host === null && headers.length === 0 ? 'yes' : 'unknown',
      ]),
    ),
  );
  return found.has('yes') ? 'yes' : found.has('unknown') ? 'unknown' : 'no';
}

/** Whether an expression matches all of a text. Only one without special characters is decided. */
const isWhole = (expression: string, text: string): Truth =>
  /[\\^$.|?*+()[\]{}]/.test(expression) ? 'unknown' : expression === text ? 'yes' : 'no';

/** The requests that patterns are for, in words: "HTTP requests that match `GET /public`". */
export const patternsText = (patterns: readonly HttpPattern[]): string =>
  patterns.some(isAny)
    ? 'HTTP requests'
    : `HTTP requests that match ${list([...new Set(patterns.map(patternText))], 'or')}`;

const isAny = ({ method, path, host, headers }: HttpPattern): boolean =>
  method === null && path === null && host === null && headers.length === 0;

function patternText({ method, path, host, headers }: HttpPattern): string {
  const line = [method, `${host ?? ''}${path ?? ''}`].filter(
    (part) => part !== null && part !== '',
  );
  const wanted = headers.length === 0 ? '' : `the headers ${list(headers.map(code))}`;
  return [line.length === 0 ? '' : code(line.join(' ')), wanted]
    .filter((part) => part !== '')
    .join(' with ');
}

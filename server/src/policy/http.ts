import type { HttpMatch, HttpPath } from './ir.ts';

/** A request that a connection carries. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** The headers that it has and no others, by names in lower case; absent where they are not told. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether a rule's methods and paths are those of a request (app-policy, matching of HTTP). Case counts. */
export function matchesRequest(
  { methods, paths }: HttpMatch,
  { method, path }: HttpRequest,
): boolean {
  if (methods.length > 0 && !methods.includes('*') && !methods.includes(method)) return false;
  const asked = normalPath(path);
  return paths.length === 0 || (asked !== null && paths.some((one) => matchesPath(one, asked)));
}

/** A prefix ends with a whole segment; a slash at the end of what a rule says counts for nothing. */
function matchesPath({ kind, path }: HttpPath, asked: string): boolean {
  const said = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (asked === said) return true;
  return kind === 'prefix' && (said === '/' || asked.startsWith(`${said}/`));
}

/**
 * A path without query, fragment and parameters, decoded once, and with `.`, `..` and empty segments resolved. Null for
 * what no rule is matched with: a path that is not absolute, holds a zero byte, or is escaped wrongly or twice.
 */
export function normalPath(path: string): string | null {
  const [bare] = path.split(/[?#]/, 1) as [string];
  const text = decoded(bare)?.replaceAll('\\', '/');
  if (text?.startsWith('/') !== true || text.includes('\0') || /%[\da-f]{2}/i.test(text))
    return null;
  const segments: string[] = [];
  for (const segment of text.split('/')) {
    const [name] = segment.split(';', 1) as [string];
    if (name === '..') segments.pop();
    else if (name !== '' && name !== '.') segments.push(name);
  }
  return `/${segments.join('/')}`;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

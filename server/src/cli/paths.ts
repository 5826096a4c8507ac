/** The URI of an absolute path with forward slashes. */
export const uriOf = (path: string): string =>
  `file://${path.startsWith('/') ? '' : '/'}${path.split('/').map(encodeURIComponent).join('/')}`;

/** A path as seen from a directory, with forward slashes; both absolute. Absolute where they share no root. */
export function relativePath(directory: string, path: string): string {
  const [from, to] = [segments(directory), segments(path)];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared === 0 && from[0] !== to[0] && /^[A-Za-z]:/.test(path)) return path;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** Whether `path` is `directory` or lies below it. */
export const isWithin = (directory: string, path: string): boolean =>
  path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);

/** The directory that holds the file. */
export const directoryOf = (path: string): string =>
  path.slice(0, Math.max(0, path.lastIndexOf('/')));

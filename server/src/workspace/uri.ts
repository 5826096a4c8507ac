/*
 * URIs as texts. Editors, file systems and users spell one file in several ways (`%3A` or `:`, `C:` or `c:`), so what
 * is compared is the decoded form.
 */

/** The one spelling in which URIs are compared: percent signs decoded, the drive letter of Windows in lower case. */
export function canonical(uri: string): string {
  return decoded(uri).replace(/^(file:\/\/\/)([A-Z]):/, (_, scheme: string, drive: string) => {
    return `${scheme}${drive.toLowerCase()}:`;
  });
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is a part of the name.
    return text;
  }
}

/** The last segment of a URI, decoded. */
export const nameOf = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

/** The directory that holds the file, without a slash at its end. */
export const directoryOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/** A directory, then those that hold it, innermost first, up to the root of its scheme. */
export function* upwards(directory: string): Generator<string> {
  const authority = directory.indexOf('://');
  const least = authority < 0 ? 0 : authority + 2;
  for (let end = directory.length; end > least; end = directory.lastIndexOf('/', end - 1))
    yield directory.slice(0, end);
}

/** The file that a relative path names, seen from a directory; both canonical. */
export function resolveUri(directory: string, path: string): string {
  const segments = directory.split('/');
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

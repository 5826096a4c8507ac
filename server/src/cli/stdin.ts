/** A part of standard input as a file of its own. */
export interface InputFile {
  /** The path that its `# Source:` comments give, or `-`. */
  readonly name: string;
  readonly text: string;
}

/** What the URIs of such files begin with. */
export const INPUT = 'stdin://';

/** Whether a file is a part of standard input, which cannot be written to. */
export const isInput = (uri: string): boolean => uri.startsWith(INPUT);

const SOURCE = /^#[ \t]*Source:[ \t]*(\S[^\r\n]*?)[ \t]*$/m;

/**
 * Standard input as files: `helm template` writes a comment `# Source: chart/templates/web.yaml` into each document.
 * Documents of one source become one file in their order, documents without the comment the file `-`.
 */
export function inputFiles(text: string): readonly InputFile[] {
  const files = new Map<string, string>();
  for (const document of text.split(/^(?=---(?:[ \t\r]|$))/m)) {
    const name = SOURCE.exec(document)?.[1] ?? '-';
    files.set(name, (files.get(name) ?? '') + document);
  }
  return [...files].map(([name, content]) => ({ name, text: content }));
}

/** What stands at a path. */
export type PathKind = 'file' | 'directory' | 'missing';

/** A text that was read, or why it could not be; with both, the text is damaged: bytes that are no UTF-8 are replaced. */
export type ReadResult =
  | { readonly text: string; readonly problem?: never }
  | { readonly problem: string; readonly text?: string };

/** The files that were found, and what could not be looked into. */
export interface Found {
  readonly files: readonly string[];
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
}

/** The texts of files by their paths, or why a revision could not be read. */
export type Committed =
  | { readonly files: ReadonlyMap<string, ReadResult>; readonly problem?: never }
  | { readonly problem: string };

/** Colours and weights of a terminal; each gives its text as it is where none are wanted. */
export type Paint = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green', (text: string) => string>
>;

/**
 * All that the command line may do to the outside world. Paths are absolute, with forward slashes on every platform,
 * as `resolve` makes them.
 */
export interface Host {
  /** The working directory. */
  readonly directory: string;
  /** How standard output shows colours. */
  readonly paint: Paint;
  /** How many cells a line of standard output has. */
  readonly columns: number;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly complain: (text: string) => void;
  /** Shows how far a long run is, in place of what it showed before; null takes it away. Nothing where nobody looks. */
  readonly progress: (text: string | null) => void;
  /** All of standard input. */
  readonly input: () => ReadResult;
  /** A path as a user writes it, made absolute. */
  readonly resolve: (path: string) => string;
  readonly kind: (path: string) => PathKind;
  /** Reads a file of UTF-8; a byte order mark stays in the text. */
  readonly read: (path: string) => ReadResult;
  /** Puts `text` in place of the file at once, so that no reader ever sees a part of it; says why it could not. */
  readonly replace: (path: string, text: string) => string | null;
  /**
   * The files below a directory whose names are wanted, in order, without what ignore files and the globs of `exclude`
   * name.
   */
  readonly find: (
    directory: string,
    wanted: (name: string) => boolean,
    exclude: readonly string[],
  ) => Found;
  /** The nearest directory, `path` or above, that is a repository; null if there is none. */
  readonly repository: (path: string) => string | null;
  /**
   * The files below a directory as a revision of its git repository has them, without what `find` would leave out. Only
   * this runs another program.
   */
  readonly committed: (
    directory: string,
    revision: string,
    wanted: (name: string) => boolean,
    exclude: readonly string[],
  ) => Committed;
}

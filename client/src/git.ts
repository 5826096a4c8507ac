import { extensions, type Uri, type Disposable, type Event } from 'vscode';

/** A file that differs from the commit; a renamed one has two places. */
interface Change {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
}

/** What of VS Code's git extension (version 1 of its API) is of use. */
interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly mergeChanges: readonly Change[];
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    /** Only where the user has untracked files shown apart, and in later versions. */
    readonly untrackedChanges?: readonly Change[];
    readonly onDidChange: Event<void>;
  };
  readonly show: (commit: string, path: string) => Promise<string>;
  readonly getObjectDetails: (commit: string, path: string) => Promise<unknown>;
}

interface Api {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
  readonly getRepository: (uri: Uri) => Repository | null;
}

/** The text of a file in the commit, null where it has no such file; null in place of this where that is not known. */
export type Committed = { readonly text: string | null } | null;

/** What is committed, as VS Code's git extension tells it. */
export interface Git {
  /** The files below a folder that differ from the last commit. */
  readonly changed: (folder: Uri) => Uri[];
  readonly committed: (file: Uri) => Promise<Committed>;
  readonly dispose: () => void;
}

const EXTENSION = 'vscode.git';

/** Whether the git extension is there; not so in most browsers. */
export const hasGit = (): boolean => extensions.getExtension(EXTENSION) !== undefined;

/** What was read of one commit: that never changes, though the repository does with each file that is saved. */
interface Read {
  readonly commit: string;
  readonly texts: Map<string, Committed>;
}

/** Follows the repositories that the git extension knows; `changed` hears whenever they may differ from before. */
export async function followGit(changed: () => void): Promise<Git> {
  const api = await apiOf();
  const followed = new Map<Repository, Disposable>();
  const read = new WeakMap<Repository, Read>();
  const follow = (repository: Repository): void => {
    followed.set(repository, repository.state.onDidChange(changed));
    changed();
  };
  const unfollow = (repository: Repository): void => {
    followed.get(repository)?.dispose();
    followed.delete(repository);
    changed();
  };
  const listeners = [api?.onDidOpenRepository(follow), api?.onDidCloseRepository(unfollow)];
  api?.repositories.forEach(follow);
  return {
    changed: (folder) =>
      (api?.repositories ?? []).flatMap(changesIn).filter((uri) => isBelow(uri, folder)),
    async committed(file) {
      const repository = api?.getRepository(file);
      const commit = repository?.state.HEAD?.commit;
      if (!repository || commit === undefined) return null;
      const last = read.get(repository);
      const { texts } = last?.commit === commit ? last : { texts: new Map<string, Committed>() };
      read.set(repository, { commit, texts });
      const text = texts.get(file.toString()) ?? (await textIn(repository, commit, file));
      if (text !== null) texts.set(file.toString(), text);
      return text;
    },
    dispose() {
      for (const listener of [...listeners, ...followed.values()]) listener?.dispose();
    },
  };
}

/** The extension's API; undefined where it is absent or switched off. */
async function apiOf(): Promise<Api | undefined> {
  try {
    const extension = extensions.getExtension<{ getAPI: (version: 1) => Api }>(EXTENSION);
    return (await extension?.activate())?.getAPI(1);
  } catch {
    return undefined;
  }
}

const changesIn = ({ state }: Repository): Uri[] =>
  [
    ...state.mergeChanges,
    ...state.indexChanges,
    ...state.workingTreeChanges,
    ...(state.untrackedChanges ?? []),
  ].flatMap(({ uri, originalUri, renameUri }) => [uri, originalUri, renameUri ?? []].flat());

const isBelow = (file: Uri, { scheme, path }: Uri): boolean =>
  file.scheme === scheme && file.path.startsWith(path.endsWith('/') ? path : `${path}/`);

async function textIn(repository: Repository, commit: string, file: Uri): Promise<Committed> {
  try {
    return { text: await repository.show(commit, file.fsPath) };
  } catch {
    return (await isIn(repository, commit, file)) === false ? { text: null } : null;
  }
}

/** Whether a commit has a file; undefined where that cannot be told. */
async function isIn(
  repository: Repository,
  commit: string,
  file: Uri,
): Promise<boolean | undefined> {
  try {
    await repository.getObjectDetails(commit, file.fsPath);
    return true;
  } catch (error) {
    return (error as { gitErrorCode?: string }).gitErrorCode === 'UnknownPath' ? false : undefined;
  }
}

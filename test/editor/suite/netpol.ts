/*
 * What netpol does in a real editor. The same tests run where extensions have Node and where they run in a web worker.
 */
import { expect } from 'chai';
import {
  commands,
  extensions,
  languages,
  type Position,
  Range,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type CodeLens,
  type Diagnostic,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { TITLE } from './title.ts';

/** What differs between the hosts: how a running server is ended the hard way, and what brings it back. */
export interface Servers {
  /** A number for the server that runs, another for each; undefined where none runs or its start was not seen. */
  readonly running: () => number | undefined;
  /** Ends it, without a word to the client. */
  readonly kill: () => void;
  /** Whether the client notices by itself that its server is gone. Where it does not, its start has to be seen. */
  readonly noticed: boolean;
}

/** Declares the tests. */
export function declare(servers: Servers): void {
  describe(TITLE, () => {
    let document: TextDocument;

    before(async () => {
      const [file] = await workspace.findFiles('**/policies.yaml');
      expect(file, 'policies.yaml in the workspace').not.to.equal(undefined);
      document = await workspace.openTextDocument(file!);
      await window.showTextDocument(document);
    });

    it('underlines egress that leaves out DNS', async () => {
      const finding = await eventually('a finding', () =>
        findingIn(document.uri, 'missing-dns-egress'),
      );
      expect(finding.source).to.equal('netpol');
      expect(document.getText(finding.range)).to.match(/^egress/);
      expect(finding.message).to.include('DNS');
    });

    it('says in a hover which pods a selector picks', async () => {
      const text = await eventually('a hover', () => hoverAt(document, 'podSelector'));
      expect(text).to.match(/^\*\*Selects 2 pods of 1 workload\*\* in `shop`/);
      expect(text).to.include('web');
    });

    it('inserts the DNS rule by a quick fix', async () => {
      // While the folder is still being read, what speaks of an absence comes and goes.
      const fix = await eventually('the DNS rule', async () => {
        const range = findingIn(document.uri, 'missing-dns-egress')?.range;
        const actions = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range ?? new Range(0, 0, 0, 0),
        );
        return actions.find(({ title, edit }) => title.includes('DNS') && edit !== undefined);
      });
      expect(fix.edit).to.be.instanceOf(WorkspaceEdit);
      expect(await workspace.applyEdit(fix.edit!)).to.equal(true);
      expect(document.getText()).to.match(/protocol: UDP\n\s+port: 53\n/);
      await eventually(
        'no finding any more',
        () => findingIn(document.uri, 'missing-dns-egress') === undefined,
      );
    });

    it('says above an edited policy what that changes since the last commit', async function () {
      if (extensions.getExtension('vscode.git') === undefined) this.skip();
      const lens = (): Promise<CodeLens | undefined> => lensIn(document);
      expect(await lens()).to.equal(undefined);
      await replace(document, 'port: 5432', 'port: 5433');
      const { command, range } = await eventually('a lens', lens);
      expect(command!.title).to.equal('vs HEAD: +1 / −1 connections');
      expect(document.lineAt(range.start).text).to.equal('apiVersion: networking.k8s.io/v1');
      await commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
      const list = await eventually('the list', () =>
        workspace.textDocuments.find(({ uri }) => uri.scheme === 'netpol-changes'),
      );
      expect(list.getText()).to.match(
        /\| changed \| shop\/web .* \| shop\/database .* \| TCP 5432 \| TCP 5433 \|/,
      );
      await window.showTextDocument(document);
      await replace(document, 'port: 5433', 'port: 5432');
      await eventually('no lens any more', async () => (await lens()) === undefined);
    });

    it('answers again after its server was killed', async () => {
      if (!servers.noticed) await commands.executeCommand('netpol.restart');
      const before = servers.running();
      expect(before).not.to.equal(undefined);
      servers.kill();
      if (!servers.noticed) await commands.executeCommand('netpol.restart');
      await anotherStarts(servers, before);

      // What it says now is of text that the killed server never saw.
      await replace(document, 'TCP', 'TPC');
      const finding = await eventually('a finding of another server', () =>
        findingIn(document.uri, 'invalid-protocol'),
      );
      expect(document.getText(finding.range)).to.equal('TPC');
    });

    for (const [when, untilKilled] of [
      ['right after a restart', (restarted: Thenable<unknown>) => restarted],
      [
        'while it restarts',
        (_: Thenable<unknown>, before: number) => anotherStarts(servers, before),
      ],
    ] as const) {
      it(`answers again after its server was killed ${when}`, async function () {
        if (!servers.noticed) this.skip();
        const before = servers.running()!;
        const restarted = commands.executeCommand('netpol.restart');
        await untilKilled(restarted, before);
        const killed = servers.running()!;
        expect(killed).not.to.equal(before);
        servers.kill();
        await anotherStarts(servers, killed);
        await restarted;
        await eventually('a hover', () => hoverAt(document, 'podSelector'));
      });
    }
  });
}

/** The number of a server other than this one, as soon as there is one. */
const anotherStarts = (servers: Servers, before: number | undefined): Promise<number> =>
  eventually('another server', () => {
    const now = servers.running();
    return now !== before && now;
  });

const findingIn = (uri: Uri, code: string): Diagnostic | undefined =>
  languages
    .getDiagnostics(uri)
    .find(
      (finding) => (typeof finding.code === 'object' ? finding.code.value : finding.code) === code,
    );

/** The line above an object that tells what an edit changes; undefined while there is none. */
async function lensIn({ uri }: TextDocument): Promise<CodeLens | undefined> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.find(({ command }) => command?.title.startsWith('vs HEAD') === true);
}

/** Replaces the first `before` of a document, without saving it. */
async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const at = document.getText().indexOf(before);
  expect(at, before).to.be.at.least(0);
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(at), document.positionAt(at + before.length));
  edit.replace(document.uri, range, after);
  await workspace.applyEdit(edit);
}

/** The text of the hover at the first place of a word, once there is one. */
async function hoverAt(document: TextDocument, word: string): Promise<string | undefined> {
  const at: Position = document.positionAt(document.getText().indexOf(word) + 1);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  const texts = hovers.flatMap(({ contents }) =>
    (contents as MarkdownString[]).map(({ value }) => value),
  );
  return texts.find((text) => text !== '');
}

/** Milliseconds within which everything happens, on a slow machine too. */
const PATIENCE = 25_000;

/**
 * What a question yields as soon as it is neither undefined nor false.
 * @param what names that in the error where it never is
 */
async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
): Promise<Exclude<T, undefined | false>> {
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited for ${what} in vain`);
}

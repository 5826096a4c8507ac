import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Host } from '../../server/src/cli/host.ts';
import { main } from '../../server/src/cli/main.ts';
import { localHost } from '../../server/src/entry/localHost.ts';

/*
 * `netpol diff` with what a revision has. Most of it runs git on small repositories of its own; where git is missing
 * only the rest runs.
 */

const pod = (name: string, app = name): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop, labels: { app: ${app} } }\nspec: { containers: [{ name: main, image: main }] }\n`;

const allow = (port: number): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\nspec: { podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: ${port} }] }] }\n`;

const writeAll = (top: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(top, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text.startsWith('->')) symlinkSync(text.slice(2), file);
    else writeFileSync(file, text);
  }
};

/** Gives a directory for as long as `use` runs. */
function within(files: Readonly<Record<string, string>>, use: (top: string) => void): void {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'netpol-revisions-')));
  try {
    writeAll(top, files);
    use(top);
  } finally {
    rmSync(top, { recursive: true });
  }
}

/** Runs netpol in a directory; gives the code and what was said. */
function run(
  directory: string,
  args: readonly string[],
  more: Partial<Host> = {},
): { readonly code: number; readonly said: string } {
  let said = '';
  const code = main([...args, '--set', 'ipFamilies=IPv4'], {
    ...localHost,
    directory,
    print: (text) => void (said += text),
    complain: (text) => void (said += text),
    progress: () => undefined,
    resolve: (file) => path.posix.resolve(directory, file),
    ...more,
  });
  return { code, said };
}

/** The ends and connections that changed, one a line. */
function rows(directory: string, ...args: string[]): string[] {
  const { code, said } = run(directory, ['diff', ...args, '--format', 'csv']);
  assert.equal(code, 0, said);
  return said
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 5).join(' '));
}

const commit = (top: string): void => {
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: top });
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'state');
};

/** Gives a repository with one commit of some files. */
const withRepository = (
  files: Readonly<Record<string, string>>,
  use: (top: string) => void,
): void =>
  within(files, (top) => {
    execFileSync('git', ['init', '--quiet'], { cwd: top });
    commit(top);
    use(top);
  });

const hasGit = ((): boolean => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    console.log('skipped: git is not installed');
    return false;
  }
})();

const onGit = (name: string, body: () => void): void => void test(name, { skip: !hasGit }, body);

const PORT_CHANGE = ['changed shop/Pod/client shop/Pod/web TCP 80 TCP 443'];

const shop = {
  'apps/web.yaml': pod('web'),
  'apps/client.yaml': pod('client'),
  'deploy/policies/web.yaml': allow(80),
};

test('a revision is read through the host, and nowhere else', () => {
  within({ 'new/web.yaml': pod('web') + '---\n' + pod('client') + '---\n' + allow(443) }, (top) => {
    const asked: unknown[] = [];
    const { code, said } = run(top, ['diff', 'git:v1', 'new', '--fail-on-change', 'added'], {
      repository: () => top,
      committed(directory, revision) {
        asked.push([directory, revision]);
        const text = `${pod('web')}---\n${pod('client')}---\n${allow(80)}`;
        return { files: new Map([[`${top}/new/web.yaml`, { text }]]) };
      },
    });
    assert.deepEqual(asked, [[top, 'v1']]);
    assert.match(said, /shop\/client \(Pod\) -> shop\/web \(Pod\) {2}TCP 80, now TCP 443/);
    assert.equal(code, 1);
  });
});

onGit('edits below a path are told against the last commit, among what is around them', () => {
  withRepository(shop, (top) => {
    assert.deepEqual(rows(top, 'git:HEAD', '.'), []);
    writeAll(top, { 'deploy/policies/web.yaml': allow(443) });
    const deploy = path.join(top, 'deploy');
    assert.deepEqual(rows(top, 'git:HEAD', '.'), PORT_CHANGE);
    assert.deepEqual(rows(deploy, 'git:HEAD', '.'), PORT_CHANGE);
    assert.deepEqual(rows(deploy, 'git:HEAD', 'policies/web.yaml'), PORT_CHANGE);
    assert.deepEqual(rows(top, 'git:HEAD', 'apps'), []);
    assert.deepEqual(rows(deploy, '.', 'git:HEAD'), [
      'changed shop/Pod/client shop/Pod/web TCP 443 TCP 80',
    ]);
  });
});

onGit('files that came or went since count', () => {
  withRepository({ ...shop, 'deploy/policies/other.yaml': pod('other') }, (top) => {
    rmSync(path.join(top, 'deploy/policies/other.yaml'));
    writeAll(top, { 'deploy/more/pod.yaml': pod('more') });
    const found = rows(top, 'git:HEAD', 'deploy');
    assert.ok(found.includes('removed shop/Pod/other shop/Pod/web TCP 80 '));
    assert.ok(found.includes('added shop/Pod/more shop/Pod/web  TCP 80'));
    assert.deepEqual(
      rows(top, 'git:HEAD', 'deploy/more/pod.yaml').filter((row) => row.includes('other')),
      [],
    );
  });
});

onGit('two revisions are compared as a whole', () => {
  withRepository(shop, (top) => {
    writeAll(top, { 'deploy/policies/web.yaml': allow(443) });
    commit(top);
    writeAll(top, { 'deploy/policies/web.yaml': allow(8080) });
    assert.deepEqual(rows(path.join(top, 'apps'), 'git:HEAD~1', 'git:HEAD'), PORT_CHANGE);
  });
});

onGit('what ignore files name does not count, committed or not, nor do links to nothing', () => {
  const ignored = {
    '.gitignore': 'generated/\n*.tmp.yaml\n',
    'deploy/.gitignore': '!kept.tmp.yaml\n',
    'generated/pod.yaml': pod('generated'),
    'deploy/pod.tmp.yaml': pod('temporary'),
    'vendor/pod.yaml': pod('vendor'),
  };
  withRepository({ ...shop, ...ignored, 'deploy/lost.yaml': '->nothing.yaml' }, (top) => {
    assert.deepEqual(rows(top, 'git:HEAD', '.'), []);
    assert.deepEqual(rows(path.join(top, 'deploy'), 'git:HEAD', '.'), []);
    writeAll(top, { 'deploy/kept.tmp.yaml': pod('kept') });
    assert.ok(rows(top, 'git:HEAD', 'deploy').length > 0);
    commit(top);
    assert.deepEqual(rows(top, 'git:HEAD', 'deploy'), []);
  });
});

onGit('a link is the file that it leads to', () => {
  const linked = {
    'shared/web.yaml': allow(80),
    'deploy/policies/link.yaml': '->../../shared/web.yaml',
  };
  withRepository({ ...linked, 'deploy/pods.yaml': `${pod('web')}---\n${pod('client')}` }, (top) => {
    assert.deepEqual(rows(top, 'git:HEAD', 'deploy', '--root', 'deploy'), []);
  });
});

onGit('a revision that is none, and what is no repository, are said to be', () => {
  withRepository(shop, (top) => {
    for (const revision of ['git:nowhere', 'git:', 'git:--help']) {
      const { code, said } = run(top, ['diff', revision, '.']);
      assert.equal(code, 2);
      assert.match(
        said,
        /^netpol: `git:.*` cannot be read: the repository has no such revision\.$/m,
      );
    }
  });
  within(shop, (top) => {
    const { code, said } = run(top, ['diff', 'git:HEAD', 'apps']);
    assert.deepEqual(
      { code, said },
      { code: 2, said: 'netpol: `apps` is in no git repository.\n' },
    );
  });
});

import { isUtf8 } from 'node:buffer';
import {
  accessSync,
  chmodSync,
  constants,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isatty } from 'node:tty';
import picocolors from 'picocolors';
import type { Host, ReadResult } from '../cli/host.ts';
import { problemOf, walk } from './files.ts';
import { committedWith } from './git.ts';

const { stdin, stdout, stderr } = process;

const slashed = (file: string): string => (path.sep === '\\' ? file.replaceAll('\\', '/') : file);

function textOf(bytes: Buffer): ReadResult {
  if (isUtf8(bytes)) return { text: bytes.toString() };
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff'
    ? { problem: 'is UTF-16 text; save it as UTF-8' }
    : { problem: 'is not UTF-8 text', text: bytes.toString() };
}

const attempt = (read: () => Buffer): ReadResult => {
  try {
    return textOf(read());
  } catch (error) {
    return { problem: problemOf(error) };
  }
};

/** Standard input to its end. A pipe that does not block says EAGAIN while its writer is at work. */
function inputBytes(): Buffer {
  const parts: Uint8Array[] = [];
  const part = new Uint8Array(1 << 16);
  for (;;) {
    try {
      const length = readSync(stdin.fd, part);
      if (length === 0) return Buffer.concat(parts);
      parts.push(part.slice(0, length));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return Buffer.concat(parts);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Writes beside the file and renames, so that the file is always whole; a link stays a link to the new text. */
function replace(file: string, text: string): string | null {
  let temporary: string | null = null;
  try {
    const target = realpathSync(file);
    accessSync(target, constants.W_OK);
    const { mode, uid, gid } = statSync(target);
    temporary = `${target}.${process.pid}.tmp`;
    const descriptor = openSync(temporary, 'wx');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    chmodSync(temporary, mode);
    giveTo(temporary, uid, gid);
    renameSync(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    return problemOf(error);
  }
}

/** Only root can give files away, and only its files change hands. */
function giveTo(file: string, uid: number, gid: number): void {
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

let shown = 0;
function progress(text: string | null): void {
  if (!stderr.isTTY || (text !== null && performance.now() < shown + 100)) return;
  shown = performance.now();
  stderr.write(text === null ? '\r\x1b[2K' : `\r\x1b[2K${text}`);
}

function repository(from: string): string | null {
  for (let directory = from; ; directory = path.posix.dirname(directory)) {
    if (existsSync(`${directory}/.git`)) return directory;
    if (directory === path.posix.dirname(directory)) return null;
  }
}

/** The command line's host on this machine, in its working directory and on its terminal. */
export const localHost: Host = {
  directory: slashed(process.cwd()),
  paint: picocolors.createColors(isatty(stdout.fd) && picocolors.isColorSupported),
  columns: stdout.isTTY ? stdout.columns : 120,
  print: (text) => stdout.write(text),
  complain: (text) => stderr.write(text),
  progress,
  input: () => attempt(inputBytes),
  resolve: (file) => slashed(path.resolve(file)),
  kind(file) {
    try {
      return statSync(file).isDirectory() ? 'directory' : 'file';
    } catch (error) {
      // What cannot be looked at is there, and reading it will say why it cannot be read.
      const { code = '' } = error as NodeJS.ErrnoException;
      return ['ENOENT', 'ENOTDIR'].includes(code) ? 'missing' : 'file';
    }
  },
  read: (file) => attempt(() => readFileSync(file)),
  replace,
  find(directory, wanted, exclude) {
    const visited = [...walk(directory, wanted, exclude)];
    return {
      files: visited.flatMap(({ files }) => files),
      problems: visited.flatMap(({ directory: at, problem }) =>
        problem === null ? [] : [{ path: at, problem }],
      ),
    };
  },
  repository,
  committed: committedWith(textOf),
};

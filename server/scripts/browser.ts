/*
 * The second half of `npm start`: serves VS Code with netpol at work on the examples until it is interrupted.
 * `--port N` names the port to try first.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '../../test/editor/port.ts';
import { mounted, serve } from '../../test/editor/web.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' } } });

const top = fileURLToPath(new URL('../..', import.meta.url));

const port = await freePort(Number(values.port));
const editorPort = await freePort(port + 1);

const editor = await serve(
  { extension: path.join(top, 'client'), opened: path.join(top, 'examples') },
  editorPort,
);
editor.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(0));

// A short address for people that leads to the long one that also opens a file.
const payload = JSON.stringify([['openFile', mounted('shop-broken/policies.yaml')]]);
const editing = `http://localhost:${editorPort}/?payload=${encodeURIComponent(payload)}`;
createServer((_request, response) => response.writeHead(302, { location: editing }).end()).listen(
  port,
  'localhost',
);

const address = `http://localhost:${port}/`;
console.log(`
VS Code with netpol and the examples is at ${address}

Rest the mouse on a key of a policy to read who can connect to whom, and press Ctrl+. on an underlined one to repair it.
What you change stays in the browser. Ctrl-C here ends it.`);
openBrowser(address);

/** Shows an address in the default browser, where there is a person to see it. */
function openBrowser(address: string): void {
  if (!process.stdout.isTTY || process.env['CI'] !== undefined) return;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined)
    return;
  const programs: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'open',
    win32: 'explorer.exe',
  };
  const program = programs[process.platform] ?? 'xdg-open';
  // Without a browser the address on the screen has to do.
  spawn(program, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cache, folder, install, node24 } from '../../../test/editor/install.ts';
import { launcherBundle, serverBundle } from '../bundles.ts';

/** A language server to be measured. */
export interface Server {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** How long it waits after an edit before it begins to look, in milliseconds; this is no work. */
  readonly debounce: number;
  /** What it is told when it asks for a section of the configuration. */
  readonly configuration: (section: string) => unknown;
}

const top = fileURLToPath(new URL('../../..', import.meta.url));

/** The server as it is shipped, and what starts it. */
export const program = path.join(cache, 'bench', 'serving.mjs');
const launcher = path.join(cache, 'bench', 'server.mjs');

/** netpol, bundled as it is shipped, on the Node of a command. */
export async function ownServer(command: string): Promise<Server> {
  const shipped = { minify: true, absWorkingDir: top };
  await build({ ...serverBundle, ...shipped, outfile: program });
  await build({ ...launcherBundle, ...shipped, outfile: launcher });
  const args = [launcher, '--stdio'];
  return { name: 'netpol', command, args, debounce: 0, configuration: () => null };
}

/**
 * netpol, bundled as it is shipped, and its peer on the same Node 24, installed where they are not yet.
 * @throws where something cannot be installed or built
 */
export async function servers(): Promise<readonly [netpol: Server, peer: Server]> {
  install('all');
  const command = node24();
  const schema = pathToFileURL(path.join(top, 'schemas/k8s/networkpolicy.v1.json')).href;
  const peer = path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server');
  return [
    await ownServer(command),
    {
      name: 'yaml-language-server',
      command,
      args: [peer, '--stdio'],
      // `validationDelayMs` in its yamlSettings.js.
      debounce: 200,
      configuration: (section) =>
        section === 'yaml'
          ? {
              validate: true,
              hover: true,
              completion: true,
              schemaStore: { enable: false },
              kubernetesCRDStore: { enable: false },
              schemas: { [schema]: ['*.yaml'] },
            }
          : {},
    },
  ];
}

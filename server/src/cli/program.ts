import { Command, Option } from 'commander';
import { settingKeys } from '../workspace/settings.ts';
import { version } from '../workspace/version.ts';
import { severities } from '../rules/severity.ts';
import type { Host } from './host.ts';
import {
  checkFormats,
  type CheckOptions,
  type ExplainOptions,
  type ReachOptions,
} from './options.ts';

/** What each command does with its options. */
export interface Commands {
  readonly check: (options: CheckOptions) => void;
  readonly reach: (options: ReachOptions) => void;
  readonly explain: (options: ExplainOptions) => void;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** The command line as commander knows it; help and the reference page are made from it. */
export function programOf(
  { print, complain }: Pick<Host, 'print' | 'complain'>,
  commands: Commands,
): Command {
  const program = new Command('netpol')
    .description(
      `Checks and explains Kubernetes network policies: what the API server would refuse, what is probably a mistake, and
who can connect to whom. Reads manifests; needs no cluster and no network.`,
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showHelpAfterError('Run `netpol help` or `netpol help COMMAND` for all options.')
    .configureOutput({
      writeOut: print,
      writeErr: complain,
      outputError: (text, write) => write(text.replace(/^error: /, 'netpol: ')),
    })
    .addHelpText('after', AFTER);

  withContext(program.command('check'))
    .summary('say what is wrong with policies, and repair it')
    .description(
      `Says what the API server would refuse and what is probably a mistake in the network policies of the given files and
directories.`,
    )
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(checkFormats)
        .default('text'),
    )
    .addOption(
      new Option('--min-severity <severity>', 'show what is this grave or graver')
        .choices(severities)
        .default('information'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 where something is this grave or graver')
        .choices(['error', 'warning', 'never'])
        .default('warning'),
    )
    .option('--fix', 'apply the safe fixes of what is shown, and report what is left', false)
    .option(
      '--fix-dry-run',
      'print what --fix would change as a unified diff, and nothing else',
      false,
    )
    .addHelpText('after', CHECK)
    .action((paths: string[], options: Omit<CheckOptions, 'paths'>) =>
      commands.check({ ...options, paths: pathsOf(paths) }),
    );

  withContext(program.command('reach'))
    .summary('say who can connect to whom')
    .description(
      `Says which connections are certainly allowed from and to the workloads of the given files and directories, and
which may be, with what that depends on. Who is not named cannot connect.`,
    )
    .addOption(textOrJson())
    .addHelpText('after', REACH)
    .action((paths: string[], options: Omit<ReachOptions, 'paths'>) =>
      commands.reach({ ...options, paths: pathsOf(paths) }),
    );

  withContext(program.command('explain'))
    .summary('say whether and why one end can connect to another')
    .description(
      `Says whether a connection is allowed, and which policies and rules decide it at either end, with their places.`,
    )
    .requiredOption('--from <end>', 'who connects')
    .requiredOption('--to <end>', 'to whom')
    .requiredOption('--port <port>', 'to which port: PROTOCOL/NUMBER, such as TCP/80')
    .addOption(textOrJson())
    .addHelpText('after', EXPLAIN)
    .action((paths: string[], options: Omit<ExplainOptions, 'paths'>) =>
      commands.explain({ ...options, paths: pathsOf(paths) }),
    );

  return program;
}

const pathsOf = (paths: readonly string[]): readonly string[] =>
  paths.length === 0 ? ['.'] : paths;

const textOrJson = (): Option =>
  new Option('--format <format>', 'how the answer is printed')
    .choices(['text', 'json'])
    .default('text');

const withContext = (command: Command): Command =>
  command
    .argument(
      '[path...]',
      'files, directories, or - for standard input (default: the working directory)',
    )
    .option(
      '--root <directory>',
      'where everything else that counts is read from (default: the repository that a path lies in, else the paths)',
    )
    .option(
      '--inventory <file>',
      'a further file or directory to read, such as a dump of a cluster; may be given several times',
      collect,
      [],
    )
    .option('--namespace <name>', 'the namespace of objects that name none')
    .option('--set <key=value>', 'a setting; may be given several times', collect, []);

const AFTER = `
Exit codes:
  0  nothing to complain of
  1  check: findings at or above --fail-on
  2  wrong usage, or something could not be read (the rest was looked at)

Examples:
  netpol check                                  the repository around the working directory
  netpol check --fix policies/                  repair what is certain
  kustomize build overlays/prod | netpol check -
  netpol reach --format json
  netpol explain --from shop/web --to shop/db --port TCP/5432`;

const CONTEXT = `
Paths say what is reported. What is read besides, so that selectors find their pods and policies their neighbours, is
the root: the nearest directory above with a .git, or --root. Files are *.yaml, *.yml and *.json; what .gitignore
names is left out, and so are node_modules, vendor and dumps of clusters (managedFields), unless named themselves.
Standard input stands for itself; comments \`# Source: FILE\`, as helm template writes them, name its files.

A dump of the cluster makes the answers exact:
  kubectl get ns,pods,svc -A -o yaml > cluster.yaml
  netpol check --inventory cluster.yaml

Settings for --set: ${settingKeys.join(', ')}. Lists are separated by commas; rules.CODE=SEVERITY sets one rule.`;

const CHECK = `${CONTEXT}

A comment \`# netpol-ignore[rule] reason\`, on the line or above it, silences a finding.`;

const REACH = `${CONTEXT}

Workloads of inventory files are reported, too.`;

const EXPLAIN = `${CONTEXT}

An end is NAMESPACE/NAME, NAMESPACE/KIND/NAME, the name of a workload or pod, an address or a CIDR.
  netpol explain --from shop/web --to shop/StatefulSet/db --port TCP/5432
  netpol explain --from 203.0.113.7 --to web --port TCP/443`;

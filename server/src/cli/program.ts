import { Command, Option } from 'commander';
import { settingKeys } from '../workspace/settingTable.ts';
import { version } from '../workspace/version.ts';
import { severities } from '../rules/severity.ts';
import type { Host } from './host.ts';
import {
  changeKinds,
  checkFormats,
  diffFormats,
  type CheckOptions,
  type ContextOptions,
  type DiffOptions,
  type ExplainOptions,
  type ReachOptions,
} from './options.ts';

/** What each command does with its options. */
export interface Commands {
  readonly check: (options: CheckOptions) => void;
  readonly reach: (options: ReachOptions) => void;
  readonly explain: (options: ExplainOptions) => void;
  readonly diff: (options: DiffOptions) => void;
}

/** Options as commander gives them: what was not given is not there. */
type Given<Options extends Surroundings> = Partial<Options> &
  Omit<
    Options,
    | 'paths'
    | 'staged'
    | 'hosts'
    | 'before'
    | 'after'
    | 'inventory'
    | 'set'
    | 'fix'
    | 'fixDryRun'
    | 'header'
  >;

type Surroundings = Pick<ContextOptions, 'inventory' | 'set'>;

/** The command line as commander knows it; help and the reference page are made from it. */
export function programOf(
  { print, complain }: Pick<Host, 'print' | 'complain'>,
  commands: Commands,
): Command {
  const program = new Command('netpol')
    .description(
      'Checks and explains Kubernetes network policies: what the API server would refuse, what is probably a mistake, and who can connect to whom. Reads manifests; needs no cluster and no network.',
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
      'Says what the API server would refuse and what is probably a mistake in the network policies of the given files and directories.',
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
    .option('--fix', 'apply the safe fixes of what is shown, and report what is left')
    .option('--fix-dry-run', 'print what --fix would change as a unified diff, and nothing else')
    .addHelpText('after', CHECK)
    .action((paths: string[], { fix = false, fixDryRun = false, ...given }: Given<CheckOptions>) =>
      commands.check({ ...complete(given), paths: orHere(paths), fix, fixDryRun }),
    );

  withContext(program.command('reach'))
    .summary('say who can connect to whom')
    .description(
      'Says which connections are certainly allowed from and to the workloads of the given files and directories, and which may be, with what that depends on. Whatever is not listed is denied.',
    )
    .addOption(textOrJson())
    .option('--staged', "count Calico's staged policies as if they were in force")
    .option('--hosts', "report what Calico's HostEndpoints stand for, too: the processes of hosts")
    .addHelpText('after', REACH)
    .action((paths: string[], { staged = false, hosts = false, ...given }: Given<ReachOptions>) =>
      commands.reach({ ...complete(given), paths: orHere(paths), staged, hosts }),
    );

  withContext(program.command('explain'))
    .summary('say whether and why one end can connect to another')
    .description(
      'Says whether a connection is allowed, and which policies and rules decide it at either end, with their places.',
    )
    .requiredOption('--from <end>', 'who connects')
    .option('--to <end>', 'to whom')
    .option('--fqdn <name>', 'to which name outside of the cluster, instead of --to')
    .requiredOption('--port <port>', 'to which port: PROTOCOL/NUMBER, such as TCP/80')
    .option('--http <request>', 'the HTTP request that it carries: METHOD /PATH')
    .option(
      '--header <header>',
      'a header of the request, NAME: VALUE; may be given several times, and it then has no others',
      collect,
    )
    .addOption(textOrJson())
    .addHelpText('after', EXPLAIN)
    .action((paths: string[], { header = [], ...given }: Given<ExplainOptions>) =>
      commands.explain({ ...complete(given), paths: orHere(paths), header }),
    );

  withSurroundings(
    program
      .command('diff')
      .argument('<old>', 'a file, a directory, or git:REVISION')
      .argument('<new>', 'likewise'),
    'where everything else that counts is read from (default: nowhere, or the repository where one side is git:REVISION)',
  )
    .summary('say which connections an edit changes')
    .description(
      'Says which connections are allowed or denied in the new state of some files that were not in the old one, and which policies, workloads or namespaces cause it.',
    )
    .addOption(
      new Option('--format <format>', 'how changes are printed')
        .choices(diffFormats)
        .default('text'),
    )
    .addOption(
      new Option(
        '--fail-on-change <kind>',
        'exit with 1 where a connection is, or may be, of the kind',
      ).choices(changeKinds),
    )
    .addHelpText('after', DIFF)
    .action((before: string, after: string, given: Given<DiffOptions>) =>
      commands.diff({ ...complete(given), before, after }),
    );

  return program;
}

const complete = <Options extends object>(
  given: Options & Partial<Surroundings>,
): Options & Surroundings => ({
  ...given,
  inventory: given.inventory ?? [],
  set: given.set ?? [],
});

const orHere = (paths: readonly string[]): readonly string[] =>
  paths.length === 0 ? ['.'] : paths;

const textOrJson = (): Option =>
  new Option('--format <format>', 'how the answer is printed')
    .choices(['text', 'json'])
    .default('text');

const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

const withContext = (command: Command): Command =>
  withSurroundings(
    command.argument(
      '[path...]',
      'files, directories, or - for standard input (default: the working directory)',
    ),
    'where everything else that counts is read from (default: the repository that a path lies in, else the paths)',
  );

const withSurroundings = (command: Command, root: string): Command =>
  command
    .option('--root <directory>', root)
    .option(
      '--inventory <file>',
      'a further file or directory to read, such as a dump of a cluster; may be given several times',
      collect,
    )
    .option('--namespace <name>', 'the namespace of objects that name none')
    .option('--set <key=value>', 'a setting; may be given several times', collect);

const AFTER = `
Exit codes:
  0  nothing to complain of
  1  check: findings at or above --fail-on; diff: changes of the kind of --fail-on-change
  2  wrong usage, or something could not be read (the rest was looked at)

Examples:
  netpol check                                    the repository around the working directory
  netpol check --fix policies/                    repair what is certain
  kustomize build overlays/prod | netpol check -
  netpol reach --format json
  netpol explain --from shop/web --to shop/db --port TCP/5432
  netpol diff git:HEAD .                          what the edits since the last commit change`;

const ENFORCER = `
Which network plugin enforces is guessed from the policies of the workspace, where all are of one;
--set enforcer=NAME says it. JSON has its name as \`enforcer.name\`, \`generic\` where none is taken for
granted, and in \`enforcer.source\` whether that is a \`setting\` or a \`guess\`.`;

const SETTINGS =
  `Settings for --set: ${settingKeys.join(', ')}. Lists are separated by commas; rules.CODE=SEVERITY sets one rule.`
    .replace(/(.{1,99})(?: |$)/g, '$1\n')
    .trimEnd();

const CONTEXT = `
Everything below the root is read, so that selectors find their pods and policies their neighbours:
the nearest directory above a path with a .git, or --root. Files are *.yaml, *.yml and *.json. What
.gitignore names is left out, and so are node_modules, vendor, dumps of clusters (managedFields) and
whatever links to directories lead to, unless it is named itself. With - alone only standard input is
read; comments \`# Source: FILE\`, as helm template writes them, name its files.

A dump of the cluster makes the answers exact:
  kubectl get ns,pods,svc -A -o yaml > cluster.yaml
  netpol check --inventory cluster.yaml
${ENFORCER}

${SETTINGS}`;

const CHECK = `
Paths say what is reported.
${CONTEXT}

A comment \`# netpol-ignore[rule] reason\`, on the line or above it, silences a finding.`;

const LEFT_OUT = `
A policy that the API server refuses is not in force, so the answer is that of a cluster without it;
standard error names its file, whatever the format.
`;

const REACH = `
Paths say which workloads are reported; those of inventory files are, too. Hosts are told with --hosts
alone, as there are as many as nodes, and each would add a row to every workload; addresses outside
are never those of hosts. What hosts forward to and from pods always counts.
${LEFT_OUT}${CONTEXT}`;

const EXPLAIN = `
An end is NAMESPACE/NAME, NAMESPACE/KIND/NAME, the name of a workload or pod, an address or a CIDR, or
host/NAME, the processes of a host that a HostEndpoint of Calico stands for.
The namespace of workloads that have none is empty, as in /web. What the pods of one workload or the
addresses of one block do not share is unknown, and each part is told.
  netpol explain --from shop/web --to shop/StatefulSet/db --port TCP/5432
  netpol explain --from 203.0.113.7 --to web --port TCP/443
${LEFT_OUT}${CONTEXT}`;

const DIFF = `
Workloads are matched by namespace, kind and name. Both states are looked at in the same surroundings:
what is below the root and of neither, and the inventory. git:REVISION is what the repository has of
the other path at that revision, or where both sides are revisions, of everything; git is run for
nothing else. Labels of workloads and namespaces count like policies: the policies told are those that
were edited or, where only a label was, those that decide.
  netpol diff git:main .
  netpol diff before.yaml after.yaml --inventory cluster.yaml --format md
  netpol diff git:HEAD policies/ --fail-on-change added

A connection counts as changed where it is certain on both sides. What is in doubt on one of them is
told apart, in JSON as \`doubts\`; --fail-on-change counts it where it may be of the kind.
${ENFORCER}

${SETTINGS}`;

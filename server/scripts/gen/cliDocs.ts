import type { Command } from 'commander';
import { programOf } from '../../src/cli/program.ts';
import type { Generated } from './validators.ts';

/** The reference of the command line: what its own help prints, so that the two cannot differ. */
export function cliDocs(): Generated[] {
  const silent = { print: () => undefined, complain: () => undefined };
  const ignored = {
    check: () => undefined,
    reach: () => undefined,
    explain: () => undefined,
    diff: () => undefined,
  };
  const program = programOf(silent, ignored);
  const pages = program.commands.map((command) => helpOf(command, `netpol ${command.name()}`));
  return [
    {
      path: 'docs/cli.md',
      text: [
        '# The command line',
        '',
        'What `netpol help` prints, and `netpol help COMMAND` for each command.',
        '',
        helpOf(program, 'netpol'),
        ...pages,
      ].join('\n'),
    },
  ];
}

function helpOf(command: Command, title: string): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => void (text += part), getOutHelpWidth: () => 100 });
  command.outputHelp();
  return `## ${title}\n\n\`\`\`\`text\n${text.trim()}\n\`\`\`\`\n`;
}

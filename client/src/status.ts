import { MarkdownString, StatusBarAlignment, window } from 'vscode';

/** What the server says it knows, over all workspace folders. */
export interface Status {
  readonly files: number;
  readonly policies: number;
  readonly pods: number;
  /** Objects whose meaning is unknown: templates and patch fragments. */
  readonly opaque: number;
  /** What enforces the policies, and how that is known. */
  readonly enforcer: string;
  /** Whether files are still being read. */
  readonly busy: boolean;
}

/** What the server knows, and the last changes of that. */
export interface History {
  readonly status: Status;
  readonly happenings: readonly {
    readonly folder: string;
    readonly revision: number;
    readonly reason: string;
    readonly milliseconds: number;
  }[];
}

/** The history as text, the newest change last. */
export const historyText = ({ status, happenings }: History): string =>
  [
    [knownText(status), ...enforcerText(status), 'The last changes:'].join(' '),
    ...happenings.map(
      ({ folder, revision, reason, milliseconds }) =>
        `${revision}  ${reason}  ${milliseconds.toFixed(1)} ms  ${folder === '' ? 'no folder' : folder}`,
    ),
  ].join('\n');

/** The item in the status bar; hidden while no policy is known. */
export interface StatusItem {
  readonly show: (status: Status) => void;
  readonly hide: () => void;
  readonly dispose: () => void;
}

const counted = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;

const knownText = ({ files, policies, pods }: Status): string =>
  `netpol knows ${counted(files, 'file')}, ${counted(policies, 'network policy', 'network policies')} and ${counted(pods, 'workload')} here.`;

/** Nothing where no file is known that could tell. */
const enforcerText = ({ enforcer }: Status): readonly string[] =>
  enforcer === '' ? [] : [`Enforcer: ${enforcer}.`];

/** Makes the item. */
export function statusItem(): StatusItem {
  const item = window.createStatusBarItem('netpol.status', StatusBarAlignment.Right, 0);
  item.name = 'netpol';
  item.command = 'netpol.showStatus';
  return {
    show(status) {
      const { policies, opaque, busy } = status;
      if (policies === 0 && opaque === 0) {
        item.hide();
        return;
      }
      const doubt = opaque > 0 ? ' $(question)' : '';
      item.text = `${busy ? '$(sync~spin)' : '$(shield)'} ${counted(policies, 'policy', 'policies')}${doubt}`;
      const lines = [
        knownText(status),
        ...enforcerText(status),
        ...(opaque > 0
          ? [
              `What ${counted(opaque, 'object')} ${opaque === 1 ? 'means' : 'mean'} is unknown until a template is filled in or a patch applied, so answers that depend on ${opaque === 1 ? 'it' : 'them'} are given with a doubt.`,
            ]
          : []),
        ...(busy ? ['Files are still being read.'] : []),
      ];
      item.tooltip = new MarkdownString(lines.join('\n\n'));
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}

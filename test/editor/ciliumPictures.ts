/*
 * Writes a policy of Cilium's from an empty file on, as a user does: what is proposed, what is found, what repairs it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  HOVER,
  lineWith,
  LIMIT,
  MENU,
  moveTo,
  open,
  park,
  picture,
  pointAt,
  pressUntil,
  SQUIGGLE,
  SUGGESTIONS,
  type Step,
  type Workbench,
} from './workbench.ts';

/**
 * The steps, in a copy of the example without its default deny, which lets all pods ask DNS, without the policies that count
 * on that or on the policy that is to be written, and without that one.
 */
export function ciliumSteps(example: string): {
  readonly steps: readonly Step[];
  readonly remove: () => void;
} {
  const parent = mkdtempSync(path.join(tmpdir(), 'netpol-pictures-'));
  const workspace = path.join(parent, 'harbor');
  const file = path.join(workspace, 'customs.yaml');
  cpSync(example, workspace, { recursive: true });
  const policies = path.join(workspace, 'policies.yaml');
  const kept = readFileSync(policies, 'utf8')
    .split('\n---\n')
    .filter(
      (text) => !/^ {2}name: (?:harbor-default-deny|customs|berths|ledger|prometheus)$/m.test(text),
    );
  writeFileSync(policies, kept.join('\n---\n'));
  writeFileSync(file, '');
  return {
    steps: stepsIn(workspace, file),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

const stepsIn = (workspace: string, file: string): readonly Step[] => [
  [
    "begins a policy of Cilium's in an empty file",
    async (vscode) => {
      await open({ ...vscode, workspace }, file);
      await moveTo(vscode, 1);
      await pressUntil(vscode, 'Control+Space', `${SUGGESTIONS} >> text=HTTP requests`);
      await picture(vscode, 'cilium-beginning');
      await choose(vscode, 'allow HTTP requests');
      await vscode.page.keyboard.press('Escape');
    },
  ],
  [
    'completes the namespace, the labels of pods and their port',
    async (vscode) => {
      await replace(vscode, 4, 9, 'customs');
      await newLine(vscode);
      await vscode.page.keyboard.type('namespace: ');
      await complete(vscode, 'harbor');
      await replace(vscode, 9, 12);
      await complete(vscode, 'customs');
      await replace(vscode, 13, 18);
      await complete(vscode, 'berths');
      await replace(vscode, 16, 21);
      await complete(vscode, '8081');
    },
  ],
  [
    'completes a label behind its source',
    async (vscode) => {
      await moveTo(vscode, 13);
      await vscode.page.keyboard.press('End');
      await newLine(vscode);
      await vscode.page.keyboard.type('k8s:');
      await pressUntil(vscode, 'Control+Space', `${SUGGESTIONS} >> text=pod.namespace`);
      await picture(vscode, 'cilium-completion');
      await choose(vscode, 'io.kubernetes.pod.namespace');
      await complete(vscode, 'harbor');
    },
  ],
  [
    'completes a method',
    async (vscode) => {
      await replace(vscode, 21, 25);
      await complete(vscode, 'POST');
      await replace(vscode, 22, 23, '/declarations');
    },
  ],
  [
    'completes egress to a DNS name, and says what is wrong with it',
    async (vscode) => {
      const { keyboard } = vscode.page;
      await keyboard.press('Control+End');
      await newLine(vscode);
      await keyboard.press('Shift+Home');
      await keyboard.type('  egress:');
      await keyboard.press('Escape');
      await newLine(vscode);
      await keyboard.type('  - ');
      await pressUntil(vscode, 'Control+Space', `${SUGGESTIONS} >> text=a DNS name`);
      await choose(vscode, 'toFQDNs: a DNS name');
      await keyboard.type('tariffs.example.com');
      await keyboard.press('Escape');
      await vscode.page.waitForSelector(SQUIGGLE, { timeout: LIMIT });
      await keyboard.press('Escape');
      await park(vscode);
      await pointAt(vscode, 'toFQDNs:', 'toFQDNs');
      await vscode.page.waitForSelector(`${HOVER} >> text=never open`, { timeout: LIMIT });
      await picture(vscode, 'cilium-finding');
    },
  ],
  [
    'repairs it',
    async (vscode) => {
      await park(vscode);
      await lineWith(vscode, 'toFQDNs:').click({ position: { x: 70, y: 9 } });
      await park(vscode);
      await pressUntil(vscode, 'Control+.', `${MENU} >> text=Allow DNS`);
      await picture(vscode, 'cilium-fix');
      await vscode.page.locator(`${MENU} >> text=Allow DNS`).first().click();
      await lineWith(vscode, 'kube-dns').waitFor({ timeout: LIMIT });
    },
  ],
  [
    'says in a hover what an item lets through',
    async (vscode) => {
      await park(vscode);
      await pointAt(vscode, 'http:', 'http');
      await vscode.page.waitForSelector(`${HOVER} >> text=Only requests`, { timeout: LIMIT });
      await picture(vscode, 'cilium-hover');
    },
  ],
];

/** Begins the line below. Enter alone takes a proposal where one shows. */
const newLine = ({ page }: Workbench): Promise<void> => page.keyboard.press('Control+Enter');

/** Takes what is proposed under a name. */
const choose = ({ page }: Workbench, name: string): Promise<void> =>
  page.locator(`${SUGGESTIONS} .monaco-list-row`, { hasText: name }).first().click();

/** Asks for proposals, and takes one. */
async function complete(vscode: Workbench, name: string): Promise<void> {
  await pressUntil(vscode, 'Control+Space', `${SUGGESTIONS} >> text=${name}`);
  await choose(vscode, name);
}

/** Puts another text in the place of the rest of a line. */
async function replace(
  vscode: Workbench,
  line: number,
  column: number,
  text?: string,
): Promise<void> {
  const { keyboard } = vscode.page;
  await moveTo(vscode, line, column);
  await keyboard.press('Shift+End');
  await keyboard.press('Delete');
  if (text === undefined) return;
  await keyboard.type(text);
  await keyboard.press('Escape');
}

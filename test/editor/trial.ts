/*
 * Tries netpol in VS Code on manifests that nobody wrote for it: breaks the first selector of a policy of Calico's, repairs
 * it by a quick fix, and completes a value of a label in it. Nothing is saved, but a copy of the folder is a good idea.
 *
 * `npm --prefix test/editor run trial -- FOLDER FILE PICTURES`: the folder that VS Code opens, the file in it, and where
 * the pictures go, each an absolute path. Look at them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ERROR,
  goTo,
  HOVER,
  lineWith,
  LIMIT,
  MENU,
  open,
  park,
  picture,
  pointAt,
  pressUntil,
  SUGGESTIONS,
  walk,
  type Step,
} from './workbench.ts';

const [workspace, file, pictures] = process.argv.slice(2).map((given) => path.resolve(given));
if (workspace === undefined || file === undefined || pictures === undefined)
  throw new Error('give a folder, a file in it, and where the pictures go');

const lines = readFileSync(file, 'utf8').split('\n');
const selector = lines.find((line) => /^\s*selector: .*==/.test(line));
const name = lines.find((line) => /^\s+name: /.test(line));
if (selector === undefined || name === undefined)
  throw new Error(`${file} has no policy with a selector that compares a label by ==`);

const FIX = `${MENU} >> text=Write`;

const steps: readonly Step[] = [
  [
    'opens the file and says in a hover what the policy does',
    async (vscode) => {
      await open(vscode, file);
      await goTo(vscode, file, name);
      await picture(vscode, '1-opened');
      await pointAt(vscode, name.trim(), 'name');
      await vscode.page.waitForSelector(HOVER, { timeout: LIMIT });
      await picture(vscode, '2-hover');
    },
  ],
  [
    'says what is wrong with the selector when one = is gone',
    async (vscode) => {
      await park(vscode);
      await goTo(vscode, file, selector, '==');
      await vscode.page.keyboard.press('Delete');
      await vscode.page.waitForSelector(ERROR, { timeout: LIMIT });
      await pointAt(vscode, selector.replace('==', '=').trim(), '=');
      await vscode.page.waitForSelector(HOVER, { timeout: LIMIT });
      await picture(vscode, '3-broken');
    },
  ],
  [
    'repairs it by a quick fix',
    async (vscode) => {
      await park(vscode);
      await pressUntil(vscode, 'Control+.', FIX);
      await picture(vscode, '4-fixes');
      await vscode.page.locator(FIX).first().click();
      await lineWith(vscode, selector.trim()).waitFor({ timeout: LIMIT });
    },
  ],
  [
    'completes the key of a label, and its value',
    async (vscode) => {
      await park(vscode);
      await goTo(vscode, file, selector);
      await vscode.page.keyboard.press('End');
      await vscode.page.keyboard.type(' && ');
      await pressUntil(vscode, 'Control+Space', SUGGESTIONS);
      await picture(vscode, '5-keys');
      await vscode.page.keyboard.press('Escape');
      await vscode.page.keyboard.type(`${/(\S+) ==/.exec(selector)![1]!} == '`);
      await pressUntil(vscode, 'Control+Space', SUGGESTIONS);
      await picture(vscode, '6-values');
      await vscode.page.keyboard.press('Enter');
      await vscode.page.keyboard.press('Escape');
      await picture(vscode, '7-completed');
    },
  ],
];

await walk(workspace, pictures, steps);

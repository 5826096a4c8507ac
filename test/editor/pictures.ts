/*
 * Takes pictures for the README of what a user sees. The one argument is the folder to put them in.
 */
import path from 'node:path';
import { ciliumSteps } from './ciliumPictures.ts';
import { cache, folder } from './install.ts';
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
  SQUIGGLE,
  SUGGESTIONS,
  walk,
  type Step,
} from './workbench.ts';

const examples = path.join(folder, '..', '..', 'examples');
const correct = path.join(examples, 'shop', 'policies.yaml');
const broken = path.join(examples, 'shop-broken', 'policies.yaml');
const calico = path.join(examples, 'calico', 'policies.yaml');
const pictures = path.resolve(process.argv[2] ?? path.join(cache, 'pictures'));
const DNS_FIX = 'DNS';

const steps: readonly Step[] = [
  [
    'says in a hover whom a policy selects and who may connect',
    async (vscode) => {
      await open(vscode, correct);
      await goTo(vscode, correct, 'name: web');
      await pointAt(vscode, 'name: web', 'name');
      await vscode.page.waitForSelector(`${HOVER} >> text=Selects`, { timeout: LIMIT });
      await picture(vscode, 'hover');
    },
  ],
  [
    'shows squiggles',
    async (vscode) => {
      await open(vscode, broken);
      await goTo(vscode, broken, 'namespaceSelector');
      await vscode.page.waitForSelector(SQUIGGLE, { timeout: LIMIT });
    },
  ],
  [
    'says in a hover what is wrong with egress without DNS',
    async (vscode) => {
      await park(vscode);
      await pointAt(vscode, 'egress:', 'egress');
      await vscode.page.waitForSelector(`${HOVER} >> text=DNS`, { timeout: LIMIT });
      await picture(vscode, 'finding');
    },
  ],
  [
    'offers to insert the DNS rule',
    async (vscode) => {
      await park(vscode);
      await lineWith(vscode, 'egress:').click({ position: { x: 60, y: 9 } });
      await park(vscode);
      await pressUntil(vscode, 'Control+.', `${MENU} >> text=${DNS_FIX}`);
      await picture(vscode, 'fix');
    },
  ],
  [
    'inserts it',
    async (vscode) => {
      await vscode.page.locator(`${MENU} >> text=${DNS_FIX}`).first().click();
      await goTo(vscode, broken, 'port: 80');
      await lineWith(vscode, 'port: 53').waitFor({ timeout: LIMIT });
    },
  ],
  [
    "says in a hover where a policy of Calico's stands, and what it decides",
    async (vscode) => {
      await open(vscode, calico);
      await goTo(vscode, calico, 'name: default-deny');
      await park(vscode);
      await pointAt(vscode, 'name: default-deny', 'name');
      await vscode.page.waitForSelector(`${HOVER} >> text=Selects`, { timeout: LIMIT });
      await picture(vscode, 'calico-hover');
    },
  ],
  [
    'says what is wrong with a selector that is broken by a key press',
    async (vscode) => {
      await park(vscode);
      await goTo(vscode, calico, "app == 'web'", "= 'web'");
      await vscode.page.keyboard.press('Delete');
      await vscode.page.waitForSelector(ERROR, { timeout: LIMIT });
      await pointAt(vscode, "app = 'web'", '=');
      await vscode.page.waitForSelector(`${HOVER} >> text===`, { timeout: LIMIT });
      await picture(vscode, 'calico-finding');
    },
  ],
  [
    'repairs the selector',
    async (vscode) => {
      await park(vscode);
      await pressUntil(vscode, 'Control+.', `${MENU} >> text===`);
      await vscode.page.locator(`${MENU} >> text===`).first().click();
      await lineWith(vscode, "selector: app == 'web'").waitFor({ timeout: LIMIT });
    },
  ],
  [
    'completes a label inside a selector',
    async (vscode) => {
      await park(vscode);
      await goTo(vscode, calico, "app == 'web'");
      await vscode.page.keyboard.press('End');
      await vscode.page.keyboard.type(" || app == '");
      await pressUntil(vscode, 'Control+Space', `${SUGGESTIONS} >> text=orders`);
      await picture(vscode, 'calico-completion');
    },
  ],
];

const cilium = ciliumSteps(path.join(examples, 'cilium'));
try {
  await walk(examples, pictures, [...steps, ...cilium.steps]);
} finally {
  cilium.remove();
}

/*
 * Looks at netpol in VS Code as its user does, from the packed extension on, and takes pictures for the README.
 * The one argument is the folder to put them in.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { withPage } from './chromium.ts';
import { cache, folder } from './install.ts';
import { addressOf, remote, startServer } from './server.ts';

const top = path.join(folder, '..', '..');
const examples = path.join(top, 'examples');
const correct = path.join(examples, 'shop', 'policies.yaml');
const broken = path.join(examples, 'shop-broken', 'policies.yaml');
const calico = path.join(examples, 'calico', 'policies.yaml');
const pictures = path.resolve(process.argv[2] ?? path.join(cache, 'pictures'));
/** Milliseconds to wait for anything to appear. */
const LIMIT = 60_000;
/** Milliseconds within which a key that was taken shows. */
const SOON = 3000;
const LOOK = { width: 1120, height: 660, scale: 1.5 };

const SQUIGGLE = '.monaco-editor .squiggly-warning';
const ERROR = '.monaco-editor .squiggly-error';
const HOVER = '.monaco-hover:not(.hidden)';
const MENU = '.action-widget';
const SUGGESTIONS = '.suggest-widget.visible';
const STATUS = '.statusbar-item >> text=policies';
const DNS_FIX = 'DNS';

/** What a user does, one step after the other; each ends only when the user would see what is expected. */
const steps: readonly (readonly [name: string, step: (page: Page) => Promise<void>])[] = [
  [
    'says in a hover whom a policy selects and who may connect',
    async (page) => {
      await open(page, correct);
      await goTo(page, correct, 'name: web');
      await pointAt(page, 'name: web', 'name');
      await page.waitForSelector(`${HOVER} >> text=Selects`, { timeout: LIMIT });
      await picture(page, 'hover');
    },
  ],
  [
    'shows squiggles',
    async (page) => {
      await open(page, broken);
      await goTo(page, broken, 'namespaceSelector');
      await page.waitForSelector(SQUIGGLE, { timeout: LIMIT });
    },
  ],
  [
    'says in a hover what is wrong with egress without DNS',
    async (page) => {
      await park(page);
      await pointAt(page, 'egress:', 'egress');
      await page.waitForSelector(`${HOVER} >> text=DNS`, { timeout: LIMIT });
      await picture(page, 'finding');
    },
  ],
  [
    'offers to insert the DNS rule',
    async (page) => {
      await park(page);
      await lineWith(page, 'egress:').click({ position: { x: 60, y: 9 } });
      await park(page);
      await persistently(async () => {
        await page.keyboard.press('Control+.');
        await page.waitForSelector(`${MENU} >> text=${DNS_FIX}`, { timeout: SOON });
      });
      await picture(page, 'fix');
    },
  ],
  [
    'inserts it',
    async (page) => {
      await page.locator(`${MENU} >> text=${DNS_FIX}`).first().click();
      await goTo(page, broken, 'port: 80');
      await lineWith(page, 'port: 53').waitFor({ timeout: LIMIT });
    },
  ],
  [
    "says in a hover where a policy of Calico's stands, and what it decides",
    async (page) => {
      await open(page, calico);
      await goTo(page, calico, 'name: default-deny');
      await park(page);
      await pointAt(page, 'name: default-deny', 'name');
      await page.waitForSelector(`${HOVER} >> text=Selects`, { timeout: LIMIT });
      await picture(page, 'calico-hover');
    },
  ],
  [
    'says what is wrong with a selector that is broken by a key press',
    async (page) => {
      await park(page);
      await goTo(page, calico, "app == 'web'", "= 'web'");
      await page.keyboard.press('Delete');
      await page.waitForSelector(ERROR, { timeout: LIMIT });
      await pointAt(page, "app = 'web'", '=');
      await page.waitForSelector(`${HOVER} >> text===`, { timeout: LIMIT });
      await picture(page, 'calico-finding');
    },
  ],
  [
    'repairs the selector',
    async (page) => {
      await park(page);
      await persistently(async () => {
        await page.keyboard.press('Control+.');
        await page.waitForSelector(`${MENU} >> text===`, { timeout: SOON });
      });
      await page.locator(`${MENU} >> text===`).first().click();
      await lineWith(page, "selector: app == 'web'").waitFor({ timeout: LIMIT });
    },
  ],
  [
    'completes a label inside a selector',
    async (page) => {
      await park(page);
      await goTo(page, calico, "app == 'web'");
      await page.keyboard.press('End');
      await page.keyboard.type(" || app == '");
      await persistently(async () => {
        await page.keyboard.press('Control+Space');
        await page.waitForSelector(`${SUGGESTIONS} >> text=orders`, { timeout: SOON });
      });
      await picture(page, 'calico-completion');
    },
  ],
];

const lineWith = (page: Page, text: string) =>
  page.locator('.monaco-editor .view-line', { hasText: text }).first();

/** Opens VS Code with a file, and waits until netpol has read the folder. */
async function open(page: Page, file: string): Promise<void> {
  await page.goto(addressOf(server, examples, [['openFile', remote(server, file)]]));
  await page.waitForSelector(STATUS, { timeout: LIMIT });
}

/**
 * Puts the cursor on the first line of a file with a text, which need not be on the screen yet.
 * @param before where in the line: before this text of it
 */
async function goTo(page: Page, file: string, text: string, before = ''): Promise<void> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((candidate) => candidate.includes(text)) + 1;
  const column = lines[line - 1]!.indexOf(before) + 1;
  await persistently(async () => {
    await page.keyboard.press('Control+g');
    const input = page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}:${column}`, { timeout: SOON });
    await input.press('Enter', { timeout: SOON });
  });
}

/** Does it again while it fails: VS Code drops keys, and closes what they opened, as long as it is busy starting. */
async function persistently(act: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + LIMIT; ;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Rests the mouse on a word of the first line on the screen with a text. */
async function pointAt(page: Page, text: string, word: string): Promise<void> {
  await lineWith(page, text).locator('span span', { hasText: word }).first().hover();
}

/** Takes the mouse off the text: where it rests on a finding, the hover closes menus. */
async function park(page: Page): Promise<void> {
  await page.mouse.move(LOOK.width - 60, LOOK.height - 60);
  await page.locator(HOVER).first().waitFor({ state: 'hidden', timeout: LIMIT });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}

mkdirSync(pictures, { recursive: true });
const server = await startServer(path.join(top, 'netpol.vsix'));
let passed = 0;
try {
  await withPage(LOOK, async (page) => {
    for (const [name, step] of steps.slice(5)) {
      try {
        await step(page);
      } catch (error) {
        await picture(page, 'failed');
        throw new Error(name, { cause: error });
      }
      console.log(`  ok    ${name}`);
      passed++;
    }
  });
} catch (error) {
  console.error('  FAIL ', error);
  process.exitCode = 1;
} finally {
  await server.stop();
}
console.log(`\n${passed} passed, ${steps.length - passed} failed`);

/*
 * Walks through netpol in VS Code as its user does, from the packed extension on: what pictures and trials share.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { withPage } from './chromium.ts';
import { folder } from './install.ts';
import { addressOf, remote, startServer, type Server } from './server.ts';

/** A VS Code that shows a folder, and where pictures of it go. */
export interface Workbench {
  readonly page: Page;
  readonly server: Server;
  readonly workspace: string;
  readonly pictures: string;
}

/** What a user does; it ends only when the user would see what is expected. */
export type Step = readonly [name: string, act: (workbench: Workbench) => Promise<void>];

/** Milliseconds to wait for anything to appear. */
export const LIMIT = 60_000;
/** Milliseconds within which a key that was taken shows. */
const SOON = 3000;
const LOOK = { width: 1120, height: 660, scale: 1.5 };

export const SQUIGGLE = '.monaco-editor .squiggly-warning';
export const ERROR = '.monaco-editor .squiggly-error';
export const HOVER = '.monaco-hover:not(.hidden)';
export const MENU = '.action-widget';
export const SUGGESTIONS = '.suggest-widget.visible';
const STATUS = '.statusbar-item >> text=/polic(?:y|ies)/';

/** Takes the steps one after the other in a VS Code that shows a folder, and says how each went. */
export async function walk(
  workspace: string,
  pictures: string,
  steps: readonly Step[],
): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const server = await startServer(path.join(folder, '..', '..', 'netpol.vsix'));
  let passed = 0;
  try {
    await withPage(LOOK, async (page) => {
      const workbench = { page, server, workspace, pictures };
      for (const [name, act] of steps) {
        try {
          await act(workbench);
        } catch (error) {
          await picture(workbench, 'failed');
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
}

/** Opens VS Code with a file, and waits until netpol has read the folder. */
export async function open({ page, server, workspace }: Workbench, file: string): Promise<void> {
  await page.goto(addressOf(server, workspace, [['openFile', remote(server, file)]]));
  await page.waitForSelector(STATUS, { timeout: LIMIT });
}

/** The first line on the screen with a text. */
export const lineWith = ({ page }: Workbench, text: string) =>
  page.locator('.monaco-editor .view-line', { hasText: text }).first();

/**
 * Puts the cursor on the first line of a file with a text, which need not be on the screen yet.
 * @param before where in the line: before this text of it
 */
export async function goTo(
  vscode: Workbench,
  file: string,
  text: string,
  before = '',
): Promise<void> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((candidate) => candidate.includes(text)) + 1;
  await moveTo(vscode, line, lines[line - 1]!.indexOf(before) + 1);
}

/** Puts the cursor on a place of the open file, counted from 1. */
export const moveTo = ({ page }: Workbench, line: number, column = 1): Promise<void> =>
  persistently(async () => {
    await page.keyboard.press('Control+g');
    const input = page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}:${column}`, { timeout: SOON });
    await input.press('Enter', { timeout: SOON });
  });

/** Presses keys until what they open shows. */
export const pressUntil = ({ page }: Workbench, keys: string, appears: string): Promise<void> =>
  persistently(async () => {
    await page.keyboard.press(keys);
    await page.waitForSelector(appears, { timeout: SOON });
  });

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
export async function pointAt(workbench: Workbench, text: string, word: string): Promise<void> {
  await lineWith(workbench, text).locator('span span', { hasText: word }).first().hover();
}

/** Takes the mouse off the text: where it rests on a finding, the hover closes menus. */
export async function park({ page }: Workbench): Promise<void> {
  await page.mouse.move(LOOK.width - 60, LOOK.height - 60);
  await page.locator(HOVER).first().waitFor({ state: 'hidden', timeout: LIMIT });
}

/** Takes a picture of the whole window. */
export async function picture({ page, pictures }: Workbench, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
}

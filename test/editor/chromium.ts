/*
 * A Chromium to look at VS Code with.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { TITLE } from './suite/title.ts';

/** Nothing of the browser may ask the network for anything. */
const FLAGS = [
  '--no-sandbox',
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How a page is shown: pixels of the page, and how many of the picture make one of them. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/**
 * Opens an empty page, lets a function use it, and closes the browser again.
 * @throws where there is no Chromium (`CHROMIUM` names one elsewhere), or what the function throws
 */
export async function withPage<T>(look: Look, use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = process.env['CHROMIUM'] ?? PROGRAMS.find((program) => existsSync(program));
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  const launch = () => chromium.launch({ executablePath, headless: true, args: FLAGS });
  // On a busy machine a browser may fail to start; that says nothing about what is tested.
  const browser = await launch().catch(launch);
  try {
    const { width, height, scale } = look;
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
    });
    return await use(await context.newPage());
  } finally {
    await browser.close();
  }
}

/**
 * Opens VS Code at an address that names an extension's tests, prints their log, and returns their exit code. What VS
 * Code says before they begin is printed only where they fail.
 * @param limit milliseconds after which they count as failed
 */
export function runTestsAt(address: string, limit: number): Promise<number> {
  return withPage({ width: 1280, height: 800, scale: 1 }, async (page) => {
    const before: unknown[][] = [];
    let begun = false;
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      begun ||= args.includes(TITLE);
      if (begun) console.log(...args);
      else before.push(args);
    });
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<number>((resolve) => {
      timer = setTimeout(() => {
        console.error(`the tests did not end within ${limit / 1000} seconds`);
        resolve(1);
      }, limit);
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    try {
      await page.goto(address);
      const code = await ended;
      if (code !== 0) for (const args of before) console.log(...args);
      return code;
    } finally {
      clearTimeout(timer);
    }
  });
}

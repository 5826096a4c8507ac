import type Mocha from 'mocha';
import { declare, type Servers } from './netpol.ts';

/** Milliseconds that a test may take: more than any of its parts waits, so that the part says what was missing. */
const LIMIT = 60_000;

/**
 * Runs the tests and prints how many passed and failed.
 * @throws where one failed, which is how VS Code learns of it
 */
export function runWith(mocha: Mocha, servers: Servers): Promise<void> {
  mocha.timeout(LIMIT);
  mocha.reporter('spec');
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  declare(servers);
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const passes = runner.stats?.passes ?? 0;
      console.log(`${passes} passed, ${failures} failed`);
      if (failures > 0 || passes === 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}

import { pause, startClient } from './client.ts';
import { median } from './metrics.ts';
import { middleOf, policiesOf } from './policies.ts';
import type { Server } from './servers.ts';

/** What one server took for one file; times in milliseconds without its own debounce, memory in MB. */
export interface Session {
  readonly open: number;
  readonly keystroke: number;
  readonly hoverAfterEdit: number;
  readonly memory: number;
  readonly peak: number;
}

/** Both servers are given this much rest between two keystrokes, more than either holds back an answer. */
const REST = 80;

const KEYSTROKES = 30;
const HOVERS = 10;

/** Letters typed before the first that counts: both engines compile what runs often, and people type more than a few. */
const WARM_UP = 60;

/** Opens a file of policies in a server of its own and types in the middle of it. */
export async function sessionWith(server: Server, lines: number): Promise<Session> {
  const client = await startClient(server);
  try {
    await pause(500);
    const uri = `file:///bench/policies-${lines}.yaml`;
    const text = policiesOf(lines);
    const opened = await client.open(uri, text);
    if (opened.count === 0) throw new Error(`${server.name} finds nothing in the measured file`);
    const { typed, hovered } = middleOf(lines);
    let character = text.split('\n')[typed]!.length;
    const keystrokes: number[] = [];
    for (let count = 0; count < WARM_UP + KEYSTROKES; count++) {
      const time = await client.type(uri, { line: typed, character: character++ });
      if (count >= WARM_UP) keystrokes.push(time - server.debounce);
      await pause(REST);
    }
    const hovers: number[] = [];
    for (let count = 0; count < HOVERS; count++) {
      const at = { line: typed, character: character++ };
      hovers.push(await client.typeAndHover(uri, at, { line: hovered, character: 5 }));
      await pause(REST);
    }
    const { now, peak } = client.memory() ?? { now: NaN, peak: NaN };
    return {
      open: opened.time - server.debounce,
      keystroke: median(keystrokes),
      hoverAfterEdit: median(hovers),
      memory: now,
      peak,
    };
  } finally {
    await client.stop();
  }
}

/** From the start of the process to the answer to `initialize`, in milliseconds. */
export async function startOf(server: Server): Promise<number> {
  const client = await startClient(server);
  await client.stop();
  return client.start;
}

import { keep } from '../base/derive.ts';
import { spelled, type World } from '../workspace/world.ts';

/*
 * A rule sees the world only through the functions of `World`, and each of their answers keeps its identity, or that of
 * its members, while nothing behind it changes. So what a rule found still holds while it would get every answer again.
 */

/** One question that a rule asked of the world, to be asked again, and the answer. */
export interface Read {
  readonly ask: (world: World) => unknown;
  readonly answer: unknown;
}

/** `world`, with every answer that it gives added to `reads` once. */
export function recorded(world: World, reads: Map<string, Read>): World {
  const record = <Answer>(key: string, ask: (world: World) => Answer): Answer => {
    const before = reads.get(key);
    if (before !== undefined) return before.answer as Answer;
    const answer = ask(world);
    reads.set(key, { ask, answer });
    return answer;
  };
  return {
    get settings() {
      return record('settings', ({ settings }) => settings);
    },
    get complete() {
      return record('complete', ({ complete }) => complete);
    },
    namespaces: () => record('namespaces', (one) => one.namespaces()),
    spokenOf: (namespaces) =>
      record(`spoken of ${spelled(namespaces)}`, (one) => one.spokenOf(namespaces)),
    clusterPolicies: () => record('cluster policies', (one) => one.clusterPolicies()),
    inventory: (key) => record(`inventory ${key}`, (one) => one.inventory(key)),
    policies: (key) => record(`policies ${key}`, (one) => one.policies(key)),
    tiers: (key) => record(`tiers ${key}`, (one) => one.tiers(key)),
    policyMembers: (key) => record(`members ${key}`, (one) => one.policyMembers(key)),
  };
}

/** Whether `world` still gives every answer that was read. */
export function holds(world: World, reads: Iterable<Read>): boolean {
  for (const { ask, answer } of reads) if (!isSame(answer, ask(world))) return false;
  return true;
}

const isSame = (before: unknown, now: unknown): boolean =>
  before === now || (Array.isArray(before) && Array.isArray(now) && keep(before, now) === before);

import type { World } from '../workspace/world.ts';

/*
 * A rule sees the world only through the functions of `World`, and each of their answers keeps its identity while
 * nothing behind it changes. So what a rule found still holds while every answer that it got is still the same object.
 */

type Question =
  | 'namespaces'
  | 'inventory'
  | 'policies'
  | 'clusterPolicies'
  | 'tiers'
  | 'policyMembers'
  | 'settings'
  | 'complete';

/** One answer that the world gave. */
export interface Read {
  readonly question: Question;
  /** The namespace asked about; empty where the question is of none. */
  readonly namespace: string;
  readonly answer: unknown;
}

/** `world`, with every answer that it gives added to `reads` once. */
export function recorded(world: World, reads: Map<string, Read>): World {
  const record = <Answer>(question: Question, namespace: string, answer: Answer): Answer => {
    const key = `${question} ${namespace}`;
    if (!reads.has(key)) reads.set(key, { question, namespace, answer });
    return answer;
  };
  return {
    get settings() {
      return record('settings', '', world.settings);
    },
    get complete() {
      return record('complete', '', world.complete);
    },
    namespaces: () => record('namespaces', '', world.namespaces()),
    clusterPolicies: () => record('clusterPolicies', '', world.clusterPolicies()),
    inventory: (namespace) => record('inventory', namespace, world.inventory(namespace)),
    policies: (namespace) => record('policies', namespace, world.policies(namespace)),
    tiers: (namespace) => record('tiers', namespace, world.tiers(namespace)),
    policyMembers: (namespace) =>
      record('policyMembers', namespace, world.policyMembers(namespace)),
  };
}

/** Whether `world` still gives every answer that was read. */
export function holds(world: World, reads: Iterable<Read>): boolean {
  for (const read of reads) if (ask(world, read) !== read.answer) return false;
  return true;
}

function ask(world: World, { question, namespace }: Read): unknown {
  switch (question) {
    case 'settings':
    case 'complete':
      return world[question];
    case 'namespaces':
    case 'clusterPolicies':
      return world[question]();
    default:
      return world[question](namespace);
  }
}

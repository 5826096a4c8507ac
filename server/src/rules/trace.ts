import { keep } from '../base/derive.ts';
import type { KindId } from '../model/bodies.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Namespaces, PodPeer } from '../policy/ir.ts';
import { spelledPeer, type Selected } from '../workspace/selected.ts';
import { spelled } from '../workspace/surroundings.ts';
import type { NamespaceInventory, World } from '../workspace/world.ts';

/*
 * A rule sees the world only through the functions of `World`, and each of their answers keeps its identity, or that of
 * its members, while nothing behind it changes. So what a rule found still holds while it would get every answer again.
 * An answer of several parts counts by those of them that the rule looked at.
 */

type Ask<Answer> = (world: World) => Answer;

/** One question that a rule asked of the world, to be asked again, and the answer. */
export interface Read {
  /** Whether the surroundings of policies answer it, so that no edit of a policy changes the answer. */
  readonly besidePolicies: boolean;
  readonly ask: Ask<unknown>;
  readonly answer: unknown;
}

/** `world`, with every answer that it gives added to `reads` once. */
export function recorded(world: World, reads: Map<string, Read>): World {
  const recording =
    (besidePolicies: boolean) =>
    <Answer>(key: string, ask: Ask<Answer>): Answer => {
      const before = reads.get(key);
      if (before !== undefined) return before.answer as Answer;
      const answer = ask(world);
      reads.set(key, { besidePolicies, ask, answer });
      return answer;
    };
  const record = recording(true);
  const recordPolicies = recording(false);
  const inventoryPart = <Part extends keyof NamespaceInventory>(key: NamespaceKey, part: Part) =>
    record(`${part} in ${key}`, questions.inventory(key, part));
  const selectedPart = <Part extends keyof Selected>(peer: PodPeer, part: Part) =>
    record(`${part} of ${spelledPeer(peer)}`, questions.podsOf(peer, part));
  return {
    get settings() {
      return record('settings', questions.settings);
    },
    get complete() {
      return recordPolicies('complete', questions.complete);
    },
    namespaces: () => record('namespaces', questions.namespaces),
    spokenOf: (namespaces) =>
      record(`spoken of ${spelled(namespaces)}`, questions.spokenOf(namespaces)),
    inventory: (key) => ({
      get info() {
        return inventoryPart(key, 'info');
      },
      get pods() {
        return inventoryPart(key, 'pods');
      },
      get services() {
        return inventoryPart(key, 'services');
      },
      get workloads() {
        return inventoryPart(key, 'workloads');
      },
      get unsure() {
        return inventoryPart(key, 'unsure');
      },
    }),
    podsOf: (peer) => ({
      get pods() {
        return selectedPart(peer, 'pods');
      },
      get open() {
        return selectedPart(peer, 'open');
      },
    }),
    hostPods: (namespaces) =>
      record(`host pods of ${spelled(namespaces)}`, questions.hostPods(namespaces)),
    clusterPolicies: () => recordPolicies('cluster policies', questions.clusterPolicies),
    policies: (key) => recordPolicies(`policies ${key}`, questions.policies(key)),
    calicoPolicies: (key) =>
      recordPolicies(`Calico's policies ${key}`, questions.calicoPolicies(key)),
    ciliumPolicies: (key) =>
      recordPolicies(`Cilium's policies ${key}`, questions.ciliumPolicies(key)),
    ciliumPoliciesAround: (namespaces) =>
      recordPolicies(
        `Cilium's policies around ${spelled(namespaces)}`,
        questions.ciliumPoliciesAround(namespaces),
      ),
    tiers: (key) => recordPolicies(`tiers ${key}`, questions.tiers(key)),
    clusterTiers: () => recordPolicies('cluster tiers', questions.clusterTiers),
    policyMembers: (key) => recordPolicies(`members ${key}`, questions.policyMembers(key)),
    clusterMembers: (kind) =>
      recordPolicies(`cluster members ${kind}`, questions.clusterMembers(kind)),
    hosts: () => recordPolicies('hosts', questions.hosts),
    companionMembers: (key) => recordPolicies(`companions ${key}`, questions.companionMembers(key)),
    checkedIn: (uri) => recordPolicies(`checked in ${uri}`, questions.checkedIn(uri)),
    installsCalico: (uri) => recordPolicies(`definitions in ${uri}`, questions.installsCalico(uri)),
  };
}

/** What can be asked; made apart from any world, so that a question that is remembered holds on to none. */
const questions = {
  settings: ({ settings }: World) => settings,
  complete: ({ complete }: World) => complete,
  namespaces: (world: World) => world.namespaces(),
  clusterPolicies: (world: World) => world.clusterPolicies(),
  spokenOf: (namespaces: Namespaces) => (world: World) => world.spokenOf(namespaces),
  hostPods: (namespaces: Namespaces) => (world: World) => world.hostPods(namespaces),
  podsOf:
    <Part extends keyof Selected>(peer: PodPeer, part: Part) =>
    (world: World) =>
      world.podsOf(peer)[part],
  inventory:
    <Part extends keyof NamespaceInventory>(key: NamespaceKey, part: Part) =>
    (world: World) =>
      world.inventory(key)[part],
  policies: (key: NamespaceKey) => (world: World) => world.policies(key),
  calicoPolicies: (key: NamespaceKey) => (world: World) => world.calicoPolicies(key),
  ciliumPolicies: (key: NamespaceKey) => (world: World) => world.ciliumPolicies(key),
  ciliumPoliciesAround: (namespaces: Namespaces) => (world: World) =>
    world.ciliumPoliciesAround(namespaces),
  tiers: (key: NamespaceKey) => (world: World) => world.tiers(key),
  clusterTiers: (world: World) => world.clusterTiers(),
  policyMembers: (key: NamespaceKey) => (world: World) => world.policyMembers(key),
  clusterMembers: (kind: KindId) => (world: World) => world.clusterMembers(kind),
  hosts: (world: World) => world.hosts(),
  companionMembers: (key: NamespaceKey) => (world: World) => world.companionMembers(key),
  checkedIn: (uri: string) => (world: World) => world.checkedIn(uri),
  installsCalico: (uri: string) => (world: World) => world.installsCalico(uri),
} as const;

/** Whether `world` still gives every answer that was read. */
export function holds(world: World, reads: Iterable<Read>): boolean {
  for (const { ask, answer } of reads) if (!isSame(answer, ask(world))) return false;
  return true;
}

const isSame = (before: unknown, now: unknown): boolean =>
  before === now || (Array.isArray(before) && Array.isArray(now) && keep(before, now) === before);

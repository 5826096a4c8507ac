import { derive } from '../base/derive.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { Member } from '../workspace/snapshot.ts';
import type { World } from '../workspace/world.ts';
import type { Rule } from './rule.ts';
import { holds, recorded, type Read } from './trace.ts';

/** Is told of a rule that threw: the rule's code and what it threw. */
export type Log = (code: string, error: unknown) => void;

/** What one rule found in one member, and the answers of the world that this depends on. */
interface Remembered {
  readonly findings: readonly Finding[];
  readonly reads: ReadonlyMap<string, Read>;
}

const NO_READS: ReadonlyMap<string, Read> = new Map();

const byResource = derive((_resource: Resource) => new Map<Rule, Remembered>());
const byMember = derive((_member: Member) => new Map<Rule, Remembered>());

/**
 * What a rule finds in a member. A document rule is remembered for as long as the object lives, any other for as long
 * as the world gives the answers that the rule read. A rule that throws finds nothing.
 */
export function findingsOfRule(rule: Rule, member: Member, world: World, log: Log): Remembered {
  const memory = rule.scope === 'document' ? byResource(member.resource) : byMember(member);
  const before = memory.get(rule);
  if (before !== undefined && holds(world, before.reads.values())) return before;
  const reads = new Map<string, Read>();
  const seen = rule.scope === 'document' ? world : recorded(world, reads);
  const findings = run(rule, member, seen, log);
  const remembered = { findings, reads: reads.size === 0 ? NO_READS : reads };
  memory.set(rule, remembered);
  return remembered;
}

/** How many other places a finding shows: its message counts them all, and nobody reads hundreds. */
const MOST_PLACES = 20;

function run(rule: Rule, member: Member, world: World, log: Log): readonly Finding[] {
  try {
    return Array.from(checked(rule, member, world), (finding) =>
      (finding.also?.length ?? 0) > MOST_PLACES
        ? { ...finding, also: finding.also!.slice(0, MOST_PLACES) }
        : finding,
    );
  } catch (error) {
    log(rule.meta.code, error);
    return [];
  }
}

function checked(rule: Rule, member: Member, world: World): Iterable<Finding> {
  switch (rule.scope) {
    case 'document':
      return rule.check(member.resource);
    case 'inventory':
      return rule.check(member, world);
    case 'world':
      return rule.check(member, world);
  }
}

import { OTHER_SIDE } from '../ir.ts';
import { intervals } from '../../base/intervals.ts';
import type { Assumptions } from '../assumptions.ts';
import { ALL, NONE, intersect, ofPorts, subtract, union, type Conns } from '../conns.ts';
import type { HostEndpoint } from '../endpoint.ts';
import type { Question } from '../question.ts';
import type { Answer, Decision, Direction, IrPolicy, IrRule } from '../ir.ts';
import { possiblePortsAt } from '../ports.ts';
import { policyText } from '../print.ts';
import { resolverOf } from '../resolver.ts';
import { doubted } from './answers.ts';
import { policiesIn, type Hosts } from './hosts.ts';

/*
 * Policies that see packets before they are tracked see the answers to a connection as packets of the other direction:
 * what one of them allows has answers that nothing knows as such, so that a rule of the other direction has to let them
 * through, too (Calico documentation, "Enable extreme high-connection workloads").
 */

/** An untracked rule that may be for one of the two ways, and whether it surely is. */
interface Way {
  readonly policy: IrPolicy;
  readonly rule: IrRule;
  readonly surely: boolean;
}

/** An answer in which what is allowed is in doubt where untracked rules may keep the answers to it. */
export function withReplies(
  answer: Answer,
  question: Question<HostEndpoint>,
  { lists }: Hosts,
  assumptions: Assumptions,
): Answer {
  const untracked = lists.doNotTrack.flatMap(policiesIn);
  if (untracked.length === 0) return answer;
  const ways = (direction: Direction): readonly Way[] =>
    untracked.flatMap((policy) => waysOf(policy, direction, question, assumptions));
  const [there, back] = [ways(question.direction), ways(OTHER_SIDE[question.direction])];
  if (there.length + back.length === 0) return answer;
  const destination = question.direction === 'ingress' ? question.subject : question.peer;
  const untrackedThere = there
    .filter(({ rule }) => rule.verdict === 'allow')
    .map(({ rule }) => possiblePortsAt(rule.ports, destination, assumptions))
    .reduce(union, NONE);
  const { passing, touched } = repliesOf(back);
  const keptOf = ({ verdict, because }: Decision): Conns => {
    if (
      verdict === 'deny' ||
      because.some(({ policy, verdict: by }) => policy === null && by === 'default')
    )
      return NONE;
    const isUntracked = because.some(({ policy }) => policy?.hosts?.list === 'doNotTrack');
    return isUntracked ? subtract(ALL, passing) : union(untrackedThere, touched);
  };
  const names = [...new Set([...there, ...back].map(({ policy }) => policyText(policy)))];
  return doubted(
    answer,
    keptOf,
    `the answers to it are packets of their own to ${names.join(', ')} (\`doNotTrack\`), and whether they are let through is not certain`,
  );
}

function waysOf(
  policy: IrPolicy,
  direction: Direction,
  { subject, peer }: Question<HostEndpoint>,
  assumptions: Assumptions,
): readonly Way[] {
  const { selects, meets, owns } = resolverOf(assumptions);
  const selected = selects(policy, subject);
  if (selected.truth === 'no') return [];
  return policy.rules
    .filter((rule) => rule.direction === direction)
    .flatMap((rule) => {
      const found = [selected, meets(rule, peer), owns(rule, subject)];
      return found.some(({ truth }) => truth === 'no')
        ? []
        : [
            {
              policy,
              rule,
              surely:
                policy.unsure === null &&
                (rule.unsure === null || rule.from !== undefined) &&
                found.every(({ truth }) => truth === 'yes'),
            },
          ];
    });
}

/** Of which connections the rules of the way back surely let the answers through, and of which they may have any. */
function repliesOf(back: readonly Way[]): { readonly passing: Conns; readonly touched: Conns } {
  let [left, passing, clouded, touched] = [ALL, NONE, NONE, NONE];
  for (const { rule, surely } of back) {
    const { sure, possible } = answered(rule);
    const hit = surely ? intersect(left, sure) : NONE;
    if (rule.verdict === 'allow') passing = union(passing, subtract(hit, clouded));
    clouded = union(clouded, subtract(intersect(left, possible), hit));
    if (rule.verdict !== 'allow') clouded = union(clouded, hit);
    left = subtract(left, hit);
    touched = union(touched, possible);
  }
  return { passing, touched };
}

/**
 * The connections whose answers a rule of the way back speaks of: they come from the port that was asked for, and go to one
 * that nobody knows.
 */
function answered({ ports, from }: IrRule): { readonly sure: Conns; readonly possible: Conns } {
  const every = (protocol: string): Conns => ofPorts(protocol, from ?? intervals([[0, 65535]]));
  if (ports === 'all') return { sure: from === undefined ? ALL : NONE, possible: ALL };
  const numbers = ports.filter((term) => term.kind === 'numbers');
  const whole = numbers.filter(({ first, last }) => first <= 1 && last === 65535);
  const sum = (protocols: readonly string[]): Conns => protocols.map(every).reduce(union, NONE);
  return {
    sure: sum(whole.map(({ protocol }) => protocol)),
    possible: numbers.length < ports.length ? ALL : sum(numbers.map(({ protocol }) => protocol)),
  };
}

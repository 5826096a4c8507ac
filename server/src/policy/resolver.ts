import { derive, derive2 } from '../base/derive.ts';
import type { Assumptions } from './assumptions.ts';
import type { Endpoint, Subject } from './endpoint.ts';
import { hostPortsAt } from './hostPorts.ts';
import type { IrPolicy, IrRule } from './ir.ts';
import { YES, unknown, type Match } from './match.ts';
import { portsAt, type PortMatch } from './ports.ts';
import { matchesPeers, matchesPods, selectsHost } from './resolve.ts';

/** How the evaluator asks what policies and rules match; a walk over many pairs hands in one that remembers. */
export interface Resolver {
  /** Whether the policy's subject is the pod. */
  readonly selects: (policy: IrPolicy, subject: Subject) => Match;
  /** Whether any of the rule's peers is the other end. */
  readonly meets: (rule: IrRule, end: Endpoint) => Match;
  /** Whether the rule speaks of the subject, of those that its policy selects. */
  readonly owns: (rule: IrRule, subject: Subject) => Match;
  /** The connections that the rule's ports stand for at the destination. */
  readonly ports: (rule: IrRule, destination: Endpoint | Subject) => readonly PortMatch[];
}

/** Answers each question anew; one for each set of assumptions, so that the evaluator can remember who governs whom. */
export const resolverOf = derive((assumptions: Assumptions): Resolver => ({
  selects: (policy, subject) =>
    subject.kind === 'host'
      ? selectsHost(policy, subject)
      : matchesPods(policy.subject, subject, assumptions),
  meets: (rule, end) => matchesPeers(rule.peers, end, assumptions),
  owns: ({ own }, subject) => {
    if (own === undefined) return YES;
    const end = subject.kind === 'host' ? subject.at : subject;
    return end === undefined
      ? unknown('it depends on the address at which the host is met')
      : matchesPeers([own], end, assumptions);
  },
  ports: (rule, destination) =>
    portsAt(rule.ports, destination, assumptions, hostPortsAt(rule, destination)),
}));

/** Answers each question about rules once, for as long as it lives itself. */
export function rememberingResolver(assumptions: Assumptions): Resolver {
  const { selects, meets, owns, ports } = resolverOf(assumptions);
  return { selects, meets: derive2(meets), owns, ports: derive2(ports) };
}

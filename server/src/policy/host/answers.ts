import { ALL, NONE, intersect, isEmpty, subtract, type Conns } from '../conns.ts';
import type { Answer, Because, Decision, Doubt } from '../ir.ts';

/*
 * What is made of an answer where it holds only under a condition.
 */

/** An answer in which a part of what some decisions settle is in doubt. */
export function doubted(
  answer: Answer,
  doubtfulOf: (decision: Decision) => Conns,
  why: string,
): Answer {
  const decisions: Decision[] = [];
  const doubts: Doubt[] = [...answer.doubts];
  for (const decision of answer.decisions) {
    const doubtful = intersect(decision.conns, doubtfulOf(decision));
    const left = subtract(decision.conns, doubtful);
    if (!isEmpty(left)) decisions.push({ ...decision, conns: left });
    if (!isEmpty(doubtful)) doubts.push({ conns: doubtful, because: decision.because, why: [why] });
  }
  return { decisions, doubts };
}

/** All that a decision denies. */
export const denies = ({ verdict }: Decision): Conns => (verdict === 'deny' ? ALL : NONE);

/** Connections of which all of some answers say one thing each. */
interface Part {
  readonly conns: Conns;
  readonly said: readonly (Decision | Doubt)[];
}

/** The connections, cut where any of the answers changes its word. */
function partsOf(answers: readonly Answer[]): readonly Part[] {
  let parts: readonly Part[] = [{ conns: ALL, said: [] }];
  for (const { decisions, doubts } of new Set(answers))
    parts = parts.flatMap(({ conns, said }) =>
      [...decisions, ...doubts].flatMap((one) => {
        const inside = intersect(conns, one.conns);
        return isEmpty(inside) ? [] : [{ conns: inside, said: [...said, one] }];
      }),
    );
  return parts;
}

const verdictsIn = ({ said }: Part): ReadonlySet<Decision['verdict'] | null> =>
  new Set(said.map((one) => ('verdict' in one ? one.verdict : null)));

const reasonsIn = ({ said }: Part): readonly string[] => [
  ...new Set(said.flatMap((one) => ('why' in one ? one.why : []))),
];

/** What holds whichever of some answers, one at least, is the true one; `why` says why that is not known. */
export function whichever(answers: readonly Answer[], why: string): Answer {
  const [first, ...others] = new Set(answers);
  if (first !== undefined && others.length === 0) return first;
  const decisions: Decision[] = [];
  const doubts: Doubt[] = [];
  for (const part of partsOf(answers)) {
    const { conns, said } = part;
    const because = distinct(said.flatMap((one) => one.because));
    const verdicts = verdictsIn(part);
    const [verdict] = verdicts;
    if (verdicts.size === 1 && verdict) decisions.push({ conns, verdict, because });
    else {
      const reasons = reasonsIn(part);
      const differ = verdicts.has('allow') && verdicts.has('deny');
      doubts.push({ conns, because, why: differ ? [why] : reasons });
    }
  }
  return { decisions, doubts };
}

/** What all of some answers let through together. */
export function joint(answers: readonly Answer[]): Answer {
  const decisions: Decision[] = [];
  const doubts: Doubt[] = [];
  for (const part of partsOf(answers)) {
    const verdicts = verdictsIn(part);
    const verdict = verdicts.has('deny') ? 'deny' : verdicts.has(null) ? null : 'allow';
    const { conns, said } = part;
    const because = distinct(
      said
        .filter((one) => verdict === ('verdict' in one ? one.verdict : null))
        .flatMap((one) => one.because),
    );
    if (verdict === null) doubts.push({ conns, because, why: reasonsIn(part) });
    else decisions.push({ conns, verdict, because });
  }
  return { decisions, doubts };
}

/** As much of what is said as speaks of some connections. */
const cut = <Said extends Decision | Doubt>(said: readonly Said[], conns: Conns): readonly Said[] =>
  said
    .map((one) => ({ ...one, conns: intersect(one.conns, conns) }))
    .filter((one) => !isEmpty(one.conns));

/** An answer for some connections, and another for all others. */
export function everywhere(conns: Conns, inside: Answer, outside: Answer): Answer {
  const rest = subtract(ALL, conns);
  return {
    decisions: [...cut(inside.decisions, conns), ...cut(outside.decisions, rest)],
    doubts: [...cut(inside.doubts, conns), ...cut(outside.doubts, rest)],
  };
}

const distinct = (because: readonly Because[]): Because[] =>
  because.filter(
    (one, index) =>
      because.findIndex(
        (other) =>
          other.tier === one.tier &&
          other.policy === one.policy &&
          other.rule === one.rule &&
          other.verdict === one.verdict,
      ) === index,
  );

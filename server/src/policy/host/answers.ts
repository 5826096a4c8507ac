import { ALL, intersect, isEmpty, subtract, type Conns } from '../conns.ts';
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

interface Part {
  readonly conns: Conns;
  readonly said: readonly (Decision | Doubt)[];
}

/** What holds whichever of some answers is the true one; `why` says why that is not known. */
export function whichever(answers: readonly [Answer, ...Answer[]], why: string): Answer {
  const [first, ...others] = answers;
  if (others.length === 0) return first;
  let parts: readonly Part[] = [{ conns: ALL, said: [] }];
  for (const { decisions, doubts } of new Set(answers))
    parts = parts.flatMap(({ conns, said }) =>
      [...decisions, ...doubts].flatMap((one) => {
        const inside = intersect(conns, one.conns);
        return isEmpty(inside) ? [] : [{ conns: inside, said: [...said, one] }];
      }),
    );
  const decisions: Decision[] = [];
  const doubts: Doubt[] = [];
  for (const { conns, said } of parts) {
    const because = distinct(said.flatMap((one) => one.because));
    const verdicts = new Set(said.map((one) => ('verdict' in one ? one.verdict : null)));
    const [verdict] = verdicts;
    if (verdicts.size === 1 && verdict) decisions.push({ conns, verdict, because });
    else {
      const reasons = said.flatMap((one) => ('why' in one ? one.why : []));
      const differ = verdicts.has('allow') && verdicts.has('deny');
      doubts.push({
        conns,
        because,
        why: [...new Set(differ || reasons.length === 0 ? [why, ...reasons] : reasons)],
      });
    }
  }
  return { decisions, doubts };
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

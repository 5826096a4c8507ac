import { formatConns } from '../../policy/format.ts';
import type { Step } from '../../policy/explain.ts';
import { policyName } from '../../policy/party.ts';
import type { Explained } from '../explain.ts';
import type { Gathered } from '../gather.ts';
import { rangeIn } from '../report.ts';
import { answerJson } from './json.ts';

/** `explain` as JSON: positions as in LSP, files relative to the working directory. */
export function explainJson(explained: Explained, gathered: Gathered): string {
  const { verdict, egress, ingress } = explained;
  const show = (step: Step): object => stepJson(step, gathered);
  return answerJson(gathered.snapshot, {
    verdict,
    egress: egress.map(show),
    ingress: ingress.map(show),
  });
}

function stepJson(
  { tier, policy, rule, verdict, conns, place, text }: Step,
  { snapshot, nameOf }: Gathered,
): object {
  const file = place === null ? undefined : snapshot.files.get(place.uri);
  return {
    tier,
    policy: policy === null ? null : policyName(policy),
    rule:
      rule === null
        ? null
        : {
            direction: rule.direction,
            // The lists of Cilium's rules have other names than their direction.
            ...(rule.section !== undefined && { section: rule.section }),
            index: rule.index,
            name: rule.name,
          },
    verdict,
    conn: formatConns(conns, snapshot.settings.assumptions.protocols),
    file: file === undefined ? null : nameOf(file.uri),
    range: file === undefined ? null : rangeIn(file, place!.chunk, place!.span),
    text,
  };
}

import { setScalar } from '../model/edit.ts';
import type { Direction, IrPolicy } from '../policy/ir.ts';
import { DEFAULT_TIER } from '../policy/lower/calico.ts';
import { worldRule } from './rule.ts';
import { podsCanMeet } from './support/meets.ts';
import { policiesText, shareKnownPods } from './support/policies.ts';
import { isUnconditional } from './support/calicoRules.ts';
import { tierNamed } from './support/tiers.ts';
import { placesOf, turnOf, type Turn } from './support/turn.ts';

/** Pass rules behind which there is no tier. */
export default worldRule(
  {
    code: 'pass-from-last-tier',
    title: 'A Pass that no later tier takes up',
    category: 'too-open',
    severity: 'warning',
    docs: `\`Pass\` leaves its tier. NetworkPolicies of Kubernetes and policies without \`tier\` are in tier \`default\`, so a
\`Pass\` there does not hand over to them but skips those that come behind it. Where no later tier has a policy for the pods,
their profile has the word, which allows everything (Calico documentation, "Policy rule"; felix, profiles of namespaces). A
warning where policies are skipped; an information where it is only another word for \`Allow\`.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['calico/NetworkPolicy', 'calico/GlobalNetworkPolicy'],
  function* (member, world) {
    const { resource } = member;
    const { spec } = resource.body;
    if (tierNamed(spec.tier) !== DEFAULT_TIER) return;
    const own = turnOf(member, member.namespace, world)?.policy;
    if (own === undefined || own.unsure !== null) return;
    for (const direction of ['ingress', 'egress'] as const) {
      const passes = (spec[direction] ?? []).filter(({ action }) => action === 'Pass');
      if (passes.length === 0 || !own.isolates[direction]) continue;
      const turns = placesOf(own, world).flatMap((place) => turnOf(member, place, world) ?? []);
      if (turns.some((turn) => isTakenUp(turn, direction))) continue;
      const skipped = new Set(
        turns.flatMap(({ policy, behind }) =>
          behind.filter(
            (other) =>
              other.unsure === null &&
              other.isolates[direction] &&
              shareKnownPods(policy, other, world),
          ),
        ),
      );
      for (const rule of passes) {
        // That one for everything leaves those behind it no word is said by `catch-all-before-policies`.
        if (skipped.size > 0 && isUnconditional(rule)) continue;
        yield {
          span: resource.source.value(rule, 'action'),
          ...said([...skipped]),
          fixes: [
            {
              title: 'Write `Allow`',
              safe: false,
              edits: () => setScalar(resource, rule, 'action', 'Allow'),
            },
          ],
        };
      }
    }
  },
);

/** Whether a later tier may have a policy for pods of this one. */
const isTakenUp = ({ policy, later }: Turn, direction: Direction): boolean =>
  later.some(
    (other) =>
      podsCanMeet(other.subject, policy.subject) &&
      (other.unsure !== null ||
        other.isolates[direction] ||
        other.rules.some((rule) => rule.direction === direction)),
  );

const said = (skipped: readonly IrPolicy[]) =>
  skipped.length === 0
    ? {
        severity: 'information' as const,
        confidence: 'supported' as const,
        message:
          'No tier comes after `default` with a policy for these pods, so what this passes on is allowed by the profile of their namespace. Write `Allow` if that is meant, or `Deny`.',
      }
    : {
        confidence: 'supported' as const,
        message: `This leaves tier \`default\`, in which ${policiesText(skipped)} ${skipped.length === 1 ? 'is' : 'are'}, too, and no tier comes after it with a policy for these pods: what it matches is allowed, and ${skipped.length === 1 ? 'that one is' : 'those are'} not asked. Write \`Allow\` if that is meant, or remove the rule.`,
      };

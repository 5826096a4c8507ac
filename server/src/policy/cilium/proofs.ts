import { derive } from '../../base/derive.ts';
import type { IrPolicy, IrRule } from '../ir.ts';

/*
 * What Cilium's `authentication` makes of a rule: peers that have to prove who they are (Cilium documentation, "Mutual
 * Authentication").
 */

/**
 * A rule with the mode of authentication that its item names, as the rules that it then is. Peers that have to prove who
 * they are may fail to, and it is asked of them even where another rule allows the same without. One mode always fails.
 */
export function proven(rule: IrRule, mode: string | undefined): readonly IrRule[] {
  if (mode === undefined || rule.verdict === 'deny') return [rule];
  const asked = { ...rule, authentication: mode };
  if (mode === 'disabled') return [asked];
  const unsure = rule.unsure ?? doubtOf(mode);
  const denied: IrRule = { ...asked, verdict: 'deny', unsure };
  return mode === 'test-always-fail' ? [denied] : [denied, { ...asked, unsure }];
}

const doubtOf = (mode: string): string =>
  `it holds only where the peers prove who they are (\`authentication.mode: ${mode}\`)`;

/**
 * Policies where nothing handles proofs of identity: what waits for one is dropped for good (Cilium's Helm reference,
 * `authentication.enabled`). A rule that asks for none may spare some peers, so beside one it stays in doubt.
 */
export const withoutProofs = derive((policies: readonly IrPolicy[]): readonly IrPolicy[] => {
  const asks = policies.some(({ rules }) => rules.some(isAsked));
  const spares = policies.some(({ rules }) => rules.some(isSpared));
  return !asks || spares
    ? policies
    : policies.map((policy) =>
        policy.rules.some(isAsked)
          ? { ...policy, rules: policy.rules.flatMap(withoutProof) }
          : policy,
      );
});

const isAsked = ({ authentication }: IrRule): boolean => authentication === 'required';

const isSpared = ({ authentication }: IrRule): boolean => authentication === 'disabled';

function withoutProof(rule: IrRule): readonly IrRule[] {
  if (!isAsked(rule)) return [rule];
  const unsure = rule.unsure === doubtOf('required') ? null : rule.unsure;
  return rule.verdict === 'deny' ? [{ ...rule, unsure }] : [];
}

import type { Assumptions } from './assumptions.ts';
import { decided } from './connect.ts';
import { equal, intersect, isEmpty, type Conns } from './conns.ts';
import type { Endpoint, HostEndpoint } from './endpoint.ts';
import { EXEMPT } from './exemptions.ts';
import { formatConns } from './format.ts';
import type { Answer, Because, Direction, IrPolicy, IrRule } from './ir.ts';
import { orderOf } from './calicoTiers.ts';
import { TIERS } from './tiers.ts';
import { code, endpointText, hostText, list, matchText, policyText } from './print.ts';
import { DEFAULT_ALLOW, PROFILES } from './host/profiles.ts';

/*
 * The sentences of an explanation.
 */

/** What a policy, a tier or an exemption says of the connections asked for; `none` where a tier says nothing. */
export interface Reason {
  readonly tier: string;
  readonly policy: IrPolicy | null;
  readonly rule: IrRule | null;
  readonly verdict: Because['verdict'] | 'none';
  /** The connections asked for that it speaks of. */
  readonly conns: Conns;
  /** What would have to be known for it to be certain, as clauses; empty for a certain one. */
  readonly doubt: readonly string[];
}

/** What was asked, and on which side of the connection. */
export interface Scene {
  readonly direction: Direction;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly asked: Conns;
  readonly assumptions: Assumptions;
  /** The host of whose policies it is told; absent where it is of those of the end itself. */
  readonly host?: HostEndpoint;
}

/**
 * A reason in a sentence; `chain` where it is one of the way through the tiers. Of its doubts only those are told that
 * none of the reasons before it, `earlier`, has told.
 */
export function reasonText(
  reason: Reason,
  earlier: readonly Reason[],
  scene: Scene & { readonly chain: boolean },
): string {
  const said = textOf(reason, scene);
  const fresh = reason.doubt.filter((why) => !earlier.some(({ doubt }) => doubt.includes(why)));
  return fresh.length === 0 ? said : `${said} In doubt: ${list(fresh)}.`.trimStart();
}

function textOf(reason: Reason, scene: Scene & { readonly chain: boolean }): string {
  const { tier, policy, rule, verdict, conns, doubt } = reason;
  const { direction, source, destination, assumptions } = scene;
  if (verdict === 'none')
    return TIERS.includes(tier)
      ? `No ${tier === 'NetworkPolicy' ? tier : `${tier} policy`} decides this.`
      : `No policy of tier \`${tier}\` decides this.`;
  if (policy === null && tier === PROFILES)
    return `No policy and no profile decides this for ${subjectText(scene)}, so it is denied: Calico keeps only failsafe ports open.`;
  if (policy?.name === DEFAULT_ALLOW && tier === PROFILES)
    return `No policy decides this for ${subjectText(scene)}, so its profile ${code(DEFAULT_ALLOW)} allows it.`;
  if (policy !== null && tier === PROFILES && policy.unsure !== null)
    return `What no policy decides for ${subjectText(scene)} its profile ${code(policy.name)} does.`;
  if (policy === null && verdict === 'isolated')
    return `No policy allows ${formatConns(conns, assumptions.protocols)} ${direction === 'egress' ? `to ${endpointText(destination)}` : `from ${endpointText(source)}`}, and every pod is isolated (setting \`cilium.policyEnforcement\`).`;
  if (policy === null) return exemption(reason, scene);
  const name = `${policyText(policy)}${standing(policy, tier)}`;
  const subject = subjectText(scene);
  if (rule === null && verdict === 'isolated' && !TIERS.includes(tier))
    return `${name} selects ${subject} for ${direction}, and no rule of its tier matches ${formatConns(conns, assumptions.protocols)} ${direction === 'egress' ? `to ${endpointText(destination)}` : `from ${endpointText(source)}`}, so the end of the tier denies it.`;
  if (rule === null && verdict === 'isolated')
    return `${name} ${doubt.length === 0 ? 'isolates' : 'would isolate'} ${subject} for ${direction}, and no rule of it allows ${formatConns(conns, assumptions.protocols)} ${direction === 'egress' ? `to ${endpointText(destination)}` : `from ${endpointText(source)}`}.`;
  if (rule === null)
    return `${name} selects ${subject} and restricts only its ${direction === 'egress' ? 'ingress' : 'egress'}, so ${direction} is allowed.`;
  const does = (doubt.length === 0 ? DOES : WOULD)[rule.verdict];
  const which =
    rule.name === null
      ? `${rule.section ?? direction} rule ${rule.index + 1}`
      : `${direction} rule \`${rule.name}\``;
  const whose = scene.host === undefined ? '' : ` for ${hostText(scene.host)}`;
  return `${name} ${does}${whose}: ${which} speaks of ${matchText(rule)}.`;
}

/** Where Calico keeps a policy; nothing for the tiers that every cluster has. */
function standing(policy: IrPolicy, tier: string): string {
  if (TIERS.includes(tier) || tier === PROFILES) return '';
  const order = orderOf(policy);
  const { list: of = 'normal' } = policy.hosts ?? {};
  const flag = of === 'normal' ? '' : `, ${code(of)}`;
  return ` (tier \`${tier}\`, ${order === Infinity ? 'without an order' : `order ${order}`}${flag})`;
}

const DOES = {
  allow: 'allows this',
  deny: 'denies this',
  pass: 'hands this on to the next tier',
} as const;

const WOULD = {
  allow: 'would allow this',
  deny: 'would deny this',
  pass: 'would hand this on to the next tier',
} as const;

const subjectOf = ({ direction, source, destination }: Scene): Endpoint =>
  direction === 'egress' ? source : destination;

/** Whose policies are told: those of the end, or of the host that it is a process of. */
const subjectText = (scene: Scene): string =>
  scene.host === undefined ? endpointText(subjectOf(scene)) : hostText(scene.host);

function exemption({ tier, doubt }: Reason, scene: Scene & { readonly chain: boolean }): string {
  const { direction, chain } = scene;
  const end = subjectText(scene);
  switch (tier) {
    case EXEMPT.outside:
      return `${end} is outside the cluster, where no policy holds.`;
    case EXEMPT.hostNetwork:
      return `${end} is on the network of its node, where policies do not hold.`;
    case EXEMPT.sameNode:
      return `A node always reaches the pods that run on it.`;
    case EXEMPT.loopback:
      return `A pod always reaches itself.`;
    case EXEMPT.failsafe:
      return `Calico keeps this port of ${end} open, whatever policies say, unless Felix is configured otherwise.`;
    case EXEMPT.ownPod:
      return `A host always reaches the pods that run on it.`;
    case EXEMPT.ownHost:
    case EXEMPT.sameHost:
      return '';
  }
  if (doubt.length > 0) return 'What no policy decides is allowed.';
  if (chain) return 'No policy decides this, so it is allowed.';
  return direction === 'egress'
    ? `No policy restricts what ${end} may reach, so it may reach everything.`
    : `No policy restricts who may reach ${end}, so everything may.`;
}

/**
 * That an answer rests on what is assumed of a NetworkPolicy that restricts the other direction only: `turned` is the
 * answer under the other assumption. Nothing where both say the same of the connections asked for.
 */
export function assumptionText(
  answer: Answer,
  turned: Answer,
  { direction, asked, assumptions }: Scene,
): string {
  const of = (one: Answer, verdict: 'allow' | 'deny'): Conns =>
    intersect(asked, decided(one, verdict));
  const [allowed, denied] = [of(turned, 'allow'), of(turned, 'deny')];
  if (equal(of(answer, 'allow'), allowed) && equal(of(answer, 'deny'), denied)) return '';
  const setting = assumptions.networkPolicyDecides;
  const other = direction === 'egress' ? 'ingress' : 'egress';
  const assumed =
    setting === 'direction'
      ? `a NetworkPolicy that restricts only the ${other} of a pod leaves its ${direction} to the Baseline tier`
      : `a NetworkPolicy that selects a pod has the last word on both directions`;
  const otherwise = isEmpty(denied)
    ? isEmpty(allowed)
      ? 'this would be in doubt'
      : 'this would be allowed'
    : isEmpty(allowed)
      ? 'this would be denied'
      : 'a part of this would be denied';
  return ` This rests on the setting \`networkPolicyDecides: ${setting}\`: ${assumed}. With \`${setting === 'pod' ? 'direction' : 'pod'}\` ${otherwise}.`;
}

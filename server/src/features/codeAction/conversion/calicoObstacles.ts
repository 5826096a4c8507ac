import type { CalicoEntity, CalicoPolicy, CalicoRule } from '../../../model/calico.ts';
import { KUBERNETES_ORDER, orderOf } from '../../../policy/calicoTiers.ts';
import type { Direction, IrPolicy } from '../../../policy/ir.ts';
import { DEFAULT_TIER } from '../../../policy/lower/calico.ts';
import { protocolOf } from '../../../policy/lower/calicoPorts.ts';
import { entityExpression, isGlobal, saidBy } from '../../../policy/lower/calicoSelectors.ts';
import { policyText } from '../../../policy/print.ts';
import { truthOf } from '../../../policy/peers.ts';
import { selectorOf } from '../../../policy/selector/calico/selectorOf.ts';
import { areApart } from '../../../policy/selector/implies.ts';
import { keysOf, matches } from '../../../policy/selector/selector.ts';
import { isImpliedBy } from '../../../policy/vocabulary.ts';
import { blocksOf } from './blocks.ts';
import { namespaceSelectorOf, podSelectorOf, type Rewritten } from './calicoSelector.ts';
import {
  firstReason,
  firstReasonOfRules,
  KUBERNETES_SELECTS_HOSTS,
  noCounterpart,
} from './obstacles.ts';
import type { Around } from './toCalico.ts';

/** What else decides whether a policy of Calico can be one of Kubernetes. */
export interface AroundCalico extends Around {
  /** What it means, and the other policies that Calico tries for its pods. */
  readonly meaning: IrPolicy;
  readonly others: readonly IrPolicy[];
}

/** Why a policy of Calico says something that none of Kubernetes can, as a clause; null where it does not. */
export function calicoObstacleIn(spec: CalicoPolicy['spec'], around: AroundCalico): string | null {
  return (
    obstacleOfPolicy(spec, around) ??
    firstReason(['ingress', 'egress'] as const, (direction) =>
      firstReasonOfRules(direction, spec[direction] ?? [], (rule) =>
        obstacleOfRule(rule, direction, around),
      ),
    )
  );
}

const reasonOf = (rewritten: Rewritten): string | null =>
  'reason' in rewritten ? rewritten.reason : null;

const isSaid = (selector: string | undefined): boolean =>
  selector !== undefined && selector.trim() !== '';

function obstacleOfPolicy(spec: CalicoPolicy['spec'], around: AroundCalico): string | null {
  const { tier = '', serviceAccountSelector, performanceHints = [] } = spec;
  if (around.meaning.unsure !== null) return around.meaning.unsure;
  if (around.assumptions.hostNetworkPods === 'ordinary') return KUBERNETES_SELECTS_HOSTS;
  if (tier !== '' && tier !== DEFAULT_TIER)
    return `it is in tier \`${tier}\`, and Calico keeps the policies of Kubernetes in \`${DEFAULT_TIER}\``;
  if (isSaid(serviceAccountSelector)) return noCounterpart('serviceAccountSelector');
  if (performanceHints.length > 0) return noCounterpart('performanceHints');
  return reasonOf(podSelectorOf(saidBy(spec.selector))) ?? overtaken(around);
}

/** It would take its place at the order of Kubernetes' policies: what stands between must not decide otherwise. */
function overtaken({ meaning, others }: AroundCalico): string | null {
  const [own, order] = [orderOf(meaning), KUBERNETES_ORDER];
  if (own === order) return null;
  const between = others.find(
    (other) =>
      other.tier === DEFAULT_TIER &&
      Math.min(own, order) <= orderOf(other) &&
      orderOf(other) <= Math.max(own, order) &&
      other.rules.some(({ verdict }) => verdict !== 'allow') &&
      !areApart(other.subject.pods, meaning.subject.pods),
  );
  if (between === undefined) return null;
  return `at order ${order}, where Calico keeps the policies of Kubernetes, it would stand ${own < order ? 'behind' : 'before'} ${policyText(between)}, which does more than allow`;
}

function obstacleOfRule(
  rule: CalicoRule,
  direction: Direction,
  around: AroundCalico,
): string | null {
  const { action, protocol, source = {}, destination = {} } = rule;
  const [far, near] = direction === 'ingress' ? [source, destination] : [destination, source];
  if (action !== 'Allow')
    return `\`action: ${action}\` has no counterpart, as policies of Kubernetes only allow`;
  const without = (['http', 'icmp', 'notICMP', 'notProtocol', 'metadata'] as const).find(
    (name) => rule[name] !== undefined,
  );
  if (without !== undefined) return noCounterpart(without);
  if (rule.ipVersion !== undefined && (far.nets ?? far.notNets ?? []).length === 0)
    return noCounterpart('ipVersion');
  if ((source.ports ?? source.notPorts ?? []).length > 0) return noCounterpart('source.ports');
  if ((destination.notPorts ?? []).length > 0) return noCounterpart('notPorts');
  const selected = Object.keys(near).find((name) => name !== 'ports' && name !== 'notPorts');
  if (selected !== undefined)
    return `\`${selected}\` narrows the pods of the policy itself, which has no counterpart in Kubernetes`;
  if (protocol === undefined && (destination.ports ?? []).length > 0)
    return 'a port without a protocol has no counterpart in Kubernetes';
  if (protocol !== undefined && !['TCP', 'UDP', 'SCTP'].includes(protocolOf(protocol)))
    return `Kubernetes knows no protocol \`${protocol}\``;
  return obstacleOfEntity(far, around);
}

function obstacleOfEntity(entity: CalicoEntity, around: AroundCalico): string | null {
  const { selector, notSelector, namespaceSelector, nets = [], notNets = [] } = entity;
  if (isSaid(notSelector)) return noCounterpart('notSelector');
  if (entity.serviceAccounts !== undefined) return noCounterpart('serviceAccounts');
  if (entity.services !== undefined) return noCounterpart('services');
  const selects = isSaid(selector) || isSaid(namespaceSelector);
  if (nets.length + notNets.length > 0) {
    if (selects)
      return 'pods and addresses are asked for at once, and a peer of Kubernetes is one or the other';
    return blocksOf(nets, notNets).length === 0 ? '`notNets` leaves nothing of `nets`' : null;
  }
  if (!selects) return null;
  if (isGlobal(namespaceSelector)) return noCounterpart('namespaceSelector: global()');
  return (
    reasonOf(podSelectorOf(saidBy(selector))) ??
    reasonOf(namespaceSelectorOf(saidBy(namespaceSelector))) ??
    foundBesides(entity, around)
  );
}

/** Calico's selectors find hosts and network sets, too. */
function foundBesides(entity: CalicoEntity, { namespace, sets }: AroundCalico): string | null {
  const chosen = selectorOf(entityExpression(entity, namespace)!);
  const own = [...keysOf(chosen)].filter((key) => !isImpliedBy('calico', key));
  if (matches(chosen, {}, { but: own }) !== 'no')
    return `\`namespaceSelector: ${entity.namespaceSelector!}\` is also true of hosts, which live in no namespace`;
  const set = sets.find((each) => truthOf(each, chosen) !== 'no');
  return set === undefined ? null : `the addresses of \`${set.name}\` are meant, too`;
}

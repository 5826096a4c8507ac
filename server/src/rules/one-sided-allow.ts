import type { Span } from '../base/span.ts';
import type { CiliumItem, CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import { isUnnamed } from '../model/namespace.ts';
import type { NetworkPolicy, NetworkPolicyPeer } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { askedLabel } from '../policy/candidates.ts';
import { decided } from '../policy/connect.ts';
import { isEmpty, subtract } from '../policy/conns.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import { decide } from '../policy/evaluate.ts';
import type { IrPolicy, PodPeer } from '../policy/ir.ts';
import { portsText } from '../policy/print.ts';
import { possiblePortsAt } from '../policy/ports.ts';
import type { Selected } from '../workspace/selected.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { ciliumBeside, rulesInForce } from './support/ciliumPolicies.ts';
import { selectionsOf, spanOfSelection } from './support/ciliumSelections.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { namesText } from './support/pods.ts';
import {
  onlyNamespace,
  opposite,
  shutByLabels,
  shutByLabelsInCilium,
  type Entry,
  type Shut,
} from './support/otherEnd.ts';
import { policiesText } from './support/policies.ts';

/** A peer that this side lets through and the other side does not. */
export default worldRule(
  {
    code: 'one-sided-allow',
    title: 'A connection that only one of its ends allows',
    category: 'too-closed',
    severity: 'warning',
    docs: `A connection between two pods needs both ends: the egress of the one that asks and the ingress of the one that answers
(Kubernetes documentation, "The two sorts of pod isolation"). Where a policy isolates the other end and none lets this
connection through there, a rule on this side alone changes nothing.

netpol looks at the workloads of both ends. Where they are not known it compares the labels: it speaks if every pod of
the peer is isolated by some policy, and no policy for any of these pods could let the connection through.

Of Cilium's policies it looks at those whose subject and peer both ask for labels by value.

There is no fix: whether the other end should let the connection through, in which of its policies, or whether this entry
should go, only the author knows.`,
    since: '0.1.0',
    fixable: false,
    absence: true,
  },
  ['kubernetes/NetworkPolicy', ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* ofCilium({ ...member, resource }, world);
    else yield* ofKubernetes({ ...member, resource: resource as Resource<NetworkPolicy> }, world);
  },
);

function* ofKubernetes(member: MemberOf<NetworkPolicy>, world: World): Generator<Finding> {
  const own = meaningOf(member);
  for (const { direction, index, peers } of listedRules(member.resource)) {
    const rule = meaningOfRule(member, direction, index);
    if (rule === undefined || rule.unsure !== null || rule.peers === 'everyone') continue;
    for (const [at, peer] of rule.peers.entries()) {
      if (peer.kind !== 'pods') continue;
      const shut = shutBehind({ own, rule, peer }, world);
      if (shut !== null) yield findingOf(spanOf(member, peers[at]!), { own, rule, peer }, shut);
    }
  }
}

function* ofCilium(member: MemberOf<CiliumPolicy>, world: World): Generator<Finding> {
  for (const { rule: written, policy: own } of rulesInForce(member, world)) {
    if (own.unsure !== null || askedLabel(own.subject.pods) === null) continue;
    for (const rule of own.rules) {
      if (rule.verdict !== 'allow' || rule.unsure !== null || rule.peers === 'everyone') continue;
      for (const peer of rule.peers) {
        // Labels that many carry are also those of pods that charts bring.
        if (peer.kind !== 'pods' || askedLabel(peer.pods) === null) continue;
        const shut = shutBeside({ own, rule, peer }, world);
        const item = written[rule.direction]?.[rule.index];
        const place = shut === null ? null : placeOf(member, item, peer.span);
        if (shut !== null && place !== null) yield findingOf(place, { own, rule, peer }, shut);
      }
    }
  }
}

/** Where an item has the selector of a peer: its alias, or the key at which it begins. */
function placeOf(
  member: MemberOf<CiliumPolicy>,
  { fromEndpoints, toEndpoints }: CiliumItem = {},
  span: Span,
): Span | null {
  const { source } = member.resource;
  const list = fromEndpoints ?? toEndpoints ?? [];
  const index = list.findIndex((selector) => isSame(source.of(selector), span));
  const found = selectionsOf(member).find(({ selector }) => selector === list[index]);
  if (found === undefined) return null;
  const here = source.value(list, index);
  return isSame(here, span) ? spanOfSelection(member.resource, found) : here;
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Where both ends are known, no policy without a namespace may be for the other one. */
function shutBeside(entry: Entry, world: World): Shut | null {
  const [here, there] = [world.podsOf(entry.own.subject), world.podsOf(entry.peer)];
  if (here.open || there.open) return null;
  if (here.pods.length > 0 && there.pods.length > 0)
    return ciliumBeside(entry.peer, world).some(({ namespace }) => isUnnamed(namespace))
      ? null
      : shutForWorkloads(entry, here.pods, there.pods, world);
  return isMissing(entry.own.subject, here, world) || isMissing(entry.peer, there, world)
    ? null
    : shutByLabelsInCilium(entry, world);
}

/** Whether nothing is selected among workloads that are known: labels that none has are another mistake. */
const isMissing = (peer: PodPeer, { pods }: Selected, world: World): boolean =>
  pods.length === 0 &&
  world.spokenOf(peer.namespaces).some((key) => world.inventory(key).pods.length > 0);

/**
 * How many pairs of workloads are looked at. An entry for more names nobody in particular whose other end its author could
 * have forgotten, and deciding on each pair would be felt at every keystroke.
 */
const MOST_PAIRS = 100;

function shutBehind(entry: Entry, world: World): Shut | null {
  const [here, there] = [world.podsOf(entry.own.subject), world.podsOf(entry.peer)];
  if (here.open || there.open) return null;
  if (here.pods.length > 0 && there.pods.length > 0)
    return shutForWorkloads(entry, here.pods, there.pods, world);
  const isKnown = (namespace: string): boolean => world.inventory(namespace).pods.length > 0;
  const key = onlyNamespace(entry.peer);
  // Among workloads that are known, labels that none has are another mistake.
  return key === null ||
    (here.pods.length === 0 && isKnown(entry.own.namespace!)) ||
    (there.pods.length === 0 && isKnown(key))
    ? null
    : shutByLabels(entry, key, world);
}

/** Whether the evaluator denies every pair of pods at the other end; one that is allowed or in doubt is enough for a no. */
function shutForWorkloads(
  { rule }: Entry,
  here: readonly PodEndpoint[],
  there: readonly PodEndpoint[],
  world: World,
): Shut | null {
  const { assumptions } = world.settings;
  if (here.length * there.length > MOST_PAIRS) return null;
  const by = new Set<IrPolicy>();
  for (const subject of there) {
    const tiers = world.tiers(subject.namespace.key);
    for (const peer of here) {
      if (subject === peer) continue;
      const wanted = possiblePortsAt(
        rule.ports,
        rule.direction === 'egress' ? subject : peer,
        assumptions,
      );
      // A name that the destination does not have allows nothing on this side either.
      if (isEmpty(wanted)) continue;
      const direction = opposite(rule.direction);
      const answer = decide(tiers, { subject, peer, direction }, assumptions);
      if (!isEmpty(subtract(wanted, decided(answer, 'deny')))) return null;
      for (const { verdict, because } of answer.decisions)
        if (verdict === 'deny')
          for (const { policy, rule: other } of because) {
            // What a rule denies was meant to be denied.
            if (other !== null) return null;
            if (policy !== null) by.add(policy);
          }
    }
  }
  return by.size === 0 ? null : { by: [...by], here: namesText(here), there: namesText(there) };
}

function spanOf({ resource }: MemberOf<NetworkPolicy>, peer: NetworkPolicyPeer): Span {
  const key = peer.podSelector === undefined ? 'namespaceSelector' : 'podSelector';
  return resource.source.key(peer, key);
}

function findingOf(span: Span, { own, rule }: Entry, { by, here, there }: Shut): Finding {
  const direction = opposite(rule.direction);
  const others = by.filter((policy) => policy.place.span !== own.place.span);
  const isolated = `${policiesText(by)} ${by.length === 1 ? 'isolates' : 'isolate'} ${here === there ? 'them' : there}`;
  const [from, to] = rule.direction === 'egress' ? [here, there] : [there, here];
  const connection = `${from} connect to ${here === there ? 'each other' : to}`;
  const missing = `nothing lets that ${direction === 'ingress' ? 'in' : 'out'}: ${isolated}`;
  return {
    span,
    confidence: 'supported',
    message: `This lets ${connection} on ${portsText(rule.ports)}, but ${missing} for ${direction}. Allow it there too.`,
    also: others.map((policy) => ({
      ...policy.place,
      message: `${policy.name} isolates the other end for ${direction}`,
    })),
  };
}

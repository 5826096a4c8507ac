import type { Span } from '../base/span.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import { namespaceName } from '../model/namespace.ts';
import type { NetworkPolicy, NetworkPolicyPeer } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { askedLabel } from '../policy/candidates.ts';
import { decided } from '../policy/connect.ts';
import { isEmpty, subtract } from '../policy/conns.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import { decide } from '../policy/evaluate.ts';
import type { Direction, IrPolicy, IrRule, PodPeer } from '../policy/ir.ts';
import { podsText, portsText } from '../policy/print.ts';
import { possiblePortsAt } from '../policy/ports.ts';
import { matchesNamespace } from '../policy/resolve.ts';
import { isEverything } from '../policy/selector/selector.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { ciliumBeside, rulesInForce } from './support/ciliumPolicies.ts';
import { selectionsOf, spanOfSelection } from './support/ciliumSelections.ts';
import { coversPods } from './support/covers.ts';
import { listedRules } from './support/lists.ts';
import { meaningOf, meaningOfRule } from './support/meaning.ts';
import { namesText } from './support/pods.ts';
import { policiesText } from './support/policies.ts';
import { canMeet, meeting } from './support/specificity.ts';

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

Of Cilium's policies it looks at those whose subject and peer both ask for labels by value, where both ends are known.

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
  for (const { policy: own } of rulesInForce(member, world)) {
    if (own.unsure !== null || askedLabel(own.subject.pods) === null) continue;
    for (const rule of own.rules) {
      if (rule.verdict !== 'allow' || rule.unsure !== null || rule.peers === 'everyone') continue;
      for (const peer of rule.peers) {
        // Labels that many carry are also those of pods that charts bring.
        if (peer.kind !== 'pods' || askedLabel(peer.pods) === null) continue;
        const shut = shutBeside({ own, rule, peer }, world);
        const place = shut === null ? null : selectionAt(member, peer.span);
        if (shut !== null && place !== null) yield findingOf(place, { own, rule, peer }, shut);
      }
    }
  }
}

/** The key at which the selector of a peer begins that stands at a span. */
function selectionAt(member: MemberOf<CiliumPolicy>, { start, end }: Span): Span | null {
  const { resource } = member;
  const found = selectionsOf(member).find(({ selector }) => {
    const span = resource.source.of(selector);
    return span.start === start && span.end === end;
  });
  return found === undefined ? null : spanOfSelection(resource, found);
}

const isUnnamed = ({ namespace }: IrPolicy): boolean =>
  namespace !== null && namespaceName(namespace) === null;

/** Where both ends are known, and no policy without a namespace may be for the other one. */
function shutBeside(entry: Entry, world: World): Shut | null {
  const [here, there] = [world.podsOf(entry.own.subject), world.podsOf(entry.peer)];
  if (here.open || there.open || here.pods.length === 0 || there.pods.length === 0) return null;
  return ciliumBeside(entry.peer, world).some(isUnnamed)
    ? null
    : shutForWorkloads(entry, here.pods, there.pods, world);
}

/** What one entry of a rule lets through: a peer to or from the subject of its policy. */
interface Entry {
  readonly own: IrPolicy;
  readonly rule: IrRule;
  readonly peer: PodPeer;
}

/** The policies that deny at the other end all that an entry allows, and the two ends in words. */
interface Shut {
  readonly by: readonly IrPolicy[];
  readonly here: string;
  readonly there: string;
}

/**
 * How many pairs of workloads are looked at. An entry for more names nobody in particular whose other end its author could
 * have forgotten, and deciding on each pair would be felt at every keystroke.
 */
const MOST_PAIRS = 100;

const opposite = (direction: Direction): Direction =>
  direction === 'ingress' ? 'egress' : 'ingress';

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

/** Whether policies isolate all pods that the peer can be, and none of those for such pods could let the entry through. */
function shutByLabels({ own, rule, peer }: Entry, key: string, world: World): Shut | null {
  // A peer of all pods names nobody whose other end its author could have forgotten.
  if (isEverything(peer.pods) || world.inventory(key).unsure !== null) return null;
  // Calico's policies may let it through before those of Kubernetes are asked, and Cilium's beside them.
  if (world.calicoPolicies(key).length + world.ciliumPolicies(key).length > 0) return null;
  const local: PodPeer = { ...peer, namespaces: { kind: 'own', namespace: key } };
  const policies = meeting(world.policies(key), local);
  if (policies.some(({ unsure }) => unsure !== null)) return null;
  const direction = opposite(rule.direction);
  const by = policies.filter(
    ({ isolates, subject }) => isolates[direction] && coversPods(subject, local),
  );
  const lets = policies.some(({ rules }) =>
    rules.some((other) => other.direction === direction && mayMeet(other, { own, rule }, world)),
  );
  return by.length === 0 || lets
    ? null
    : { by, here: podsText(own.subject), there: podsText(peer) };
}

/** The one namespace that a peer speaks of; null where that depends on labels. */
function onlyNamespace({ namespaces }: PodPeer): string | null {
  if (namespaces.kind === 'own') return namespaces.namespace;
  const { selector } = namespaces;
  const pinned = selector.op === 'all' ? selector.of : [selector];
  const names = pinned.flatMap((one) =>
    one.op === 'in' && one.key === 'kubernetes.io/metadata.name' && one.values.length === 1
      ? one.values
      : [],
  );
  return names.length === 1 && pinned.length === 1 ? names[0]! : null;
}

/** Whether a rule at the other end could let through something of what an entry does. */
function mayMeet(other: IrRule, { own, rule }: Pick<Entry, 'own' | 'rule'>, world: World): boolean {
  if (!mayShare(other.ports, rule.ports)) return false;
  if (other.peers === 'everyone' || other.unsure !== null) return true;
  const home = world.inventory(own.namespace!).info;
  return other.peers.some(
    (peer) =>
      peer.kind !== 'pods' ||
      (canMeet(peer, own.subject) &&
        matchesNamespace(peer.namespaces, home, world.settings.assumptions).truth !== 'no'),
  );
}

/** Whether two lists of ports could have one in common; names may stand for any. */
const mayShare = (a: IrRule['ports'], b: IrRule['ports']): boolean =>
  a === 'all' ||
  b === 'all' ||
  a.some((one) =>
    b.some((other) =>
      one.kind === 'except' || other.kind === 'except'
        ? true
        : one.kind === 'named' || other.kind === 'named'
          ? one.protocol === other.protocol
          : one.protocol === other.protocol && one.first <= other.last && other.first <= one.last,
    ),
  );

function spanOf({ resource }: MemberOf<NetworkPolicy>, peer: NetworkPolicyPeer): Span {
  const key = peer.podSelector === undefined ? 'namespaceSelector' : 'podSelector';
  return resource.source.key(peer, key);
}

function findingOf(span: Span, { own, rule }: Entry, { by, here, there }: Shut): Finding {
  const direction = opposite(rule.direction);
  const others = by.filter((policy) => policy !== own);
  const names = policiesText(by);
  const isolate = by.length === 1 ? 'isolates' : 'isolate';
  const [connection, missing] =
    rule.direction === 'egress'
      ? [`${here} connect to ${there}`, `nothing lets that in: ${names} ${isolate} ${there}`]
      : [`${there} connect to ${here}`, `nothing lets that out: ${names} ${isolate} ${there}`];
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

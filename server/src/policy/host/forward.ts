import { derive, derive2 } from '../../base/derive.ts';
import type { Assumptions } from '../assumptions.ts';
import { contains, parseAddress } from '../cidr.ts';
import { ALL, isEmpty, subtract } from '../conns.ts';
import { decided } from '../connect.ts';
import { portsKey } from '../decider.ts';
import type { Endpoint, ExternalEndpoint, HostEndpoint, PodEndpoint } from '../endpoint.ts';
import { decideAfter } from '../evaluate.ts';
import type { Answer, Tier } from '../ir.ts';
import { portNames } from '../ports.ts';
import { selectsHost } from '../resolve.ts';
import { rememberingResolver, resolverOf } from '../resolver.ts';
import { denies, doubted, everywhere, joint, whichever } from './answers.ts';
import { FAILSAFE } from './failsafe.ts';
import { alikeTogether, metAt, policiesIn, seesUntracked, type Hosts } from './hosts.ts';
import { isOrdinaryPod, someNode, translated } from './pods.ts';
import { nearTo } from './standing.ts';

/*
 * What hosts say of connections that they forward to and from pods (Calico documentation, "Apply on forwarded traffic";
 * felix, static filter chains): policies with `applyOnForward`, which let everything through in a direction in which none
 * is for the host, and on the way in those that see packets before. Which hosts a connection passes follows from the
 * node of the pod, and of what comes from outside from more than manifests.
 */

/** A host that a connection passes, what it says of it, and whether it surely passes it. */
export interface Passage {
  readonly host: HostEndpoint;
  readonly answer: Answer;
  readonly surely: boolean;
  /** How many others it stands for, which no policy tells from it. */
  readonly others: number;
}

/** Whether any policy of the hosts is for what they forward. */
export const forwards = ({ lists: { forward, preDNAT, doNotTrack } }: Hosts): boolean =>
  forward.length + preDNAT.length + doNotTrack.length > 0;

/** The hosts by which a pod may send out what goes to a peer. */
export const leaving = (
  pod: PodEndpoint,
  peer: Endpoint,
  hosts: Hosts,
  assumptions: Assumptions,
): readonly Passage[] =>
  nearTo(pod, peer, hosts)
    .filter(({ other }) => other !== 'yes')
    .map(({ host, own, other, others }) => ({
      host,
      others,
      answer: sentOn({ host, at: pod, peer }, hosts, assumptions),
      surely:
        own === 'yes' &&
        other === 'no' &&
        (host.interfaceName === '*' || (peer.kind === 'external' && isAtNode(host, pod))),
    }));

/** The hosts by which something may come in to a pod: that of its node, and of what comes from outside any. */
export function arriving(
  pod: PodEndpoint,
  peer: Endpoint,
  hosts: Hosts,
  assumptions: Assumptions,
): readonly Passage[] {
  const into = (host: HostEndpoint): Answer => takenIn({ host, at: pod, peer }, hosts, assumptions);
  const last = nearTo(pod, peer, hosts)
    .filter(({ other }) => other !== 'yes')
    .map(({ host, own, other, others }) => ({
      host,
      others,
      answer: into(host),
      surely: own === 'yes' && other === 'no' && host.interfaceName === '*',
    }));
  if (peer.kind === 'pods' || isAtAny(hosts)(peer)) return last;
  const entries = groupsOf(hosts).map(([host, ...others]) => ({
    host,
    others: others.length,
    answer: jointly(into(host), sentOn({ host, at: peer, peer: pod }, hosts, assumptions)),
    surely: false,
  }));
  return [...last, ...entries];
}

/**
 * What hosts say of a connection at the interface of one of their pods, to which it goes or, `isSource`, from which it
 * comes. One for all interfaces is met there, too, as Felix renders it (felix, host dispatch chains), and its policies of
 * the other direction are asked; as that is told nowhere, what they deny is in doubt.
 */
export const within = (
  pod: PodEndpoint,
  peer: Endpoint,
  isSource: boolean,
  hosts: Hosts,
  assumptions: Assumptions,
): readonly Passage[] =>
  nearTo(pod, peer, hosts)
    .filter(({ host }) => host.interfaceName === '*')
    .map(({ host, own, others }) => ({
      host,
      others,
      answer: unsurelySeen(
        (isSource ? takenIn : sentOn)({ host, at: peer, peer: pod }, hosts, assumptions),
      ),
      surely: own === 'yes',
    }));

const jointly = derive2((one: Answer, other: Answer): Answer => joint([one, other]));

const unsurelySeen = derive((answer: Answer): Answer =>
  doubted(
    answer,
    denies,
    'a HostEndpoint for all interfaces may see what its own pods send and get, too',
  ),
);

const isAtNode = (host: HostEndpoint, { hostAddress }: PodEndpoint): boolean => {
  const at = parseAddress(hostAddress ?? '');
  return at !== null && host.addresses.some((address) => contains(address, at));
};

/** Whether an address is that of a host. */
const isAtAny = derive((hosts: Hosts) =>
  derive((end: ExternalEndpoint): boolean =>
    hosts.endpoints.some(({ addresses }) => addresses.some((address) => contains(address, end))),
  ),
);

const groupsOf = derive((hosts: Hosts) => alikeTogether(hosts, hosts.endpoints));

/** What a host says of what it sends on to a peer. */
const sentOn = answering(({ host, peer }, hosts, assumptions) =>
  settled(
    decideAfter([], hosts.lists.forward, { subject: host, peer, direction: 'egress' }, assumptions),
    // The answers to it come in from there.
    { host, hosts, assumptions, seen: inTunnels(peer) },
  ),
);

/** What a host says of what comes in from a peer to be sent on. */
const takenIn = answering(({ host, peer }, hosts, assumptions) => {
  const { forward, preDNAT } = hosts.lists;
  const asked = preDNAT
    .flatMap(policiesIn)
    .filter((policy) => selectsHost(policy, host).truth !== 'no');
  const answerOf = (seen: Endpoint, tiers: readonly Tier[]): Answer =>
    decideAfter([], tiers, { subject: host, peer: seen, direction: 'ingress' }, assumptions);
  // What comes from pods is not translated on its way.
  if (isOrdinaryPod(peer)) {
    const after = answerOf(peer, forward);
    const all =
      asked.length === 0
        ? after
        : everywhere(FAILSAFE.ingress, after, answerOf(peer, [...preDNAT, ...forward]));
    const wrapped = letsAllIn(answerOf(translated(peer), preDNAT));
    return settled(
      wrapped
        ? all
        : doubted(
            all,
            () => ALL,
            'where the network of pods is an overlay, policies with `preDNAT` see the packets of its tunnel',
          ),
      { host, hosts, assumptions, seen: inTunnels(peer) },
    );
  }
  const seen: readonly [Endpoint, Endpoint] = [peer, anotherNode(host, peer)];
  const after = whichever(
    [answerOf(seen[0], forward), answerOf(seen[1], forward)],
    'a node that sends it on may put its own address in the place of where it comes from',
  );
  const early =
    asked.length === 0
      ? after
      : doubted(
          after,
          seen.every((one) => letsAllIn(answerOf(one, preDNAT))) ? denies : () => ALL,
          'policies with `preDNAT` see it with the address and port that it goes to before they are translated',
        );
  return settled(early, { host, hosts, assumptions, seen });
});

/** A node that sends on what comes from a peer to the pod at which a host is met. */
const anotherNode = ({ at }: HostEndpoint, peer: Endpoint): Endpoint =>
  at?.kind === 'pods' ? someNode(at) : peer;

/** Whether an answer lets everything through that failsafe ports leave to it. */
const letsAllIn = (answer: Answer): boolean =>
  isEmpty(subtract(subtract(ALL, FAILSAFE.ingress), decided(answer, 'allow')));

/** Where packets come from, in the packets of a tunnel, too. */
const inTunnels = (peer: Endpoint): readonly Endpoint[] =>
  isOrdinaryPod(peer) ? [peer, translated(peer)] : [peer];

interface Scene {
  readonly host: HostEndpoint;
  readonly hosts: Hosts;
  readonly assumptions: Assumptions;
  /** From where the packets that come in may be. */
  readonly seen: readonly Endpoint[];
}

/** What is left of an answer where more is not known: of the host, of the plugin, or of policies for untracked packets. */
function settled(answer: Answer, scene: Scene): Answer {
  const { host, hosts } = scene;
  let so = answer;
  if (host.unsure !== null) so = doubted(so, () => ALL, host.unsure);
  if (seesUntracked(host) && hasUntracked(scene))
    so = doubted(
      so,
      () => ALL,
      'policies with `doNotTrack` see its packets one by one, and those of its answers',
    );
  return hosts.enforced
    ? so
    : doubted(so, denies, 'whether Calico enforces here is not known (setting `enforcer`)');
}

/** Whether a policy for untracked packets may have a word on what comes in. */
function hasUntracked({ host, hosts, assumptions, seen }: Scene): boolean {
  const { selects, meets } = resolverOf(assumptions);
  return hosts.lists.doNotTrack
    .flatMap(policiesIn)
    .some(
      (policy) =>
        selects(policy, host).truth !== 'no' &&
        policy.rules.some(
          (rule) =>
            rule.direction === 'ingress' && seen.some((one) => meets(rule, one).truth !== 'no'),
        ),
    );
}

/** A host, the end of a connection at which it is met, and the other end. */
interface Meeting {
  readonly host: HostEndpoint;
  readonly at: Endpoint;
  readonly peer: Endpoint;
}

type Answering = (meeting: Meeting, hosts: Hosts, assumptions: Assumptions) => Answer;

/** Remembers answers: ends that no rule for what a host forwards tells apart get the same, the same object. */
function answering(answer: Answering): Answering {
  const under = derive2((hosts: Hosts, assumptions: Assumptions) => {
    const { meets, owns } = rememberingResolver(assumptions);
    const { forward, preDNAT, doNotTrack } = hosts.lists;
    const policies = [...forward, ...preDNAT, ...doNotTrack].flatMap(policiesIn);
    const known = derive((host: HostEndpoint) => ({
      answers: new Map<string, Answer>(),
      rules: policies
        .filter((policy) => selectsHost(policy, host).truth !== 'no')
        .flatMap(({ rules }) => rules),
    }));
    return ({ host, at, peer }: Meeting): Answer => {
      const { answers, rules } = known(host);
      const met = metAt(host, at);
      const seen = [peer, isOrdinaryPod(peer) ? translated(peer) : anotherNode(met, peer)];
      const marks = rules.flatMap((rule) => [
        ...seen.map((one) => meets(rule, one)),
        ...(rule.own === undefined ? [] : [owns(rule, met)]),
      ]);
      const named = rules.some(({ ports }) => portNames(ports).length > 0);
      const key = JSON.stringify([
        isOrdinaryPod(peer),
        marks.map(({ truth, why }) => (truth === 'unknown' ? why : truth)),
        named && [at, peer].map(portsKey),
      ]);
      let found = answers.get(key);
      if (found === undefined) {
        found = answer({ host: met, at, peer }, hosts, assumptions);
        answers.set(key, found);
      }
      return found;
    };
  });
  return (meeting, hosts, assumptions) => under(hosts, assumptions)(meeting);
}

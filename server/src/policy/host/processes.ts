import { derive2 } from '../../base/derive.ts';
import type { Assumptions } from '../assumptions.ts';
import { ALL, NONE } from '../conns.ts';
import type { Endpoint, HostEndpoint } from '../endpoint.ts';
import { decideAfter } from '../evaluate.ts';
import type { Claim } from '../claims.ts';
import { EXEMPT, exempt } from '../exemptions.ts';
import type { Answer, Decision, Direction, Tier } from '../ir.ts';
import { endpointText, hostText } from '../print.ts';
import { rememberingResolver } from '../resolver.ts';
import { denies, doubted, whichever } from './answers.ts';
import { FAILSAFE } from './failsafe.ts';
import { seesUntracked, sharesNode, type Hosts } from './hosts.ts';
import { isOrdinaryPod, translated } from './pods.ts';
import { profileTier } from './profiles.ts';
import { withReplies } from './replies.ts';

/*
 * What is said of the traffic of a host's own processes (Calico documentation, "Host endpoints"; felix, rules of host
 * endpoints): failsafe ports, then the policies that see packets before they are tracked, before their destination is
 * translated, and as connections, then profiles; what none of them decides is denied.
 */

/** Decides every connection between the processes of a host, where it is met, and a peer. */
export function answerOfHost(
  host: HostEndpoint,
  peer: Endpoint,
  direction: Direction,
  hosts: Hosts,
  assumptions: Assumptions,
): Answer {
  const near = sharesNode(host, peer, hosts);
  if (near === 'yes') return answerInside(host, peer, direction);
  const exempted = exemptionsOf(host, peer, direction, near);
  const tiers = tiersFor(host, direction, hosts);
  const seenAs = (seen: Endpoint): Answer => {
    const question = { subject: host, peer: seen, direction };
    const answer = decideAfter(
      exempted,
      tiers,
      question,
      assumptions,
      resolverFor(hosts, assumptions),
    );
    return seesUntracked(host) ? withReplies(answer, question, hosts, assumptions) : answer;
  };
  const answer =
    direction === 'ingress' && isOrdinaryPod(peer)
      ? whichever(
          [seenAs(peer), seenAs(translated(peer))],
          `${hostText(host)} may see the address of the node of ${endpointText(peer)}, where what pods send out is translated (\`natOutgoing\`)`,
        )
      : seenAs(peer);
  return settled(answer, host, peer, direction, hosts);
}

/** Peers are the same for many hosts, and whether rules mean them is asked once for all. */
const resolverFor = derive2((_hosts: Hosts, assumptions: Assumptions) =>
  rememberingResolver(assumptions),
);

/** The tiers of a host in the order in which they have the word. */
export const tiersFor = (
  host: HostEndpoint,
  direction: Direction,
  { lists, profiles }: Hosts,
): readonly Tier[] => [
  ...(seesUntracked(host) ? lists.doNotTrack : []),
  ...(direction === 'ingress' ? lists.preDNAT : []),
  ...lists.normal,
  profileTier(host, profiles),
];

/** What is said of a peer on the host itself, where no policy for hosts is asked. */
function answerInside(host: HostEndpoint, peer: Endpoint, direction: Direction): Answer {
  if (isOrdinaryPod(peer) && direction === 'egress')
    return {
      decisions: [{ conns: ALL, verdict: 'allow', because: [exempt(EXEMPT.ownPod, ALL).because] }],
      doubts: [],
    };
  const { because, why } = unsettled(host, peer, 'is');
  return { decisions: [], doubts: [{ conns: ALL, because: [because], why }] };
}

/** What holds whatever policies say; `near` where the peer may be on the host itself. */
function exemptionsOf(
  host: HostEndpoint,
  peer: Endpoint,
  direction: Direction,
  near: 'no' | 'unknown',
): readonly Claim[] {
  const failsafe = exempt(EXEMPT.failsafe, FAILSAFE[direction]);
  if (near === 'no') return [failsafe];
  if (isOrdinaryPod(peer) && direction === 'egress')
    return [exempt(EXEMPT.ownPod, ALL, onHost(host, peer, 'may be')), failsafe];
  const claim = unsettled(host, peer, 'may be');
  return [claim, { ...claim, verdict: 'deny' }];
}

/** What something other than policies decides, and is not known here. */
const unsettled = (host: HostEndpoint, peer: Endpoint, is: 'is' | 'may be'): Claim =>
  isOrdinaryPod(peer)
    ? exempt(
        EXEMPT.ownHost,
        ALL,
        `${onHost(host, peer, is)}, and what a pod sends to its own host Felix decides by \`defaultEndpointToHostAction\`, which drops it where nothing else is set`,
      )
    : exempt(
        EXEMPT.sameHost,
        ALL,
        `${onHost(host, peer, is)}, too, and what a host sends to itself may pass no interface of it`,
      );

const onHost = (host: HostEndpoint, peer: Endpoint, is: 'is' | 'may be'): string =>
  `${endpointText(peer)} ${is} on ${hostText(host)}`;

/** What is left of an answer where the host, the interface or the network plugin is not known well enough. */
function settled(
  answer: Answer,
  host: HostEndpoint,
  peer: Endpoint,
  direction: Direction,
  { enforced }: Hosts,
): Answer {
  let so = answer;
  if (host.unsure !== null)
    so = doubted(so, ({ because }) => (isBeyondPolicies(because) ? NONE : ALL), host.unsure);
  if (direction === 'egress' && isOrdinaryPod(peer) && host.interfaceName !== '*')
    so = doubted(
      so,
      denies,
      `where the network of pods is an overlay, ${hostText(host)} reaches them through a tunnel, which is another interface`,
    );
  return enforced
    ? so
    : doubted(so, denies, 'whether Calico enforces here is not known (setting `enforcer`)');
}

/** Whether something other than policies and profiles decides. */
const isBeyondPolicies = (because: Decision['because']): boolean =>
  because.every(({ policy, verdict }) => policy === null && verdict === 'default');

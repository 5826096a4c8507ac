import { derive, derive2 } from '../../base/derive.ts';
import { intervals } from '../../base/intervals.ts';
import type { Place } from '../../model/finding.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Assumptions } from '../../policy/assumptions.ts';
import { intersect, isEmpty, ofPorts, type Conns } from '../../policy/conns.ts';
import type { NamespaceInfo, PodEndpoint } from '../../policy/endpoint.ts';
import { candidatesOf } from '../../policy/candidates.ts';
import { decide } from '../../policy/evaluate.ts';
import type { Answer, Because, IrPolicy, IrRule, PodPeer, Tier } from '../../policy/ir.ts';
import { matchesPods } from '../../policy/resolve.ts';
import type { Truth } from '../../policy/selector/selector.ts';
import { sharedPeer } from '../../workspace/selected.ts';
import type { World } from '../../workspace/world.ts';
import { besideNodes, dnsEnds, type DnsEnd } from './dns.ts';
import { isCatchAll } from './meets.ts';
import { fixedLabels } from './specificity.ts';

/*
 * Whether pods can ask DNS where policies of Calico or Cilium govern them: what all decide together is asked of the
 * evaluator, once for all policies of a namespace.
 */

/** What becomes of the DNS queries of pods with the same policies. */
export interface Queries {
  readonly pods: readonly PodEndpoint[];
  /** The policies that may have a word on the egress of the pods, in the order in which they have it. */
  readonly governing: readonly IrPolicy[];
  /** Those of them that could let the queries out where they are denied; none where they are not, or on purpose. */
  readonly denying: readonly IrPolicy[];
  readonly allowed: Readonly<Record<'UDP' | 'TCP', Truth>>;
}

/** What becomes of the queries of the pods of a namespace, by groups. */
export const queriesIn = (namespace: NamespaceKey, world: World): readonly Queries[] =>
  queriesOfPods(world.inventory(namespace).pods, namespace, world);

/**
 * What becomes of the queries of such pods as a policy of one namespace selects, where none of them is known. The same
 * object for subjects that are spelled alike.
 */
export function queriesOfSubject(
  policy: IrPolicy,
  namespace: NamespaceKey,
  world: World,
): Queries | null {
  const [queries] = queriesOfPods(podsAlike(policy, namespace, world), namespace, world);
  return queries === undefined ? null : withoutPods(queries);
}

function queriesOfPods(
  pods: readonly PodEndpoint[],
  namespace: NamespaceKey,
  world: World,
): readonly Queries[] {
  const place = placeIn(namespace, world);
  if (place === null) return [];
  const ends = dnsEnds(world, place);
  const asked = world.ciliumPolicies(namespace).length > 0 ? besideNodes(ends) : ends;
  return queriesUnder(world.settings.assumptions)(world.tiers(namespace), asked)(pods);
}

/**
 * A pod as a policy of one namespace selects them, of which nothing else is known, in a list of its own; none where no
 * policy is in force. The same object for subjects that are spelled alike.
 */
export function podsAlike(
  { subject }: IrPolicy,
  namespace: NamespaceKey,
  world: World,
): readonly PodEndpoint[] {
  const place = placeIn(namespace, world);
  return place === null
    ? []
    : podsLike(place)(world.inventory(namespace).info, sharedPeer(subject));
}

/** The place of a policy, for pods that no manifest shows; null where there is no policy. */
const placeIn = (namespace: NamespaceKey, world: World): Place | null =>
  world.tiers(namespace)[0]?.ranks[0]?.[0]?.place ?? null;

/** A pod in a list of its own that has no labels but those by which a subject selects it. */
const podsLike = derive((place: Place) =>
  derive2((namespace: NamespaceInfo, subject: PodPeer): readonly PodEndpoint[] => [
    {
      kind: 'pods',
      namespace,
      owner: { name: '', kind: 'Pod' },
      name: '',
      labels: fixedLabels(subject.pods),
      complete: false,
      ports: [],
      addresses: [],
      hostNetwork: false,
      hostAddress: null,
      dnsPolicy: null,
      place,
    },
  ]),
);

const withoutPods = derive((queries: Queries): Queries => ({ ...queries, pods: [] }));

/** The policies that have a word on egress, and where each stands among them. */
const egressIn = derive((tiers: readonly Tier[]) => {
  const policies = tiers
    .flatMap(({ ranks }) => ranks.flat())
    .filter(({ isolates, rules }) => isolates.egress || rules.some(isEgress));
  return {
    candidates: candidatesOf(policies),
    places: new Map(policies.map((policy, place) => [policy, place])),
  };
});

const queriesUnder = derive((assumptions: Assumptions) =>
  derive2((tiers: readonly Tier[], ends: readonly DnsEnd[]) =>
    derive((pods: readonly PodEndpoint[]): readonly Queries[] => {
      const { candidates, places } = egressIn(tiers);
      const groups = new Map<string, { pods: PodEndpoint[]; governing: readonly IrPolicy[] }>();
      for (const pod of pods) {
        if (pod.hostNetwork || pod.dnsPolicy === 'None' || pod.dnsPolicy === 'Default') continue;
        const governing = candidates(pod).filter(
          ({ subject }) => matchesPods(subject, pod, assumptions).truth !== 'no',
        );
        if (!governing.some(({ isolates }) => isolates.egress)) continue;
        const key = governing.map((policy) => places.get(policy)).join(' ');
        const group = groups.get(key);
        // Rules that narrow their policy tell pods apart by more than who governs them.
        if (group === undefined || governing.some(({ rules }) => rules.some(isNarrowed)))
          groups.set(group === undefined ? key : `${key} ${groups.size}`, {
            pods: [pod],
            governing,
          });
        else group.pods.push(pod);
      }
      return [...groups.values()].map((group) => queriesOf(group, tiers, ends, assumptions));
    }),
  ),
);

const isEgress = ({ direction }: IrRule): boolean => direction === 'egress';

const isNarrowed = (rule: IrRule): boolean => isEgress(rule) && rule.own !== undefined;

function queriesOf(
  {
    pods,
    governing,
  }: { readonly pods: readonly PodEndpoint[]; readonly governing: readonly IrPolicy[] },
  tiers: readonly Tier[],
  ends: readonly DnsEnd[],
  assumptions: Assumptions,
): Queries {
  const [subject] = pods as [PodEndpoint];
  const answers = ends.map(({ end, ports }) => ({
    ports,
    answer: decide(tiers, { subject, peer: end, direction: 'egress' }, assumptions),
  }));
  const allowed = (protocol: string): Truth =>
    answers.reduce<Truth>((sum, { answer, ports }) => {
      const one = allowedBy(answer, protocol, ports);
      return sum === 'yes' || one === 'yes'
        ? 'yes'
        : sum === 'no' && one === 'no'
          ? 'no'
          : 'unknown';
    }, 'no');
  const inForce = new Set(governing);
  const denials = answers.flatMap(({ answer, ports }) => denialsOf(answer, ports));
  return {
    pods,
    governing,
    denying: denyingIn(denials, tiers).filter(
      (policy) => policy.isolates.egress && inForce.has(policy),
    ),
    allowed: { UDP: allowed('UDP'), TCP: allowed('TCP') },
  };
}

/** Whether an end may be asked over a protocol, on all of its ports. */
function allowedBy(
  { decisions, doubts }: Answer,
  protocol: string,
  ports: readonly number[],
): Truth {
  const asked = connsTo(protocol, ports);
  if (doubts.some(({ conns }) => !isEmpty(intersect(conns, asked)))) return 'unknown';
  return decisions.some(
    ({ conns, verdict }) => verdict === 'deny' && !isEmpty(intersect(conns, asked)),
  )
    ? 'no'
    : 'yes';
}

/** The connections to some ports over a protocol. */
export const connsTo = (protocol: string, ports: readonly number[]): Conns =>
  ofPorts(protocol, intervals(ports.map((port) => [port, port])));

/** Who denies queries over UDP. */
const denialsOf = ({ decisions }: Answer, ports: readonly number[]): readonly Because[] =>
  decisions
    .filter(
      ({ conns, verdict }) =>
        verdict === 'deny' && !isEmpty(intersect(conns, connsTo('UDP', ports))),
    )
    .flatMap(({ because }) => because);

/**
 * The policies of the tier that denies which could have let the queries out, where it denies them for want of such a rule;
 * none where a rule means to deny just this. Behind a rule that denies everything nothing is asked.
 */
function denyingIn(denials: readonly Because[], tiers: readonly Tier[]): readonly IrPolicy[] {
  const names = new Set(denials.map(({ tier }) => tier));
  const rules = denials.filter(({ verdict }) => verdict === 'deny');
  if (names.size !== 1 || rules.some(({ rule }) => rule === null || !isCatchAll(rule))) return [];
  const policies = tiers.find(({ name }) => names.has(name))?.ranks.flat() ?? [];
  const denier = policies.findIndex((policy) => rules.some((one) => one.policy === policy));
  return denier < 0 ? policies : policies.slice(0, denier + 1);
}

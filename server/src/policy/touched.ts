import { derive } from '../base/derive.ts';
import { compare } from '../base/order.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { Assumptions } from './assumptions.ts';
import type { TiersFor } from './connect.ts';
import type { Labels, NamespaceInfo, PodEndpoint } from './endpoint.ts';
import { spokenOfEdited, tiersEdited, type Edited } from './around.ts';
import { editedRules, onlyOnOneSide } from './edited.ts';
import type { Direction, IrPolicy, IrRule, Tier } from './ir.ts';
import { TIERS } from './tiers.ts';
import { policiesFor, type Owner } from './owners.ts';
import { objectKey } from './party.ts';
import { code, codeList, endpointText, list, namespaceText } from './print.ts';
import { matchesPeers, matchesPods } from './resolve.ts';

/*
 * What an edit touches, found by comparing objects with their former selves and without deciding anything: a pair of
 * ends of which neither is touched has the connections that it had.
 */

/** Something as it was and as it is; an absent workload has no members. */
export interface Both<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** A workload of either side. */
export interface ComparedOwner extends Both<readonly PodEndpoint[]> {
  readonly party: Owner['party'];
}

/** What of a workload differs. */
export interface Touch {
  /** Its pods or their namespace: it may be another peer to everyone. */
  readonly moved: boolean;
  /** Whether edits of policies that may select its pods can matter in a direction. */
  readonly governed: Readonly<Record<Direction, boolean>>;
  /** Whether they can matter between it and another workload. */
  readonly regards: (other: ComparedOwner, direction: Direction) => boolean;
  /** What besides policies is not what it was. */
  readonly edited: readonly Edited[];
  /** What its policies stand in and speak of, besides pods, that is not what it was. */
  readonly around: readonly Edited[];
}

/** What policies can tell of an endpoint, and what existence hangs on. */
const identityOf = derive(
  ({
    namespace,
    owner,
    name,
    labels,
    complete,
    ports,
    serviceAccount,
    accountLabels,
    unsure,
    ...network
  }: PodEndpoint): string =>
    JSON.stringify([
      // Whether a manifest declares the namespace counts, not which.
      [namespace.key, sorted(namespace.labels), namespace.complete, namespace.place !== null],
      [owner, name, sorted(labels), complete, unsure],
      ports.map((port) => [port.name, port.number, port.protocol]),
      [network.addresses, network.hostNetwork, network.hostAddress],
      [serviceAccount, accountLabels && sorted(accountLabels)],
    ]),
);

const identitiesOf = (pods: readonly PodEndpoint[]): string =>
  pods.map(identityOf).sort().join('\n');

/** Finds what of a workload differs between two clusters, of which `tiersFor` gives the policies. */
export function touches(
  tiersFor: Both<TiersFor>,
  assumptions: Assumptions,
): (owner: ComparedOwner) => Touch {
  const known = new Map<NamespaceKey, readonly IrPolicy[]>();
  const differing = (pods: readonly PodEndpoint[]): readonly IrPolicy[] => {
    const { key } = pods[0]!.namespace;
    let policies = known.get(key);
    if (policies === undefined) {
      policies =
        tiersFor.before(key) === tiersFor.after(key)
          ? []
          : movedAt(key)
            ? (['before', 'after'] as const).flatMap((side) =>
                policiesFor(pods.slice(0, 1), tiersFor[side]),
              )
            : onlyOnOneSide(
                policiesFor(pods.slice(0, 1), tiersFor.before),
                policiesFor(pods.slice(0, 1), tiersFor.after),
              );
      known.set(key, policies);
    }
    return policies;
  };
  const movedAt = (key: NamespaceKey): boolean =>
    placesOf(tiersFor.before(key)) !== placesOf(tiersFor.after(key));
  const meets = ({ peers }: IrRule, { before, after }: ComparedOwner): boolean =>
    [...before, ...after].some((pod) => matchesPeers(peers, pod, assumptions).truth !== 'no');
  return (owner) => {
    const pods = [...owner.before, ...owner.after];
    const moved = identitiesOf(owner.before) !== identitiesOf(owner.after);
    const governing = differing(pods).filter(({ subject }) =>
      pods.some((pod) => matchesPods(subject, pod, assumptions).truth !== 'no'),
    );
    const governed = (direction: Direction): boolean =>
      governing.some((policy) => speaksOf(policy, direction, assumptions));
    const rules = governing.map((policy) => ({
      policy,
      edited: movedAt(pods[0]!.namespace.key) ? null : editedRules(policy, differing(pods)),
    }));
    const present = owner.before.length > 0 && owner.after.length > 0;
    const { key } = pods[0]!.namespace;
    const around = [
      ...tiersEdited(tiersFor.before(key), tiersFor.after(key)),
      ...spokenOfEdited(governing),
    ];
    return {
      moved,
      governed: { ingress: governed('ingress'), egress: governed('egress') },
      regards: (other, direction) =>
        rules.some(({ policy, edited: parts }) =>
          parts === null
            ? speaksOf(policy, direction, assumptions)
            : parts.some((rule) => rule.direction === direction && meets(rule, other)),
        ),
      edited: moved && present ? editsOf(owner) : [],
      around,
    };
  };
}

/** The tiers that stand where manifests put them: their order, and what they do at their end. */
const placesOf = derive((tiers: readonly Tier[]): string =>
  JSON.stringify(tiers.flatMap(({ name, rest }) => (TIERS.includes(name) ? [] : [[name, rest]]))),
);

const speaksOf = (
  { isolates, rules }: IrPolicy,
  direction: Direction,
  { networkPolicyDecides }: Assumptions,
): boolean =>
  networkPolicyDecides === 'pod' ||
  isolates[direction] ||
  rules.some((rule) => rule.direction === direction);

/** What makes the pods of a workload others than they were. */
function editsOf({ before, after }: ComparedOwner): Edited[] {
  const differs = (read: (pod: PodEndpoint) => unknown): boolean => {
    const [old, now] = [before, after].map((pods) =>
      JSON.stringify(pods.map((pod) => JSON.stringify(read(pod))).sort()),
    );
    return old !== now;
  };
  const labels = (read: (pod: PodEndpoint) => Labels, of: string): string | null => {
    const keys = [...new Set([...before, ...after].flatMap((pod) => Object.keys(read(pod))))];
    const edited = keys.filter((key) => differs((pod) => read(pod)[key])).sort(compare);
    const word = edited.length === 1 ? 'label' : 'labels';
    return edited.length === 0 ? null : `the ${word} ${codeList(edited)} of ${of}`;
  };
  const [first] = after;
  const { namespace, owner } = first!;
  const [name, home] = [endpointText({ ...first!, name: owner.name }), namespaceText(namespace)];
  const declared = differs(({ namespace: { complete, place } }) => [complete, place !== null]);
  const ofNamespace =
    labels((pod) => pod.namespace.labels, home) ?? (declared ? `the declaration of ${home}` : null);
  const own = manifestsOf(after);
  const edits = [
    { phrase: labels((pod) => pod.labels, name), objects: own },
    { phrase: ofNamespace, objects: declarationOf(namespace) },
    {
      phrase: labels(
        ({ accountLabels = {} }) => accountLabels,
        `the ServiceAccount ${list([...new Set(after.map((pod) => code(pod.serviceAccount ?? '')))])}`,
      ),
      objects: own,
    },
    { phrase: differs(({ ports }) => ports) ? `the ports of ${name}` : null, objects: own },
  ].filter((edit): edit is Edited => edit.phrase !== null);
  return edits.length > 0 ? edits : [{ phrase: `the pods of ${name}`, objects: own }];
}

/** The manifests of pods, as `objectKey` names them. */
export const manifestsOf = (pods: readonly PodEndpoint[]): readonly string[] =>
  pods.map(({ place, owner, namespace }) =>
    objectKey(place.uri, owner.kind, namespace.key, owner.name),
  );

const declarationOf = ({ place, key }: NamespaceInfo): readonly string[] =>
  place === null ? [] : [objectKey(place.uri, 'Namespace', null, key)];

const sorted = (labels: PodEndpoint['labels']): [string, string][] =>
  Object.entries(labels).sort(([a], [b]) => compare(a, b));

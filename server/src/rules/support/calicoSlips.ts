import { calicoSelectorsIn } from '../../admission/calicoSelectors.ts';
import { entitiesIn } from '../../admission/calicoWalk.ts';
import type { CalicoEntity, CalicoPolicy } from '../../model/calico.ts';
import type { SelectorText } from '../../model/calicoSelectors.ts';
import { editText, partSpan, placedText } from '../../model/characters.ts';
import type { Finding } from '../../model/finding.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { AddressSet, PodPeer } from '../../policy/ir.ts';
import { subjectOf } from '../../policy/lower/calico.ts';
import { endOf } from '../../policy/lower/calicoEntity.ts';
import { areLegible } from '../../policy/lower/calicoSelectors.ts';
import { partsOf, setsMeant } from '../../policy/peers.ts';
import { code, list } from '../../policy/print.ts';
import { parse } from '../../policy/selector/calico/parse.ts';
import { termsIn, type Term } from '../../policy/selector/calico/terms.ts';
import { EVERYTHING } from '../../policy/selector/selector.ts';
import { labelsOfNamespace } from '../../policy/vocabulary.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { peerSide } from './calicoRules.ts';
import { wantedPods } from './endpoints.ts';
import { workloadsText } from './pods.ts';
import { setsFor } from './strayPeers.ts';
import { isSlipOfWord, typoOf } from './typo.ts';
import { anyPodOf, isUnmatched, placeText } from './unmatched.ts';

/*
 * Values of labels in selectors of Calico's that match nothing, where pods, network sets or namespaces have nearly the same
 * ones.
 */

/** What a selector means with some text in its place: pods, and network sets. */
interface Meaning {
  readonly pods: readonly PodPeer[];
  readonly sets: readonly AddressSet[];
}

/** Says of values that were probably meant to be others, in the selectors of a policy and of the peers of its rules. */
export function* slipsInSelectors(
  member: MemberOf<CalicoPolicy>,
  world: World,
): Generator<Finding> {
  for (const placed of calicoSelectorsIn(member.resource)) {
    if (placed.selects === 'accounts' || placed.key === 'notSelector') continue;
    const { expression, tokens } = parse(placed.text);
    const mean = expression === null ? null : meaningOfText(member, placed, world);
    const now = mean?.(placed.text) ?? null;
    if (mean === null || now === null || !isOfNobody(now, world)) continue;
    for (const term of termsIn(tokens)) {
      const finding = slipIn(member, placed, term, mean, now, world);
      if (finding === null) continue;
      yield finding;
      break;
    }
  }
}

/** How a selector is read; null where it says nothing of whom a rule or policy is for, or that cannot be told. */
function meaningOfText(
  member: MemberOf<CalicoPolicy>,
  { own, object, key }: SelectorText,
  world: World,
): ((text: string) => Meaning | null) | null {
  const { resource, namespace } = member;
  const { spec } = resource.body;
  if (own) {
    const { doNotTrack, preDNAT, applyOnForward, selector, namespaceSelector } = spec;
    const isForHosts = doNotTrack === true || preDNAT === true || applyOnForward === true;
    return isForHosts || !areLegible(selector, namespaceSelector, spec.serviceAccountSelector)
      ? null
      : (text) => ({ pods: [subjectOf({ ...spec, [key]: text }, namespace)], sets: [] });
  }
  const end = entitiesIn(resource).find(({ entity }) => entity === object);
  if (end === undefined || end.side !== peerSide(end.direction)) return null;
  const known = setsFor(member, world);
  const { nets: _nets, notNets: _notNets, ...chosen }: CalicoEntity = end.entity;
  return (text) => {
    const peer = endOf({ ...chosen, [key]: text }, namespace, resource.source.of(object));
    if (peer === null) return null;
    const sets = partsOf(peer).flatMap((part) =>
      part.kind === 'sets' ? setsMeant({ ...part, known }).map(({ set }) => set) : [],
    );
    return { pods: wantedPods(peer), sets };
  };
}

const isOfNobody = ({ pods, sets }: Meaning, world: World): boolean =>
  pods.length > 0 && sets.length === 0 && pods.every((peer) => isUnmatched(peer, world));

/** One value of a condition is nearly one that is there, and with that one the selector matches. */
function slipIn(
  member: MemberOf<CalicoPolicy>,
  placed: SelectorText,
  { label, operator, values }: Term,
  mean: (text: string) => Meaning | null,
  now: Meaning,
  world: World,
): Finding | null {
  if (operator !== '==' && operator !== 'in') return null;
  const key = label.text;
  const sets = placed.own ? [] : setsFor(member, world);
  const isOfNamespaces = placed.selects === 'namespaces';
  const there = isOfNamespaces
    ? world.namespaces().flatMap((info) => labelsOfNamespace(info, 'calico')[key] ?? [])
    : [
        ...now.pods.flatMap((peer) => valuesOf(key, anyPodOf(peer), world)),
        ...sets.flatMap(({ labels }) => labels[key] ?? []),
      ];
  for (const { text: value, span } of values) {
    const like = isOfNamespaces ? there.filter((one) => isSlipOfWord(value, one)) : there;
    const near = typoOf(value, [...new Set(like)]);
    const isThere = isOfNamespaces
      ? there.includes(value)
      : isAnywhere(key, value, now, sets, world);
    if (near === null || isThere) continue;
    const repaired = mean(placed.text.slice(0, span.start) + near + placed.text.slice(span.end));
    const pods = repaired?.pods.flatMap((peer) => world.podsOf(peer).pods) ?? [];
    const found = foundText(pods, repaired?.sets ?? []);
    if (found === null) continue;
    const { resource } = member;
    const text = placedText(resource, placed.object, placed.key, placed.text);
    const asked = code(`${key} == '${value}'`);
    const missing = isOfNamespaces
      ? `No namespace here has ${asked}, so this selects nothing.`
      : `No pod${sets.length > 0 ? ' or network set' : ''} ${placeText(now.pods[0]!)} has ${asked}.`;
    return {
      span: partSpan(text, span),
      confidence: 'supported',
      message: `${missing} Did you mean ${code(near)} (${found})?`,
      fixes: [
        {
          title: `Change to ${code(near)} (matches ${found})`,
          safe: false,
          edits: () => editText(resource, placed.object, placed.key, text, [{ span, text: near }]),
        },
      ],
    };
  }
  return null;
}

const valuesOf = (key: string, peer: PodPeer, world: World): readonly string[] =>
  world.podsOf(peer).pods.flatMap(({ labels }) => labels[key] ?? []);

/** Whether something has just this value, if not where the selector looks. */
const isAnywhere = (
  key: string,
  value: string,
  { pods: [peer] }: Meaning,
  sets: readonly AddressSet[],
  world: World,
): boolean =>
  sets.some(({ labels }) => labels[key] === value) ||
  world.hosts().some(({ labels }) => labels[key] === value) ||
  valuesOf(
    key,
    { ...peer!, namespaces: { kind: 'matching', selector: EVERYTHING }, pods: EVERYTHING },
    world,
  ).includes(value);

/** What is found, in a few words; null where nothing is. */
function foundText(pods: readonly PodEndpoint[], sets: readonly AddressSet[]): string | null {
  if (pods.length > 0) return workloadsText(pods);
  return sets.length > 0 ? list(sets.slice(0, 2).map(({ name }) => code(name))) : null;
}

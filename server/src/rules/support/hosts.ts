import { derive } from '../../base/derive.ts';
import type { CalicoPolicy } from '../../model/calico.ts';
import { textOf } from '../../model/untyped.ts';
import type { HostEndpoint } from '../../policy/endpoint.ts';
import type { Direction, IrPolicy } from '../../policy/ir.ts';
import { typesOf } from '../../policy/lower/calico.ts';
import { areLegible } from '../../policy/lower/calicoSelectors.ts';
import { selectsHost as isFor } from '../../policy/resolve.ts';
import { neverMatches } from '../../policy/selector/implies.ts';
import { keysOf, type Selector, type Truth } from '../../policy/selector/selector.ts';
import { isImplied } from '../../policy/vocabulary.ts';
import { placeOf, type Member } from '../../workspace/member.ts';
import { meaningForHosts } from '../../workspace/policies.ts';
import type { World } from '../../workspace/world.ts';

/*
 * What policies of the whole cluster say of host endpoints, which the evaluator of pods leaves aside. Such a policy stands
 * in one of three lists: of packets before they are tracked, before their destination is translated, or neither.
 */

/** In which of Calico's lists for hosts a policy stands. */
export type HostList = 'untracked' | 'preDNAT' | 'normal';

/** A policy of the whole cluster as host endpoints meet it. */
export interface HostPolicy {
  readonly spec: CalicoPolicy['spec'];
  readonly name: string;
  readonly list: HostList;
  readonly directions: readonly Direction[];
  /** Which endpoints it selects, by all of their labels; null where that cannot be told. */
  readonly chosen: Selector | null;
  /** The same as the evaluator has it. */
  readonly meaning: IrPolicy;
}

/** What a policy of the whole cluster says to hosts; one that cannot be read may select any, in any direction. */
export const hostPolicyOf = derive((member: Member): HostPolicy => {
  const { resource } = member;
  const meaning = meaningForHosts(member);
  const body = resource.body as CalicoPolicy;
  const { metadata, spec = {} } = body as Partial<CalicoPolicy>;
  const isKnown =
    resource.sound &&
    resource.opaque === null &&
    areLegible(spec.selector, spec.namespaceSelector, spec.serviceAccountSelector);
  return {
    spec,
    name: metadata?.name ?? '',
    list: spec.doNotTrack === true ? 'untracked' : spec.preDNAT === true ? 'preDNAT' : 'normal',
    directions: isKnown ? typesOf(spec, body.apiVersion) : ['ingress', 'egress'],
    chosen: isKnown ? meaning.subject.pods : null,
    meaning,
  };
});

/** The policies of the whole cluster that are in force. */
export const hostPoliciesIn = (world: World): readonly HostPolicy[] =>
  world.clusterMembers('calico/GlobalNetworkPolicy').map(hostPolicyOf);

/** Whether a policy selects a host endpoint, by its labels and those that its profiles give it. */
export const selectsHost = ({ chosen, meaning }: HostPolicy, host: HostEndpoint): Truth =>
  chosen === null ? 'unknown' : isFor(meaning, host).truth;

/** The host endpoint that a manifest describes; of several that say the same one of them. */
export function hostAt(member: Member, world: World): HostEndpoint | null {
  const { uri, chunk, span } = placeOf(member);
  const hosts = world.hosts();
  const own = hosts.find(
    ({ place }) => place.uri === uri && place.chunk === chunk && place.span.start === span.start,
  );
  const name = textOf(member.resource.body.metadata?.name);
  return own ?? hosts.find((host) => host.name === name) ?? null;
}

/** Whether a selector asks for what only pods have, so that it is true of no host. */
export function isOfPodsAlone(chosen: Selector): boolean {
  const keys = [...keysOf(chosen)].filter(isImplied);
  const ofHost = keys.map((key): Selector => ({ op: 'not', of: { op: 'exists', key } }));
  return keys.length > 0 && neverMatches({ op: 'all', of: [chosen, ...ofHost] });
}

/** Whether some host could be selected by both policies. */
export const mayShareHost = (a: HostPolicy, b: HostPolicy): boolean =>
  a.chosen === null || b.chosen === null || !neverMatches({ op: 'all', of: [a.chosen, b.chosen] });

import { derive } from '../../base/derive.ts';
import type { CalicoPolicy, HostEndpoint } from '../../model/calico.ts';
import { stringsOf } from '../../model/untyped.ts';
import type { Direction } from '../../policy/ir.ts';
import { typesOf } from '../../policy/lower/calico.ts';
import { areLegible, subjectExpression } from '../../policy/lower/calicoSelectors.ts';
import { selectorOf } from '../../policy/selector/calico/selectorOf.ts';
import { neverMatches } from '../../policy/selector/implies.ts';
import { keysOf, matches, type Selector, type Truth } from '../../policy/selector/selector.ts';
import { isImplied } from '../../policy/vocabulary.ts';
import type { Member } from '../../workspace/member.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';

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
}

/** What a policy of the whole cluster says to hosts; one that cannot be read may select any, in any direction. */
export const hostPolicyOf = derive(({ resource }: Member): HostPolicy => {
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
    chosen: isKnown ? selectorOf(subjectExpression(spec, null)) : null,
  };
});

/** The policies of the whole cluster that are in force. */
export const hostPoliciesIn = (world: World): readonly HostPolicy[] =>
  world.clusterMembers('calico/GlobalNetworkPolicy').map(hostPolicyOf);

/** The host endpoints that manifests declare. */
export const hostsIn = (world: World): readonly MemberOf<HostEndpoint>[] =>
  world
    .clusterMembers('calico/HostEndpoint')
    .filter(({ resource }) => resource.sound && resource.opaque === null)
    .map((member) => member as MemberOf<HostEndpoint>);

/** Whether a policy selects a host endpoint, which has no labels but its own. */
export const selectsHost = ({ chosen }: HostPolicy, { resource }: Member): Truth =>
  chosen === null ? 'unknown' : matches(chosen, stringsOf(resource.body.metadata.labels));

/** Whether a selector asks for what only pods have, so that it is true of no host. */
export function isOfPodsAlone(chosen: Selector): boolean {
  const keys = [...keysOf(chosen)].filter(isImplied);
  const ofHost = keys.map((key): Selector => ({ op: 'not', of: { op: 'exists', key } }));
  return keys.length > 0 && neverMatches({ op: 'all', of: [chosen, ...ofHost] });
}

/** Whether some host could be selected by both policies. */
export const mayShareHost = (a: HostPolicy, b: HostPolicy): boolean =>
  a.chosen === null || b.chosen === null || !neverMatches({ op: 'all', of: [a.chosen, b.chosen] });

import { derive, derive2 } from '../base/derive.ts';
import type { NetworkSet, Tier as TierObject } from '../model/calico.ts';
import { INHERITED, labelsOfNamespace } from '../policy/vocabulary.ts';
import type { DeclaredTier } from '../policy/calicoTiers.ts';
import type { NamespaceInfo } from '../policy/endpoint.ts';
import type { AddressSet, IrPolicy, IrRule } from '../policy/ir.ts';
import { NAMESPACE_LABEL } from '../policy/lower/calicoSelectors.ts';
import { exchanged, partsIn } from '../policy/peers.ts';
import { stringsOf, textOf } from '../model/untyped.ts';
import type { Member } from './member.ts';
import type { Snapshot } from './snapshot.ts';

/*
 * What Calico's policies stand in and speak of, as the manifests of a snapshot have it.
 */

const membersOfKind = (companions: Snapshot['companions'], ...ids: readonly string[]): Member[] =>
  [...companions.values()].flat().filter(({ resource }) => {
    const { id } = resource.kind;
    return id !== null && ids.includes(id) && resource.sound && resource.opaque === null;
  });

/** The tiers that manifests declare. */
export const declaredTiers = derive((companions: Snapshot['companions']): readonly DeclaredTier[] =>
  membersOfKind(companions, 'calico/Tier').flatMap(({ resource }) => {
    const { metadata, spec } = resource.body as TierObject;
    const name = textOf(metadata.name);
    return name === null
      ? []
      : [
          {
            name,
            order: spec?.order ?? null,
            rest: spec?.defaultAction === 'Pass' ? ('next' as const) : ('deny' as const),
          },
        ];
  }),
);

/** The network sets of all namespaces and of none, with the labels that they inherit. */
export const networkSets = derive2(
  (
    companions: Snapshot['companions'],
    namespaces: readonly NamespaceInfo[],
  ): readonly AddressSet[] => {
    const byKey = new Map(namespaces.map((info) => [info.key, info]));
    return membersOfKind(companions, 'calico/NetworkSet', 'calico/GlobalNetworkSet').map(
      ({ resource, namespace }) => {
        const { metadata, spec } = resource.body as NetworkSet;
        const info = namespace === null ? undefined : byKey.get(namespace);
        const inherited =
          info === undefined ? [] : Object.entries(labelsOfNamespace(info, 'calico'));
        return {
          name: textOf(metadata.name) ?? '',
          labels: {
            ...Object.fromEntries(
              inherited.map(([key, value]) => [`${INHERITED.namespace}${key}`, value]),
            ),
            ...stringsOf(metadata.labels),
            ...(namespace !== null && { [NAMESPACE_LABEL]: namespace }),
          },
          inheritsMore: namespace !== null && info?.complete !== true,
          nets: spec?.nets ?? [],
          unsure: null,
        };
      },
    );
  },
);

/** Policies with the network sets that there are filled into their peers. */
export const withSets = derive2(
  (policies: readonly IrPolicy[], known: readonly AddressSet[]): readonly IrPolicy[] =>
    known.length === 0
      ? policies
      : policies.map((policy) =>
          policy.rules.some(speaksOfSets)
            ? { ...policy, rules: policy.rules.map((rule) => withKnown(rule, known)) }
            : policy,
        ),
);

const speaksOfSets = (rule: IrRule): boolean => partsIn(rule).some(({ kind }) => kind === 'sets');

const withKnown = (rule: IrRule, known: readonly AddressSet[]): IrRule =>
  rule.peers === 'everyone'
    ? rule
    : {
        ...rule,
        peers: rule.peers.map((peer) =>
          exchanged(peer, (part) => (part.kind === 'sets' ? { ...part, known } : part)),
        ),
      };

import { derive } from '../base/derive.ts';
import { contentOf, meaningOf, wordsOf } from './edited.ts';
import type { AddressSet, IrPolicy, Tier } from './ir.ts';
import { objectKey } from './party.ts';
import { partsIn, setsMeant, type SimplePeer } from './peers.ts';
import { code, qualified, servicesText } from './print.ts';

/*
 * What policies stand in and speak of besides pods: tiers, network sets and hosts, Services, nodes.
 */

/** A part of something that is not what it was, as a phrase: "the label `app` of `shop/web`". */
export interface Edited {
  readonly phrase: string;
  /** The manifests that say what it is now, as `objectKey` names them. */
  readonly objects: readonly string[];
}

/** The tiers that manifests declare otherwise than before. */
export function tiersEdited(before: readonly Tier[], after: readonly Tier[]): readonly Edited[] {
  const [old, now] = [byName(before), byName(after)];
  return [...old].flatMap(([name, tier]) => {
    const other = now.get(name);
    if (other === undefined || declarationOf(tier) === declarationOf(other)) return [];
    const { declared } = other;
    return [
      {
        phrase: `tier ${code(name)}`,
        objects: declared === undefined ? [] : [objectKey(declared.place.uri, 'Tier', null, name)],
      },
    ];
  });
}

const byName = (tiers: readonly Tier[]): ReadonlyMap<string, Tier> =>
  new Map(tiers.map((tier) => [tier.name, tier]));

const declarationOf = ({ declared, rest }: Tier): string =>
  JSON.stringify([declared?.order, declared === undefined, rest]);

/** What policies speak of that is not what it was, where they say themselves what they said. */
export const spokenOfEdited = (policies: readonly IrPolicy[]): readonly Edited[] =>
  policies.flatMap((policy, index) =>
    policies
      .slice(index + 1)
      .filter(
        (other) => wordsOf(other) === wordsOf(policy) && meaningOf(other) !== meaningOf(policy),
      )
      .flatMap((other) => partsEdited(partsOf(policy), partsOf(other))),
  );

const partsOf = derive(({ rules }: IrPolicy): readonly SimplePeer[] => rules.flatMap(partsIn));

/** Policies of the same words have parts of the same kinds, in the same order. */
const partsEdited = (
  before: readonly SimplePeer[],
  after: readonly SimplePeer[],
): readonly Edited[] =>
  before.flatMap((part, index) => {
    const other = after[index];
    if (other === undefined || contentOf(part) === contentOf(other)) return [];
    if (part.kind === 'nodes' || part.kind === 'entities' || part.kind === 'addresses')
      return [{ phrase: 'the nodes of the cluster', objects: [] }];
    if (part.kind === 'service' && other.kind === 'service')
      return [
        {
          phrase: `the Service ${code(qualified(part.namespace, part.name))}`,
          objects:
            other.known === null
              ? []
              : [objectKey(other.known.place.uri, 'Service', part.namespace, part.name)],
        },
      ];
    if (part.kind === 'services') return [{ phrase: servicesText(part), objects: [] }];
    return part.kind === 'sets' && other.kind === 'sets' ? setsEdited(part, other) : [];
  });

type SetPart = Extract<SimplePeer, { kind: 'sets' }>;

function setsEdited(before: SetPart, after: SetPart): readonly Edited[] {
  const [old, now] = [setsByKey(before), setsByKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was !== undefined && is !== undefined && contentOf(was) === contentOf(is)) return [];
    const { kind, namespace, name } = (is ?? was)!;
    return [
      {
        phrase: `${kind} ${code(qualified(namespace, name))}`,
        objects: is === undefined ? [] : [objectKey(is.place.uri, kind, namespace, name)],
      },
    ];
  });
}

const setsByKey = (part: SetPart): ReadonlyMap<string, AddressSet> =>
  new Map(
    setsMeant(part).map(({ set }) => [JSON.stringify([set.kind, set.namespace, set.name]), set]),
  );

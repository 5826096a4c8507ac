import { derive } from '../base/derive.ts';
import type { CalicoEntity, CalicoPolicy, CalicoRule, Profile } from '../model/calico.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { fieldIn, itemsIn } from './walk.ts';

/*
 * The parts of Calico's kinds, as far as they can be judged, and what follows where Calico refuses one. Its own validator
 * checks what comes through its API server or calicoctl; objects that are written as custom resources pass only the
 * schema of these, and Felix, which enforces policies, then passes over what it cannot use.
 */

/** A kind that holds rules of Calico. */
export type Ruled = CalicoPolicy | Profile;

/** A rule, and the direction that it is for. */
export interface DirectedRule {
  readonly direction: Direction;
  readonly rule: CalicoRule;
}

/** One end that a rule speaks of. */
export interface DirectedEntity extends DirectedRule {
  readonly side: 'source' | 'destination';
  readonly entity: CalicoEntity;
}

/** The rules of both directions; remembered, as nearly every check asks for them. */
export const calicoRulesIn = derive((policy: Resource<Ruled>): readonly DirectedRule[] => {
  const spec: Ruled['spec'] = fieldIn<Ruled, 'spec'>(policy, policy.body, 'spec');
  if (spec === undefined) return [];
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    itemsIn(policy, fieldIn(policy, spec, direction)).map(([, rule]) => ({ direction, rule })),
  );
});

/** The ends of all rules; remembered likewise. */
export const entitiesIn = derive((policy: Resource<Ruled>): readonly DirectedEntity[] =>
  calicoRulesIn(policy).flatMap(({ direction, rule }) => sidesOf(policy, direction, rule)),
);

/** The ends that one rule speaks of. */
export const sidesOf = (
  policy: Resource,
  direction: Direction,
  rule: CalicoRule,
): readonly DirectedEntity[] =>
  (['source', 'destination'] as const).flatMap((side) => {
    const entity = fieldIn(policy, rule, side);
    return entity === undefined ? [] : [{ direction, rule, side, entity }];
  });

/** What an object is called in a sentence. */
export const thingOf = ({ kind }: Resource): string =>
  kind.role === 'policy' ? 'policy' : kind.name;

/** The clause for what Calico refuses in every way in. */
export const refusedBy = (resource: Resource): string =>
  `so Calico refuses this ${thingOf(resource)}`;

/** The clause for what only Calico's own validator refuses: Felix takes what it cannot read for missing. */
export const ignoredBy = (resource: Resource): string =>
  `${refusedBy(resource)}; stored unchecked, Felix ignores all of it`;

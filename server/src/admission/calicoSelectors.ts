import { derive } from '../base/derive.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import { CALICO_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { entitiesIn, type Ruled } from './calicoWalk.ts';
import { fieldIn } from './walk.ts';

/** A selector of Calico's language, and where it stands. */
export interface PlacedSelector {
  readonly object: object;
  readonly key: string;
  readonly text: string;
  /** Whether it selects the endpoints that the policy is for, rather than an end of a rule. */
  readonly own: boolean;
}

const OWN = ['selector', 'serviceAccountSelector', 'namespaceSelector'] as const;
const OF_ENDS = ['selector', 'notSelector', 'namespaceSelector'] as const;

/** Every selector of a policy or profile in the order of the API; remembered, as several checks ask for them. */
export const calicoSelectorsIn = derive((policy: Resource<Ruled>): readonly PlacedSelector[] => [
  ...(isOf(policy, CALICO_POLICIES) ? ownSelectors(policy) : []),
  ...entitiesIn(policy).flatMap(({ entity }) => {
    const accounts = fieldIn(policy, entity, 'serviceAccounts');
    return [
      ...OF_ENDS.flatMap((key) => selectorAt(policy, entity, key, false)),
      ...(accounts === undefined ? [] : selectorAt(policy, accounts, 'selector', false)),
    ];
  }),
]);

function ownSelectors(policy: Resource<CalicoPolicy>): readonly PlacedSelector[] {
  const spec = fieldIn(policy, policy.body, 'spec');
  return spec === undefined ? [] : OWN.flatMap((key) => selectorAt(policy, spec, key, true));
}

function selectorAt<Owner extends object>(
  policy: Resource,
  object: Owner,
  key: keyof Owner & string,
  own: boolean,
): readonly PlacedSelector[] {
  const text = fieldIn(policy, object, key);
  return typeof text === 'string' ? [{ object, key, text, own }] : [];
}

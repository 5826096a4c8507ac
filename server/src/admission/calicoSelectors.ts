import { derive } from '../base/derive.ts';
import { selectorTexts, type SelectorText } from '../model/calicoSelectors.ts';
import type { Resource } from '../model/resource.ts';
import { isLegible } from './walk.ts';

/** Every selector of a policy or profile that can be judged; remembered, as several checks ask for them. */
export const calicoSelectorsIn = derive((policy: Resource): readonly SelectorText[] =>
  selectorTexts(policy).filter(({ object, key }) => isLegible(policy, object, key)),
);

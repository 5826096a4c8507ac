import { CALICO_RULED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { calicoSelectorsIn } from './calicoSelectors.ts';
import { ignoredBy, refusedBy } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { valuePlace } from './walk.ts';

/** `global()` in a selector that is not about the scope of a peer. */
export default admissionRule(
  {
    code: 'misplaced-global',
    title: '`global()` outside a namespaceSelector of a rule',
    category: 'refused',
    severity: 'error',
    docs: `\`global()\` means what lives in no namespace, host endpoints and global network sets. It is written alone, and only in
the \`namespaceSelector\` of a \`source\` or \`destination\`. Calico refuses the whole policy otherwise, even where the word only
stands in quotes.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_RULED,
  function* (policy) {
    for (const { object, key, text, own } of calicoSelectorsIn(policy)) {
      if (!text.includes('global(')) continue;
      if (own || isOfEntity(policy, object, key)) yield fault(policy, object, key);
      if (own || key !== 'namespaceSelector') continue;
      if (/^[ \t]*global\([ \t]*\)[ \t]*$/.test(text)) continue;
      yield {
        ...valuePlace(policy, object, key),
        confidence: 'proven',
        message: `\`global()\` stands alone or not at all, ${ignoredBy(policy)}. Make the other namespaces a rule of their own.`,
      };
    }
  },
);

/** Of the ends of rules Calico looks for the word in `selector` only, and not in that of service accounts. */
const isOfEntity = ({ source }: Resource, object: object, key: string): boolean =>
  key === 'selector' && source.path(object).at(-1) !== 'serviceAccounts';

const fault = (policy: Resource, object: object, key: string): Refusal => ({
  ...valuePlace(policy, object, key),
  confidence: 'proven',
  message: `\`global()\` has a place only in the \`namespaceSelector\` of a \`source\` or \`destination\`, ${refusedBy(policy)}. Calico finds it in \`${key}\`, whether or not it is in quotes.`,
});

import { removeKey } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { ignoredBy } from './calicoWalk.ts';
import { fieldText } from '../model/fieldText.ts';
import { fieldIn } from './walk.ts';

/** What stays in a staged policy that only says which policy is to go. */
const KEPT: ReadonlySet<string> = new Set(['stagedAction', 'tier']);

/** A staged policy that tries out the removal of another, and says more than which. */
export default admissionRule(
  {
    code: 'staged-delete-with-body',
    title: 'A staged removal that says more than what is removed',
    category: 'refused',
    severity: 'error',
    docs: `A staged policy with \`stagedAction: Delete\` tries out what happens without the policy of its name. It holds nothing
else, but for the \`tier\`; an empty \`podSelector\` of a StagedKubernetesNetworkPolicy does no harm. Calico refuses it otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  [
    'calico/StagedNetworkPolicy',
    'calico/StagedGlobalNetworkPolicy',
    'calico/StagedKubernetesNetworkPolicy',
  ],
  function* (policy) {
    const spec: object | undefined = fieldIn(policy, policy.body, 'spec');
    if (spec === undefined || fieldIn(policy, policy.body.spec, 'stagedAction') !== 'Delete')
      return;
    const given = Object.entries(spec)
      .filter(([key, value]) => !KEPT.has(key) && !isEmpty(key, value))
      .map(([key]) => key);
    for (const key of given)
      yield {
        span: policy.source.key(spec, key),
        field: fieldText([...policy.source.path(spec), key]),
        confidence: 'proven',
        message: `With \`stagedAction: Delete\` the policy only says which one is to go, and \`${key}\` cannot be there, ${ignoredBy(policy)}.`,
        fixes: [
          {
            title: `Remove \`${key}\``,
            safe: false,
            edits: () => removeKey(policy, spec, key),
          },
        ],
      };
  },
);

/** What counts as left out: false, empty texts and lists, and a selector of all pods. */
const isEmpty = (key: string, value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (key === 'podSelector' &&
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((part) => Object.keys(part as object).length === 0));

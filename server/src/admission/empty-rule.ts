import type { CiliumPolicy, CiliumRule } from '../model/cilium.ts';
import { setKey } from '../model/edit.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { capital } from '../base/words.ts';
import { fieldText, ownerText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { ciliumRulesIn, refusedByServer, SECTION_NAMES, STORED } from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { listed } from './suggestion.ts';
import { isWhole } from './walk.ts';

/** Policies of Cilium without a rule, and rules without any section. */
export default admissionRule(
  {
    code: 'empty-rule',
    title: 'A policy or rule of Cilium that says nothing',
    category: 'refused',
    severity: 'error',
    docs: `A policy of Cilium has its rule in \`spec\`, or several in \`specs\`, and a rule needs one at least of \`ingress\`,
\`ingressDeny\`, \`egress\` and \`egressDeny\`. The API server refuses it otherwise; what it lets pass, such as lists that are
all empty, Cilium stores and ignores. To deny everything in a direction write one empty item: \`ingress: [{}]\`.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    yield* policyFaults(policy);
    for (const rule of ciliumRulesIn(policy)) yield* ruleFaults(policy, rule);
  },
);

/** Since 1.20 the API server says so, and the agent always did. */
function* policyFaults(policy: Resource<CiliumPolicy>): Generator<Refusal> {
  const { body, source, problems } = policy;
  if (!isWhole(policy, body) || body.spec !== undefined || (body.specs?.length ?? 0) > 0) return;
  const place = { span: source.key(body, 'kind'), field: 'spec', confidence: 'proven' as const };
  const message =
    'This policy has no rule, neither in `spec` nor in `specs`. The API server refuses that since Cilium 1.20; before, Cilium stores it and enforces nothing.';
  // Where a key is misspelt, that is what to repair.
  const meant = problems.some(({ code, path }) => code === 'unknown-field' && path.length === 1);
  if (body.specs === undefined)
    yield {
      ...place,
      of: 'Cilium',
      from: '1.20',
      implied: true,
      message: 'The API server refuses a policy without `spec` and `specs`.',
    };
  yield { ...place, by: 'agent', message, ...(meant && { implied: true as const }) };
}

function* ruleFaults(policy: Resource, rule: CiliumRule): Generator<Refusal> {
  const { source, problems } = policy;
  if (!isWhole(policy, rule) || SECTION_NAMES.some((name) => (rule[name]?.length ?? 0) > 0)) return;
  const path = source.path(rule);
  const empty = SECTION_NAMES.filter((name) => rule[name] !== undefined);
  const field = fieldText(path);
  const meant = problems.some(
    (problem) => problem.code === 'unknown-field' && problem.field.startsWith(`${field}.`),
  );
  const owner = ownerText(path);
  const [first] = empty;
  const selector = (['endpointSelector', 'nodeSelector'] as const).find(
    (name) => rule[name] !== undefined,
  );
  yield {
    span:
      first !== undefined
        ? source.key(rule, first)
        : selector !== undefined
          ? source.key(rule, selector)
          : source.of(rule),
    field,
    confidence: 'proven',
    of: 'Cilium',
    from: '1.18',
    ...(first !== undefined && { by: 'agent' as const }),
    ...(meant && { implied: true as const }),
    message:
      first === undefined
        ? `${capital(owner)} says nothing of any traffic, ${refusedByServer(policy)}: it needs one at least of ${listed(SECTION_NAMES)}.`
        : `${listed(empty)} ${empty.length > 1 ? 'are' : 'is'} empty, which is as if nothing were there, ${STORED}. To deny all of a direction, write one empty item, such as \`${first}: [{}]\`.`,
    fixes:
      first === undefined || first.endsWith('Deny')
        ? []
        : [
            {
              title: `Write \`${first}: [{}]\`, which denies all ${first}`,
              safe: false,
              edits: () => setKey(policy, rule, first, [{}]),
            },
          ],
  };
}

import { removeKey } from '../model/edit.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { ADMIN_KINDS, CALICO_KINDS, CILIUM_KINDS, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import { partPlace, schemaPartsIn, sinceOf, type SchemaPart } from './parts.ts';
import { IT_STORES, portRulesIn } from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn } from './walk.ts';

/** Lists that are too long, or empty where they must not be. */
export default admissionRule(
  {
    code: 'list-length',
    title: 'A list with too many entries, or with none',
    category: 'refused',
    severity: 'error',
    docs: `ClusterNetworkPolicy takes at most 25 entries in each list; AdminNetworkPolicy and BaselineAdminNetworkPolicy take
100 rules, peers and ports, and 25 networks and domain names. \`from\`, \`to\`, \`ports\`, \`protocols\`, \`networks\` and
\`domainNames\` must not be empty where they are given. From 3.33 on Calico takes 1,024 rules in each direction of a policy,
and 256 \`nets\` and 50 \`ports\` at each end of a rule; from 3.32 on 20 methods and paths of HTTP, and \`types\` must not be
empty. Cilium takes 40 ports in an entry of \`toPorts\` and 40 messages in one of \`icmps\`, and \`serverNames\` must not be
empty. The API server refuses the whole object otherwise; of denied ports it takes any number, but Cilium then enforces
nothing of the policy.`,
    since: '0.1.0',
    fixable: true,
  },
  [...ADMIN_KINDS, ...CALICO_KINDS, ...CILIUM_KINDS],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* deniedPortFaults(policy);
    for (const part of schemaPartsIn(policy)) {
      const { object, step, value, node } = part;
      if (!Array.isArray(value) || typeof step !== 'string') continue;
      const { minItems = 0, maxItems = Infinity } = node;
      const place = partPlace(policy, part, 'key');
      // What is too much in a set of few words is there twice, and that is said.
      const repeats = node.uniqueItems === true && new Set(value).size <= maxItems;
      if (value.length > maxItems)
        yield {
          ...place,
          ...sinceOf(policy, part, 'maxItems'),
          ...(repeats && { implied: true as const }),
          message: `\`${step}\` has ${value.length} entries, and the API server refuses more than ${maxItems}. ${adviceFor(part)}`,
        };
      else if (value.length < minItems && isTypes(step))
        yield {
          ...place,
          ...sinceOf(policy, part, 'minItems'),
          message: `The API server refuses an empty \`${step}\`. To leave the directions to the rules that are there, leave it out.`,
          fixes: [
            {
              title: `Remove \`${step}\``,
              safe: false,
              edits: () => removeKey(policy, object, step),
            },
          ],
        };
      else if (value.length < minItems && isPorts(step))
        yield {
          ...place,
          message: `The API server refuses an empty \`${step}\`. To mean every port, leave it out.`,
          fixes: [
            {
              title: `Remove \`${step}\` (every port)`,
              safe: false,
              edits: () => removeKey(policy, object, step),
            },
          ],
        };
      else if (value.length < minItems)
        yield {
          ...place,
          message: `The API server refuses an empty \`${step}\`: name at least one entry${step === 'from' || step === 'to' ? ', such as `namespaces: {}` for all pods' : ''}.`,
        };
    }
  },
);

/** How many ports Cilium takes in one entry of `toPorts`; the schema says so only of what is allowed. */
const MOST_PORTS = 40;

function* deniedPortFaults(policy: Resource<CiliumPolicy>): Generator<Refusal> {
  for (const { denies, portRule } of portRulesIn(policy)) {
    const ports = fieldIn(policy, portRule, 'ports') ?? [];
    if (!denies || ports.length <= MOST_PORTS) continue;
    const { source } = policy;
    yield {
      span: source.key(portRule, 'ports'),
      field: fieldText([...source.path(portRule), 'ports']),
      confidence: 'proven',
      by: 'agent',
      message: `\`ports\` has ${ports.length} entries, and Cilium takes at most ${MOST_PORTS}, ${IT_STORES}. Put the rest into another entry of \`toPorts\`.`,
    };
  }
}

const isTypes = (step: string): boolean => step === 'types' || step === 'policyTypes';

const isPorts = (step: string): boolean => step === 'ports' || step === 'protocols';

const adviceFor = ({ step, node }: SchemaPart): string =>
  typeof step === 'string' && isTypes(step)
    ? 'List `Ingress`, `Egress` or both, once each.'
    : node['maxItems'] === MOST_PORTS && (step === 'ports' || step === 'fields')
      ? 'Put the rest into another entry of the list that this one is in.'
      : step === 'ingress' || step === 'egress'
        ? 'Put the rest into another policy, with a place behind this one.'
        : 'Put the rest into another rule.';

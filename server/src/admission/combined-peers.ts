import type { CiliumItem } from '../model/cilium.ts';
import { splitItem } from '../model/restructure.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { ciliumItemsIn, IT_STORES, STORED, type SectionItem } from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { listed } from './suggestion.ts';
import { fieldIn } from './walk.ts';

/** The kinds of peers that an item can have. */
const PEERS = [
  'fromEndpoints',
  'fromCIDR',
  'fromCIDRSet',
  'fromEntities',
  'fromNodes',
  'fromGroups',
  'toEndpoints',
  'toCIDR',
  'toCIDRSet',
  'toEntities',
  'toServices',
  'toGroups',
  'toNodes',
  'toFQDNs',
] as const satisfies readonly (keyof CiliumItem)[];

/** Peers of several kinds in one item of Cilium. */
export default admissionRule(
  {
    code: 'combined-peers',
    title: 'Peers of several kinds in one item',
    category: 'refused',
    severity: 'error',
    docs: `An item of Cilium's \`ingress\` or \`egress\` has peers of one kind: pods, addresses, entities, Services, nodes, names or
groups. \`fromCIDR\` and \`fromCIDRSet\` are two kinds. The API server takes an item with several, but Cilium then enforces
nothing of the whole policy. Each kind is an item of its own, any of which matches; ports are written in each of them. Before
1.18 \`toServices\` goes with no ports either.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of ciliumItemsIn(policy)) {
      yield* peerFaults(policy, part);
      yield* serviceFaults(policy, part);
    }
  },
);

function* peerFaults(policy: Resource, { rule, section, item }: SectionItem): Generator<Refusal> {
  const given = PEERS.filter((name) => (fieldIn(policy, item, name)?.length ?? 0) > 0);
  const [, second] = given;
  if (second === undefined) return;
  const { source } = policy;
  const list = rule[section] ?? [];
  const alone = source.keys(item).length === given.length;
  yield {
    span: source.key(item, second),
    field: fieldText([...source.path(item), second]),
    confidence: 'proven',
    by: 'agent',
    message: `One item has ${listed(given)}, which Cilium does not combine, ${IT_STORES}. Make them items of their own, any of which matches${alone ? '' : ', each with its ports'}.`,
    fixes: alone
      ? [
          {
            title: `Make them ${given.length} items, any of which matches`,
            safe: false,
            edits: () => splitItem(policy, list, list.indexOf(item)),
          },
        ]
      : [],
  };
}

function* serviceFaults(policy: Resource, { item }: SectionItem): Generator<Refusal> {
  const services = fieldIn(policy, item, 'toServices') ?? [];
  if (services.length === 0 || (fieldIn(policy, item, 'toPorts')?.length ?? 0) === 0) return;
  const { source } = policy;
  yield {
    span: source.key(item, 'toPorts'),
    field: fieldText([...source.path(item), 'toPorts']),
    confidence: 'proven',
    by: 'agent',
    of: 'Cilium',
    until: '1.18',
    message: `\`toServices\` does not go with \`toPorts\`, ${STORED}.`,
  };
}

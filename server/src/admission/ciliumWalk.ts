import { derive } from '../base/derive.ts';
import type {
  CiliumCidrRule,
  CiliumItem,
  CiliumPolicy,
  CiliumPortRule,
  CiliumRule,
  CiliumSection,
} from '../model/cilium.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { thingOf } from './calicoWalk.ts';
import { fieldIn, itemsIn } from './walk.ts';

/*
 * The parts of Cilium's policies, as far as they can be judged, and what follows where Cilium refuses one. The API server
 * checks the schema alone. Cilium's agent checks the rest of what is stored already: it leaves out the whole object for
 * one wrong rule, and says so only in its log and in the object's status.
 */

/** The sections of a rule, in the order of the API, with what they are for. */
const SECTIONS: Readonly<
  Record<CiliumSection, { readonly direction: Direction; readonly denies: boolean }>
> = {
  ingress: { direction: 'ingress', denies: false },
  ingressDeny: { direction: 'ingress', denies: true },
  egress: { direction: 'egress', denies: false },
  egressDeny: { direction: 'egress', denies: true },
};

/** The names of the sections. */
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly CiliumSection[];

/** One item of a section. */
export interface SectionItem {
  readonly rule: CiliumRule;
  readonly section: CiliumSection;
  readonly direction: Direction;
  readonly denies: boolean;
  readonly item: CiliumItem;
}

/** One entry of `toPorts`, with the item that it belongs to. */
export interface PortRuleOfItem extends SectionItem {
  readonly portRule: CiliumPortRule;
}

/** The rules of a policy: `spec`, and those of `specs`. */
export const ciliumRulesIn = derive((policy: Resource<CiliumPolicy>): readonly CiliumRule[] => [
  ...[fieldIn(policy, policy.body, 'spec') ?? []].flat(),
  ...itemsIn(policy, fieldIn(policy, policy.body, 'specs')).map(([, rule]) => rule),
]);

/** The items of all rules; remembered, as nearly every check asks for them. */
export const ciliumItemsIn = derive((policy: Resource<CiliumPolicy>): readonly SectionItem[] =>
  ciliumRulesIn(policy).flatMap((rule) =>
    SECTION_NAMES.flatMap((section) =>
      itemsIn(policy, fieldIn(policy, rule, section)).map(([, item]) => ({
        rule,
        section,
        ...SECTIONS[section],
        item,
      })),
    ),
  ),
);

/** The selectors of pods among the peers of an item. */
export const endpointsIn = ({ item, direction }: SectionItem): readonly LabelSelector[] =>
  (direction === 'ingress' ? item.fromEndpoints : item.toEndpoints) ?? [];

/** A field of peers in an item; one where it has no place may be anything, and is said to be unknown. */
export const peersIn = <Key extends PeerField>(
  policy: Resource<CiliumPolicy>,
  { item, section, direction }: SectionItem,
  key: Key,
): CiliumItem[Key] | undefined =>
  (key === 'toFQDNs' ? section === 'egress' : key.startsWith('to') === (direction === 'egress'))
    ? fieldIn(policy, item, key)
    : undefined;

type PeerField = Exclude<Extract<keyof CiliumItem, `${'from' | 'to'}${string}`>, 'toPorts'>;

/** The entries of `toPorts` of all items; remembered likewise. */
export const portRulesIn = derive((policy: Resource<CiliumPolicy>): readonly PortRuleOfItem[] =>
  ciliumItemsIn(policy).flatMap((part) =>
    itemsIn(policy, fieldIn(policy, part.item, 'toPorts')).map(([, portRule]) => ({
      ...part,
      portRule,
    })),
  ),
);

/** Those of them that allow something, as the others have nothing but ports. */
export const allowingPortRulesIn = (policy: Resource<CiliumPolicy>): readonly PortRuleOfItem[] =>
  portRulesIn(policy).filter(({ denies }) => !denies);

/** The protocols whose requests an entry of `toPorts` judges; none where it judges no requests. */
export const l7KindsOf = (policy: Resource, { portRule }: PortRuleOfItem): readonly L7Kind[] => {
  const rules = fieldIn(policy, portRule, 'rules');
  return rules === undefined
    ? []
    : L7_KINDS.filter((kind) => isGiven(fieldIn(policy, rules, kind)));
};

/** A field of `rules` by which requests are judged. */
export type L7Kind = (typeof L7_KINDS)[number];

/** What the protocols are called in sentences. */
export const L7_NAMES: Readonly<Record<L7Kind, string>> = {
  http: 'HTTP',
  dns: 'DNS',
  kafka: 'Kafka',
  l7proto: 'another protocol',
};

const L7_KINDS = ['http', 'dns', 'kafka', 'l7proto'] as const;

/** An empty list judges as if it were not there. */
const isGiven = (value: string | readonly unknown[] | undefined): boolean =>
  (value?.length ?? 0) > 0;

/** The lists of selectors that an item can have. */
const SELECTOR_LISTS = [
  'fromEndpoints',
  'fromNodes',
  'fromRequires',
  'toEndpoints',
  'toNodes',
  'toRequires',
] as const;

/** The blocks and groups of addresses that may have exceptions. */
export const cidrSetsIn = (policy: Resource<CiliumPolicy>): readonly CiliumCidrRule[] =>
  ciliumItemsIn(policy).flatMap((part) =>
    (['fromCIDRSet', 'toCIDRSet'] as const).flatMap((key) =>
      itemsIn(policy, peersIn(policy, part, key)).map(([, entry]) => entry),
    ),
  );

/** All label selectors: those of subjects, peers, groups of addresses and Services. */
export const ciliumSelectorsIn = derive(
  (policy: Resource<CiliumPolicy>): readonly LabelSelector[] => [
    ...ciliumRulesIn(policy).flatMap((rule) =>
      (['endpointSelector', 'nodeSelector'] as const).flatMap(
        (key) => fieldIn(policy, rule, key) ?? [],
      ),
    ),
    ...cidrSetsIn(policy).flatMap((entry) => fieldIn(policy, entry, 'cidrGroupSelector') ?? []),
    ...ciliumItemsIn(policy).flatMap((part) => [
      ...SELECTOR_LISTS.flatMap((key) =>
        itemsIn(policy, peersIn(policy, part, key)).map(([, selector]) => selector),
      ),
      ...itemsIn(policy, peersIn(policy, part, 'toServices')).flatMap(([, service]) => {
        const byLabels = fieldIn(policy, service, 'k8sServiceSelector');
        return (byLabels && fieldIn(policy, byLabels, 'selector')) ?? [];
      }),
    ]),
  ],
);

/** The clause for what the API server refuses by the schema of a kind of Cilium. */
export const refusedByServer = (resource: Resource): string =>
  `so the API server refuses this ${thingOf(resource)}`;

/** The clause for what only the agent refuses, which is worse: nobody is told. */
export const STORED = 'so Cilium stores this policy and enforces nothing of it';

/** The same behind a sentence about Cilium. */
export const IT_STORES = 'so it stores this policy and enforces nothing of it';

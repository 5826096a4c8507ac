import type { CiliumItem, CiliumPolicy, CiliumRule } from '../../../model/cilium.ts';
import type { Assumptions } from '../../../policy/assumptions.ts';
import type { Direction } from '../../../policy/ir.ts';
import { selectorObstacle } from './ciliumSelector.ts';
import {
  firstReason,
  firstReasonOfRules,
  KUBERNETES_SELECTS_HOSTS,
  noCounterpart,
} from './obstacles.ts';

/** A direction that a rule speaks of, and its items. */
interface Section {
  readonly direction: Direction;
  readonly items: readonly CiliumItem[];
}

/** The directions that a rule speaks of, and so isolates. */
export const sectionsOf = (rule: CiliumRule): readonly Section[] =>
  (['ingress', 'egress'] as const).flatMap((direction) => {
    const items = rule[direction] ?? [];
    return items.length === 0 ? [] : [{ direction, items }];
  });

/** Whether an item matches nothing and only isolates. */
export const isForNobody = ({ toPorts = [], ...others }: CiliumItem): boolean =>
  toPorts.length === 0 && Object.keys(others).length === 0;

/** The fields of a rule that a NetworkPolicy has, in its own words. */
const KNOWN = new Set(['endpointSelector', 'ingress', 'egress', 'enableDefaultDeny']);

/** Why a policy of Cilium says something that none of Kubernetes can, as a clause; null where it does not. */
export function ciliumObstacleIn(
  { spec, specs = [] }: CiliumPolicy,
  { hostNetworkPods }: Assumptions,
): string | null {
  if (hostNetworkPods === 'ordinary') return KUBERNETES_SELECTS_HOSTS;
  if (spec === undefined || specs.length > 0)
    return 'it has its rules in `specs`, of which each would be a policy of its own';
  const unknown = Object.entries(spec).find(
    ([name, value]) => !KNOWN.has(name) && !(Array.isArray(value) && value.length === 0),
  );
  if (unknown !== undefined) return noCounterpart(unknown[0]);
  const sections = sectionsOf(spec);
  const open = sections.find(({ direction }) => spec.enableDefaultDeny?.[direction] === false);
  if (open !== undefined) return noCounterpart(`enableDefaultDeny.${open.direction}: false`);
  return (
    selectorObstacle(spec.endpointSelector ?? {}, true) ??
    firstReason(sections, ({ direction, items }) =>
      firstReasonOfRules(direction, items, obstacleOfItem),
    )
  );
}

/** The members of an item that a rule of Kubernetes has, too. */
const PEERS = [
  'fromEndpoints',
  'toEndpoints',
  'fromCIDR',
  'toCIDR',
  'fromCIDRSet',
  'toCIDRSet',
  'fromEntities',
  'toEntities',
] as const;

function obstacleOfItem(item: CiliumItem): string | null {
  const other = Object.keys(item).find(
    (name) => name !== 'toPorts' && !(PEERS as readonly string[]).includes(name),
  );
  if (other !== undefined) return noCounterpart(other);
  const empty = PEERS.find((name) => item[name]?.length === 0);
  if (empty !== undefined) return `an empty \`${empty}\` is for nobody`;
  if (PEERS.filter((name) => item[name] !== undefined).length > 1)
    return 'it joins lists of peers that cannot be combined';
  const entities = item.fromEntities ?? item.toEntities ?? [];
  const entity = entities.find((name) => name !== 'all');
  if (entity !== undefined) return `Kubernetes has no word for the entity \`${entity}\``;
  const sets = item.fromCIDRSet ?? item.toCIDRSet ?? [];
  if (sets.some(({ cidr }) => cidr === undefined)) return 'Kubernetes has no groups of blocks';
  return (
    firstReason(item.fromEndpoints ?? item.toEndpoints ?? [], (selector) =>
      selectorObstacle(selector, false),
    ) ?? obstacleOfPorts(item)
  );
}

function obstacleOfPorts({ toPorts = [] }: CiliumItem): string | null {
  for (const entry of toPorts) {
    const other = Object.keys(entry).find((name) => name !== 'ports');
    if (other !== undefined) return noCounterpart(other);
    if ((entry.ports ?? []).length === 0) return 'an entry of `toPorts` without ports is for none';
    const odd = entry.ports!.find(
      ({ protocol = 'ANY' }) => !['', 'ANY', 'TCP', 'UDP', 'SCTP'].includes(protocol),
    );
    if (odd !== undefined) return `Kubernetes knows no protocol \`${odd.protocol!}\``;
  }
  return null;
}

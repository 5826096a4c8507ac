import type { Edit } from '../../base/edits.ts';
import type { AdminPolicy, AdminPort, AdminRule } from '../../model/adminPolicy.ts';
import { prependKey, renameKey, replaceItem, setScalar } from '../../model/edit.ts';
import { asProtocol } from '../../model/portShape.ts';
import { POLICY_GROUP } from '../../model/kinds.ts';
import type { Resource } from '../../model/resource.ts';

/** What makes a ClusterNetworkPolicy of an older policy; or why that would change what it means, or lose something. */
export type Migration = { readonly edits: readonly Edit[] } | { readonly reason: string };

/** ClusterNetworkPolicy takes so many rules in a direction, peers and ports in a rule; the older kinds took 100. */
const MOST_ENTRIES = 25;

/** A BaselineAdminNetworkPolicy is alone in its tier; others may come before and behind it later. */
const BASELINE_PRIORITY = 500;

/**
 * Turns an AdminNetworkPolicy or BaselineAdminNetworkPolicy (v1alpha1) into the ClusterNetworkPolicy (v1alpha2) that
 * means the same (Network Policy API, "ClusterNetworkPolicy"): another tier word, `Accept` for `Allow`, and `protocols`
 * for `ports`. Comments, order and layout of everything else stay.
 */
export function migrationOf(resource: Resource<AdminPolicy>): Migration {
  const { body, source } = resource;
  const { spec } = body;
  if (!source.has(body, 'kind')) return { reason: 'its kind is written in the list around it' };
  const baseline = resource.kind.name === 'BaselineAdminNetworkPolicy';
  const rules = (['ingress', 'egress'] as const).flatMap((direction) => spec[direction] ?? []);
  const reason = tooLong(spec) ?? firstOf(rules, obstacleIn);
  if (reason !== null) return { reason };
  const parts = [
    setScalar(resource, body, 'apiVersion', `${POLICY_GROUP}/v1alpha2`),
    setScalar(resource, body, 'kind', 'ClusterNetworkPolicy'),
    prependKey(resource, spec, 'tier', baseline ? 'Baseline' : 'Admin'),
    ...(baseline ? [prependKey(resource, spec, 'priority', BASELINE_PRIORITY)] : []),
    ...rules.flatMap((rule) => ruleEdits(resource, rule)),
  ];
  return parts.some((edits) => edits.length === 0)
    ? {
        reason:
          'an alias, or a comment inside an entry of `ports`, stands where the text has to change',
      }
    : { edits: parts.flat() };
}

function tooLong(spec: AdminPolicy['spec']): string | null {
  for (const direction of ['ingress', 'egress'] as const) {
    const { length } = spec[direction] ?? [];
    if (length > MOST_ENTRIES) return limit(direction, length);
  }
  return null;
}

const limit = (name: string, length: number): string =>
  `\`${name}\` has ${length} entries, and ClusterNetworkPolicy takes ${MOST_ENTRIES}`;

function obstacleIn(rule: AdminRule): string | null {
  for (const name of ['from', 'to', 'ports'] as const) {
    const { length } = rule[name] ?? [];
    if (length > MOST_ENTRIES) return limit(name, length);
  }
  return firstOf(rule.ports ?? [], (port) => {
    const { start = 0, end = 0 } = port.portRange ?? {};
    if (start > end) return `the port range ${start} to ${end} ends before it starts`;
    const protocol = protocolOf(port);
    return protocol === null || ['TCP', 'UDP', 'SCTP'].includes(protocol)
      ? null
      : `ClusterNetworkPolicy has no protocol \`${protocol}\``;
  });
}

function firstOf<Item>(items: readonly Item[], ask: (item: Item) => string | null): string | null {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== null) return answer;
  }
  return null;
}

/** The protocol of a numbered entry, TCP unless given; null for a name, which has none. */
const protocolOf = ({ portNumber, portRange }: AdminPort): string | null =>
  portNumber !== undefined || portRange !== undefined
    ? ((portNumber ?? portRange)!.protocol ?? 'TCP')
    : null;

function ruleEdits(resource: Resource<AdminPolicy>, rule: AdminRule): (readonly Edit[])[] {
  const { action, ports } = rule;
  return [
    ...(action === 'Allow' ? [setScalar(resource, rule, 'action', 'Accept')] : []),
    ...(ports === undefined
      ? []
      : [
          renameKey(resource, rule, 'ports', 'protocols'),
          ...ports.map((port, index) => {
            const protocol = asProtocol(port);
            return protocol === null ? [] : replaceItem(resource, ports, index, protocol);
          }),
        ]),
  ];
}

import { minor } from '../../../admission/refusals.ts';
import type { Schema } from '../../../schema/at.ts';
import type { Spot } from '../spot.ts';
import { itemPlace, rulePlace } from './place.ts';

/** Whether the release of Cilium that manifests must suit has a field. Whoever names none has the newest. */
export function isReleased({ node }: Schema, version: string | null): boolean {
  const { since, until } = node['x-releases'] ?? {};
  const release = version === null ? Infinity : minor(version);
  return (
    !(since !== undefined && release < minor(since)) &&
    !(until !== undefined && release >= minor(until))
  );
}

/** Whether that release takes a value of a list of words. */
export const isTaken = (
  { node }: Schema,
  value: string | number,
  version: string | null,
): boolean => {
  const since = node['x-values']?.[value];
  return since === undefined || version === null || minor(version) >= minor(since);
};

/** Whether a value can stand where it is typed: a policy of the whole cluster names no listener of a namespace. */
export const isFittingValue = (value: string | number, spot: Spot): boolean =>
  value !== 'CiliumEnvoyConfig' ||
  spot.path.at(-2) !== 'envoyConfig' ||
  rulePlace(spot)?.home !== null;

/**
 * Whether a key can stand beside those that are there. Cilium takes one list of peers in an item, messages of ICMP only
 * without ports, DNS and listeners on the way out alone, and rules for nodes only for the whole cluster (pkg/policy/api).
 */
export function isFitting(name: string, spot: Spot): boolean {
  const { present, path } = spot;
  const choices = spot.schema?.node['x-one-of'] ?? [];
  if (choices.includes(name) && present.some((other) => choices.includes(other))) return false;
  const place = rulePlace(spot);
  if (place === null) return true;
  if (name === 'nodeSelector') return place.home === null;
  const item = itemPlace(spot);
  if (item === null) return true;
  if (item.inside.length === 0) return canJoin(name, present);
  const isOutward = name === 'listener' || (name === 'dns' && path.at(-2) === 'rules');
  return !isOutward || item.direction === 'egress';
}

const PEERS =
  /^(?:from|to)(?:Endpoints|CIDR|CIDRSet|Entities|Nodes|Groups|Services|FQDNs|Requires)$/;

function canJoin(name: string, present: readonly string[]): boolean {
  if (PEERS.test(name)) return !present.some((other) => PEERS.test(other));
  if (name === 'icmps') return !present.includes('toPorts');
  return name !== 'toPorts' || !present.includes('icmps');
}

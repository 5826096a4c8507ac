import { CompletionItemKind } from 'vscode-languageserver-types';
import { minor } from '../../../admission/refusals.ts';
import { PORTLESS } from '../../../admission/ciliumPorts.ts';
import { capital } from '../../../base/words.ts';
import { schemaBelow, type Schema } from '../../../schema/at.ts';
import { entityText } from '../../hover/cilium/entities.ts';
import type { Choice } from '../choice.ts';
import { valueAt } from '../selectors.ts';
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

/**
 * Whether a value can stand where it is typed: a policy of the whole cluster names no listener of a namespace, and protocols
 * without ports are none of a port.
 */
export function isFittingValue(value: string | number, spot: Spot): boolean {
  const { path, body } = spot;
  if (value === 'CiliumEnvoyConfig' && path.at(-2) === 'envoyConfig')
    return rulePlace(spot)?.home !== null;
  if (path.at(-1) !== 'protocol' || rulePlace(spot) === null) return true;
  const port = valueAt(body, [...path.slice(0, -1), 'port']);
  return port === undefined || port === '0' || !PORTLESS.has(String(value));
}

/**
 * What to write where a list of a rule would begin, as an empty one says the opposite of what one may think: peers that are
 * nobody, or a section that is none. Null elsewhere.
 */
export function wholeValues(spot: Spot): readonly Choice[] | null {
  const { schema, path } = spot;
  const place = rulePlace(spot);
  if (place === null || schema?.node.type !== 'array') return null;
  const name = String(path.at(-1));
  if (place.below.length === 1 && SECTION.test(name))
    return [anEmptyOne('nobody, and so a default deny')];
  if (place.below.length !== 3 || !PEERS.test(name)) return null;
  if (name.endsWith('Endpoints'))
    return [anEmptyOne(place.home === null ? 'all pods' : 'all pods of the namespace')];
  const words = schemaBelow(schema, 0)?.node.enum ?? [];
  return words.map((word, index) => ({
    label: `[${word}]`,
    text: `[${word}]`,
    kind: CompletionItemKind.EnumMember,
    weight: words.length - index,
    ...describedBy(entityText(String(word))),
  }));
}

const anEmptyOne = (detail: string): Choice => ({
  label: '[{}]',
  text: '[{}]',
  kind: CompletionItemKind.Value,
  detail,
});

const SECTION = /^(?:in|e)gress(?:Deny)?$/;

const describedBy = (text: string | null): Pick<Choice, 'documentation'> =>
  text === null ? {} : { documentation: `${capital(text)}.` };

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

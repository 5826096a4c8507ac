import type { Kind } from '../model/kinds.ts';
import { dnsLabelFault } from './grammar.ts';

/** Prefixes of names that Calico gives to what it makes of other kinds; behind them a name may have any number of parts. */
const CONVERTED = ['knp.default.', 'ossg.default.'];

/** Kinds whose name is at most `tier.name`; those of a namespace may also be called as what Calico converts. */
const TWO_PARTS: Readonly<Record<string, readonly string[]>> = {
  'calico/NetworkPolicy': CONVERTED,
  'calico/StagedNetworkPolicy': CONVERTED,
  'calico/GlobalNetworkPolicy': [],
  'calico/StagedGlobalNetworkPolicy': [],
};

/**
 * What is wrong with the name of a policy or tier of Calico that could be the name of another object, as a clause; null
 * where nothing is, and for other kinds (Calico's validator of version 3).
 */
export function calicoPolicyNameFault({ id }: Kind, name: string): string | null {
  if (id === 'calico/Tier') {
    const wrong = name.includes('.') ? 'has no `.`' : dnsLabelFault(name);
    return wrong === null ? null : `the name of a tier ${wrong}`;
  }
  const prefixes = id === null ? undefined : TWO_PARTS[id];
  if (prefixes === undefined || prefixes.some((prefix) => name.startsWith(prefix))) return null;
  return name.split('.').length > 2 ? 'a name has one `.` at most' : null;
}

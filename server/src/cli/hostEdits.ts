import { contentOf, wordsOf } from '../policy/edited.ts';
import type { HostEndpoint } from '../policy/endpoint.ts';
import { policiesOfHosts } from '../policy/host/hosts.ts';
import type { IrPolicy } from '../policy/ir.ts';
import { count, hostText, list, policyText } from '../policy/print.ts';
import { selectsHost } from '../policy/resolve.ts';
import { hostsOf } from '../workspace/hosts.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Host } from './host.ts';

/**
 * Says what edits may do that only hosts feel, as nothing is compared of the hosts themselves: HostEndpoints that are
 * others, and policies and profiles for them.
 */
export function tellHostEdits(before: Snapshot, after: Snapshot, host: Host): void {
  const [old, now] = [contentsFor(before), contentsFor(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => old.get(name) !== now.get(name),
  );
  if (names.length === 0) return;
  const more = names.length - MOST_NAMED;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMED), count(more, 'other')] : names;
  host.complain(
    `netpol: what is edited of ${list(shown)} may change what hosts themselves let through, which is not compared; ask \`netpol explain\` about \`host/NAME\`.\n`,
  );
}

/** How many are named before the rest is counted. */
const MOST_NAMED = 3;

/** What is said of and for hosts, by its name. */
function contentsFor(snapshot: Snapshot): ReadonlyMap<string, string> {
  const hosts = hostsOf(snapshot);
  if (hosts === null) return new Map();
  const isFelt = (policy: IrPolicy): boolean =>
    hosts.endpoints.some((host) => selectsHost(policy, host).truth !== 'no');
  return new Map([
    ...hosts.endpoints.map((host): [string, string] => [hostText(host), contentOfHost(host)]),
    ...policiesOfHosts(hosts)
      .filter(isFelt)
      .map((policy): [string, string] => [policyText(policy), wordsOf(policy)]),
  ]);
}

const contentOfHost = (host: HostEndpoint): string =>
  contentOf({
    ...host,
    addresses: host.addresses.map(({ first, last }) => `${first}-${last}`),
  });

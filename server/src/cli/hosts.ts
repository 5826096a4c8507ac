import type { HostEndpoint } from '../model/calico.ts';
import type { Place } from '../model/finding.ts';
import { stringsOf, textOf } from '../model/untyped.ts';
import { contains, parseAddress, type Block } from '../policy/cidr.ts';
import { NONE, isEmpty, ofPorts, subtract, union, type Conns } from '../policy/conns.ts';
import type { Endpoint, Labels } from '../policy/endpoint.ts';
import type { Explanation, Step } from '../policy/explain.ts';
import type { Direction, IrPolicy } from '../policy/ir.ts';
import { code, endpointText } from '../policy/print.ts';
import { matches } from '../policy/selector/selector.ts';
import { companionsOf } from '../workspace/companions.ts';
import { rivalry } from '../workspace/duplicates.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { worldOf } from '../workspace/world.ts';
import type { Ends } from './ends.ts';

/*
 * Hosts that Calico guards. Their processes are no pods, but policies of the whole cluster select them, and what none
 * allows is denied. Of these policies it is only looked at whether there is one, so that no answer is given in its place.
 */

/** A HostEndpoint, as far as it can be asked about. */
export interface GuardedHost {
  readonly name: string;
  readonly labels: Labels;
  /** Where it is expected; empty where it does not say. */
  readonly addresses: readonly Block[];
  readonly profiles: readonly string[];
  /** Whether all this is certain. */
  readonly known: boolean;
  readonly place: Place;
}

/** The hosts that manifests describe; none where Calico is not what enforces. */
export function hostsIn({ companions, settings }: Snapshot): readonly GuardedHost[] {
  if (settings.assumptions.enforcer === 'cilium') return [];
  return companionsOf(companions, 'calico/HostEndpoint').map((each) => {
    const { resource, uri } = each.member;
    const { metadata, spec = {} } = resource.body as Partial<HostEndpoint>;
    const { body, source, chunk } = resource;
    return {
      name: textOf(metadata?.name) ?? '',
      labels: stringsOf(metadata?.labels),
      addresses: (spec.expectedIPs ?? []).flatMap((text) => parseAddress(text) ?? []),
      profiles: spec.profiles ?? [],
      known: resource.opaque === null && rivalry(each) === null,
      place: {
        uri,
        chunk,
        span: metadata?.name === undefined ? source.of(body) : source.value(metadata, 'name'),
      },
    };
  });
}

/** What `host/NAME` names: the addresses of a HostEndpoint; or a sentence. Null for other names. */
export function hostNamed(text: string, hosts: readonly GuardedHost[]): Ends | string | null {
  const [, name] = /^host\/([^/]+)$/.exec(text) ?? [];
  if (name === undefined) return null;
  const host = hosts.find((one) => one.name === name);
  if (host === undefined) return null;
  if (host.addresses.length === 0)
    return `HostEndpoint ${code(name)} has no \`expectedIPs\`, so where it is cannot be told: name an address instead.`;
  return { name: text, ends: host.addresses.map((block) => ({ kind: 'external', ...block })) };
}

/** The ports that Felix keeps open whatever policies say, unless it is configured otherwise (Calico, "Failsafe rules"). */
const FAILSAFE: Readonly<Record<Direction, Conns>> = {
  ingress: union(
    ofPorts('TCP', [
      [22, 22],
      [179, 179],
      [2379, 2380],
      [5473, 5473],
      [6443, 6443],
      [6666, 6667],
    ]),
    ofPorts('UDP', [[68, 68]]),
  ),
  egress: union(
    ofPorts('TCP', [
      [179, 179],
      [2379, 2380],
      [5473, 5473],
      [6443, 6443],
      [6666, 6667],
    ]),
    ofPorts('UDP', [
      [53, 53],
      [67, 67],
    ]),
  ),
};

/** The profile that lets everything through, which every cluster has. */
const DEFAULT_ALLOW = 'projectcalico-default-allow';

/** An explanation with the word of the hosts that either end is a process of. */
export function withHosts(
  explanation: Explanation,
  [source, destination]: readonly [Endpoint, Endpoint],
  asked: Conns,
  snapshot: Snapshot,
): Explanation {
  return (['egress', 'ingress'] as const).reduce((so, direction) => {
    const [end, peer] = direction === 'egress' ? [source, destination] : [destination, source];
    const host = hostsIn(snapshot).find((one) => isAt(one, end));
    if (host === undefined) return so;
    const { verdict, text } = saidBy(host, end, peer, direction, asked, snapshot);
    const step: Step = {
      tier: 'host',
      policy: null,
      rule: null,
      verdict: 'default',
      conns: asked,
      doubt: verdict === 'unknown' ? [text] : [],
      place: host.place,
      text,
    };
    return { ...judged(so, verdict, asked), [direction]: [step] };
  }, explanation);
}

/** Whether an end is, or may be, a process of a host: pods on the network of a node of unknown address may be on any. */
export function isAt({ addresses }: GuardedHost, end: Endpoint): boolean {
  if (end.kind === 'external') return addresses.some((address) => contains(address, end));
  if (!end.hostNetwork) return false;
  const own = [end.hostAddress ?? [], end.addresses]
    .flat()
    .flatMap((text) => parseAddress(text) ?? []);
  return own.length === 0 || own.some((at) => addresses.some((address) => contains(address, at)));
}

/** Whether a process of a host and a pod are on one node. */
function mayShareNode(end: Endpoint, peer: Endpoint): 'yes' | 'no' | 'unknown' {
  if (peer.kind === 'external') return 'no';
  const node = peer.hostAddress === null ? null : parseAddress(peer.hostAddress);
  const at = end.kind === 'external' ? end : parseAddress(end.hostAddress ?? '');
  if (node === null || at === null) return 'unknown';
  return contains(node, at) ? 'yes' : 'no';
}

interface Said {
  readonly verdict: 'allow' | 'deny' | 'unknown';
  readonly text: string;
}

function saidBy(
  host: GuardedHost,
  end: Endpoint,
  peer: Endpoint,
  direction: Direction,
  asked: Conns,
  snapshot: Snapshot,
): Said {
  const name = `HostEndpoint ${code(host.name)}`;
  if (mayShareNode(end, peer) === 'yes')
    return direction === 'egress'
      ? {
          verdict: 'allow',
          text: `${endpointText(peer)} runs on ${name}, which always reaches it.`,
        }
      : {
          verdict: 'unknown',
          text: `In doubt: ${endpointText(peer)} runs on ${name}, and what a pod sends to its own host Felix decides by \`defaultEndpointToHostAction\`, which drops it where nothing else is set.`,
        };
  if (isEmpty(subtract(asked, FAILSAFE[direction])))
    return {
      verdict: 'allow',
      text: `Calico keeps this port of ${name} open, whatever policies say, unless Felix is configured otherwise.`,
    };
  const selecting = worldOf(snapshot)
    .calicoPolicies('')
    .filter((policy) => maySelect(policy, host));
  const isCertain =
    snapshot.settings.assumptions.enforcer === 'calico' &&
    host.known &&
    selecting.length === 0 &&
    mayShareNode(end, peer) === 'no' &&
    (end.kind === 'external' || host.addresses.length > 0);
  if (isCertain && host.profiles.length === 0)
    return {
      verdict: 'deny',
      text: `No policy selects ${name}, and it has no profile, so Calico denies what is not among its failsafe ports.`,
    };
  if (isCertain && host.profiles[0] === DEFAULT_ALLOW)
    return {
      verdict: 'allow',
      text: `No policy selects ${name}, so its profile ${code(DEFAULT_ALLOW)} allows this.`,
    };
  return {
    verdict: 'unknown',
    text: `In doubt: ${endpointText(end)} is, or may be, a process of ${name}, and policies for hosts are not evaluated; what none of them allows is denied there.`,
  };
}

/** Whether a policy of the whole cluster may be for a host. */
const maySelect = ({ endpoints, unsure }: IrPolicy, { labels, known }: GuardedHost): boolean =>
  endpoints !== undefined && (unsure !== null || matches(endpoints, labels, known) !== 'no');

/** An explanation in which a further side has its word: both have to allow a connection. */
function judged(so: Explanation, verdict: Said['verdict'], asked: Conns): Explanation {
  switch (verdict) {
    case 'allow':
      return so;
    case 'deny':
      return { ...so, verdict: 'deny', allowed: NONE, denied: asked, doubtful: NONE };
    case 'unknown':
      return so.verdict === 'deny'
        ? so
        : { ...so, verdict: 'unknown', allowed: NONE, doubtful: union(so.allowed, so.doubtful) };
  }
}

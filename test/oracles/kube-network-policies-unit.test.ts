import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  IPBlock,
  LabelSelector,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../server/src/model/networkPolicy.ts';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { parseAddress } from '../../server/src/policy/cidr.ts';
import { intersect, isEmpty, ofPorts } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import type { IrRule } from '../../server/src/policy/ir.ts';
import { matchesPeers, portsAt } from '../../server/src/policy/resolve.ts';
import { selectorOf } from '../../server/src/policy/selector/k8s.ts';
import { matches } from '../../server/src/policy/selector/selector.ts';
import { namespace, pod, policy } from '../policy/build.ts';
import { material } from '../support/material.ts';
import {
  packetCluster,
  portsOf,
  verdictOf,
  type DeclaredPort,
  type Objects,
} from './support/packets.ts';
import { suite, type OracleCase } from './support/suite.ts';

/** A table of unit tests; whether the API refuses an object does not matter here. */
type Table<Case> = readonly (Case & { readonly name: string; readonly matches: boolean })[];
type Labels = Readonly<Record<string, string>>;

interface Expectations {
  readonly labelSelectors: Table<{
    readonly selector: LabelSelector | null;
    readonly labels: Labels;
  }>;
  readonly networkPolicyPorts: Table<{
    readonly ports: readonly NetworkPolicyPort[];
    readonly destinationContainerPorts: readonly DeclaredPort[] | null;
    readonly port: number;
    readonly protocol: string;
  }>;
  readonly ipBlocks: Table<{ readonly ipBlock: IPBlock; readonly ip: string }>;
  readonly networkPolicyPeers: {
    readonly namespaces: Readonly<Record<string, Labels>>;
    readonly cases: Table<{
      readonly policyNamespace: string;
      readonly peer: NetworkPolicyPeer;
      readonly pod: { readonly namespace: string; readonly labels: Labels };
    }>;
  };
  readonly networkPolicyPackets: {
    readonly cluster: Omit<Objects, 'policies'>;
    readonly cases: readonly (Pick<Objects, 'policies'> & {
      readonly name: string;
      readonly fromIP: string;
      readonly toIP: string;
      readonly port: number;
      readonly protocol: string;
      readonly expected: 'allow' | 'deny';
    })[];
  };
}

/** A rule with some peers and ports, as a policy of the namespace lowers it. */
function ruleOf(
  home: string,
  from: readonly NetworkPolicyPeer[],
  ports: readonly NetworkPolicyPort[],
): IrRule {
  return policy(home, { ingress: [{ from, ports }] }).rules[0]!;
}

/** A selector that is absent, or has no meaning, matches nothing. */
function selects(given: LabelSelector | null, labels: Labels): boolean {
  const selector = given === null ? null : selectorOf(given);
  return selector !== null && matches(selector, labels) === 'yes';
}

const meets = (rule: IrRule, end: Endpoint): boolean =>
  rule.unsure === null && matchesPeers(rule.peers, end, usualAssumptions).truth === 'yes';

const cases = ({
  labelSelectors,
  networkPolicyPorts,
  ipBlocks,
  networkPolicyPeers,
  networkPolicyPackets,
}: Expectations): OracleCase[] => [
  ...labelSelectors.map(({ name, selector, labels, matches: expected }) => ({
    name: `labelSelectors: ${name}`,
    expected,
    actual: () => selects(selector, labels),
  })),
  ...networkPolicyPorts.map(
    ({ name, ports, destinationContainerPorts, matches: expected, ...packet }) => ({
      name: `networkPolicyPorts: ${name}`,
      expected,
      actual: () => {
        const destination = pod(namespace('shop'), 'web', {
          ports: portsOf(destinationContainerPorts),
        });
        const hit = portsAt(ruleOf('shop', [], ports).ports, destination, usualAssumptions);
        return !isEmpty(intersect(hit, ofPorts(packet.protocol, [[packet.port, packet.port]])));
      },
    }),
  ),
  ...ipBlocks.map(({ name, ipBlock, ip, matches: expected }) => ({
    name: `ipBlocks: ${name}`,
    expected,
    actual: () =>
      meets(ruleOf('shop', [{ ipBlock }], []), { kind: 'external', ...parseAddress(ip)! }),
  })),
  ...networkPolicyPeers.cases.map(
    ({ name, policyNamespace, peer, pod: end, matches: expected }) => ({
      name: `networkPolicyPeers: ${name}`,
      expected,
      actual: () => {
        const home = namespace(end.namespace, {
          labels: networkPolicyPeers.namespaces[end.namespace]!,
        });
        return meets(ruleOf(policyNamespace, [peer], []), pod(home, 'pod', { labels: end.labels }));
      },
    }),
  ),
  ...networkPolicyPackets.cases.map(
    ({ name, policies, fromIP, toIP, port, protocol, expected }) => ({
      name: `networkPolicyPackets: ${name}`,
      expected,
      actual: () => {
        const cluster = packetCluster({ ...networkPolicyPackets.cluster, policies });
        return verdictOf(cluster, fromIP, toIP, protocol, port);
      },
    }),
  ),
];

const folder = material('oracles', 'kube-network-policies-unit');

if (folder !== null)
  suite(
    'kube-network-policies-unit',
    cases(JSON.parse(readFileSync(path.join(folder, 'expectations.json'), 'utf8')) as Expectations),
  );

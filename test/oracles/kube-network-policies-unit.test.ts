import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AdminPeer,
  AdminPort,
  AdminRule,
  AdminSubject,
  ClusterProtocol,
} from '../../server/src/model/adminPolicy.ts';
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
import type { IrPolicy, IrRule } from '../../server/src/policy/ir.ts';
import { possiblePortsAt } from '../../server/src/policy/ports.ts';
import { matchesPeers, matchesPods } from '../../server/src/policy/resolve.ts';
import { selectorOf } from '../../server/src/policy/selector/k8s.ts';
import { matches } from '../../server/src/policy/selector/selector.ts';
import { lowered, namespace, pod, policy } from '../policy/build.ts';
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

/** A packet to a port of a pod, and the container ports of that pod. */
interface PortQuestion {
  readonly destinationContainerPorts: readonly DeclaredPort[] | null;
  readonly port: number;
  readonly protocol: string;
}

interface Packets {
  readonly cluster: Omit<Objects, 'policies'>;
  readonly cases: readonly (Pick<Objects, 'policies'> & {
    readonly name: string;
    readonly fromIP: string;
    readonly toIP: string;
    readonly port: number;
    readonly protocol: string;
    readonly expected: 'allow' | 'deny';
  })[];
}

interface Expectations {
  readonly labelSelectors: Table<{
    readonly selector: LabelSelector | null;
    readonly labels: Labels;
  }>;
  readonly networkPolicyPorts: Table<
    PortQuestion & { readonly ports: readonly NetworkPolicyPort[] }
  >;
  readonly v1alpha1Ports: Table<PortQuestion & { readonly ports: readonly AdminPort[] | null }>;
  readonly v1alpha2Protocols: Table<
    PortQuestion & { readonly protocols: readonly ClusterProtocol[] | null }
  >;
  readonly ipBlocks: Table<{ readonly ipBlock: IPBlock; readonly ip: string }>;
  readonly networkPolicyPeers: {
    readonly namespaces: Readonly<Record<string, Labels>>;
    readonly cases: Table<{
      readonly policyNamespace: string;
      readonly peer: NetworkPolicyPeer;
      readonly pod: { readonly namespace: string; readonly labels: Labels };
    }>;
  };
  readonly adminSubjects: {
    readonly pod: { readonly namespace: string; readonly name: string; readonly labels: Labels };
    readonly namespaceLabels: Labels;
    readonly cases: readonly {
      readonly name: string;
      readonly subject: AdminSubject;
      readonly selected: boolean;
    }[];
  };
  readonly networkPolicyPackets: Packets;
  readonly adminPackets: Packets;
  readonly v1alpha2Packets: Packets;
  readonly domainNames: {
    readonly resolved: Readonly<Record<string, readonly string[]>>;
    readonly cases: readonly Omit<Packets['cases'][number], 'fromIP' | 'port' | 'protocol'>[];
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

const ADMIN_KINDS = ['AdminNetworkPolicy', 'ClusterNetworkPolicy'] as const;

/** A cluster-scoped policy for all pods with one ingress rule from everywhere. */
const adminPolicy = (
  kind: (typeof ADMIN_KINDS)[number],
  rule: Pick<AdminRule, 'ports' | 'protocols'>,
  subject: AdminSubject = { namespaces: {} },
): IrPolicy =>
  lowered({
    apiVersion: `policy.networking.k8s.io/${kind === 'AdminNetworkPolicy' ? 'v1alpha1' : 'v1alpha2'}`,
    kind,
    metadata: { name: 'policy' },
    spec: {
      priority: 1,
      subject,
      ingress: [{ action: 'Deny', from: [{ namespaces: {} }], ...rule }],
    },
  });

/** A selector that is absent, or has no meaning, matches nothing. */
function selects(given: LabelSelector | null, labels: Labels): boolean {
  const selector = given === null ? null : selectorOf(given);
  return selector !== null && matches(selector, labels) === 'yes';
}

const meets = (rule: IrRule, end: Endpoint): boolean =>
  rule.unsure === null && matchesPeers(rule.peers, end, usualAssumptions).truth === 'yes';

/** The questions of one table about ports, each asked of a rule that has them. */
const portCases = <Question extends PortQuestion>(
  table: string,
  questions: Table<Question>,
  ruleFor: (question: Question) => IrRule,
): OracleCase[] =>
  questions.map((question) => ({
    name: `${table}: ${question.name}`,
    expected: question.matches,
    actual: () => {
      const { destinationContainerPorts, protocol, port } = question;
      const destination = pod(namespace('shop'), 'web', {
        ports: portsOf(destinationContainerPorts),
      });
      const hit = possiblePortsAt(ruleFor(question).ports, destination, usualAssumptions);
      return !isEmpty(intersect(hit, ofPorts(protocol, [[port, port]])));
    },
  }));

/** The packets of one table, each between two ends of its cluster. */
const packetCases = (table: string, { cluster, cases: packets }: Packets): OracleCase[] =>
  packets.map(({ name, policies, fromIP, toIP, port, protocol, expected }) => ({
    name: `${table}: ${name}`,
    expected,
    actual: () => verdictOf(packetCluster({ ...cluster, policies }), fromIP, toIP, protocol, port),
  }));

/**
 * What a name resolves to is known to DNS and not to netpol, for which a rule with names is in doubt. So the addresses
 * that the suite resolves them to stand in their place, and what is compared is what rules do with the addresses.
 */
const resolvedIn = (
  policies: Objects['policies'],
  resolved: Expectations['domainNames']['resolved'],
): Objects['policies'] =>
  JSON.parse(JSON.stringify(policies), (key, value: unknown) =>
    key === 'to'
      ? (value as AdminPeer[]).map((peer) =>
          peer.domainNames === undefined
            ? peer
            : {
                networks: peer.domainNames.flatMap((name) =>
                  resolved[name]!.map((address) => `${address}/32`),
                ),
              },
        )
      : value,
  ) as Objects['policies'];

const cases = ({
  labelSelectors,
  networkPolicyPorts,
  v1alpha1Ports,
  v1alpha2Protocols,
  ipBlocks,
  networkPolicyPeers,
  adminSubjects,
  networkPolicyPackets,
  adminPackets,
  v1alpha2Packets,
  domainNames,
}: Expectations): OracleCase[] => [
  ...labelSelectors.map(({ name, selector, labels, matches: expected }) => ({
    name: `labelSelectors: ${name}`,
    expected,
    actual: () => selects(selector, labels),
  })),
  ...portCases('networkPolicyPorts', networkPolicyPorts, ({ ports }) => ruleOf('shop', [], ports)),
  ...portCases(
    'v1alpha1Ports',
    v1alpha1Ports,
    ({ ports }) => adminPolicy('AdminNetworkPolicy', { ports: ports ?? [] }).rules[0]!,
  ),
  ...portCases(
    'v1alpha2Protocols',
    v1alpha2Protocols,
    ({ protocols }) =>
      adminPolicy('ClusterNetworkPolicy', { protocols: protocols ?? [] }).rules[0]!,
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
  ...ADMIN_KINDS.flatMap((kind) =>
    adminSubjects.cases.map(({ name, subject, selected: expected }) => ({
      name: `adminSubjects: ${name} of ${kind}`,
      expected,
      actual: () => {
        const { namespace: home, name: called, labels } = adminSubjects.pod;
        const end = pod(namespace(home, { labels: adminSubjects.namespaceLabels }), called, {
          labels,
        });
        const selected = adminPolicy(kind, {}, subject).subject;
        return matchesPods(selected, end, usualAssumptions).truth === 'yes';
      },
    })),
  ),
  ...packetCases('networkPolicyPackets', networkPolicyPackets),
  ...packetCases('adminPackets', adminPackets),
  ...packetCases('v1alpha2Packets', v1alpha2Packets),
  ...packetCases('domainNames', {
    cluster: adminPackets.cluster,
    cases: domainNames.cases.map((each) => ({
      ...each,
      policies: resolvedIn(each.policies, domainNames.resolved),
      fromIP: '192.168.1.11',
      protocol: 'TCP',
      port: 80,
    })),
  }),
];

const folder = material('oracles', 'kube-network-policies-unit');

if (folder !== null)
  suite(
    'kube-network-policies-unit',
    cases(JSON.parse(readFileSync(path.join(folder, 'expectations.json'), 'utf8')) as Expectations),
  );

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { intersect } from '../../server/src/base/intervals.ts';
import { usualAssumptions, type Assumptions } from '../../server/src/policy/assumptions.ts';
import { parseAddress } from '../../server/src/policy/cidr.ts';
import { connect } from '../../server/src/policy/connect.ts';
import type { Conns } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { clusterOf } from '../../server/src/workspace/cluster.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';
import { cluster, podsIn } from './arbitraryCilium.ts';
import { podIdentity, reservedIdentity, type Identity, type Setup } from './ciliumIdentities.ts';
import { podManifest, policyManifest } from './ciliumManifests.ts';
import { isLet, type Flow } from './ciliumModel.ts';

/*
 * What the engine says of clusters with Cilium, beside a second opinion that shares nothing with it.
 */

const NODE = '192.0.2.1';
const OTHER_NODE = '192.0.2.2';
const API_SERVER = '198.51.100.7';
const OUTSIDE = ['203.0.113.5', '203.0.113.20', '8.8.8.8', '2001:db8::1'];

const FLOWS: readonly Flow[] = [
  ...['TCP', 'UDP', 'SCTP'].flatMap((protocol) => [1, 80, 85].map((port) => ({ protocol, port }))),
  { protocol: 'ICMP', port: 8 },
  { protocol: 'ICMPv6', port: 128 },
];

const TOLD: Assumptions = {
  ...usualAssumptions,
  enforcer: 'cilium',
  ipBlocksMatchPods: false,
  clusterName: 'main',
  apiServer: [`${API_SERVER}/32`],
  hostFirewall: 'off',
};

/** An end, and what Cilium may know it as. */
interface End {
  readonly end: Endpoint;
  readonly identities: readonly Identity[];
}

const external = (address: string, identities: readonly Identity[]): End => ({
  end: { kind: 'external', ...parseAddress(address)! },
  identities,
});

/** What is outside has another label where a cluster has addresses of both families. */
const outside = (address: string, ...more: readonly string[]): End =>
  external(
    address,
    ['world', address.includes(':') ? 'world-ipv6' : 'world-ipv4'].map((world) =>
      reservedIdentity(address, world, ...more),
    ),
  );

const EXTERNAL: readonly End[] = [
  external(NODE, [reservedIdentity(null, 'host')]),
  external(OTHER_NODE, [reservedIdentity(null, 'remote-node')]),
  outside(API_SERVER, 'kube-apiserver'),
  ...OUTSIDE.map((address) => outside(address)),
];

const ON_A_NODE = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'daemon', namespace: 'x', labels: { app: 'web' } },
  spec: { hostNetwork: true, containers: [] },
};

const nodeManifest = (address: string): object => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: `node-${address}` },
  status: { addresses: [{ type: 'InternalIP', address }] },
});

const holds = ({ named, rest }: Conns, { protocol, port }: Flow): boolean => {
  // Messages of ICMP are told by type and code.
  const at = protocol.startsWith('ICMP') ? port * 256 : port;
  return intersect(named.get(protocol) ?? rest, [[at, at]]).length > 0;
};

test('what is certain of a cluster with Cilium is what a second, naive reading of its documentation says', () => {
  let [certain, doubted] = [0, 0];
  fc.assert(
    fc.property(cluster, fc.nat(), ({ namespaces, pods: drawn, rules, mode }, start) => {
      const pods = podsIn(namespaces, drawn);
      const objects = [
        ...namespaces.map((metadata) => ({ apiVersion: 'v1', kind: 'Namespace', metadata })),
        ...[NODE, OTHER_NODE].map(nodeManifest),
        ...pods.map((pod) => podManifest(pod, NODE)),
        ON_A_NODE,
        ...rules.map((rule, index) => policyManifest(rule, `policy-${index}`)),
      ];
      const assumptions = { ...TOLD, policyEnforcement: mode };
      const snapshot = apply(EMPTY, {
        reason: 'test',
        settings: { ...defaultSettings, enforcer: 'cilium', assumptions },
        upserted: [
          {
            uri: 'file:///cluster.yaml',
            text: objects.map((object) => JSON.stringify(object)).join('\n---\n'),
          },
        ],
        read: true,
      });
      const { endpoints, tiersFor } = clusterOf(snapshot);
      const named = (name: string): Endpoint => endpoints.find((one) => one.name === name)!;
      const ends: readonly End[] = [
        ...pods.map((pod) => ({ end: named(pod.name), identities: [podIdentity(pod, 'main')] })),
        {
          end: named('daemon'),
          identities: ['host', 'remote-node'].map((key) => reservedIdentity(null, key)),
        },
        ...EXTERNAL,
      ];
      const setups: readonly Setup[] = [true, false].map((localCluster) => ({
        cluster: 'main',
        localCluster,
        mode,
      }));
      const pairs = pods.flatMap((_, index) =>
        ends.flatMap((other) => [[ends[index]!, other] as const, [other, ends[index]!] as const]),
      );
      // A part of the pairs of each cluster, as many clusters say more than many pairs.
      for (const [source, destination] of pairs.filter((_, index) => (index + start) % 4 === 0)) {
        if (source === destination) continue;
        const { allowed, denied } = connect(source.end, destination.end, tiersFor, assumptions);
        for (const flow of FLOWS) {
          const [isAllowed, isDenied] = [holds(allowed, flow), holds(denied, flow)];
          if (!isAllowed && !isDenied) {
            doubted++;
            continue;
          }
          certain++;
          for (const setup of setups)
            for (const from of source.identities)
              for (const to of destination.identities)
                assert.equal(isLet(rules, [from, to], flow, setup), isAllowed);
        }
      }
    }),
    { numRuns: 80 },
  );
  assert.ok(certain > 3 * doubted && doubted > 0, `${certain} certain, ${doubted} in doubt`);
});

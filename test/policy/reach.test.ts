import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { ofPorts } from '../../server/src/policy/conns.ts';
import { explain } from '../../server/src/policy/explain.ts';
import { cidrsOf, parseAddress, parseBlock } from '../../server/src/policy/cidr.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import type { Party } from '../../server/src/policy/party.ts';
import type { ReachRow } from '../../server/src/policy/reach.ts';
import {
  NAMESPACES,
  NODES,
  OUTSIDE,
  PORTS,
  PROTOCOLS,
  egressRule,
  ingressRule,
  namespaceLabels,
  pods,
  policies,
} from './arbitrary.ts';
import { reachOf } from './load.ts';
import type { Cluster } from '../../server/src/policy/connect.ts';
import {
  clusterOf,
  deployment,
  namespaceManifests,
  packets,
  podManifest,
  tells,
  type NamespaceLabels,
} from './manifests.ts';
import { arrives, type KnownEnd, type KnownPod, type RawPolicy } from './reference.ts';

/*
 * The whole way from manifests to rows, against the reference: every packet of small clusters that policies can tell
 * apart from another.
 */

const endpointOf = ({ endpoints }: Cluster, end: KnownEnd): Endpoint =>
  typeof end === 'string'
    ? { kind: 'external', ...parseAddress(end)! }
    : endpoints.find(
        ({ namespace, name }) => namespace.name === end.namespace && name === end.name,
      )!;

const complete = fc.record({ namespaces: namespaceLabels, known: pods, policies });

const manifestsOf = (
  namespaces: NamespaceLabels,
  known: readonly KnownPod[],
  drawn: readonly RawPolicy[],
): object[] => [...namespaceManifests(namespaces), ...known.map(podManifest), ...drawn];

/** A Pod of namespace `shop` on the node with an address. */
const podAt = (name: string, hostIP: string, hostNetwork = true): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop' },
  spec: { hostNetwork, containers: [] },
  status: { hostIP, podIP: hostNetwork ? hostIP : '10.0.0.1' },
});

describe('reach', () => {
  test('where everything is known, the rows are exactly the packets that arrive', () => {
    fc.assert(
      fc.property(complete, ({ namespaces, known, policies: drawn }) => {
        const cluster = clusterOf(manifestsOf(namespaces, known, drawn), usualAssumptions);
        const { connections, doubts } = reachOf(cluster, usualAssumptions);
        assert.deepEqual(doubts, []);
        for (const packet of packets(known, OUTSIDE)) {
          const { from, to, protocol, port } = packet;
          assert.equal(
            tells(connections, from, to, protocol, port),
            arrives(packet, { namespaces, policies: drawn }),
            `${JSON.stringify(from)} to ${JSON.stringify(to)} on ${protocol} ${port}`,
          );
        }
      }),
      { numRuns: 120 },
    );
  });

  test('explain gives the verdict of the row', () => {
    fc.assert(
      fc.property(complete, ({ namespaces, known, policies: drawn }) => {
        const cluster = clusterOf(manifestsOf(namespaces, known, drawn), usualAssumptions);
        for (const packet of packets(known, [...OUTSIDE, ...NODES])) {
          const { verdict, egress, ingress } = explain(
            endpointOf(cluster, packet.from),
            endpointOf(cluster, packet.to),
            ofPorts(packet.protocol, [[packet.port, packet.port]]),
            cluster.tiersFor,
            usualAssumptions,
          );
          const expected = arrives(packet, { namespaces, policies: drawn });
          assert.equal(verdict, expected ? 'allow' : 'deny');
          const denying = [...egress, ...ingress].filter((step) => step.verdict === 'isolated');
          assert.equal(denying.length > 0, !expected);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('what manifests leave open is a doubt: a row is certain whatever the cluster turns out to be', () => {
    const hidden = fc.record({
      status: fc.subarray([0, 1, 2, 3]),
      template: fc.subarray([0, 1, 2, 3]),
      namespaces: fc.subarray(NAMESPACES),
    });
    fc.assert(
      fc.property(complete, hidden, ({ namespaces, known, policies: drawn }, hide) => {
        const declared = Object.entries(namespaces).filter(
          ([name]) => !hide.namespaces.includes(name),
        );
        const seen = known.map((pod, index) => {
          const { status, ...rest } = podManifest(pod);
          // Every pod has an address of the first family, so one that has none of it cannot be left open.
          if (pod.address.includes(':')) return { ...rest, status };
          if (hide.template.includes(index)) return deployment(pod);
          return hide.status.includes(index) ? rest : { ...rest, status };
        });
        const cluster = clusterOf(
          [...namespaceManifests(Object.fromEntries(declared)), ...seen, ...drawn],
          usualAssumptions,
        );
        const { connections, doubts } = reachOf(cluster, usualAssumptions);
        for (const packet of packets(known, OUTSIDE)) {
          const { from, to, protocol, port } = packet;
          const arriving = arrives(packet, { namespaces, policies: drawn });
          const [certain, doubted] = [connections, doubts].map((rows) =>
            tells(rows, from, to, protocol, port),
          );
          const about = `${JSON.stringify(from)} to ${JSON.stringify(to)} on ${protocol} ${port}`;
          assert.ok(!certain || arriving, `certain, but refused: ${about}`);
          assert.ok(!arriving || certain || doubted, `told as refused, but arrives: ${about}`);
          assert.ok(!(certain && doubted), `certain and in doubt: ${about}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("an owner's row is what all of its pods share, and what only some have is in doubt", () => {
    const owners = fc.array(fc.constantFrom('r', 's'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(complete, owners, ({ namespaces, known, policies: drawn }, names) => {
        const owned = known.map((pod, index) => ({
          pod,
          owner: `${pod.namespace}/${names[index]!}`,
        }));
        const manifests = owned.map(({ pod, owner }) => {
          const { metadata, ...rest } = podManifest(pod);
          const controller = { kind: 'ReplicaSet', name: owner.slice(2), controller: true };
          return { metadata: { ...(metadata as object), ownerReferences: [controller] }, ...rest };
        });
        const cluster = clusterOf(
          [...namespaceManifests(namespaces), ...manifests, ...drawn],
          usualAssumptions,
        );
        const { connections, doubts } = reachOf(cluster, usualAssumptions);
        const groups = [...new Set(owned.map(({ owner }) => owner)), ...OUTSIDE].map(
          (name): { readonly shown: KnownEnd; readonly members: readonly KnownEnd[] } => {
            const members = owned.filter(({ owner }) => owner === name).map(({ pod }) => pod);
            const [first] = members;
            return first === undefined
              ? { shown: name, members: [name] }
              : { shown: { ...first, name: name.slice(2) }, members };
          },
        );
        for (const from of groups)
          for (const to of groups)
            for (const protocol of PROTOCOLS)
              for (const port of PORTS) {
                if (from === to || [from, to].every(({ shown }) => typeof shown === 'string'))
                  continue;
                const arriving = from.members.flatMap((source) =>
                  to.members.map((destination) =>
                    arrives(
                      { from: source, to: destination, protocol, port },
                      { namespaces, policies: drawn },
                    ),
                  ),
                );
                const [all, some] = [arriving.every(Boolean), arriving.some(Boolean)];
                const [certain, doubted] = [connections, doubts].map((rows) =>
                  tells(rows, from.shown, to.shown, protocol, port),
                );
                assert.deepEqual([certain, doubted], [all, some && !all]);
              }
      }),
      { numRuns: 100 },
    );
  });

  test('one more rule of an isolating policy never takes a connection away', () => {
    fc.assert(
      fc.property(
        complete,
        fc.oneof(
          ingressRule.map((rule) => ['Ingress', rule] as const),
          egressRule.map((rule) => ['Egress', rule] as const),
        ),
        ({ namespaces, known, policies: drawn }, [direction, rule]) => {
          const rows = (list: readonly RawPolicy[]): readonly ReachRow[] =>
            reachOf(
              clusterOf(manifestsOf(namespaces, known, list), usualAssumptions),
              usualAssumptions,
            ).connections;
          const section = direction === 'Ingress' ? 'ingress' : 'egress';
          const isolating = drawn.map(({ spec, ...rest }) => ({
            ...rest,
            spec: { ...spec, policyTypes: [...new Set([...(spec.policyTypes ?? []), direction])] },
          }));
          const wider = isolating.map(({ spec, ...rest }, index) => ({
            ...rest,
            spec: index === 0 ? { ...spec, [section]: [...(spec[section] ?? []), rule] } : spec,
          }));
          const [before, after] = [rows(isolating), rows(wider)];
          for (const { from, to, protocol, port } of packets(known, OUTSIDE))
            if (tells(before, from, to, protocol, port))
              assert.ok(tells(after, from, to, protocol, port));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('pods on different nodes are told apart by rules for nodes, whatever blocks match', () => {
    const objects = [
      ...namespaceManifests({ shop: {} }),
      podAt('web', '192.0.2.3', false),
      podAt('first', '192.0.2.1'),
      podAt('second', '192.0.2.2'),
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'one' },
        status: { addresses: [{ type: 'InternalIP', address: '192.0.2.1' }] },
      },
      {
        apiVersion: 'policy.networking.k8s.io/v1alpha2',
        kind: 'ClusterNetworkPolicy',
        metadata: { name: 'nodes' },
        spec: {
          tier: 'Admin',
          priority: 1,
          subject: { namespaces: {} },
          egress: [{ action: 'Deny', to: [{ nodes: {} }] }],
        },
      },
    ];
    for (const ipBlocksMatchPods of [true, false]) {
      const assumptions = { ...usualAssumptions, ipBlocksMatchPods };
      const { connections } = reachOf(clusterOf(objects, assumptions), assumptions);
      const from = connections.filter(({ src }) => src.kind === 'workload' && src.name === 'web');
      assert.deepEqual(
        from.flatMap(({ dst }) => (dst.kind === 'workload' ? [dst.name] : [])),
        ['second'],
      );
    }
  });

  test('one reason that leaves both ends open is one doubt', () => {
    const [web, cli] = ['web', 'cli'].map((name) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace: 'a', name },
    }));
    const template = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { namespace: 'a', name: 'open' },
      spec: { podSelector: { matchLabels: { app: '{{ .Values.app }}' } } },
    };
    const { connections, doubts } = reachOf(
      clusterOf([web!, cli!, template], usualAssumptions),
      usualAssumptions,
    );
    assert.deepEqual(connections, []);
    const inside = doubts.filter(({ src, dst }) =>
      [src, dst].every(({ kind }) => kind === 'workload'),
    );
    assert.deepEqual(
      inside.map(({ src, conn }) => [src.kind === 'workload' && src.name, conn]),
      [
        ['cli', 'All'],
        ['web', 'All'],
      ],
    );
  });

  test('rows are sorted, of one form, and none is from a workload to itself', () => {
    fc.assert(
      fc.property(complete, ({ namespaces, known, policies: drawn }) => {
        const cluster = clusterOf(manifestsOf(namespaces, known, drawn), usualAssumptions);
        const { connections } = reachOf(cluster, usualAssumptions);
        for (const { src, dst, conn } of connections) {
          assert.notDeepEqual(src, dst);
          assert.match(conn, CONN);
          for (const party of [src, dst])
            if (party.kind === 'external')
              assert.deepEqual(party.cidrs, cidrsOf(party.cidrs.map((cidr) => parseBlock(cidr)!)));
        }
        const pairs = connections.map(({ src, dst, conn }) =>
          JSON.stringify([familyOr(src), familyOr(dst), conn]),
        );
        assert.equal(new Set(pairs).size, pairs.length, 'equal rows of one pair are one row');
        for (const [index, { src, dst }] of connections.entries()) {
          const before = connections[index - 1];
          if (before === undefined) continue;
          const same = isDeepStrictEqual(before.src, src);
          const [lower, higher] = same ? [before.dst, dst] : [before.src, src];
          assert.ok(isAtOrBefore(lower, higher));
        }
        const runs = connections.filter(
          ({ src }, index) => !isDeepStrictEqual(connections[index - 1]?.src, src),
        );
        const sources = new Set(connections.map(({ src }) => JSON.stringify(src)));
        assert.equal(runs.length, sources.size, 'the rows of one source stand together');
      }),
      { numRuns: 100 },
    );
  });
});

const CONN =
  /^(All|(SCTP|TCP|UDP)( \d+(-\d+)?(,\d+(-\d+)?)*)?(; (SCTP|TCP|UDP)( \d+(-\d+)?(,\d+(-\d+)?)*)?)*)$/;

const familyOr = (party: Party): unknown =>
  party.kind === 'external' ? parseBlock(party.cidrs[0]!)!.family : party;

/** Workloads go by namespace, name and kind, then come addresses in their order, IPv4 first. */
function isAtOrBefore(a: Party, b: Party): boolean {
  const [first, second] = [sortKeys(a), sortKeys(b)];
  const at = first.findIndex((key, index) => key !== second[index]);
  return at < 0 || first[at]! < second[at]!;
}

const sortKeys = (party: Party): (string | bigint)[] =>
  party.kind === 'workload'
    ? ['0', party.namespace ?? '', party.name, party.workloadKind]
    : party.kind === 'host'
      ? ['1', party.name]
      : ['2', parseBlock(party.cidrs[0]!)!.family, parseBlock(party.cidrs[0]!)!.first];

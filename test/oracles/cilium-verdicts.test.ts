import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAddress } from '../../server/src/policy/cidr.ts';
import { connect } from '../../server/src/policy/connect.ts';
import { intersect, isEmpty, ofPorts } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import type { HttpRequest } from '../../server/src/policy/http.ts';
import { messagesOf } from '../../server/src/policy/icmp.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';
import { worldOf, type World } from '../../server/src/workspace/world.ts';
import { material } from '../support/material.ts';
import { suite, type OracleCase } from './support/suite.ts';

/*
 * What Cilium's own tests and documentation, and a reading of its sources, say of single packets.
 */

interface Identity {
  readonly labels: readonly string[];
  readonly external?: true;
  readonly ip?: string;
  readonly dnsNames?: readonly string[];
  readonly namedPorts?: readonly {
    readonly name: string;
    readonly port: number;
    readonly protocol: string;
  }[];
}

type Mode = 'default' | 'always' | 'never';

interface Scenario {
  readonly id: string;
  readonly env: { readonly cluster?: string; readonly mode?: Mode };
  readonly endpoints: Readonly<Record<string, Identity>>;
  readonly policies: readonly object[];
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly proto: string;
    readonly port?: number;
    readonly type?: number;
    readonly allowed: boolean;
    readonly deniedAt?: string;
    readonly request?: HttpRequest;
  }[];
}

interface Subject {
  readonly id: string;
  readonly subject: Identity;
  readonly policies: readonly object[];
}

interface Cases {
  readonly scenarios: readonly Scenario[];
  readonly enforcement: readonly (Subject & {
    readonly mode: Mode;
    readonly ingressEnforced: boolean;
    readonly egressEnforced: boolean;
  })[];
  readonly defaultAllow: readonly (Subject & {
    readonly ingress: string;
    readonly egress: string;
  })[];
}

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';
const CLUSTER = 'k8s:io.cilium.k8s.policy.cluster';
const ACCOUNT = 'k8s:io.cilium.k8s.policy.serviceaccount';
const OF_NAMESPACE = 'k8s:io.cilium.k8s.namespace.labels.';

const NODES: Readonly<Record<string, string>> = { here: '192.0.2.1', there: '192.0.2.2' };

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const OUTSIDE: Endpoint = { kind: 'external', ...parseAddress('203.0.113.7')! };

const labelsOf = ({ labels }: Identity): Map<string, string> =>
  new Map(
    labels.map((label) => {
      const equals = label.indexOf('=');
      return equals < 0 ? [label, ''] : [label.slice(0, equals), label.slice(equals + 1)];
    }),
  );

/** A pod's own labels; none of Cilium's. */
function podLabels(labels: ReadonlyMap<string, string>): Record<string, string> {
  const own = [...labels].filter(
    ([key]) =>
      key.startsWith('k8s:') &&
      ![NAMESPACE, CLUSTER, ACCOUNT].includes(key) &&
      !key.startsWith(OF_NAMESPACE),
  );
  return Object.fromEntries(own.map(([key, value]) => [key.slice('k8s:'.length), value]));
}

/** Reads endpoints and policies as manifests: hosts as pods on the network of their node, others that are no pods as addresses. */
function sceneOf(
  endpoints: Readonly<Record<string, Identity>>,
  policies: readonly object[],
  env: Scenario['env'],
): { readonly world: World; readonly endOf: (name: string) => Endpoint } {
  const isPod = ({ labels, external }: Identity): boolean =>
    external !== true &&
    !labels.some(
      (label) => label.startsWith(`${CLUSTER}=`) && label !== `${CLUSTER}=${env.cluster}`,
    );
  const names = Object.keys(endpoints);
  const pods = names.filter((name) => isPod(endpoints[name]!));
  const homes = new Map<string, Record<string, string>>();
  const homeOf = (name: string): string => labelsOf(endpoints[name]!).get(NAMESPACE) ?? 'default';
  for (const name of pods) {
    const about = [...labelsOf(endpoints[name]!)].filter(([key]) => key.startsWith(OF_NAMESPACE));
    homes.set(homeOf(name), {
      ...homes.get(homeOf(name)),
      ...Object.fromEntries(about.map(([key, value]) => [key.slice(OF_NAMESPACE.length), value])),
    });
  }
  const objects = [
    ...[...homes].map(([name, labels]) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    })),
    ...Object.entries(NODES).map(([name, address]) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name },
      status: { addresses: [{ address }] },
    })),
    ...pods.map((name) => {
      const { namedPorts = [] } = endpoints[name]!;
      const labels = labelsOf(endpoints[name]!);
      const node = NODES[labels.has('reserved:remote-node') ? 'there' : 'here'];
      const isHost = labels.has('reserved:host') || labels.has('reserved:remote-node');
      return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: name.toLowerCase(), namespace: homeOf(name), labels: podLabels(labels) },
        spec: {
          serviceAccountName: labels.get(ACCOUNT),
          hostNetwork: isHost,
          containers: [
            {
              name: 'main',
              ports: namedPorts.map((port) => ({
                name: port.name,
                containerPort: port.port,
                protocol: port.protocol,
              })),
            },
          ],
        },
        status: {
          hostIP: node,
          podIPs: [{ ip: isHost ? node : `10.0.0.${names.indexOf(name) + 1}` }],
        },
      };
    }),
    ...policies,
  ];
  const snapshot = apply(EMPTY, {
    reason: 'test',
    upserted: [
      {
        uri: 'file:///scene.yaml',
        text: objects.map((object) => JSON.stringify(object)).join('\n---\n'),
      },
    ],
    settings: {
      ...defaultSettings,
      enforcer: 'cilium',
      assumptions: {
        ...defaultSettings.assumptions,
        clusterName: env.cluster ?? null,
        policyEnforcement: env.mode ?? 'default',
      },
    },
    read: true,
  });
  const world = worldOf(snapshot);
  return {
    world,
    endOf(name) {
      const identity = endpoints[name]!;
      const pod = world.inventory(homeOf(name)).pods.find((one) => one.name === name.toLowerCase());
      if (pod !== undefined && isPod(identity)) return pod;
      // A pod of another cluster is an address outside.
      const address = identity.ip ?? `10.99.0.${names.indexOf(name) + 1}`;
      const [dnsName] = identity.dnsNames ?? [];
      return {
        kind: 'external',
        ...parseAddress(address)!,
        ...(dnsName !== undefined && { name: dnsName }),
      };
    },
  };
}

function casesOf({ id, env, endpoints, policies, flows }: Scenario): OracleCase[] {
  const { world, endOf } = sceneOf(endpoints, policies, env);
  return flows.map((flow) => {
    const { from, to, proto, port, type, allowed, deniedAt, request } = flow;
    const packet = `${proto} ${port ?? `type ${type}`}${request === undefined ? '' : ` ${JSON.stringify(request)}`}`;
    return {
      name: `${id}: ${from} to ${to}, ${packet}`,
      expected: allowed ? 'allowed' : `denied at ${deniedAt ?? 'ingress'}`,
      actual() {
        const conns = ofPorts(proto, [port === undefined ? messagesOf(type!, null) : [port, port]]);
        const { assumptions } = world.settings;
        const connection = connect(
          endOf(from),
          endOf(to),
          (key) => world.tiers(key),
          assumptions,
          undefined,
          request && { ...request, headers: lowerCased(request.headers ?? {}) },
        );
        if (!isEmpty(intersect(conns, connection.allowed))) return 'allowed';
        if (isEmpty(intersect(conns, connection.denied)))
          return `unknown: ${connection.doubts.flatMap(({ why }) => why).join('; ')}`;
        const at = (['egress', 'ingress'] as const).find((direction) =>
          connection[direction].decisions.some(
            (decision) => decision.verdict === 'deny' && !isEmpty(intersect(conns, decision.conns)),
          ),
        );
        return `denied at ${at}`;
      },
    };
  });
}

/** What becomes of everything that no rule speaks of, on each side of a pod. */
function restOf({ subject, policies }: Subject, mode: Mode): Record<string, string> {
  const { world, endOf } = sceneOf({ subject }, policies, { mode });
  const pod = endOf('subject');
  return Object.fromEntries(
    (['ingress', 'egress'] as const).map((direction) => {
      if (pod.kind === 'external') return [direction, 'no pod'];
      const { decisions } = decide(
        world.tiers(pod.namespace.key),
        { subject: pod, peer: OUTSIDE, direction },
        world.settings.assumptions,
      );
      return [direction, decisions.map(({ verdict }) => verdict).join()];
    }),
  );
}

function enforcementCase(one: Cases['enforcement'][number]): OracleCase {
  return {
    name: one.id,
    expected: {
      ingress: one.ingressEnforced ? 'deny' : 'allow',
      egress: one.egressEnforced ? 'deny' : 'allow',
    },
    actual: () => restOf(one, one.mode),
  };
}

const verdict = (word: string): string => (word === 'default-deny' ? 'deny' : 'allow');

function defaultCase(one: Cases['defaultAllow'][number]): OracleCase {
  return {
    name: one.id,
    expected: { ingress: verdict(one.ingress), egress: verdict(one.egress) },
    actual: () => restOf(one, 'default'),
  };
}

const folder = material('oracles', 'cilium');
if (folder !== null) {
  const cases = JSON.parse(readFileSync(path.join(folder, 'verdict-cases.json'), 'utf8')) as Cases;
  suite('cilium-verdicts', cases.scenarios.flatMap(casesOf));
  suite('cilium-enforcement', cases.enforcement.map(enforcementCase));
  suite('cilium-default-allow', cases.defaultAllow.map(defaultCase));
}

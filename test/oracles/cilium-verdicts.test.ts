import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAddress } from '../../server/src/policy/cidr.ts';
import { connect } from '../../server/src/policy/connect.ts';
import { intersect, isEmpty, ofPorts } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import type { HttpRequest } from '../../server/src/policy/http.ts';
import { messagesOf } from '../../server/src/policy/icmp.ts';
import { material } from '../support/material.ts';
import { sceneOf, type Environment, type Identity, type Mode } from './support/ciliumScene.ts';
import { suite, type OracleCase } from './support/suite.ts';

/*
 * What Cilium's own tests and documentation, and a reading of its sources, say of single packets.
 */

interface Scenario {
  readonly id: string;
  readonly env: Environment;
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

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const OUTSIDE: Endpoint = { kind: 'external', ...parseAddress('203.0.113.7')! };

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

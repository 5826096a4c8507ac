import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import {
  ALL,
  NONE,
  equal,
  intersect,
  isEmpty,
  ofPorts,
  union,
  type Conns,
} from '../../server/src/policy/conns.ts';
import { connect, type Connection } from '../../server/src/policy/connect.ts';
import type { Answer } from '../../server/src/policy/ir.ts';
import { arrives, type KnownEnd, type KnownPod, type RawPolicy } from '../policy/reference.ts';
import { material } from '../support/material.ts';
import { endIn, packetCluster } from './support/packets.ts';
import { suite } from './support/suite.ts';

/*
 * Policies that a generator wrote to try out network plugins. They come without verdicts, so what is held against us
 * is the reference: every packet between the pods of the generator's cluster, and addresses in and beside its blocks.
 */

interface Case {
  readonly id: number;
  readonly description: string;
  readonly policiesFile: string;
}

const NAMES = ['x', 'y', 'z'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const PORTS = [53, 79, 80, 81, 103];
const namespaces = Object.fromEntries(NAMES.map((name) => [name, { ns: name }]));

const pods: readonly KnownPod[] = NAMES.flatMap((namespace, home) =>
  ['a', 'b', 'c'].map((name, index) => ({
    namespace,
    name,
    labels: { pod: name },
    ports: PROTOCOLS.flatMap((protocol) =>
      [80, 81].map((number) => ({
        name: `serve-${number}-${protocol.toLowerCase()}`,
        number,
        protocol,
      })),
    ),
    address: namespace === 'z' && name === 'c' ? '192.168.242.249' : `192.168.${home}.${index + 1}`,
    node: '10.0.0.1',
    hostNetwork: false,
  })),
);

const ends: readonly KnownEnd[] = [...pods, '192.168.242.1', '8.8.8.8'];

/** What the policies of a case leave wrong: answers that are no partition, packets that the reference judges otherwise. */
function mistakes(policies: readonly RawPolicy[]): string[] {
  const cluster = packetCluster({
    namespaces: NAMES.map((name) => ({ name, labels: namespaces[name]! })),
    pods: pods.map(({ ports, address, ...rest }) => ({
      ...rest,
      ip: address,
      ports: ports.map(({ number, ...port }) => ({ ...port, containerPort: number })),
    })),
    policies,
  });
  const found: string[] = [];
  for (const from of ends)
    for (const to of ends) {
      if (from === to || (typeof from === 'string' && typeof to === 'string')) continue;
      const [source, destination] = [textOf(from), textOf(to)];
      const { egress, ingress, ...parts }: Connection = connect(
        endIn(cluster, source),
        endIn(cluster, destination),
        cluster.tiersFor,
        usualAssumptions,
      );
      if (![egress, ingress].every((side) => isPartition(partsOf(side))))
        found.push(`${source} to ${destination}: a side is no partition`);
      if (!isPartition([parts.allowed, parts.denied]))
        found.push(`${source} to ${destination}: in doubt`);
      for (const protocol of PROTOCOLS)
        for (const port of PORTS) {
          const expected = arrives({ from, to, protocol, port }, { namespaces, policies });
          const packet = ofPorts(protocol, [[port, port]]);
          if (isEmpty(intersect(packet, parts.allowed)) === expected)
            found.push(`${source} to ${destination} on ${protocol} ${port}`);
        }
    }
  return found;
}

const textOf = (end: KnownEnd): string =>
  typeof end === 'string' ? end : `${end.namespace}/${end.name}`;

const partsOf = ({ decisions, doubts }: Answer): Conns[] =>
  [...decisions, ...doubts].map(({ conns }) => conns);

function isPartition(parts: readonly Conns[]): boolean {
  let covered = NONE;
  for (const part of parts) {
    if (!isEmpty(intersect(covered, part))) return false;
    covered = union(covered, part);
  }
  return equal(covered, ALL);
}

const folder = material('oracles', 'cyclonus-generated');

if (folder !== null) {
  const { cases } = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as {
    readonly cases: readonly Case[];
  };
  suite(
    'cyclonus-generated',
    cases.map(({ id, description, policiesFile }) => ({
      name: `${id}: ${description}`,
      expected: [],
      actual: () => {
        const text = readFileSync(path.join(folder, policiesFile), 'utf8');
        const policies = parseAllDocuments(text).map((document) => document.toJS() as RawPolicy);
        return mistakes(policies);
      },
    })),
  );
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { load } from '../policy/load.ts';
import { material } from '../support/material.ts';
import { manifestsOf, type Topology } from './support/manifests.ts';
import { verdictOf } from './support/packets.ts';
import { suite } from './support/suite.ts';

/** One probe of the conformance suite: a client that reaches a server, or does not. */
interface Probe {
  readonly id: string;
  readonly subtest: string;
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: string;
  readonly policies: readonly string[];
  readonly expected: 'allow' | 'deny';
  readonly namespaceLabelOverrides?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

for (const version of ['v1alpha1-anp-banp', 'v1alpha2-cnp']) {
  const folder = material('oracles', path.join('network-policy-api', version));
  if (folder === null) continue;
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const topology = JSON.parse(read('cluster.json')) as Topology;
  const { cases } = JSON.parse(read('expectations.json')) as { readonly cases: readonly Probe[] };
  suite(
    `network-policy-api/${version}`,
    cases.map(
      ({ id, subtest, from, to, port, protocol, policies, expected, namespaceLabelOverrides }) => ({
        name: `${id}: ${subtest}`,
        expected,
        actual: () => {
          const files = [
            { uri: 'file:///cluster.json', text: manifestsOf(topology, namespaceLabelOverrides) },
            ...policies.map((file) => ({ uri: `file:///${file}`, text: read(file) })),
          ];
          return verdictOf(load(files, usualAssumptions), from, to, protocol, port);
        },
      }),
    ),
  );
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { material } from '../support/material.ts';
import { packetCluster, verdictOf, type Objects } from './support/packets.ts';
import { suite } from './support/suite.ts';

/** One step of a test: a cluster, and who reaches whom on one port. */
interface Step extends Objects {
  readonly test: string;
  readonly step: number;
  readonly port: number;
  readonly protocol: string;
  readonly table: readonly {
    readonly from: string;
    readonly to: string;
    readonly expected: 'allow' | 'deny';
  }[];
}

const folder = material('oracles', 'kubernetes-e2e-netpol');

if (folder !== null) {
  const { cases } = JSON.parse(readFileSync(path.join(folder, 'expectations.json'), 'utf8')) as {
    readonly cases: readonly Step[];
  };
  suite(
    'kubernetes-e2e-netpol',
    cases.map((each) => ({
      name: `${each.test}, step ${each.step}`,
      expected: each.table.map(({ from, to, expected }) => `${from} to ${to}: ${expected}`),
      actual: () => {
        const cluster = packetCluster(each);
        return each.table.map(
          ({ from, to }) =>
            `${from} to ${to}: ${verdictOf(cluster, from, to, each.protocol, each.port)}`,
        );
      },
    })),
  );
}

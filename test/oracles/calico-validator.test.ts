import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isClean } from '../../server/src/admission/refusals.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

interface Case {
  readonly id: string;
  readonly manifest: unknown;
  readonly valid: boolean;
  readonly why: string;
}

/** The cases hold for what follows 3.32. */
const server = { ...defaultSettings, calicoVersion: '3.34' };

const folder = material('oracles', 'calico');

if (folder !== null) {
  const text = readFileSync(path.join(folder, 'validator-cases.json'), 'utf8');
  const { cases } = JSON.parse(text) as { cases: readonly Case[] };
  suite(
    'calico-validator',
    cases.map(({ id, manifest, valid, why }) => ({
      name: `${id}: ${why}`,
      expected: valid,
      actual: () => {
        const [resource] = resourcesOf({ text: JSON.stringify(manifest, null, 2) });
        return resource === undefined ? 'not read' : isClean(resource, server);
      },
    })),
  );
}

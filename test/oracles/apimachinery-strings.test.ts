import { readFileSync } from 'node:fs';
import path from 'node:path';
import { looseness } from '../../server/src/admission/cidr.ts';
import * as grammar from '../../server/src/admission/grammar.ts';
import { parseBlock } from '../../server/src/policy/cidr.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

interface Strings {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

interface Cidr {
  readonly name: string;
  readonly in: string;
  readonly legacyField: string;
  readonly legacyFieldStrict: string;
}

const faults = {
  labelKey: grammar.labelKeyFault,
  labelValue: grammar.labelValueFault,
  dns1123Label: grammar.dnsLabelFault,
  dns1123Subdomain: grammar.dnsSubdomainFault,
  portName: grammar.portNameFault,
} as const;

const folder = material('oracles', 'apimachinery-strings');

if (folder !== null) {
  const expectations = JSON.parse(
    readFileSync(path.join(folder, 'expectations.json'), 'utf8'),
  ) as Record<keyof typeof faults, Strings> & { readonly cidr: readonly Cidr[] };
  const strings = (Object.keys(faults) as (keyof typeof faults)[]).flatMap((kind) =>
    (['good', 'bad'] as const).flatMap((expected) =>
      expectations[kind][expected].map((text, index) => ({
        name: `${kind} ${expected} ${index}: ${JSON.stringify(text)}`,
        expected,
        actual: () => (faults[kind](text) === null ? 'good' : 'bad'),
      })),
    ),
  );
  const cidrs = expectations.cidr.flatMap(({ name, in: text, legacyField, legacyFieldStrict }) => [
    {
      name: `cidr ${name}: before 1.36`,
      expected: legacyField,
      actual: () => (parseBlock(text) === null ? 'reject' : 'accept'),
    },
    {
      name: `cidr ${name}: from 1.36`,
      expected: legacyFieldStrict,
      actual: () => (parseBlock(text) === null || looseness(text) !== null ? 'reject' : 'accept'),
    },
  ]);
  suite('apimachinery-strings', [...strings, ...cidrs]);
}

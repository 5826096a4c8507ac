import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judge, refusals } from '../../server/src/admission/refusals.ts';
import type { ApiServer, CiliumFlag } from '../../server/src/admission/rule.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { portNameFault } from '../../server/src/admission/grammar.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

interface Case {
  readonly id: string;
  readonly target: string;
  readonly layer: string;
  readonly input: unknown;
  readonly valid: boolean;
  readonly why: string;
  readonly versions?: { readonly since?: string; readonly until?: string };
  readonly config?: Readonly<Record<string, boolean>>;
  /** Whether the definitions of a release take it, where it can be applied. */
  readonly crd?: Readonly<Record<string, boolean | null>>;
  /** The release of which a case about a definition speaks. */
  readonly crdVersion?: string;
}

/** The newest release that a case speaks of. */
const releaseOf = ({ crdVersion, versions: { since, until } = {} }: Case): string =>
  /\d+\.\d+/.exec(
    crdVersion ?? since ?? (until?.startsWith('1.20.0-dev') === true ? '1.19' : (until ?? '1.20')),
  )![0];

const FLAGS: Readonly<Record<string, string>> = {
  icmp: 'enable-icmp-rules',
  node_labels: 'enable-node-selector-labels',
};

/** The flags are what they are by themselves, but for those of the case. */
function flagsOf({ config = {} }: Case): readonly CiliumFlag[] {
  const usual = {
    'enable-l7-proxy': true,
    'enable-icmp-rules': true,
    'enable-node-selector-labels': false,
    'enable-extended-ip-protocols': false,
  };
  const set = Object.fromEntries(
    Object.entries(config).map(([name, value]) => [FLAGS[name]!, value]),
  );
  return Object.entries({ ...usual, ...set }).map(
    ([name, value]) => `${name}=${value}` as CiliumFlag,
  );
}

const egress = (item: object): object => ({ endpointSelector: {}, egress: [item] });
const ports = (portRule: object): object => egress({ toPorts: [portRule] });

/** A rule around the part of one that a case is about. */
const RULES: Readonly<Record<string, (input: never) => object>> = {
  rule: (rule: object) => rule,
  cidrRule: (entry: object) => egress({ toCIDRSet: [entry] }),
  cidrString: (text: string) => egress({ toCIDR: [text] }),
  cidrStringOldRegex: (text: string) => egress({ toCIDR: [text] }),
  fqdnSelector: (name: object) => egress({ toFQDNs: [name] }),
  portRuleDNS: (name: object) => ports({ ports: [{ port: '53' }], rules: { dns: [name] } }),
  icmpField: (field: object) => egress({ icmps: [{ fields: [field] }] }),
  labels: (labels: object) => ({ endpointSelector: { matchLabels: labels }, ingress: [{}] }),
  labelSelector: (selector: object) => ({ endpointSelector: selector, ingress: [{}] }),
  l4protoValidate: (protocol: string) => ports({ ports: [{ port: '80', protocol }] }),
  l4protoParse: (protocol: string) => ports({ ports: [{ port: '80', protocol }] }),
};

function manifestOf({ target, input }: Case): object {
  if (target === 'manifest') return input as object;
  const rule = RULES[target]!(input as never);
  return {
    apiVersion: 'cilium.io/v2',
    // Only the kind for the whole cluster can be about nodes.
    kind: Object.hasOwn(rule, 'nodeSelector')
      ? 'CiliumClusterwideNetworkPolicy'
      : 'CiliumNetworkPolicy',
    metadata: { name: 'example' },
    spec: rule,
  };
}

/** What the agent takes, but no definition lets it see: the cases say so in words. */
const REFUSED_BEFORE: ReadonlySet<string> = new Set([
  'fqdn/portRuleDNS/both',
  'fqdn/fqdnSelector/empty',
  'icmpfield/src7',
  'l4proto/parse-tcp',
  'l4proto/parse-Any',
]);

/** Whether Cilium would enforce it; of cases about a definition, whether the API server would store it. */
function expected(test: Case): boolean {
  const { id, layer, valid, crd, versions } = test;
  if (layer === 'crd' || !valid) return valid;
  if (REFUSED_BEFORE.has(id)) return false;
  const release = releaseOf(test);
  const known = Object.entries(crd ?? {}).find(([version]) => version.startsWith(`${release}.`));
  // This is newer than the definitions.
  return versions?.since === '1.20.0-pre.4' || known?.[1] !== false;
}

function actual(test: Case): unknown {
  if (test.target === 'serviceName') return portNameFault(test.input as string) === null;
  const server: ApiServer = {
    ...defaultSettings,
    ciliumVersion: releaseOf(test),
    ciliumFlags: flagsOf(test),
  };
  const [resource] = resourcesOf({ text: JSON.stringify(manifestOf(test), null, 2) });
  if (resource === undefined) return 'not read';
  // Cilium's own tool is as strict as kubectl is.
  const shape = resource.problems.filter(
    ({ code }) => code !== 'unknown-field' || test.layer === 'validator',
  );
  const values = refusals(resource).filter(
    (refusal) =>
      judge(refusal, server).severity === 'error' &&
      !(test.layer === 'crd' && refusal.by === 'agent'),
  );
  return shape.length === 0 && values.length === 0;
}

const folder = material('oracles', 'cilium');

if (folder !== null) {
  const text = readFileSync(path.join(folder, 'validation-cases.json'), 'utf8');
  const { cases } = JSON.parse(text) as { cases: readonly Case[] };
  assert.ok(cases.length > 300);
  suite(
    'cilium-validation',
    cases.map((test) => ({
      name: `${test.id}: ${test.why}`,
      expected: expected(test),
      actual: () => actual(test),
    })),
  );
}

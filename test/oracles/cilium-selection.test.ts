import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAddress, parseBlock } from '../../server/src/policy/cidr.ts';
import { ALL, intersect, isEmpty, ofPorts, type Conns } from '../../server/src/policy/conns.ts';
import type { Endpoint } from '../../server/src/policy/endpoint.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import { comprises } from '../../server/src/policy/cilium/entities.ts';
import { listenerName } from '../../server/src/policy/cilium/listeners.ts';
import namespaceInSubject from '../../server/src/rules/namespace-in-subject.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';
import { material } from '../support/material.ts';
import { sceneOf, type Environment, type Identity } from './support/ciliumScene.ts';
import { suite, type OracleCase } from './support/suite.ts';

/*
 * Whom the selectors of Cilium's policies mean, as its tests have it. Each is asked of the evaluator: a policy for the
 * pod `subject` speaks of the ends in question, and what becomes of them tells whether it means them.
 */

type Requirement = readonly [key: string, operator: string, values: readonly string[]];

interface Injection {
  readonly name: string;
  readonly namespace: string;
  readonly cluster?: string;
  readonly selector: object;
  readonly want: readonly Requirement[];
}

interface Named {
  readonly name: string;
  readonly namespace: string;
}

interface ToService {
  readonly k8sService?: { readonly serviceName?: string; readonly namespace?: string };
  readonly k8sServiceSelector?: {
    readonly selector: { readonly matchLabels?: Readonly<Record<string, string>> };
    readonly namespace?: string;
  };
}

interface Cases {
  readonly entities: {
    readonly localCluster: string;
    readonly cases: readonly {
      readonly entities: readonly string[];
      readonly labels: readonly string[];
      readonly match: boolean;
    }[];
  };
  readonly cidr: {
    readonly cases: readonly {
      readonly rule: object;
      readonly ipv4: number;
      readonly ipv6: number;
      readonly matches: readonly string[];
      readonly notMatches: readonly string[];
    }[];
  };
  readonly injection: {
    readonly subjects: readonly Injection[];
    readonly peers: readonly Injection[];
    readonly nodes: readonly Injection[];
    readonly namespacesAreValid: readonly {
      readonly namespace: string;
      readonly userNamespaces: readonly string[];
      readonly valid: boolean;
    }[];
  };
  readonly toServices: {
    readonly service: Named;
    readonly cases: readonly {
      readonly name: string;
      readonly toServices: readonly ToService[];
      readonly service?: Named;
      readonly labels?: Readonly<Record<string, string>>;
      readonly match: boolean;
    }[];
  };
  readonly subjectKind: {
    readonly cases: readonly {
      readonly rule: string;
      readonly identity: readonly string[];
      readonly isHost: boolean;
      readonly selected: boolean;
    }[];
  };
  readonly listenerNames: {
    readonly cases: readonly {
      readonly namespace: string;
      readonly cecName: string;
      readonly resource: string;
      readonly forceNamespace: boolean;
      readonly qualified: string;
    }[];
  };
  readonly peerLists: {
    readonly cases: readonly {
      readonly item?: object;
      readonly rule?: object;
      readonly effect?: string;
      readonly defaultDeny?: readonly [ingress: boolean, egress: boolean];
    }[];
  };
}

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace';
const CLUSTER = 'k8s:io.cilium.k8s.policy.cluster';

const outside = (): Endpoint => ({ kind: 'external', ...parseAddress('203.0.113.7')! });

/** The pod that policies are for, in the namespace of policies that are in one. */
const SUBJECT: Identity = { labels: ['k8s:name=subject', `${NAMESPACE}=default`] };

const selectorOf = (want: readonly Requirement[]): object => ({
  matchExpressions: want.map(([key, operator, values]) =>
    operator === 'In' || operator === 'NotIn' ? { key, operator, values } : { key, operator },
  ),
});

/** A policy of a namespace, or of the cluster where that is `''`. */
const policy = (namespace: string, spec: object): object => ({
  apiVersion: 'cilium.io/v2',
  kind: namespace === '' ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
  metadata: { name: 'policy', ...(namespace !== '' && { namespace }) },
  spec,
});

const FOR_SUBJECT = { endpointSelector: { matchLabels: { name: 'subject' } } };

type Answer = 'yes' | 'no' | 'unknown';

/** Whether everything that is asked for, between the subject of a question and its peer is allowed. */
function allowedBetween(
  endpoints: Readonly<Record<string, Identity>>,
  objects: readonly object[],
  direction: 'ingress' | 'egress',
  peerOf: (endOf: (name: string) => Endpoint) => Endpoint,
  env: Environment = {},
  asked: Conns = ALL,
): Answer {
  const { world, endOf } = sceneOf({ subject: SUBJECT, ...endpoints }, objects, env);
  const subject = endOf('subject');
  if (subject.kind === 'external') throw new Error('the subject is a pod');
  const peer = peerOf(endOf);
  const { decisions, doubts } = decide(
    world.tiers(subject.namespace.key),
    { subject, peer, direction },
    world.settings.assumptions,
  );
  const meets = ({ conns }: { readonly conns: Conns }): boolean =>
    !isEmpty(intersect(conns, asked));
  if (doubts.some(meets)) return 'unknown';
  return decisions.filter(meets).every(({ verdict }) => verdict === 'allow') ? 'yes' : 'no';
}

const yesOrNo = (match: boolean): Answer => (match ? 'yes' : 'no');

/** Ends that are no pods, nor addresses: the engine knows them as what an entity comprises. */
const RESERVED = /^reserved:(.*)$/;

function entityCase(
  { entities, labels, match }: Cases['entities']['cases'][number],
  cluster: string,
): OracleCase {
  const [, end] = RESERVED.exec(labels[0]!) ?? [];
  return {
    name: `${entities.join(' or ')} and ${labels.join(', ')}`,
    expected: yesOrNo(match),
    actual() {
      if (end !== undefined) return yesOrNo(entities.some((entity) => comprises(entity, end)));
      // What has labels and no cluster is a pod of this one but where the question is whether it is.
      const isElsewhere = entities.includes('cluster') && !labels[0]!.startsWith(CLUSTER);
      const own = labels
        .slice(labels.length - 1)
        .map((label) => `k8s:${label.replace(/^id:/, 'id=')}`);
      return allowedBetween(
        {
          end: {
            labels: [
              ...own,
              `${CLUSTER}=${isElsewhere ? 'elsewhere' : cluster}`,
              `${NAMESPACE}=default`,
            ],
          },
        },
        [policy('default', { ...FOR_SUBJECT, ingress: [{ fromEntities: entities }] })],
        'ingress',
        (endOf) => endOf('end'),
        { cluster },
      );
    },
  };
}

/** The groups that rules of these cases speak of, and others; each has an address of its own. */
const GROUPS: Readonly<Record<string, { readonly address: string; readonly object: object }>> =
  Object.fromEntries(
    [
      ['cidrgroup:io.cilium.policy.cidrgroupname/foo', 'foo', {}],
      ['cidrgroup:io.cilium.policy.cidrgroupname/bar', 'bar', {}],
      ['cidrgroup:foo=bar;cidrgroup:foo+bar', 'labelled-bar', { foo: 'bar' }],
      ['cidrgroup:foo=baz;cidrgroup:foo+baz', 'labelled-baz', { foo: 'baz' }],
    ].map(([label, name, labels], index) => {
      const address = `198.51.100.${index + 1}`;
      return [
        label as string,
        {
          address,
          object: {
            apiVersion: 'cilium.io/v2',
            kind: 'CiliumCIDRGroup',
            metadata: { name, labels },
            spec: { externalCIDRs: [`${address}/32`] },
          },
        },
      ];
    }),
  );

/** An address that has an identity: one of its block, or of its family. Null for labels that are no address's. */
function addressOf(identity: string, isDualStack: boolean): Endpoint | null {
  const group = GROUPS[identity];
  if (group !== undefined) return { kind: 'external', ...parseAddress(group.address)! };
  const [, cidr] = /^cidr:([^;]*)/.exec(identity) ?? [];
  const world = /reserved:world(-ipv4|-ipv6)?$/.exec(identity);
  if (world === null || (isDualStack && world[1] === undefined)) return null;
  const block = parseBlock(cidr ?? (world[1] === '-ipv6' ? '2001:db8::/32' : '203.0.113.0/24'))!;
  // Narrower blocks within one that has an identity have identities of their own.
  return { kind: 'external', ...block, last: block.first };
}

const cidrCases = ({
  rule,
  ipv4,
  ipv6,
  matches,
  notMatches,
}: Cases['cidr']['cases'][number]): OracleCase[] =>
  [...matches, ...notMatches].map((identity) => ({
    name: `${JSON.stringify(rule)} and ${identity}, IPv4 ${ipv4}, IPv6 ${ipv6}`,
    expected: yesOrNo(matches.includes(identity)),
    actual() {
      const end = addressOf(identity, ipv4 + ipv6 === 2);
      if (end === null) return 'no address has these labels';
      return allowedBetween(
        {},
        [
          ...Object.values(GROUPS).map(({ object }) => object),
          policy('default', { ...FOR_SUBJECT, egress: [{ toCIDRSet: [rule] }] }),
        ],
        'egress',
        () => end,
      );
    },
  }));

/** Pods that differ in all that selectors of these cases ask for. */
const PODS: Readonly<Record<string, Identity>> = Object.fromEntries(
  ['default', 'ns-2', 'foo'].flatMap((namespace) =>
    ['backend', 'frontend'].map((role) => [
      `${namespace}-${role}`,
      {
        labels: [
          `k8s:role=${role}`,
          `${NAMESPACE}=${namespace}`,
          `${CLUSTER}=cluster1`,
          ...(namespace === 'ns-2' ? ['k8s:io.cilium.k8s.namespace.labels.team=team-a'] : []),
        ],
      },
    ]),
  ),
);

/** A selector as it is written in a policy means what the one that is made of it means by itself. */
function injectionCase(
  { name, namespace, cluster = 'cluster1', selector, want }: Injection,
  specOf: (selector: object) => object,
  answers: (policies: readonly object[], cluster: string) => readonly Answer[],
): OracleCase {
  return {
    name,
    expected: answers([policy('', specOf(selectorOf(want)))], cluster),
    actual: () => answers([policy(namespace, specOf(selector))], cluster),
  };
}

const NODES: Readonly<Record<string, Identity>> = {
  host: { labels: ['reserved:host'] },
  'remote-node': { labels: ['reserved:remote-node'] },
};

const peersMeant = (policies: readonly object[], cluster: string): Answer[] =>
  Object.keys({ ...PODS, ...NODES }).map((name) =>
    allowedBetween({ ...PODS, ...NODES }, policies, 'ingress', (endOf) => endOf(name), { cluster }),
  );

/** The pods that policies which deny everything are for. */
const subjectsMeant = (policies: readonly object[], cluster: string): Answer[] =>
  Object.entries(PODS).map(([name, identity]) => {
    const answer = allowedBetween(
      { ...PODS, subject: { labels: [...identity.labels, `k8s:name=${name}`] } },
      policies,
      'ingress',
      outside,
      { cluster },
    );
    return answer === 'unknown' ? answer : yesOrNo(answer === 'no');
  });

/** Whether nothing is said against the namespaces that the subject of a policy asks for. */
const ownNamespaceCase = ({
  namespace,
  userNamespaces,
  valid,
}: Cases['injection']['namespacesAreValid'][number]): OracleCase => ({
  name: `${userNamespaces.join(', ') || 'none'} in ${namespace}`,
  expected: valid,
  actual() {
    const matchExpressions =
      userNamespaces.length === 0
        ? []
        : [{ key: NAMESPACE, operator: 'In', values: userNamespaces }];
    const uri = 'file:///policy.yaml';
    const text = JSON.stringify(
      policy(namespace, { endpointSelector: { matchExpressions }, ingress: [{}] }),
    );
    const snapshot = apply(EMPTY, { reason: 'test', upserted: [{ uri, text }], read: true });
    const run = {
      rules: [namespaceInSubject],
      log(code: string, error: unknown): never {
        throw new Error(code, { cause: error });
      },
    };
    return findingsOf(snapshot, uri, run).length === 0;
  },
});

/** A Service with a pod of its own behind it. */
const service = ({ name, namespace }: Named, labels: object): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace, labels },
  spec: { selector: { app: `${namespace}-${name}` }, ports: [{ port: 80 }] },
});

/** The Services that an entry asks for, so that what it means is somewhere, if it is not the one in question. */
const meantBy = ({ k8sService, k8sServiceSelector }: ToService): object[] =>
  k8sServiceSelector !== undefined
    ? [
        service(
          { name: 'other', namespace: k8sServiceSelector.namespace ?? 'elsewhere' },
          k8sServiceSelector.selector.matchLabels ?? {},
        ),
      ]
    : k8sService?.serviceName === undefined || k8sService.serviceName === ''
      ? []
      : [
          service(
            { name: k8sService.serviceName, namespace: k8sService.namespace || 'elsewhere' },
            {},
          ),
        ];

function serviceCase(one: Cases['toServices']['cases'][number], usual: Named): OracleCase {
  const { name, toServices, service: own = usual, labels = {}, match } = one;
  return {
    name,
    expected: yesOrNo(match),
    actual: () =>
      allowedBetween(
        {
          end: {
            labels: [`k8s:app=${own.namespace}-${own.name}`, `${NAMESPACE}=${own.namespace}`],
          },
        },
        [
          service(own, labels),
          ...(match ? [] : toServices.flatMap(meantBy)),
          policy('', { ...FOR_SUBJECT, egress: [{ toServices }] }),
        ],
        'egress',
        (endOf) => endOf('end'),
      ),
  };
}

function subjectCase({
  rule,
  identity,
  isHost,
  selected,
}: Cases['subjectKind']['cases'][number]): OracleCase {
  const [, field = '', key = '', value = ''] = /^(\w+) (\w+)=(\w+)$/.exec(rule) ?? [];
  return {
    name: `${rule} and ${identity.join(', ')}${isHost ? ', the host' : ''}`,
    expected: yesOrNo(selected),
    actual() {
      const labels = identity
        .filter((label) => !label.startsWith('reserved:'))
        .map((label) => `k8s:${label}`);
      const answer = allowedBetween(
        {
          subject: {
            labels: [...labels, `${NAMESPACE}=default`, ...(isHost ? ['reserved:host'] : [])],
          },
        },
        [policy('', { [field]: { matchLabels: { [key]: value } }, ingress: [{}] })],
        'ingress',
        outside,
        { hostFirewall: true },
      );
      return answer === 'unknown' ? answer : yesOrNo(answer === 'no');
    },
  };
}

/** Whether a rule leaves what is asked for open to an address. */
const openTo = (
  spec: object,
  direction: 'ingress' | 'egress' = 'ingress',
  asked: Conns = ALL,
): Answer =>
  allowedBetween(
    {},
    [policy('default', { ...FOR_SUBJECT, ...spec })],
    direction,
    outside,
    {},
    asked,
  );

/** What an item leaves open for an address, with ports and without; or in which directions a rule denies by default. */
function peerListCases({
  item,
  rule,
  effect,
  defaultDeny,
}: Cases['peerLists']['cases'][number]): OracleCase[] {
  if (rule !== undefined)
    return [
      {
        name: JSON.stringify(rule),
        expected: defaultDeny!.map((denies) => yesOrNo(!denies)),
        actual: () => [openTo(rule, 'ingress'), openTo(rule, 'egress')],
      },
    ];
  return [
    {
      name: JSON.stringify(item),
      expected: 'no',
      actual: () => openTo({ ingress: [item] }),
    },
    {
      name: `${JSON.stringify(item)}, with ports`,
      expected: yesOrNo(effect!.startsWith('with toPorts: any peer')),
      actual: () =>
        openTo(
          { ingress: [{ ...item, toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }] }] },
          'ingress',
          ofPorts('TCP', [[80, 80]]),
        ),
    },
  ];
}

const folder = material('oracles', 'cilium');

if (folder !== null) {
  const text = readFileSync(path.join(folder, 'selection-cases.json'), 'utf8');
  const { entities, cidr, injection, toServices, subjectKind, listenerNames, peerLists } =
    JSON.parse(text) as Cases;
  suite(
    'cilium-entities',
    entities.cases.map((one) => entityCase(one, entities.localCluster)),
  );
  suite('cilium-blocks', cidr.cases.flatMap(cidrCases));
  suite('cilium-namespaces', [
    ...injection.subjects.map((one) =>
      injectionCase(
        one,
        (endpointSelector) => ({ endpointSelector, ingress: [{}] }),
        subjectsMeant,
      ),
    ),
    ...injection.peers.map((one) =>
      injectionCase(
        one,
        (selector) => ({ ...FOR_SUBJECT, ingress: [{ fromEndpoints: [selector] }] }),
        peersMeant,
      ),
    ),
    ...injection.nodes.map(({ selector, ...one }) => ({
      ...injectionCase(
        { ...one, selector },
        (asked) => ({
          ...FOR_SUBJECT,
          ingress: [asked === selector ? { fromNodes: [asked] } : { fromEndpoints: [asked] }],
        }),
        peersMeant,
      ),
    })),
  ]);
  suite('cilium-own-namespaces', injection.namespacesAreValid.map(ownNamespaceCase));
  suite(
    'cilium-services',
    toServices.cases.map((one) => serviceCase(one, toServices.service)),
  );
  suite('cilium-subjects', subjectKind.cases.map(subjectCase));
  suite(
    'cilium-listeners',
    listenerNames.cases.map(({ namespace, cecName, resource, forceNamespace, qualified }) => ({
      name: `${resource} of ${cecName} in ${namespace}${forceNamespace ? ', forced' : ''}`,
      expected: qualified,
      actual: () =>
        listenerName(resource, { namespace, config: cecName, isForced: forceNamespace }),
    })),
  );
  suite('cilium-peer-lists', peerLists.cases.flatMap(peerListCases));
}

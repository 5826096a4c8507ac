import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import type { Change, DoubtfulChange, Fate } from '../../server/src/policy/changes.ts';
import type { Diff } from '../../server/src/policy/diff.ts';
import type { Party } from '../../server/src/policy/party.ts';
import {
  NAMESPACES,
  OUTSIDE,
  adminPolicies,
  namespaceLabels,
  pods,
  policies,
  type RawAdminPolicy,
} from './arbitrary.ts';
import { diffOf, reachOf } from './load.ts';
import {
  clusterOf,
  deployment,
  isParty,
  namespaceManifests,
  packets,
  podManifest,
  tells,
  type NamespaceLabels,
} from './manifests.ts';
import type { KnownPod, RawPolicy } from './reference.ts';

/** A cluster as it is drawn: some of it may be left out of its manifests. */
interface Drawn {
  readonly namespaces: NamespaceLabels;
  readonly known: readonly KnownPod[];
  readonly policies: readonly RawPolicy[];
  readonly admin: readonly RawAdminPolicy[];
  /** Namespaces that are not declared. */
  readonly hidden: readonly string[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  namespaces: namespaceLabels,
  known: pods,
  policies,
  admin: adminPolicies,
  hidden: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray(NAMESPACES)),
});

/** Two clusters: the second has some parts of the first, or its policies with other rules, and else parts of its own. */
const two = fc
  .tuple(
    drawn,
    drawn,
    fc.subarray(['namespaces', 'known', 'policies', 'admin', 'hidden'] as const),
    fc.boolean(),
  )
  .map(([first, second, kept, edit]): readonly [Drawn, Drawn] => {
    const mixed = { ...second, ...Object.fromEntries(kept.map((part) => [part, first[part]])) };
    return [first, edit ? { ...first, ...withRulesOf(first, second) } : mixed];
  });

/** The policies of a cluster, with some rules of those of another, and others in another order. */
const withRulesOf = (one: Drawn, other: Drawn): Pick<Drawn, 'policies' | 'admin'> => ({
  policies: one.policies.map(({ spec, ...rest }, index) => {
    const types = spec.policyTypes ?? ['Ingress', 'Egress'];
    const { ingress } = other.policies[index]?.spec ?? spec;
    return { ...rest, spec: { ...spec, policyTypes: types, ingress } };
  }),
  admin: one.admin.map(({ spec, ...rest }, index) => {
    const egress = [...(other.admin[index]?.spec.egress ?? []), ...spec.egress];
    return { ...rest, spec: { ...spec, egress, ingress: [...spec.ingress].reverse() } };
  }),
});

/** Pods by name that are shown as workloads, so that their addresses are not known. */
const templates = fc.subarray(['pod-0', 'pod-1', 'pod-2', 'pod-3']);

const loaded = (
  { namespaces, known, policies: own, admin, hidden }: Drawn,
  asTemplates: readonly string[] = [],
) =>
  clusterOf(
    [
      ...namespaceManifests(
        Object.fromEntries(Object.entries(namespaces).filter(([name]) => !hidden.includes(name))),
      ),
      ...known.map((pod) => (asTemplates.includes(pod.name) ? deployment(pod) : podManifest(pod))),
      ...own,
      ...admin,
    ],
    usualAssumptions,
  );

const MIRRORED = { added: 'removed', removed: 'added', changed: 'changed' } as const;

/** The same seen from the other side. */
const mirrored = ({ changes, doubts }: Diff): Diff => ({
  changes: changes.map(({ before, after, kind, gained, lost, workloads, ...row }) => ({
    ...row,
    before: after,
    after: before,
    kind: MIRRORED[kind],
    gained: lost,
    lost: gained,
    workloads: { added: workloads.removed, removed: workloads.added },
  })),
  doubts: doubts.map(({ before, after, workloads, ...row }) => ({
    ...row,
    before: after,
    after: before,
    workloads: { added: workloads.removed, removed: workloads.added },
  })),
});

/** What rows say, in no order, and without what is behind it, which is told of the side that is now. */
const said = ({ changes, doubts }: Diff): readonly string[] =>
  [...changes, ...doubts].map((row) => JSON.stringify(row, inOneOrder)).sort();

const inOneOrder = (key: string, value: unknown): unknown => {
  if (['because', 'edited', 'objects'].includes(key)) return undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
};

describe('diff', () => {
  test('a cluster does not differ from itself, read a second time', () => {
    fc.assert(
      fc.property(drawn, templates, (one, asTemplates) => {
        const again = {
          ...one,
          known: [...one.known].reverse(),
          policies: [...one.policies].reverse(),
        };
        assert.deepEqual(
          diffOf(loaded(one, asTemplates), loaded(again, asTemplates), usualAssumptions),
          { changes: [], doubts: [] },
        );
      }),
      { numRuns: 60 },
    );
  });

  test('the way back is the mirror of the way there', () => {
    fc.assert(
      fc.property(two, templates, ([one, other], asTemplates) => {
        const [before, after] = [loaded(one, asTemplates), loaded(other, asTemplates)];
        assert.deepEqual(
          said(diffOf(after, before, usualAssumptions)),
          said(mirrored(diffOf(before, after, usualAssumptions))),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('it tells what two results of reach do not share, and of nothing that is in doubt that it changed', () => {
    fc.assert(
      fc.property(two, templates, ([one, other], asTemplates) => {
        const [before, after] = [loaded(one, asTemplates), loaded(other, asTemplates)];
        const { changes, doubts } = diffOf(before, after, usualAssumptions);
        const [was, is] = [before, after].map((each) => reachOf(each, usualAssumptions));
        const everyone = [...one.known, ...other.known].filter(
          ({ namespace, name }, index, all) =>
            all.findIndex((each) => each.namespace === namespace && each.name === name) === index,
        );
        for (const { from, to, protocol, port } of packets(everyone, OUTSIDE)) {
          const on = (rows: readonly { src: Party; dst: Party; conn: string }[]): boolean =>
            tells(rows, from, to, protocol, port);
          const [old, now] = [was!, is!].map((reach): Fate =>
            on(reach.connections) ? 'allowed' : on(reach.doubts) ? 'in doubt' : 'denied',
          );
          const holds = (part: (change: Change) => string | null): boolean =>
            on(
              changes.flatMap((change) => {
                const conn = part(change);
                return conn === null ? [] : [{ ...change, conn }];
              }),
            );
          const about = `${JSON.stringify(from)} to ${JSON.stringify(to)} on ${protocol} ${port}`;
          const rows = changes.filter(({ src, dst }) => isParty(src, from) && isParty(dst, to));
          assert.ok(rows.length <= 1, `told twice: ${about}`);
          assert.equal(
            holds(({ gained }) => gained),
            old === 'denied' && now === 'allowed',
            about,
          );
          assert.equal(
            holds(({ lost }) => lost),
            old === 'allowed' && now === 'denied',
            about,
          );
          if (rows.length > 0 && old !== 'in doubt' && now !== 'in doubt') {
            assert.equal(
              holds((change) => change.before),
              old === 'allowed',
              about,
            );
            assert.equal(
              holds((change) => change.after),
              now === 'allowed',
              about,
            );
          }
          const doubted = doubts
            .filter((row) => on([row]))
            .map((row): readonly Fate[] => [row.before, row.after]);
          const expected = old !== now && [old, now].includes('in doubt') ? [[old, now]] : [];
          assert.deepEqual(doubted, expected, about);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A pod of the namespace shop that is known in every way. */
const shopPod = (name: string, labels: object = { app: name }): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace: 'shop', name, labels },
  spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] },
});

const shopNamespace = (labels: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels },
});

/** A policy that lets pods with some labels reach `web`. */
const allowWeb = (from: object, port: number | string = 80, name = 'web'): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { namespace: 'shop', name },
  spec: {
    podSelector: { matchLabels: { app: 'web' } },
    ingress: [{ from: [from], ports: [{ port }] }],
  },
});

const fromClient = { podSelector: { matchLabels: { app: 'client' } } };

const admin = (priority: number, action: string, name: string): object => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'AdminNetworkPolicy',
  metadata: { name },
  spec: {
    priority,
    subject: { namespaces: {} },
    ingress: [{ action, from: [{ namespaces: {} }] }],
  },
});

/** One policy whose rules speak of the same connections. */
const ordered = (...actions: readonly string[]): object => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'AdminNetworkPolicy',
  metadata: { name: 'ordered' },
  spec: {
    priority: 1,
    subject: { namespaces: {} },
    ingress: actions.map((action) => ({ action, from: [{ namespaces: {} }] })),
  },
});

const fromNodes = (label: string): object[] => [
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'one', labels: { role: label } },
    status: { addresses: [{ type: 'InternalIP', address: '10.9.0.1' }] },
  },
  {
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: 'AdminNetworkPolicy',
    metadata: { name: 'nodes' },
    spec: {
      priority: 1,
      subject: { namespaces: {} },
      egress: [{ action: 'Deny', to: [{ nodes: { matchLabels: { role: 'infra' } } }] }],
    },
  },
];

const base = [shopNamespace(), shopPod('web'), shopPod('client'), shopPod('other')];
const [, ...others] = base;

const name = (party: Party): string =>
  party.kind === 'external' ? party.cidrs.join() : party.name;

const behind = ({ because, edited, workloads }: Change | DoubtfulChange): string =>
  [
    ...because.map(({ policy, edit }) => `${policy.name} ${edit}`),
    ...edited,
    ...workloads.added.map((party) => `new ${name(party)}`),
    ...workloads.removed.map((party) => `gone ${name(party)}`),
  ].join(', ');

/** The changes between two lists of objects in one line each, addresses of IPv6 left out. */
function lines(before: readonly object[], after: readonly object[]): string[] {
  const assumptions = { ...usualAssumptions, ipFamilies: ['IPv4'] as const };
  const { changes, doubts } = diffOf(
    clusterOf(before, assumptions),
    clusterOf(after, assumptions),
    assumptions,
  );
  return [
    ...changes.map(
      (row) =>
        `${row.kind}: ${name(row.src)} to ${name(row.dst)}, ${row.before} to ${row.after}; ${behind(row)}`,
    ),
    ...doubts.map(
      (row) =>
        `${row.before} to ${row.after}: ${name(row.src)} to ${name(row.dst)}, ${row.conn}; ${row.why}; ${behind(row)}`,
    ),
  ];
}

describe('the reasons of a change', () => {
  const cases: readonly (readonly [
    title: string,
    before: readonly object[],
    after: readonly object[],
    expected: readonly string[],
  ])[] = [
    [
      'an edited policy',
      [...base, allowWeb(fromClient, 80)],
      [...base, allowWeb(fromClient, 443)],
      ['changed: client to web, TCP 80 to TCP 443; web changed'],
    ],
    [
      'a new policy beside one that stays',
      [...base, allowWeb(fromClient)],
      [...base, allowWeb(fromClient), allowWeb({ podSelector: {} }, 80, 'all')],
      ['added: other to web, null to TCP 80; all added'],
    ],
    [
      'a policy that is gone',
      [...base, allowWeb(fromClient), allowWeb({ podSelector: {} }, 80, 'all')],
      [...base, allowWeb(fromClient)],
      ['removed: other to web, TCP 80 to null; all removed'],
    ],
    [
      'a policy that says the same elsewhere and in other words',
      [...base, allowWeb(fromClient)],
      [allowWeb(fromClient, 80), ...base],
      [],
    ],
    [
      'a label of a workload, with the policy that decides now',
      [...base, allowWeb(fromClient)],
      [
        shopNamespace(),
        shopPod('web'),
        shopPod('client'),
        shopPod('other', { app: 'client' }),
        allowWeb(fromClient),
      ],
      ['added: other to web, null to TCP 80; web same, the label `app` of `shop/other`'],
    ],
    [
      'a label, beside an edit of the policy that has nothing to do with it',
      [...base, allowWeb(fromClient, 80)],
      [
        shopNamespace(),
        shopPod('web'),
        shopPod('client'),
        shopPod('other', { app: 'client' }),
        allowWeb(fromClient, 443),
      ],
      [
        'changed: client to web, TCP 80 to TCP 443; web changed',
        'added: other to web, null to TCP 443; web changed, the label `app` of `shop/other`',
      ],
    ],
    [
      'a label by which a policy selects no more, with the policy that decided',
      [...base, allowWeb({ podSelector: {} })],
      [
        shopNamespace(),
        shopPod('web', { app: 'wep' }),
        shopPod('client'),
        shopPod('other'),
        allowWeb({ podSelector: {} }),
      ],
      [
        'changed: client to web, TCP 80 to All; web same, the label `app` of `shop/web`',
        'changed: other to web, TCP 80 to All; web same, the label `app` of `shop/web`',
        'added: 0.0.0.0/0 to web, null to All; web same, the label `app` of `shop/web`',
      ],
    ],
    [
      'a label of a namespace',
      [...base, allowWeb({ namespaceSelector: { matchLabels: { team: 'a' } } })],
      [
        shopNamespace({ team: 'a' }),
        ...others,
        allowWeb({ namespaceSelector: { matchLabels: { team: 'a' } } }),
      ],
      [
        'added: client to web, null to TCP 80; web same, the label `team` of namespace `shop`',
        'added: other to web, null to TCP 80; web same, the label `team` of namespace `shop`',
      ],
    ],
    [
      'a namespace that is no longer declared',
      [...base, allowWeb({ namespaceSelector: { matchLabels: { team: 'a' } } })],
      [...others, allowWeb({ namespaceSelector: { matchLabels: { team: 'a' } } })],
      ['client', 'other'].map(
        (source) =>
          `denied to in doubt: ${source} to web, TCP 80; the labels of namespace \`shop\` are not all known here; web same, the declaration of namespace \`shop\``,
      ),
    ],
    [
      'a workload that is new',
      [shopNamespace(), shopPod('web'), allowWeb(fromClient)],
      [shopNamespace(), shopPod('web'), allowWeb(fromClient), shopPod('client')],
      [
        'added: client to web, null to TCP 80; web same, new client',
        'added: client to 0.0.0.0/0, null to All; new client',
        'added: web to client, null to All; new client',
        'added: 0.0.0.0/0 to client, null to All; new client',
      ],
    ],
    [
      'a priority',
      [
        shopNamespace(),
        shopPod('web'),
        shopPod('client'),
        admin(1, 'Deny', 'a'),
        admin(2, 'Allow', 'b'),
      ],
      [
        shopNamespace(),
        shopPod('web'),
        shopPod('client'),
        admin(3, 'Deny', 'a'),
        admin(2, 'Allow', 'b'),
      ],
      [
        'added: client to web, null to All; a changed',
        'added: web to client, null to All; a changed',
      ],
    ],
    [
      'the order of two rules',
      [shopNamespace(), shopPod('web'), shopPod('client'), ordered('Allow', 'Deny')],
      [shopNamespace(), shopPod('web'), shopPod('client'), ordered('Deny', 'Allow')],
      [
        'removed: client to web, All to null; ordered changed',
        'removed: web to client, All to null; ordered changed',
      ],
    ],
    [
      'a node',
      [shopNamespace(), shopPod('web'), ...fromNodes('infra')],
      [shopNamespace(), shopPod('web'), ...fromNodes('worker')],
      ['added: web to 10.9.0.1/32, null to All; nodes same, the nodes of the cluster'],
    ],
  ];
  for (const [title, before, after, expected] of cases)
    test(title, () => assert.deepEqual(lines(before, after), expected));
});

import * as fc from 'fast-check';
import { labels, NAMESPACES } from './arbitrary.ts';

/*
 * Policies of administrators drawn at random, over the namespaces, labels and ports of `arbitrary.ts`.
 */

const selector = labels.map((matchLabels) => ({ matchLabels }));

const namespaceSelector = fc.oneof(
  selector,
  fc.constantFrom(...NAMESPACES).map((name) => ({
    matchLabels: { 'kubernetes.io/metadata.name': name },
  })),
);

const pods = fc.record({ namespaceSelector, podSelector: selector });

/** The pods that a policy is for, or an end that a rule speaks of. */
const subject = fc.oneof(
  namespaceSelector.map((namespaces) => ({ namespaces })),
  pods.map((some) => ({ pods: some })),
);

const destination = fc.oneof(
  subject,
  fc.constantFrom(
    { networks: ['0.0.0.0/0'] },
    { networks: ['10.0.0.0/23', 'fd00::/16'] },
    { nodes: {} },
    { domainNames: ['*.example.com'] },
  ),
);

const protocol = fc.constantFrom(
  { tcp: { destinationPort: { number: 80 } } },
  { udp: { destinationPort: { range: { start: 79, end: 81 } } } },
  { destinationNamedPort: 'http' },
);

const port = fc.constantFrom(
  { portNumber: { port: 80 } },
  { portRange: { protocol: 'UDP', start: 79, end: 81 } },
  { namedPort: 'http' },
);

/** A rule of either direction, with the words of either kind. */
const rule = (side: 'from' | 'to', kind: 'new' | 'old') =>
  fc.record(
    {
      action: fc.constantFrom(kind === 'new' ? 'Accept' : 'Allow', 'Deny', 'Pass'),
      [side]: fc.array(side === 'from' ? subject : destination, { minLength: 1, maxLength: 2 }),
      [kind === 'new' ? 'protocols' : 'ports']: fc.array<object>(kind === 'new' ? protocol : port, {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['action', side] },
  );

const rules = (kind: 'new' | 'old') => ({
  ingress: fc.array(rule('from', kind), { maxLength: 2 }),
  egress: fc.array(rule('to', kind), { maxLength: 2 }),
});

const priority = fc.integer({ min: 0, max: 2 });

const cluster = fc
  .record({
    tier: fc.constantFrom('Admin', 'Baseline'),
    priority,
    subject,
    ...rules('new'),
  })
  .map((spec) => ({
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    kind: 'ClusterNetworkPolicy',
    spec,
  }));

const older = fc.record({ priority, subject, ...rules('old') }).map((spec) => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'AdminNetworkPolicy',
  spec,
}));

/** Policies of administrators, mostly of one kind, as the API server takes them. */
export const adminPolicies: fc.Arbitrary<object[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: cluster }, { weight: 1, arbitrary: older }), {
    maxLength: 4,
  })
  .map((drawn) =>
    drawn.map((object, index) => ({ ...object, metadata: { name: `admin-${index}` } })),
  );

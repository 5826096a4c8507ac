import * as fc from 'fast-check';
import type { KnownPod, RawPeer, RawPolicy, RawRule, RawSelector } from './reference.ts';

/*
 * Small clusters drawn at random: few names, labels, ports and addresses, so that policies often meet what they speak
 * of, and every form in which the API lets a field be given or left out.
 */

/** Namespaces that are drawn from, and the labels that they may have. */
export const NAMESPACES = ['x', 'y'];
/** Protocols and ports that packets are tried with: those that policies name, and their neighbours. */
export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
/** Ports likewise. */
export const PORTS = [1, 79, 80, 81, 82, 8080, 65535];
/** Addresses outside the cluster: within the blocks, within their exceptions, beyond them. */
export const OUTSIDE = ['10.0.0.7', '10.0.1.7', '8.8.8.8', '192.0.2.9', 'fd00::7', 'fd00:1::7'];
/** Addresses of the nodes. */
export const NODES = ['192.0.2.1', '192.0.2.2'];
/** Addresses that pods are given. */
const ADDRESSES = ['10.0.0.1', '10.0.1.1', '10.1.0.1', 'fd00::1', 'fd00:1::1'];

/** A value, or one of the ways to leave it out. */
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 4, arbitrary: value }, fc.constantFrom(null, undefined));

/** Labels over two keys. */
export const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'), {
  maxKeys: 2,
});

const expression = fc.oneof(
  fc.record({
    key: fc.constantFrom('app', 'tier'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.subarray(['a', 'b'], { minLength: 1 }),
  }),
  fc.record({
    key: fc.constantFrom('app', 'tier'),
    operator: fc.constantFrom('Exists', 'DoesNotExist'),
  }),
);

const selector: fc.Arbitrary<RawSelector> = fc.record(
  {
    matchLabels: optional(labels),
    matchExpressions: optional(fc.array(expression, { maxLength: 2 })),
  },
  { requiredKeys: [] },
);

const namespaceSelector: fc.Arbitrary<RawSelector> = fc.oneof(
  selector,
  fc.constantFrom(...NAMESPACES).map((name) => ({
    matchLabels: { 'kubernetes.io/metadata.name': name },
  })),
);

const ipBlock = fc.constantFrom(
  { cidr: '0.0.0.0/0' },
  { cidr: '::/0' },
  { cidr: '10.0.0.0/23', except: ['10.0.1.0/24'] },
  { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '8.8.8.8/32'] },
  { cidr: '10.0.0.0/8', except: null },
  { cidr: '192.0.2.0/24' },
  { cidr: 'fd00::/16', except: ['fd00:1::/32'] },
);

const peer: fc.Arbitrary<RawPeer> = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector, podSelector: optional(selector) }),
  fc.record({ podSelector: selector, namespaceSelector, ipBlock: fc.constant(null) }),
  fc.record({ ipBlock }),
);

const protocol = optional(fc.constantFrom(...PROTOCOLS));
const port = fc.oneof(
  fc.record({ protocol, port: optional(fc.constantFrom<number | string>(80, 81, 'http', 'dns')) }),
  fc.record({
    protocol,
    port: fc.constantFrom(1, 80),
    endPort: optional(fc.constantFrom(80, 81, 65535)),
  }),
);
const ports = optional(fc.array(port, { maxLength: 2 }));
const peers = optional(fc.array(peer, { maxLength: 2 }));

/** An ingress rule that the API server takes. */
export const ingressRule: fc.Arbitrary<RawRule> = fc.record(
  { from: peers, ports },
  { requiredKeys: [] },
);
/** An egress rule that the API server takes. */
export const egressRule: fc.Arbitrary<RawRule> = fc.record(
  { to: peers, ports },
  { requiredKeys: [] },
);

/** The `spec` of a policy that the API server takes. */
const policySpec: fc.Arbitrary<RawPolicy['spec']> = fc.record(
  {
    podSelector: optional(selector),
    policyTypes: optional(fc.subarray(['Ingress', 'Egress'])),
    ingress: optional(fc.array(fc.oneof(ingressRule, fc.constant(null)), { maxLength: 2 })),
    egress: optional(fc.array(fc.oneof(egressRule, fc.constant(null)), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);

/** Policies of the namespaces. */
export const policies: fc.Arbitrary<RawPolicy[]> = fc
  .array(fc.tuple(fc.constantFrom(...NAMESPACES), policySpec), { maxLength: 4 })
  .map((drawn) =>
    drawn.map(([namespace, spec], index) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `policy-${index}`, namespace },
      spec,
    })),
  );

const everywhere = fc.record({ namespaces: namespaceSelector });

const adminRule = (direction: 'from' | 'to'): fc.Arbitrary<object> =>
  fc.record(
    {
      action: fc.constantFrom('Allow', 'Deny', 'Pass'),
      [direction]: fc.array(
        fc.oneof(
          everywhere,
          fc.record({ pods: fc.record({ namespaceSelector, podSelector: selector }) }),
          ...(direction === 'to' ? [fc.record({ networks: fc.constant(['10.0.0.0/23']) })] : []),
        ),
        { minLength: 1, maxLength: 2 },
      ),
      ports: fc.array(fc.constant({ portNumber: { protocol: 'TCP', port: 80 } }), {
        minLength: 1,
        maxLength: 1,
      }),
    },
    { requiredKeys: ['action', direction] },
  );

/** An AdminNetworkPolicy as manifests hold it. */
export interface RawAdminPolicy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly priority: number;
    readonly subject: object;
    readonly ingress: readonly object[];
    readonly egress: readonly object[];
  };
}

/** AdminNetworkPolicies that the API server takes. */
export const adminPolicies: fc.Arbitrary<RawAdminPolicy[]> = fc
  .array(
    fc.record({
      priority: fc.constantFrom(1, 2),
      subject: everywhere,
      ingress: fc.array(adminRule('from'), { maxLength: 2 }),
      egress: fc.array(adminRule('to'), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  )
  .map((drawn) =>
    drawn.map((spec, index) => ({
      apiVersion: 'policy.networking.k8s.io/v1alpha1',
      kind: 'AdminNetworkPolicy',
      metadata: { name: `admin-${index}` },
      spec,
    })),
  );

const containerPorts = fc.uniqueArray(
  fc.constantFrom(
    { name: 'http', number: 80, protocol: 'TCP' },
    { name: 'http', number: 8080, protocol: 'TCP' },
    { name: 'http', number: 80, protocol: 'UDP' },
    { name: 'dns', number: 81, protocol: 'UDP' },
  ),
  { maxLength: 2, selector: ({ name }) => name },
);

/** Pods whose every property is known, named apart. */
export const pods: fc.Arbitrary<KnownPod[]> = fc
  .array(
    fc.record({
      namespace: fc.constantFrom(...NAMESPACES),
      labels,
      ports: containerPorts,
      address: fc.constantFrom(...ADDRESSES),
      node: fc.constantFrom(...NODES),
      hostNetwork: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drawn) =>
    drawn.map((one, index) => ({
      ...one,
      name: `pod-${index}`,
      address: one.hostNetwork ? one.node : one.address,
    })),
  );

/** The labels of each namespace. */
export const namespaceLabels = fc
  .tuple(labels, labels)
  .map(([x, y]): Readonly<Record<string, Readonly<Record<string, string>>>> => ({ x, y }));

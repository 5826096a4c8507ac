import type { CiliumRule } from '../model/cilium.ts';
import { appendItem } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { Entity } from '../policy/cilium/entities.ts';
import type { IrRule } from '../policy/ir.ts';
import { partsOf, type SimplePeer } from '../policy/peers.ts';
import { worldRule } from './rule.ts';
import { ciliumPoliciesFor, rulesInForce } from './support/ciliumPolicies.ts';
import { canBePort } from './support/meets.ts';

/** Policies for nodes that let in nothing of what the cluster needs of them. */
export default worldRule(
  {
    code: 'node-policy-locks-out',
    title: 'A policy that cuts nodes off from their cluster',
    category: 'too-closed',
    severity: 'warning',
    docs: `With its host firewall Cilium enforces policies with a \`nodeSelector\` on the nodes themselves, and a rule with an
\`ingress\` list denies them whatever nothing allows (Cilium documentation, "Host Firewall"). The API server reaches the kubelet
at TCP 10250 for logs, \`exec\` and metrics, and the nodes probe each other at TCP 4240. Where no policy for nodes lets either
of them in, the nodes of the policy are cut off from their cluster.

netpol is silent where any policy for nodes may do so: for entities of the cluster, for nodes, for addresses, or for everyone.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['cilium/CiliumClusterwideNetworkPolicy'],
  function* (member, world) {
    const { resource } = member;
    const { hostFirewall } = world.settings.assumptions;
    if (hostFirewall === 'off') return;
    const isolating = rulesInForce(member, world).filter(
      ({ policy }) => policy.subject.onlyHosts && policy.isolates.ingress,
    );
    if (isolating.length === 0) return;
    const forNodes = ciliumPoliciesFor(null, world).filter(({ subject }) => subject.onlyHosts);
    if (forNodes.some(({ rules }) => rules.some(mayServe))) return;
    for (const { rule } of isolating)
      yield {
        span: resource.source.key(rule, 'nodeSelector'),
        confidence: 'supported',
        message: `${hostFirewall === 'on' ? 'This' : 'With the host firewall this'} cuts its nodes off: no policy for nodes lets the API server in to the kubelet (TCP 10250), or other nodes to the health check (TCP 4240). Allow \`kube-apiserver\`, \`remote-node\` and \`health\` in \`fromEntities\`.`,
        fixes: rule.ingress === undefined ? [] : [letClusterIn(resource, rule.ingress)],
      };
  },
);

/** Where nodes serve their cluster: the kubelet, and Cilium's health check (Cilium documentation, "Firewall Rules"). */
const SERVED = [10250, 4240];

/** Whether a rule may let the cluster in to what its nodes serve. */
const mayServe = ({ direction, verdict, peers, ports }: IrRule): boolean =>
  direction === 'ingress' &&
  verdict !== 'deny' &&
  (ports === 'all' || ports.some((term) => SERVED.some((port) => canBePort(term, 'TCP', port)))) &&
  (peers === 'everyone' || peers.flatMap(partsOf).some(mayBeNodes));

/** Whether nodes or the API server may be among the peers; addresses are where the agent is told to look for nodes there. */
const mayBeNodes = (part: SimplePeer): boolean =>
  part.kind === 'entities'
    ? part.entities.some((entity) => !APART.has(entity))
    : part.kind !== 'pods';

/** What is none of the cluster's nodes. */
const APART = new Set<Entity>([
  'world',
  'world-ipv4',
  'world-ipv6',
  'ingress',
  'init',
  'unmanaged',
]);

const letClusterIn = (resource: Resource, ingress: NonNullable<CiliumRule['ingress']>): Fix => ({
  title: 'Let the cluster in: add entities `kube-apiserver`, `remote-node` and `health`',
  safe: false,
  edits: () =>
    appendItem(resource, ingress, { fromEntities: ['kube-apiserver', 'remote-node', 'health'] }),
});

import { derive } from '../../base/derive.ts';
import type { IrPolicy, Peer, PodPeer } from '../ir.ts';
import { exchanged } from '../peers.ts';

/** NetworkPolicies as Cilium reads them: its own labels are among those that select pods (pkg/k8s, NetworkPolicy). */
export const readByCilium = derive((policies: readonly IrPolicy[]): readonly IrPolicy[] =>
  policies.map(readPolicy),
);

const readPolicy = derive((policy: IrPolicy): IrPolicy => ({
  ...policy,
  subject: seen(policy.subject),
  rules: policy.rules.map((rule) =>
    rule.peers === 'everyone' ? rule : { ...rule, peers: rule.peers.map(readPeer) },
  ),
}));

const readPeer = (peer: Peer): Peer =>
  exchanged(peer, (part) => (part.kind === 'pods' ? { ...part, ...seen(part) } : part));

const seen = (pods: PodPeer): PodPeer => ({ ...pods, vocabulary: 'cilium' });

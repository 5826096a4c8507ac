import { derive } from '../../base/derive.ts';
import type { Direction, IrPolicy, IrRule, Peer, PodPeer } from '../ir.ts';
import { exchanged } from '../peers.ts';
import { isEverything, keysOf, matches } from '../selector/selector.ts';
import { CILIUM_LABELS } from '../vocabulary.ts';

/**
 * NetworkPolicies as Cilium reads them: its own labels are among those that select pods, and rules of a direction that
 * the types leave out may isolate it all the same (pkg/k8s, NetworkPolicy).
 */
export const readByCilium = derive((policies: readonly IrPolicy[]): readonly IrPolicy[] =>
  policies.flatMap(readPolicy),
);

const readPolicy = derive((policy: IrPolicy): readonly IrPolicy[] => {
  const subject = seen(policy.subject);
  const read = { ...policy, subject, rules: policy.rules.map(readRule) };
  if (policy.unlisted === undefined) return [read];
  const rules = policy.unlisted.map(readRule);
  const isolates = (direction: Direction): boolean =>
    rules.some((rule) => rule.direction === direction);
  return [
    read,
    {
      ...policy,
      subject,
      rules,
      isolates: { ingress: isolates('ingress'), egress: isolates('egress') },
      unsure:
        policy.unsure ??
        'its policyTypes leave out a direction of which Cilium may count its rules',
    },
  ];
});

const readRule = (rule: IrRule): IrRule =>
  rule.peers === 'everyone' ? rule : { ...rule, peers: rule.peers.map(readPeer) };

const readPeer = (peer: Peer): Peer =>
  exchanged(peer, (part) =>
    part.kind === 'pods' ? { ...part, ...seen(part), ...orUnlabelled(part) } : part,
  );

/** What is true of a peer where an end without any labels meets all conditions, of which there are some on namespaces. */
export const orUnlabelled = ({ namespaces, pods }: PodPeer): Pick<PodPeer, 'orUnlabelled'> =>
  namespaces.kind === 'matching' &&
  !isEverything(namespaces.selector) &&
  [namespaces.selector, pods].every((selector) => matches(selector, {}) === 'yes')
    ? {
        orUnlabelled: [...keysOf(pods)].includes(CILIUM_LABELS.cluster)
          ? 'always'
          : 'unless of a cluster',
      }
    : {};

const seen = (pods: PodPeer): PodPeer => ({ ...pods, vocabulary: 'cilium' });

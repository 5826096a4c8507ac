import { insertItem } from '../../model/edit.ts';
import type { AdminPolicy, AdminRule } from '../../model/adminPolicy.ts';
import type { Fix } from '../../model/finding.ts';
import type { MemberOf } from '../rule.ts';
import { dnsRuleFor, type Resolver } from './resolvers.ts';

/** The rule that lets DNS out to a resolver, as a kind of administrators' policy writes it. */
export function adminDnsRule(kind: string, resolver: Resolver): AdminRule {
  const { to, ports } = dnsRuleFor(resolver);
  const isCluster = kind === 'ClusterNetworkPolicy';
  return {
    name: 'allow-dns',
    action: isCluster ? 'Accept' : 'Allow',
    to: to.map((pods) => ({ pods })),
    ...(isCluster
      ? {
          protocols: ports.map(({ protocol, port }) => ({
            [protocol.toLowerCase()]: { destinationPort: { number: port } },
          })),
        }
      : { ports: ports.map((portNumber) => ({ portNumber })) }),
  };
}

/** Puts the rule that lets DNS out before all other egress rules. */
export function allowDnsFirst(member: MemberOf<AdminPolicy>, resolver: Resolver): Fix {
  return { ...allowDnsBefore(member, 0, resolver), title: 'Let DNS out in this policy' };
}

/** Puts the rule that lets DNS out before the egress rule at `index`. */
export const allowDnsBefore = (
  { resource }: MemberOf<AdminPolicy>,
  index: number,
  resolver: Resolver,
): Fix => ({
  title: 'Let DNS out before this rule',
  safe: false,
  edits: () =>
    insertItem(
      resource,
      resource.body.spec.egress ?? [],
      index,
      adminDnsRule(resource.kind.name, resolver),
    ),
});

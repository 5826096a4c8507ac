import { appendDocument, appendItem, setKey } from '../../model/edit.ts';
import type { Fix } from '../../model/finding.ts';
import type { NetworkPolicy, NetworkPolicyPort } from '../../model/networkPolicy.ts';
import type { MemberOf } from '../rule.ts';
import { type Dns } from './dns.ts';
import { dnsRule, type DnsRule } from './resolvers.ts';

/**
 * What lets DNS out of the pods of a policy by `rule`, where `dns` is what they have: first in this policy, then in
 * another.
 */
export function dnsFixes(
  member: MemberOf<NetworkPolicy>,
  dns: Dns,
  rule: DnsRule = dnsRule,
): readonly Fix[] {
  const missing = dns.UDP ? 'TCP' : dns.TCP ? 'UDP' : null;
  const ports = missing === null ? undefined : dnsPorts(member.resource.body.spec.egress);
  if (ports === undefined) return [allowDnsHere(member, rule), allowDnsApart(member, rule)];
  return [
    {
      title: `Allow DNS over ${missing!} too`,
      safe: false,
      edits: () => appendItem(member.resource, ports, { protocol: missing, port: 53 }),
    },
  ];
}

/** The ports of the rule that already lets DNS out over the other protocol. */
const dnsPorts = (
  rules: NetworkPolicy['spec']['egress'] = [],
): readonly NetworkPolicyPort[] | undefined =>
  rules.find(({ ports }) => ports?.some(({ port }) => port === 53))?.ports;

function allowDnsHere({ resource }: MemberOf<NetworkPolicy>, rule: DnsRule): Fix {
  const { spec } = resource.body;
  return {
    title: 'Allow DNS in this policy',
    safe: false,
    edits: () =>
      spec.egress === undefined
        ? setKey(resource, spec, 'egress', [rule])
        : appendItem(resource, spec.egress, rule),
  };
}

/** Lets DNS out in a policy of its own for the same pods: others it would isolate. */
export function allowDnsApart({ resource }: MemberOf<NetworkPolicy>, rule: DnsRule = dnsRule): Fix {
  const { metadata, spec } = resource.body;
  return {
    title: 'Add policy `allow-dns-egress` for the same pods',
    safe: false,
    edits: () =>
      appendDocument(resource, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: {
          name: 'allow-dns-egress',
          ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
        },
        spec: { podSelector: spec.podSelector ?? {}, policyTypes: ['Egress'], egress: [rule] },
      }),
  };
}

import type { Chunk } from '../model/chunk.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { NamespaceKey } from '../model/namespace.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { adminPoliciesFor } from './support/administrative.ts';
import { coversPods } from './support/covers.ts';
import { dnsOf, misported, needsNoNames } from './support/dns.ts';
import { dnsRuleFor, usualResolver } from './support/resolvers.ts';
import { allowDnsApart, dnsFixes } from './support/dnsFixes.ts';
import { accessTo, missingDnsText, redirectPlace, udpAloneText } from './support/dnsText.ts';
import { missingUnderCalico, missingUnderCilium } from './support/dnsSpoken.ts';
import {
  egressOf,
  egressRulesOf,
  governedUnder,
  groupsUnder,
  neighboursOf,
  type Group,
} from './support/egress.ts';
import { meaningOf } from './support/meaning.ts';
import { hostPodsOf } from './support/pods.ts';
import { meeting } from './support/specificity.ts';

/** Pods that may send something, but no DNS queries. */
export default worldRule(
  {
    code: 'missing-dns-egress',
    title: 'Egress that leaves out DNS',
    category: 'too-closed',
    severity: 'warning',
    docs: `A pod whose egress is restricted resolves names only if some policy lets it ask the cluster's DNS, over UDP and TCP
port 53. Without that every connection by name fails, long before the rules for it matter. An entry without \`protocol\` is
for TCP alone; with UDP alone large answers fail. Pods of OpenShift's DNS listen on 5353, and policies see that port.

All policies of the namespace count together, and so does what administrators allow before them. Where Calico's policies
govern pods, all its tiers count, and it is said of a policy of the tier that denies; where Cilium's do, all of both kinds
count, unless \`netpol.cilium.dnsRules\` says that a rule for DNS is elsewhere. netpol knows kube-dns and CoreDNS,
OpenShift's DNS and NodeLocal DNSCache, and takes the labels and ports of what is behind a Service for DNS in
\`kube-system\` or \`openshift-dns\`; name others in \`netpol.dnsResolvers\`. It is silent where egress goes only to address
blocks and the API server (port 6443), and for pods with \`dnsPolicy: None\` or \`Default\`, which ask elsewhere.

Where a CiliumLocalRedirectPolicy redirects the Service that answers DNS, queries arrive at the pods that it selects, and a
rule for kube-dns lets none of them out (Cilium documentation, "Local Redirect Policy"). netpol says so where the workspace
shows these pods, none of them on the network of its node. NodeLocal DNSCache on the network of its node is no pod to
Cilium: at its address it is the node, or the world if Cilium started later, and only pods that are told this address ask
it, as Cilium resolves that of a Service before. What pods are told is in no policy, so that a rule for kube-dns and one for
port 53 elsewhere count alike.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['kubernetes/NetworkPolicy', ...CALICO_POLICIES, ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource, namespace } = member;
    if (isOf(resource, CILIUM_POLICIES)) yield* missingUnderCilium({ ...member, resource }, world);
    else if (isOf(resource, CALICO_POLICIES))
      yield* missingUnderCalico({ ...member, resource }, world);
    else if (isOf(resource, ['kubernetes/NetworkPolicy']))
      yield* mayGovern(world.ciliumPolicies(namespace!), namespace!, world)
        ? missingUnderCilium({ ...member, resource }, world)
        : isUnderCalico(namespace!, world)
          ? missingUnderCalico({ ...member, resource }, world)
          : missingIn({ ...member, resource }, world);
  },
);

/** Whether some policy of Calico may govern pods of a namespace, so that its tiers decide there. */
const isUnderCalico = (namespace: NamespaceKey, world: World): boolean =>
  mayGovern(world.calicoPolicies(namespace), namespace, world);

/** Whether any of some policies may select pods of a namespace. */
const mayGovern = (policies: readonly IrPolicy[], namespace: NamespaceKey, world: World): boolean =>
  policies.some(({ subject }) => world.spokenOf(subject.namespaces).includes(namespace));

function* missingIn(member: MemberOf<NetworkPolicy>, world: World): Generator<Finding> {
  const policies = world.policies(member.namespace!);
  const neighbours = neighboursOf(policies);
  const own = policyIn(member, neighbours.byChunk);
  if (own === undefined || !own.isolates.egress) return;
  // A template among them may hold the rule for DNS.
  if (neighbours.unsure) return;
  if (isLetOutAbove(own, world)) return;
  const groups = groupsOf(own, policies, world);
  const denied = groups.some((group) => egressOf(group).rules.length === 0);
  const findings = [
    ...groups.map((group) => findingOf(member, own, group, world)),
    overUdpAlone(member, own, groups, policies, world),
    denied && neighbours.widestDeny === own ? plainDeny(member, own, policies, world) : null,
  ];
  for (const finding of findings) if (finding !== null) yield finding;
}

/** Whether administrators let the pods ask DNS before any NetworkPolicy is asked, or may do so in a template. */
function isLetOutAbove({ subject }: IrPolicy, world: World): boolean {
  const above = adminPoliciesFor(subject, world);
  if (above.some(({ unsure }) => unsure !== null)) return true;
  const allowed = above
    .flatMap(egressRulesOf)
    .filter(({ verdict, unsure }) => verdict === 'allow' || unsure !== null);
  return dnsOf(allowed, world).UDP;
}

/** The policy of this member as the evaluator knows it; refused and repeated ones are not there. */
const policyIn = (
  member: MemberOf<NetworkPolicy>,
  byChunk: ReadonlyMap<Chunk, readonly IrPolicy[]>,
): IrPolicy | undefined =>
  byChunk
    .get(member.resource.chunk)
    ?.find(({ place, name }) => place.uri === member.uri && name === meaningOf(member).name);

/** The groups that a policy is among the governors of. */
function groupsOf(own: IrPolicy, policies: readonly IrPolicy[], world: World): readonly Group[] {
  const { pods, unsure } = world.inventory(own.namespace!);
  const { assumptions } = world.settings;
  const governed = governedUnder(assumptions)(policies, pods);
  if (governed.selecting.has(own)) return groupsUnder(own, governed, assumptions);
  // Pods on the host network are under no policy, and resolve names as their node does.
  if (unsure !== null || hostPodsOf(own.subject, world).length > 0) return [];
  // All that could select the same pods count, so that what is said holds whichever pods there are.
  const { egress } = neighboursOf(policies);
  return [{ pods: [], governing: meeting(egress, own.subject) }];
}

function findingOf(
  member: MemberOf<NetworkPolicy>,
  own: IrPolicy,
  group: Group,
  world: World,
): Finding | null {
  const { pods, governing } = group;
  const { rules, allowing, spokesman } = egressOf(group);
  if (rules.length === 0) return null;
  const dns = dnsOf(rules, world);
  if (dns.UDP || (!dns.TCP && needsNoNames(rules))) return null;
  // Without workloads the group is the policy's own, so it speaks for itself unless a wider one already does.
  const speaks = pods.length > 0 ? spokesman === own : speaksAmong(own, allowing);
  if (!speaks) return null;
  const others = governing.filter((policy) => policy !== own);
  const astray = dns.TCP ? null : misported(rules, world);
  const resolver = usualResolver(world);
  return {
    span: egressKey(member),
    confidence: pods.length > 0 ? 'supported' : 'proven',
    message: missingDnsText(pods, governing, dns, astray, resolver),
    also: [
      ...others.map((other) => ({
        ...other.place,
        message: `${other.name} restricts their egress too`,
      })),
      ...redirectPlace(resolver),
    ],
    fixes: dnsFixes(member, dns, dnsRuleFor(astray ?? resolver)),
  };
}

/** Pods that ask DNS over UDP but not over TCP: once in a namespace, on the first policy that lets them. */
function overUdpAlone(
  member: MemberOf<NetworkPolicy>,
  own: IrPolicy,
  groups: readonly Group[],
  policies: readonly IrPolicy[],
  world: World,
): Finding | null {
  const isAlone = (rules: readonly IrRule[]): boolean => {
    const dns = dnsOf(rules, world);
    return dns.UDP && !dns.TCP;
  };
  const concerned = groups.filter((group) => isAlone(egressOf(group).rules));
  if (concerned.length === 0 || !isAlone(egressRulesOf(own))) return null;
  const allows = (policy: IrPolicy): boolean => isAlone(egressRulesOf(policy));
  if (policies.find(allows) !== own) return null;
  const others = policies.filter((policy) => policy !== own && allows(policy));
  const pods = concerned.flatMap((group) => group.pods);
  return {
    span: egressKey(member),
    severity: 'information',
    confidence: pods.length > 0 ? 'supported' : 'proven',
    message: udpAloneText(pods),
    also: others.map((other) => ({
      ...other.place,
      message: `${other.name} allows DNS over UDP alone, too`,
    })),
    fixes: dnsFixes(member, { UDP: true, TCP: false }),
  };
}

/** Whether, of policies for pods unknown, none other that allows egress is for fewer of them, or equal and first. */
function speaksAmong(own: IrPolicy, allowing: readonly IrPolicy[]): boolean {
  const place = allowing.indexOf(own);
  return (
    place >= 0 &&
    !allowing.some(
      (other, index) =>
        other !== own &&
        coversPods(own.subject, other.subject) &&
        (index < place || !coversPods(other.subject, own.subject)),
    )
  );
}

/**
 * A namespace where pods may send nothing at all: once, on the widest such policy, and only if nothing else of the
 * namespace lets any of its pods ask DNS.
 */
function plainDeny(
  member: MemberOf<NetworkPolicy>,
  own: IrPolicy,
  policies: readonly IrPolicy[],
  world: World,
): Finding | null {
  const met = meeting(policies, own.subject);
  const dns = dnsOf(met.flatMap(egressRulesOf), world);
  if (dns.UDP || dns.TCP) return null;
  const resolver = usualResolver(world);
  return {
    span: egressKey(member),
    severity: 'information',
    confidence: 'supported',
    message: `This denies all egress, DNS included, and no policy here lets these pods ask it (${accessTo(resolver)}). Add a policy that does, unless it lives elsewhere.`,
    fixes: [allowDnsApart(member, dnsRuleFor(resolver))],
  };
}

const egressKey = ({ resource }: MemberOf<NetworkPolicy>): Finding['span'] => {
  const { spec } = resource.body;
  return resource.source.key(spec, resource.source.has(spec, 'egress') ? 'egress' : 'policyTypes');
};

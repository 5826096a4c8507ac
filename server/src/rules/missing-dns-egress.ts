import { derive } from '../base/derive.ts';
import type { Finding } from '../model/finding.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { PodEndpoint } from '../policy/endpoint.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import { count } from '../policy/print.ts';
import { matchesPods } from '../policy/resolve.ts';
import type { World } from '../workspace/world.ts';
import { worldRule, type MemberOf } from './rule.ts';
import { adminPoliciesFor } from './support/administrative.ts';
import { coversPods } from './support/covers.ts';
import {
  dnsOf,
  dnsRuleFor,
  misported,
  needsNoNames,
  usualResolver,
  type Dns,
  type Resolver,
} from './support/dns.ts';
import { allowDnsApart, dnsFixes } from './support/dnsFixes.ts';
import { meaningOf } from './support/meaning.ts';
import { hostPodsOf, namesText } from './support/pods.ts';
import { canMeet, mostSpecific } from './support/specificity.ts';

/** Pods that may send something, but no DNS queries. */
export default worldRule<NetworkPolicy>(
  {
    code: 'missing-dns-egress',
    title: 'Egress that leaves out DNS',
    category: 'too-closed',
    severity: 'warning',
    docs: `A pod whose egress is restricted resolves names only if some policy lets it ask the cluster's DNS, over UDP and TCP
port 53. Without that every connection by name fails, long before the rules for it matter. An entry without \`protocol\` is
for TCP alone; with UDP alone large answers fail. Pods of OpenShift's DNS listen on 5353, and policies see that port.

All policies of the namespace count together, and so does what administrators allow before them. netpol knows kube-dns and CoreDNS, OpenShift's DNS and NodeLocal DNSCache,
and takes the labels and ports of what is behind a Service for DNS in \`kube-system\` or \`openshift-dns\`; name others in
\`netpol.dnsResolvers\`. It is silent where egress goes only to address blocks and the API server (port 6443), and for pods
with \`dnsPolicy: None\` or \`Default\`, which ask elsewhere.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['NetworkPolicy'],
  function* (member, world) {
    const own = policyIn(member, world);
    if (own === undefined || !own.isolates.egress) return;
    const policies = world.policies(member.namespace!);
    // A template among them may hold the rule for DNS.
    if (policies.some(({ unsure }) => unsure !== null)) return;
    if (isLetOutAbove(own, world)) return;
    const groups = groupsOf(own, policies, world);
    const denied = groups.some(({ governing }) => egressRules(governing).length === 0);
    const findings = [
      ...groups.map((group) => findingOf(member, own, group, world)),
      overUdpAlone(member, own, groups, policies, world),
      denied ? plainDeny(member, own, policies, world) : null,
    ];
    for (const finding of findings) if (finding !== null) yield finding;
  },
);

/** Whether administrators let the pods ask DNS before any NetworkPolicy is asked, or may do so in a template. */
function isLetOutAbove({ subject }: IrPolicy, world: World): boolean {
  const above = adminPoliciesFor(subject, world);
  if (above.some(({ unsure }) => unsure !== null)) return true;
  const allowed = egressRules(above).filter(
    ({ verdict, unsure }) => verdict === 'allow' || unsure !== null,
  );
  return dnsOf(allowed, world).UDP;
}

/** The policy of this member as the evaluator knows it; refused and repeated ones are not there. */
const policyIn = (member: MemberOf<NetworkPolicy>, world: World): IrPolicy | undefined =>
  world
    .policies(member.namespace!)
    .find(
      ({ place, name }) =>
        place.chunk === member.resource.chunk &&
        place.uri === member.uri &&
        name === meaningOf(member).name,
    );

/** Pods with the same policies for their egress. Where no workload is known they are those that one policy selects. */
interface Group {
  readonly pods: readonly PodEndpoint[];
  readonly governing: readonly IrPolicy[];
}

/** The groups that a policy is among the governors of. */
function groupsOf(own: IrPolicy, policies: readonly IrPolicy[], world: World): readonly Group[] {
  const { pods, unsure } = world.inventory(own.namespace!);
  const { assumptions } = world.settings;
  const egress = policies.filter(({ isolates }) => isolates.egress);
  const known = pods.filter((pod) => matchesPods(own.subject, pod, assumptions).truth === 'yes');
  if (known.length === 0) {
    // Pods on the host network are under no policy, and resolve names as their node does.
    if (hostPodsOf(own.subject, world).length > 0) return [];
    // All that could select the same pods count, so that what is said holds whichever pods there are.
    return unsure === null
      ? [{ pods: [], governing: egress.filter((other) => canMeet(own.subject, other.subject)) }]
      : [];
  }
  const groups = new Map<string, Group>();
  for (const pod of known) {
    if (pod.dnsPolicy === 'None' || pod.dnsPolicy === 'Default') continue;
    const governing = egress.filter(
      (policy) => matchesPods(policy.subject, pod, assumptions).truth !== 'no',
    );
    const key = governing.map((policy) => egress.indexOf(policy)).join(' ');
    groups.set(key, { governing, pods: [...(groups.get(key)?.pods ?? []), pod] });
  }
  return [...groups.values()];
}

const egressRules = (policies: readonly IrPolicy[]): IrRule[] => policies.flatMap(egressRulesOf);

const egressRulesOf = derive(({ rules }: IrPolicy) =>
  rules.filter(({ direction }) => direction === 'egress'),
);

function findingOf(
  member: MemberOf<NetworkPolicy>,
  own: IrPolicy,
  { pods, governing }: Group,
  world: World,
): Finding | null {
  const rules = egressRules(governing);
  if (rules.length === 0) return null;
  const dns = dnsOf(rules, world);
  if (dns.UDP || (!dns.TCP && needsNoNames(rules))) return null;
  const allowing = governing.filter((policy) =>
    policy.rules.some(({ direction }) => direction === 'egress'),
  );
  // Without workloads the group is the policy's own, so it speaks for itself unless a wider one already does.
  const spokesman = pods.length > 0 ? mostSpecific(allowing) : symbolicSpokesman(own, allowing);
  if (spokesman !== own) return null;
  const others = governing.filter((policy) => policy !== own);
  const astray = dns.TCP ? null : misported(rules, world);
  const resolver = usualResolver(world);
  return {
    span: egressKey(member),
    confidence: pods.length > 0 ? 'supported' : 'proven',
    message: messageOf(pods, governing, dns, astray, resolver),
    also: others.map((other) => ({
      ...other.place,
      message: `${other.name} restricts their egress too`,
    })),
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
  const isAlone = (governing: readonly IrPolicy[]): boolean => {
    const dns = dnsOf(egressRules(governing), world);
    return dns.UDP && !dns.TCP;
  };
  const concerned = groups.filter(({ governing }) => isAlone(governing));
  if (concerned.length === 0) return null;
  const [first, ...others] = policies.filter((policy) => isAlone([policy]));
  if (first !== own) return null;
  const pods = concerned.flatMap((group) => group.pods);
  const whose = pods.length === 0 ? 'the pods selected here' : namesText(pods);
  return {
    span: egressKey(member),
    severity: 'information',
    confidence: pods.length > 0 ? 'supported' : 'proven',
    message: `DNS of ${whose} is allowed over UDP but not over TCP, so large answers will fail. Allow TCP 53 too.`,
    also: others.map((other) => ({
      ...other.place,
      message: `${other.name} allows DNS over UDP alone, too`,
    })),
    fixes: dnsFixes(member, { UDP: true, TCP: false }),
  };
}

/** Of policies for pods unknown the one itself, unless another that allows egress is for fewer of them, or equal and first. */
function symbolicSpokesman(own: IrPolicy, allowing: readonly IrPolicy[]): IrPolicy | undefined {
  const place = allowing.indexOf(own);
  if (place < 0) return undefined;
  const better = allowing.some(
    (other, index) =>
      other !== own &&
      coversPods(own.subject, other.subject) &&
      (index < place || !coversPods(other.subject, own.subject)),
  );
  return better ? undefined : own;
}

function messageOf(
  pods: readonly PodEndpoint[],
  governing: readonly IrPolicy[],
  dns: Dns,
  astray: Resolver | null,
  resolver: Resolver,
): string {
  const [who, plural] =
    pods.length === 0
      ? ['The pods selected here', true]
      : [namesText(pods), new Set(pods.map(({ owner }) => owner.name)).size > 1];
  const which =
    governing.length === 1
      ? 'the policy that controls'
      : `none of the ${count(governing.length, 'policy', 'policies')} that control`;
  const their = plural ? 'their' : 'its';
  if (astray !== null)
    return `${who} cannot resolve names: the DNS pods of \`${astray.namespace}\` listen on ${astray.ports.join(' and ')}, and policies see the port of the pod, not 53 of the Service. Allow UDP and TCP ${astray.ports.join(' and ')}.`;
  const what = dns.TCP
    ? 'DNS over UDP, which is asked first (an entry without `protocol` is for TCP alone)'
    : `DNS (${accessTo(resolver)})`;
  return governing.length === 1
    ? `${who} cannot resolve names: ${which} ${their} egress does not allow ${what}. Allow it here.`
    : `${who} cannot resolve names: ${which} ${their} egress allows ${what}. Allow it in one of them.`;
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
  const denies = policies.filter(
    ({ isolates, rules }) =>
      isolates.egress && !rules.some(({ direction }) => direction === 'egress'),
  );
  const widest =
    denies.find((policy) => denies.every((other) => coversPods(policy.subject, other.subject))) ??
    denies[0];
  if (widest !== own) return null;
  const dns = dnsOf(
    egressRules(policies.filter((other) => canMeet(own.subject, other.subject))),
    world,
  );
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

const accessTo = ({ name, ports }: Resolver): string =>
  `UDP and TCP ${ports.join(' and ')} to ${name}`;

const egressKey = ({ resource }: MemberOf<NetworkPolicy>): Finding['span'] => {
  const { spec } = resource.body;
  return resource.source.key(spec, resource.source.has(spec, 'egress') ? 'egress' : 'policyTypes');
};

import type { CalicoPolicy } from '../../model/calico.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import { CALICO_POLICIES, isOf } from '../../model/kinds.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { queriesIn, queriesOfSubject, type Queries } from './calicoDns.ts';
import { allowDnsInCalico } from './calicoDnsRules.ts';
import { dnsOf, needsNoNames, type Dns } from './dns.ts';
import { usualResolver } from './resolvers.ts';
import { dnsFixes } from './dnsFixes.ts';
import { missingDnsText, udpAloneText } from './dnsText.ts';
import { egressRulesOf } from './egress.ts';
import { hostPodsOf } from './pods.ts';
import { mostSpecific } from './specificity.ts';
import { turnOf } from './turn.ts';

/** Pods under Calico's tiers that may send something, but no DNS queries: on the policy that is most theirs. */
export function* missingUnderCalico(
  member: MemberOf<CalicoPolicy | NetworkPolicy>,
  world: World,
): Generator<Finding> {
  const own = turnOf(member, member.namespace, world)?.policy;
  if (own === undefined || own.unsure !== null || !own.isolates.egress) return;
  const known = world.spokenOf(own.subject.namespaces).map((key) => queriesIn(key, world));
  const concerned = known.flat().filter(({ governing }) => governing.some(isSame(own)));
  const deaf = (concerned.length > 0 ? concerned : imagined(own, world)).filter((queries) => {
    const spokesman = spokesmanOf(queries, world);
    return spokesman !== undefined && isSame(own)(spokesman);
  });
  if (deaf.length > 0) yield missing(member, own, deaf, world);
  const halved = known.flatMap((queries) => {
    const those = queries.filter((one) => isHalved(one, world));
    const first = those[0]?.governing.find((policy) => isHalving([policy], world));
    // Told once for each namespace.
    return first !== undefined && isSame(own)(first) ? those : [];
  });
  if (halved.length > 0) yield overUdpAlone(member, halved, world);
}

/** Whether it is the same policy: its network sets are filled in for each namespace anew. */
const isSame =
  (own: IrPolicy) =>
  ({ place }: IrPolicy): boolean =>
    place === own.place;

/** The queries of such pods as a policy selects, where all workloads of its namespace are known and it selects none. */
function imagined(own: IrPolicy, world: World): readonly Queries[] {
  if (own.namespace === null || world.inventory(own.namespace).unsure !== null) return [];
  // Pods on the host network are under no policy, and resolve names as their node does.
  if (hostPodsOf(own.subject, world).length > 0) return [];
  const queries = queriesOfSubject(own, world);
  return queries === null ? [] : [queries];
}

const allowsIn = (policies: readonly IrPolicy[]): readonly IrRule[] =>
  policies
    .flatMap(egressRulesOf)
    .filter(({ verdict, unsure }) => verdict === 'allow' || unsure !== null);

/**
 * The policy that it is said of that pods can surely not ask DNS: of those of the tier that denies it and that let
 * something out the one with the narrowest subject. Undefined where they can ask, or need no names.
 */
function spokesmanOf({ governing, denying, allowed }: Queries, world: World): IrPolicy | undefined {
  const rules = allowsIn(governing);
  if (allowed.UDP !== 'no' || dnsOf(rules, world).UDP) return undefined;
  if (allowed.TCP === 'no' && needsNoNames(rules)) return undefined;
  return mostSpecific(denying.filter((policy) => allowsIn([policy]).length > 0));
}

/** Whether pods surely ask DNS over UDP, and surely not over TCP. */
const isHalved = ({ governing, allowed }: Queries, world: World): boolean =>
  allowed.UDP === 'yes' && allowed.TCP === 'no' && isHalving(governing, world);

function isHalving(policies: readonly IrPolicy[], world: World): boolean {
  const { UDP, TCP } = dnsOf(allowsIn(policies), world);
  return UDP && !TCP;
}

function missing(
  member: MemberOf<CalicoPolicy | NetworkPolicy>,
  own: IrPolicy,
  deaf: readonly Queries[],
  world: World,
): Finding {
  const pods = deaf.flatMap((queries) => queries.pods);
  const denying = [
    ...new Map(deaf.flatMap((one) => one.denying).map((one) => [one.place, one])).values(),
  ];
  const dns = { UDP: false, TCP: deaf.every(({ allowed }) => allowed.TCP === 'yes') };
  return {
    span: egressKey(member),
    // Policies of the whole cluster often live elsewhere, and let DNS out for everybody.
    ...(pods.length > 0
      ? { confidence: 'supported' }
      : { severity: 'information', confidence: 'possible' }),
    message: missingDnsText(pods, denying, dns, null, usualResolver(world)),
    also: denying
      .filter((other) => !isSame(own)(other))
      .map((other) => ({ ...other.place, message: `${other.name} restricts their egress too` })),
    fixes: fixesFor(member, dns, world),
  };
}

/** What lets the queries out, in the words of the policy's kind. */
function fixesFor(
  { resource, ...member }: MemberOf<CalicoPolicy | NetworkPolicy>,
  dns: Dns,
  world: World,
): readonly Fix[] {
  if (isOf(resource, ['kubernetes/NetworkPolicy']))
    return dnsFixes({ ...member, resource }, dns).slice(0, 1);
  return isOf(resource, CALICO_POLICIES)
    ? [allowDnsInCalico({ ...member, resource }, dns, usualResolver(world))]
    : [];
}

const overUdpAlone = (
  member: MemberOf<CalicoPolicy | NetworkPolicy>,
  halved: readonly Queries[],
  world: World,
): Finding => ({
  span: egressKey(member),
  severity: 'information',
  confidence: 'supported',
  message: udpAloneText(halved.flatMap(({ pods }) => pods)),
  fixes: fixesFor(member, { UDP: true, TCP: false }, world),
});

/** What says that a policy restricts egress. */
function egressKey({ resource }: MemberOf<CalicoPolicy | NetworkPolicy>): Finding['span'] {
  const { spec } = resource.body;
  const key = ['egress', 'types', 'policyTypes'].find((name) => resource.source.has(spec, name));
  return key === undefined
    ? resource.source.key(resource.body, 'spec')
    : resource.source.key(spec, key);
}

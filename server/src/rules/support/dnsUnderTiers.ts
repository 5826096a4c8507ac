import { derive } from '../../base/derive.ts';
import type { Span } from '../../base/span.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import type { World } from '../../workspace/world.ts';
import { dnsOf, needsNoNames, type Dns } from './dns.ts';
import { queriesIn, queriesOfSubject, type Queries } from './dnsQueries.ts';
import { missingDnsText, redirectPlace, udpAloneText } from './dnsText.ts';
import { egressRulesOf } from './egress.ts';
import { hostPodsOf } from './pods.ts';
import { onePerObject } from './policies.ts';
import { usualResolver } from './resolvers.ts';
import { mostSpecific } from './specificity.ts';

/** A policy of which it may be said that its pods cannot ask DNS. */
export interface Spoken {
  readonly policy: IrPolicy;
  /** What says that it restricts egress. */
  readonly span: Span;
  /** What lets queries out in it, where `dns` is what the pods have. */
  readonly fixes: (dns: Dns) => readonly Fix[];
}

/**
 * Pods under the policies of Calico or Cilium that may send something, but no DNS queries: on the policy that is most theirs.
 * @param isTold whether of pods with the same policies something else is said that lets them ask
 */
export function* missingUnderTiers(
  own: Spoken,
  world: World,
  isTold: (queries: Queries) => boolean = () => false,
): Generator<Finding> {
  const { policy } = own;
  if (policy.unsure !== null || !policy.isolates.egress) return;
  const known = world.spokenOf(policy.subject.namespaces).map((key) => queriesIn(key, world));
  const concerned = known.flat().filter(({ governing }) => governing.some(isSame(policy)));
  const deaf = (concerned.length > 0 ? concerned : imagined(policy, world)).filter((queries) => {
    const spokesman = spokesmanOf(queries, world);
    return spokesman !== undefined && isSame(policy)(spokesman) && !isTold(queries);
  });
  if (deaf.length > 0) yield missing(own, deaf, world);
  const halved = known.flatMap((queries) => {
    const those = queries.filter((one) => isHalved(one, world));
    const first = those[0]?.governing.find((one) => isHalving([one], world));
    // Told once for each namespace.
    return first !== undefined && isSame(policy)(first) ? those : [];
  });
  if (halved.length > 0) yield overUdpAlone(own, halved);
}

/** Whether it is the same policy: what is filled into its peers may be another in each namespace. */
const isSame =
  (own: IrPolicy) =>
  ({ place, subject }: IrPolicy): boolean =>
    place === own.place && subject === own.subject;

/** The queries of such pods as a policy selects, where all workloads of its namespace are known and it selects none. */
function imagined(own: IrPolicy, world: World): readonly Queries[] {
  if (own.namespace === null || world.inventory(own.namespace).unsure !== null) return [];
  // Pods on the host network are under no policy, and resolve names as their node does.
  if (hostPodsOf(own.subject, world).length > 0) return [];
  const queries = queriesOfSubject(own, own.namespace, world);
  return queries === null ? [] : [queries];
}

const allowsIn = derive((policies: readonly IrPolicy[]): readonly IrRule[] =>
  policies
    .flatMap(egressRulesOf)
    .filter(({ verdict, unsure }) => verdict === 'allow' || unsure !== null),
);

/** Of some policies that let something out the one with the narrowest subject. */
const narrowestOf = derive((policies: readonly IrPolicy[]) => ({
  policy: mostSpecific(policies.filter((policy) => allowsIn([policy]).length > 0)),
}));

/**
 * The policy that it is said of that pods can surely not ask DNS: of those of the tier that denies it and that let
 * something out the one with the narrowest subject. Undefined where they can ask, or need no names.
 */
function spokesmanOf({ governing, denying, allowed }: Queries, world: World): IrPolicy | undefined {
  const rules = allowsIn(governing);
  if (allowed.UDP !== 'no' || dnsOf(rules, world).UDP) return undefined;
  if (allowed.TCP === 'no' && needsNoNames(rules)) return undefined;
  return narrowestOf(denying).policy;
}

/** Whether pods surely ask DNS over UDP, and surely not over TCP. */
const isHalved = ({ governing, allowed }: Queries, world: World): boolean =>
  allowed.UDP === 'yes' && allowed.TCP === 'no' && isHalving(governing, world);

function isHalving(policies: readonly IrPolicy[], world: World): boolean {
  const { UDP, TCP } = dnsOf(allowsIn(policies), world);
  return UDP && !TCP;
}

function missing(own: Spoken, deaf: readonly Queries[], world: World): Finding {
  const pods = deaf.flatMap((queries) => queries.pods);
  const denying = onePerObject(deaf.flatMap((one) => one.denying));
  const resolver = usualResolver(world);
  const dns = { UDP: false, TCP: deaf.every(({ allowed }) => allowed.TCP === 'yes') };
  return {
    span: own.span,
    // Policies of the whole cluster often live elsewhere, and let DNS out for everybody.
    ...(pods.length > 0
      ? { confidence: 'supported' }
      : { severity: 'information', confidence: 'possible' }),
    message: missingDnsText(pods, denying, dns, null, resolver),
    also: [
      ...denying
        .filter(({ place }) => place !== own.policy.place)
        .map((other) => ({ ...other.place, message: `${other.name} restricts their egress too` })),
      ...redirectPlace(resolver),
    ],
    fixes: own.fixes(dns),
  };
}

const overUdpAlone = ({ span, fixes }: Spoken, halved: readonly Queries[]): Finding => ({
  span,
  severity: 'information',
  confidence: 'supported',
  message: udpAloneText(halved.flatMap(({ pods }) => pods)),
  fixes: fixes({ UDP: true, TCP: false }),
});

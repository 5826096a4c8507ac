import { derive2 } from '../base/derive.ts';
import type { CiliumRule } from '../model/cilium.ts';
import { setKey } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { namespaceName } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import type { IrPolicy, IrRule, Namespaces, PodPeer, PortTerm } from '../policy/ir.ts';
import { EVERYTHING, matches } from '../policy/selector/selector.ts';
import { LAST_PORT } from '../policy/ciliumPort.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { rulesInForce } from './support/ciliumPolicies.ts';
import { selects } from './support/dns.ts';
import { canBePort, isEveryPod } from './support/meets.ts';
import { resolversIn, usualResolver, type PlacedResolver } from './support/resolvers.ts';

/** Policies for every pod of the cluster, which also isolate those that answer DNS. */
export default worldRule(
  {
    code: 'isolates-cluster-dns',
    title: 'A policy for every pod that cuts off DNS',
    category: 'too-closed',
    severity: 'warning',
    docs: `\`endpointSelector: {}\` of a CiliumClusterwideNetworkPolicy also selects the pods of the system. A rule with an \`ingress\`
list denies them whatever nothing allows, unless it says \`enableDefaultDeny: {ingress: false}\` (Cilium documentation, "Policy
Enforcement Modes"). Where no policy lets anyone in to the pods that answer DNS, no name is resolved in the whole cluster any
more, whatever the policies of those who ask allow.

netpol is silent where any policy of the workspace may let DNS in, and where \`netpol.cilium.dnsRules\` says that rules for DNS
are elsewhere. A policy of kube-system in another repository leaves no trace here: neither a name as \`default-deny\` nor the
absence of everything else of kube-system tells a cluster whose DNS is let in from one whose DNS is not, and the second is
down.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['cilium/CiliumClusterwideNetworkPolicy'],
  function* (member, world) {
    const { resource } = member;
    if (world.settings.assumptions.dnsRules === 'elsewhere') return;
    const isolating = rulesInForce(member, world).filter(
      ({ policy: { subject, isolates, unsure } }) =>
        isolates.ingress && unsure === null && isEveryPod(subject),
    );
    if (isolating.length === 0 || mayBeLetIn(world)) return;
    const { name, namespace } = usualResolver(world);
    for (const { rule } of isolating)
      yield {
        span: resource.source.key(rule, 'endpointSelector'),
        confidence: 'supported',
        message: `This isolates every pod of the cluster for ingress, and no policy here lets anyone in to those of its DNS, \`${name}\` in namespace \`${namespace}\`: no name is resolved any more. Let all pods in to them${
          allows(rule)
            ? ', or set `enableDefaultDeny.ingress: false` if nothing was to be denied'
            : ''
        }.`,
        fixes: allows(rule) ? [withoutDefaultDeny(resource, rule)] : [],
      };
  },
);

/** Whether a rule is there to let something in. */
const allows = ({ ingress = [] }: CiliumRule): boolean =>
  ingress.some((item) => Object.keys(item).length > 0);

/** Whether some policy may let somebody in to pods that answer DNS, or speaks of DNS elsewhere. */
function mayBeLetIn(world: World): boolean {
  const resolvers = resolversIn(world);
  const someIn = (policies: readonly IrPolicy[]): boolean => letsInTo(resolvers, policies);
  return (
    someIn(world.ciliumPoliciesAround(EVERYWHERE)) ||
    someIn(world.clusterPolicies()) ||
    world.spokenOf(EVERYWHERE).some((key) => someIn(world.policies(key)))
  );
}

const EVERYWHERE: Namespaces = { kind: 'matching', selector: EVERYTHING };

const letsInTo = derive2((resolvers: readonly PlacedResolver[], policies: readonly IrPolicy[]) =>
  policies.some(
    ({ subject, rules }) =>
      rules.some((rule) => letsIn(rule, DNS) && rule.ports !== 'all' && isNarrow(rule.ports)) ||
      resolvers.some(
        (resolver) =>
          mayBeFor(subject, resolver) && rules.some((rule) => letsIn(rule, resolver.ports)),
      ),
  ),
);

/** Whether a policy may be for pods that answer DNS; one of a namespace without a name may live where they do. */
const mayBeFor = (subject: PodPeer, resolver: PlacedResolver): boolean =>
  selects(subject, resolver) !== 'no' ||
  (subject.namespaces.kind === 'own' &&
    namespaceName(subject.namespaces.namespace) === null &&
    matches(subject.pods, resolver.labels, resolver.complete) !== 'no');

const DNS = [53];

const letsIn = ({ direction, verdict, ports }: IrRule, wanted: readonly number[]): boolean =>
  direction === 'ingress' &&
  verdict !== 'deny' &&
  (ports === 'all' || ports.some((term) => wanted.some((port) => canBePort(term, 'UDP', port))));

/** Whether ports are few, so that a rule for them means what listens there. */
const isNarrow = (terms: readonly PortTerm[]): boolean =>
  terms.every((term) => term.kind === 'numbers' && term.last < LAST_PORT);

const withoutDefaultDeny = (resource: Resource, rule: CiliumRule): Fix => ({
  title: 'Only allow, and isolate nobody: set `enableDefaultDeny.ingress: false`',
  safe: false,
  edits: () =>
    rule.enableDefaultDeny === undefined
      ? setKey(resource, rule, 'enableDefaultDeny', { ingress: false })
      : setKey(resource, rule.enableDefaultDeny, 'ingress', false),
});

import type { CalicoRule } from '../model/calico.ts';
import type { Direction } from '../policy/ir.ts';
import { areLegible, entityExpression } from '../policy/lower/calicoSelectors.ts';
import { selectorOf } from '../policy/selector/calico/selectorOf.ts';
import { matches } from '../policy/selector/selector.ts';
import { worldRule } from './rule.ts';
import { peerSide } from './support/calicoRules.ts';
import { hostAt, hostPoliciesIn, type HostPolicy } from './support/hosts.ts';

/** Host endpoints that rules mean by their labels, and whose addresses are not told. */
export default worldRule(
  {
    code: 'host-endpoint-without-addresses',
    title: 'A host that rules mean, without its addresses',
    category: 'inert',
    severity: 'warning',
    docs: `The selector of a rule stands for the addresses of what it selects. Of a host endpoint these are its \`expectedIPs\`
and nothing else: one that only names an interface is never matched as a source or destination (Calico documentation, "Host
endpoint"), and is neither let in nor kept out by such a rule.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/HostEndpoint'],
  function* (member, world) {
    const { resource } = member;
    const { metadata, spec } = resource.body;
    const { labels = {} } = hostAt(member, world) ?? {};
    if (spec === undefined || (spec.expectedIPs ?? []).length > 0) return;
    if (Object.keys(labels).length === 0) return;
    const meant = hostPoliciesIn(world).flatMap((policy) => placesIn(policy, labels));
    if (meant.length === 0) return;
    const [first] = meant;
    const others = meant.length === 1 ? '' : ` and ${meant.length - 1} more`;
    yield {
      span: resource.source.value(metadata, 'name'),
      confidence: 'supported',
      message: `By its labels this host is meant by ${first!}${others}, but without \`expectedIPs\` Calico knows no address of it, and it never matches. List its addresses.`,
    };
  },
);

/** The rules of a policy whose peer is the host, and only because of its labels. */
function placesIn(
  { name, spec, chosen }: HostPolicy,
  labels: Readonly<Record<string, string>>,
): string[] {
  if (chosen === null) return [];
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    (spec[direction] ?? []).flatMap((rule, index) =>
      means(rule, direction, labels)
        ? [`${direction} rule ${index + 1} of GlobalNetworkPolicy \`${name}\``]
        : [],
    ),
  );
}

function means(
  rule: CalicoRule,
  direction: Direction,
  labels: Readonly<Record<string, string>>,
): boolean {
  const entity = rule[peerSide(direction)] ?? {};
  const { selector, notSelector, namespaceSelector, serviceAccounts } = entity;
  if (!areLegible(selector, notSelector, namespaceSelector, serviceAccounts?.selector))
    return false;
  const expression = entityExpression(entity, null);
  if (expression === null) return false;
  const chosen = selectorOf(expression);
  return matches(chosen, labels) === 'yes' && matches(chosen, {}) === 'no';
}

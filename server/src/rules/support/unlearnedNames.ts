import type { PodEndpoint } from '../../policy/endpoint.ts';
import { matchesName } from '../../policy/fqdn.ts';
import { matchesPods } from '../../policy/resolve.ts';
import type { World } from '../../workspace/world.ts';
import { itemText } from './ciliumRules.ts';
import { isAstray } from './dns.ts';
import { dnsDenialFor, isForResolver } from './dnsDenials.ts';
import { redirectedText } from './dnsText.ts';
import { usualResolver } from './resolvers.ts';

/**
 * Why Cilium may know no address of a name although a rule has it look at a pod's queries for it, as a clause: the queries
 * are denied, or redirected to pods that the rule is not for. Null where neither is so.
 * @param name as Cilium compares it
 */
export function unlearnedText(pod: PodEndpoint, name: string, world: World): string | null {
  const looking = world
    .ciliumPolicies(pod.namespace.key)
    .filter(({ subject }) => matchesPods(subject, pod, world.settings.assumptions).truth === 'yes')
    .flatMap(({ rules }) => rules)
    .filter(
      ({ direction, verdict, queries = [] }) =>
        direction === 'egress' &&
        verdict === 'allow' &&
        queries.some((pattern) => matchesName(pattern, name)),
    );
  if (looking.length === 0) return null;
  const resolver = usualResolver(world);
  if (looking.every((rule) => isAstray(rule, world)))
    return `\`rules.dns\` is only for queries that ${redirectedText(resolver)}, and without the answers Cilium knows no address of it`;
  const denial = dnsDenialFor(pod, world);
  return denial !== null && looking.every((rule) => isForResolver(rule, world))
    ? `${itemText(denial.rule, denial.policy, null)} denies the pod DNS, and without the answers Cilium knows no address of it`
    : null;
}

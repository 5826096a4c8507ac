import { givenName } from '../../../model/cilium.ts';
import { namespaceName } from '../../../model/namespace.ts';
import type { Path } from '../../../model/source.ts';
import { canonicalName, matchesName } from '../../../policy/fqdn.ts';
import type { IrPolicy } from '../../../policy/ir.ts';
import { code, codeList } from '../../../policy/print.ts';
import { isAskedFor, learningUnder, looksAtQueries } from '../../../rules/support/ciliumNames.ts';
import { redirectedText } from '../../../rules/support/dnsText.ts';
import { ciliumBeside } from '../../../rules/support/ciliumPolicies.ts';
import { onePerObject, policiesText } from '../../../rules/support/policies.ts';
import { usualResolver } from '../../../rules/support/resolvers.ts';
import { namesText } from '../../../rules/support/pods.ts';
import type { CiliumScene } from '../scene.ts';
import { phraseLines } from './entries.ts';
import { namePatternText } from './namePattern.ts';
import type { ItemReading } from './reading.ts';

/** A list of names, or one of them: which names it matches, and whether Cilium learns their addresses. */
export function fqdnLines(
  { item, policy, isInForce, verdict }: ItemReading,
  [index]: Path,
  scene: CiliumScene,
): readonly string[] {
  const names = (item.toFQDNs ?? []).filter((name) => (givenName(name) ?? '') !== '');
  const one = names.length === 1 ? names[0] : item.toFQDNs?.[Number(index)];
  const shown = one === undefined ? names : [one];
  if (shown.length === 0 || verdict === 'deny') return [];
  const texts = shown.map((name) => givenName(name) ?? '');
  return [
    ...phraseLines(texts.map(namePatternText)),
    '',
    'The addresses outside of the cluster that DNS has given these pods for such a name.',
    'Only the name that is asked for counts, not where a CNAME leads from it.',
    ...(isInForce && policy.unsure === null ? learningLines(texts, policy, scene) : []),
  ];
}

/** Whether Cilium sees answers for the names: by which policies, or why not where everything was read. */
function learningLines(
  names: readonly string[],
  policy: IrPolicy,
  scene: CiliumScene,
): readonly string[] {
  const { world } = scene;
  const looking = ciliumBeside(policy.subject, world).filter((one) => looksAtQueries(one, world));
  const learning = world.complete ? learningUnder(policy, world) : null;
  if (learning !== null && (learning.unseen === 'all' || learning.unseen.length > 0))
    return [
      `**Cilium learns no address of ${names.length === 1 ? 'it' : 'them'}**: ${
        learning.astray === null
          ? `no rule for ${learning.unseen === 'all' ? 'these pods' : namesText(learning.unseen)} has \`rules.dns\``
          : `\`rules.dns\` is only for queries that ${redirectedText(usualResolver(world))}`
      }.`,
    ];
  const refused = learning === null ? [] : names.filter((name) => !isAskedFor(name, learning));
  if (refused.length > 0)
    return [
      `**Cilium’s proxy refuses DNS queries for ${codeList(refused)}**: no \`rules.dns\` for these pods lists ${refused.length === 1 ? 'it' : 'them'}.`,
    ];
  if (looking.length === 0) return [];
  const asked = learning?.asked ?? [];
  return [
    `Cilium learns the addresses from answers to the queries that its proxy looks at, by ${policiesText(onePerObject(looking))}.`,
    ...names.flatMap((name) => searchLines(name, asked, scene)),
  ];
}

/**
 * Resolvers complete a name of less than five dots by those of their search list first, and some give up where such a query
 * is refused (Kubernetes documentation, "Pod's DNS Config"; Cilium documentation, "DNS Policy and IP Discovery").
 */
function searchLines(
  name: string,
  asked: readonly (readonly string[])[],
  { home }: CiliumScene,
): readonly string[] {
  const namespace = home === null ? null : namespaceName(home);
  if (namespace === null || name.includes('*') || name.endsWith('.') || name.split('.').length > 5)
    return [];
  const completed = `${name}.${namespace}.svc.cluster.local`;
  const isRefused = asked.some(
    (patterns) => !patterns.some((pattern) => matchesName(pattern, canonicalName(completed))),
  );
  return isRefused
    ? [
        `Resolvers ask for ${code(completed)} first, which the proxy refuses here; some give up then. \`matchPattern: "*"\` in \`rules.dns\` lets all queries through.`,
      ]
    : [];
}

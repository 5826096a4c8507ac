import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { fieldIn, itemsIn } from '../admission/walk.ts';
import { givenName, type CiliumItem, type CiliumName, type CiliumPolicy } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { canonicalName, isNamePattern, patternsMeet } from '../policy/fqdn.ts';
import { code } from '../policy/print.ts';
import { documentRule } from './rule.ts';

/** Patterns with too few labels for the names that the DNS of a cluster knows. */
export default documentRule(
  {
    code: 'dns-pattern-too-short',
    title: 'A pattern that is too short for the names of a cluster',
    category: 'too-closed',
    severity: 'warning',
    docs: `In \`rules.dns\` a \`*\` stands for any characters of one label, never for a dot (Cilium documentation, "DNS based"). Services
have two labels before \`svc.cluster.local\`, their own name and that of their namespace (Kubernetes documentation, "DNS for
Services and Pods"), so that \`*.svc.cluster.local\` matches none of them; and the name by which an address is looked up has four
before \`in-addr.arpa\` (RFC 1035, 3.5). Cilium refuses the queries unless another rule lets them through. Write one \`*\` for each label.

netpol is silent where another pattern of the same list matches longer names of the same domain: the short one may then be for
what search lists of resolvers make of names.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { item } of ciliumItemsIn(policy)) {
      const lists = queriesIn(policy, item);
      for (const names of lists)
        for (const name of names) {
          const finding = findingOf(policy, name, names);
          if (finding !== null) yield finding;
        }
    }
  },
);

/** The lists of names in the entries for ports of an item. */
const queriesIn = (policy: Resource<CiliumPolicy>, item: CiliumItem): readonly CiliumName[][] =>
  itemsIn(policy, fieldIn(policy, item, 'toPorts')).map(([, entry]) => {
    const rules = fieldIn(policy, entry, 'rules');
    return rules === undefined
      ? []
      : itemsIn(policy, fieldIn(policy, rules, 'dns')).map(([, name]) => name);
  });

/** A domain of the DNS in a cluster, how many labels stand before it, and one of the names that have these. */
interface Domain {
  readonly name: string;
  readonly labels: number;
  readonly example: string;
  readonly who: string;
  /** Which of its labels a pattern that has too few most likely leaves out. */
  readonly missing: 'first' | 'last';
}

const DOMAINS: readonly Domain[] = [
  {
    name: 'svc.cluster.local.',
    labels: 2,
    example: 'web.shop.svc.cluster.local',
    who: 'Service',
    missing: 'last',
  },
  {
    name: 'in-addr.arpa.',
    labels: 4,
    example: '4.3.2.1.in-addr.arpa',
    who: 'address',
    missing: 'first',
  },
];

function findingOf(
  policy: Resource<CiliumPolicy>,
  name: CiliumName,
  names: readonly CiliumName[],
): Finding | null {
  const pattern = fieldIn(policy, name, 'matchPattern');
  // A name without a star may be that of a zone.
  if (pattern === undefined || !isNamePattern(pattern) || !pattern.includes('*')) return null;
  const domain = DOMAINS.find((one) => canonicalName(pattern).endsWith(`.${one.name}`));
  if (domain === undefined) return null;
  const ending = pattern.length - domain.name.length + (pattern.endsWith('.') ? 0 : 1);
  const labels = pattern.slice(0, ending - 1).split('.');
  if (labels.length >= domain.labels || /^\*\*+$/.test(labels[0]!)) return null;
  const stars = Array.from({ length: domain.labels - labels.length }, () => '*');
  const whole = domain.missing === 'first' ? [...stars, ...labels] : [...labels, ...stars];
  const longer = [...whole, pattern.slice(ending)].join('.');
  if (names.some((one) => patternsMeet(givenName(one) ?? '', ofEvery(domain)))) return null;
  return {
    span: policy.source.value(name, 'matchPattern'),
    confidence: 'proven',
    message: `${code(pattern)} matches the name of no ${domain.who}: such a name has ${domain.labels === 2 ? 'two' : 'four'} labels before ${code(domain.name.slice(0, -1))}, as ${code(domain.example)} has, and \`*\` stands for one. So no query for one gets through here; write ${code(longer)}.`,
    fixes: [
      {
        title: `Change to \`${longer}\``,
        safe: false,
        edits: () => setScalar(policy, name, 'matchPattern', longer),
      },
    ],
  };
}

/** The pattern of all names with enough labels in a domain. */
const ofEvery = ({ name, labels }: Domain): string => '*.'.repeat(labels) + name;

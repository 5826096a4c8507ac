import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { fieldIn, itemsIn } from '../admission/walk.ts';
import type { CiliumName, CiliumPolicy } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { isAnyName, isNamePattern } from '../policy/fqdn.ts';
import { documentRule } from './rule.ts';

/** Patterns of names that hold for domains of others. */
export default documentRule(
  {
    code: 'matchpattern-too-wide',
    title: 'A pattern that also matches the domains of others',
    category: 'too-open',
    severity: 'warning',
    docs: `In \`toFQDNs\` a \`*\` stands for any characters of one label, never for a dot, and a pattern of stars alone for every name
(Cilium documentation, "DNS based"). So \`*example.com\` matches \`notexample.com\`, which anybody may register, and no name below
\`example.com\`; \`example.*\` and \`*.com\` match domains of others as well. Who holds such a domain chooses the addresses that
the policy opens. In \`rules.dns\` a \`*\` is as it should be.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { item } of ciliumItemsIn(policy)) {
      const names = itemsIn(policy, fieldIn(policy, item, 'toFQDNs'));
      for (const [, name] of names) {
        const finding = findingOf(policy, name, names.length - 1);
        if (finding !== null) yield finding;
      }
    }
  },
);

function findingOf(
  policy: Resource<CiliumPolicy>,
  name: CiliumName,
  others: number,
): Finding | null {
  const pattern = fieldIn(policy, name, 'matchPattern');
  if (pattern === undefined || !isNamePattern(pattern)) return null;
  const place = { span: policy.source.value(name, 'matchPattern'), confidence: 'proven' as const };
  if (isAnyName(pattern))
    return {
      ...place,
      ...(others === 0 && { severity: 'information' }),
      message: `\`${pattern}\` stands for every name, so this opens whatever address DNS gives these pods${
        others === 0 ? '' : ', and the names beside it restrict nothing'
      }. List the domains that are wanted, or write \`toEntities: [world]\` if everything outside is.`,
    };
  const labels = pattern.replace(/\.$/, '').split('.');
  const [domain, top] = labels.slice(-2);
  if (domain === undefined || top === undefined) return null;
  if (top.includes('*'))
    return {
      ...place,
      message: `\`${pattern}\` matches under every top-level domain, such as \`${exampleOf([...labels.slice(0, -1), 'xyz'])}\`, whoever registers that. List the domains that are wanted.`,
    };
  if (!domain.includes('*') || !isOpenToAll(top)) return null;
  if (labels.length === 2 && /^\*+[^*]+$/.test(domain)) {
    const meant = `${domain.replace(/^\*+-?/, '')}.${top}`;
    return {
      ...place,
      message: `\`${pattern}\` also matches \`${exampleOf(labels)}\`, which anybody may register, but no name below \`${meant}\`, as a \`*\` never stands for a dot. Write \`*.${meant}\`, and \`${meant}\` if that is wanted, too.`,
      fixes: [
        {
          title: `Write \`*.${meant}\``,
          safe: false,
          edits: () => setScalar(policy, name, 'matchPattern', `*.${meant}`),
        },
      ],
    };
  }
  return {
    ...place,
    message: `\`${pattern}\` matches \`${exampleOf(labels)}\` and the like, whoever registers the domain. List the domains that are wanted.`,
  };
}

/** A name that a pattern matches. */
const exampleOf = (labels: readonly string[]): string =>
  labels.map((label) => label.replaceAll(/\*+/g, 'other')).join('.');

/** Whether anybody may register domains below a top-level domain: those of countries, and the usual ones for all. */
const isOpenToAll = (top: string): boolean =>
  /^[a-z]{2}$/i.test(top) || GENERIC.has(top.toLowerCase());

const GENERIC: ReadonlySet<string> = new Set([
  'com',
  'net',
  'org',
  'info',
  'biz',
  'dev',
  'app',
  'cloud',
  'online',
  'shop',
  'site',
  'store',
  'tech',
  'xyz',
]);

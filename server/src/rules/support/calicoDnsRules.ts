import { appendItem, insertItem, setKey } from '../../model/edit.ts';
import type { Edit } from '../../base/edits.ts';
import type { CalicoPolicy, CalicoRule } from '../../model/calico.ts';
import type { Fix } from '../../model/finding.ts';
import type { IrRule } from '../../policy/ir.ts';
import { expressionOf } from '../../policy/selector/calico/ofLabels.ts';
import { written } from '../../policy/selector/calico/written.ts';
import { NAMESPACE_NAME } from '../../policy/vocabulary.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { dnsOf, type Dns } from './dns.ts';
import type { Resolver } from './resolvers.ts';
import { meaningOf } from './meaning.ts';

/** The rules that let DNS out to a resolver as Calico's policies have them, one for each protocol. */
export const calicoDnsRules = (
  { namespace, selector, ports }: Resolver,
  dns: Dns = { UDP: false, TCP: false },
): readonly CalicoRule[] =>
  (['UDP', 'TCP'] as const)
    .filter((protocol) => !dns[protocol])
    .map((protocol) => ({
      action: 'Allow',
      protocol,
      destination: {
        namespaceSelector: written(expressionOf({ matchLabels: { [NAMESPACE_NAME]: namespace } })),
        selector: written(expressionOf({ matchLabels: selector })),
        ports,
      },
    }));

/** What the egress rules of a policy of Calico let out to DNS, up to the first that denies it or passes it on. */
export function dnsInCalico(member: MemberOf<CalicoPolicy>, world: World): Dns {
  const rules = meaningOf(member).rules.filter(({ direction }) => direction === 'egress');
  const closing = rules.findIndex((rule) => rule.verdict !== 'allow' && speaksOfDns(rule, world));
  const open = closing < 0 ? rules : rules.slice(0, closing);
  return dnsOf(
    open.filter(({ verdict }) => verdict === 'allow'),
    world,
  );
}

function speaksOfDns(rule: IrRule, world: World): boolean {
  const { UDP, TCP } = dnsOf([rule], world);
  return UDP || TCP;
}

/** Lets DNS out in the policy itself, before whatever it denies or passes on, where `dns` is what it lets out. */
export function allowDnsInCalico(
  { resource }: MemberOf<CalicoPolicy>,
  dns: Dns,
  resolver: Resolver,
): Fix {
  const { spec } = resource.body;
  const rules = calicoDnsRules(resolver, dns);
  const { egress = [] } = spec;
  const closing = egress.findIndex(({ action }) => action === 'Deny' || action === 'Pass');
  const edits = (): readonly Edit[] => {
    if (egress.length === 0) return setKey(resource, spec, 'egress', rules);
    return rules.flatMap((rule) =>
      closing < 0
        ? appendItem(resource, egress, rule)
        : insertItem(resource, egress, closing, rule),
    );
  };
  const missing = dns.UDP ? 'TCP' : dns.TCP ? 'UDP' : null;
  return {
    title: missing === null ? 'Allow DNS in this policy' : `Allow DNS over ${missing} too`,
    safe: false,
    edits,
  };
}

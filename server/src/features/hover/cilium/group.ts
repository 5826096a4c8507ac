import type { CiliumCidrGroup } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import type { IrPolicy, IrRule } from '../../../policy/ir.ts';
import { partsIn, setsMeant } from '../../../policy/peers.ts';
import { count, policyText } from '../../../policy/print.ts';
import { adminRuleText } from '../../../rules/support/administrative.ts';
import { cidrGroups } from '../../../workspace/cilium.ts';
import { blockLines } from '../block.ts';
import { atMost } from '../names.ts';
import type { Scene } from '../scene.ts';

/** A CIDR group: how many blocks it holds, and which rules speak of it. */
export function groupLines(scene: Scene, path: Path): readonly string[] {
  const [first, second, item] = path;
  const { spec } = scene.member.resource.body as Partial<CiliumCidrGroup>;
  const blocks = spec?.externalCIDRs ?? [];
  if (second === 'externalCIDRs' && item !== undefined) {
    const block = blocks[Number(item)];
    return block === undefined ? [] : blockLines({ cidr: block }, scene);
  }
  const isWhole =
    first === 'kind' ||
    first === 'spec' ||
    (first === 'metadata' && [undefined, 'name', 'labels'].includes(second as string | undefined));
  return isWhole
    ? [`**${count(blocks.length, 'block')} of addresses**.`, ...spokenLines(scene)]
    : [];
}

/** Which rules reach a group, by its name or its labels. */
function spokenLines({ snapshot, world, member, link }: Scene): readonly string[] {
  const { chunk } = member.resource;
  const own = cidrGroups(snapshot.companions).find(
    ({ place, name }) => place.chunk === chunk && name === member.resource.body.metadata.name,
  );
  if (own === undefined) return [];
  const namespaces = ['', ...world.namespaces().map(({ key }) => key)];
  const found = new Map<IrRule['span'], { readonly policy: IrPolicy; readonly rule: IrRule }>();
  for (const key of namespaces)
    for (const policy of world.ciliumPolicies(key))
      for (const rule of policy.rules)
        if (speaksOf(rule, own)) found.set(rule.span, { policy, rule });
  const rules = [...found.values()];
  if (rules.length === 0) return ['**No rule speaks of it**.'];
  const text = ({ policy, rule }: (typeof rules)[number]): string =>
    `${adminRuleText(rule)} of ${policyText(policy)} (${link({ ...policy.place, span: rule.span })})`;
  return [
    `**${count(rules.length, 'rule')}** ${rules.length === 1 ? 'speaks' : 'speak'} of it: ${atMost(rules, text)}`,
  ];
}

const speaksOf = (rule: IrRule, own: ReturnType<typeof cidrGroups>[number]): boolean =>
  partsIn(rule).some(
    (part) => part.kind === 'sets' && setsMeant(part).some(({ set }) => set === own),
  );

import type { NetworkSet } from '../../../model/calico.ts';
import type { Path } from '../../../model/source.ts';
import type { IrPolicy, IrRule } from '../../../policy/ir.ts';
import { partsIn, setsMeant } from '../../../policy/peers.ts';
import { codeList, count, policyText } from '../../../policy/print.ts';
import { parseAddress } from '../../../policy/cidr.ts';
import { adminRuleText } from '../../../rules/support/administrative.ts';
import { describedSets } from '../../../workspace/calico.ts';
import { stringsOf } from '../../../model/untyped.ts';
import { blockLines } from '../block.ts';
import { atMost } from '../names.ts';
import type { Scene } from '../scene.ts';
import { everyPolicy } from './everyPolicy.ts';

/** A network set: how many addresses it holds, and which rules speak of it. */
export function setLines(scene: Scene<NetworkSet>, path: Path): readonly string[] {
  const [first, second, item] = path;
  const { body } = scene.member.resource;
  const nets = body.spec?.nets ?? [];
  if (first === 'spec' && second === 'nets' && item !== undefined) {
    const net = nets[Number(item)];
    return net === undefined ? [] : blockLines({ cidr: asBlock(net) }, scene);
  }
  if (
    first === 'kind' ||
    first === 'spec' ||
    (first === 'metadata' && [undefined, 'name', 'labels'].includes(second as string | undefined))
  )
    return [`**${count(nets.length, 'block')} of addresses**.`, ...spokenLines(scene)];
  return [];
}

/** A set may hold single addresses. */
const asBlock = (net: string): string => {
  const address = parseAddress(net);
  return address === null ? net : `${net}/${address.family === 'IPv4' ? 32 : 128}`;
};

/** Which rules reach a set by its labels. */
function spokenLines(scene: Scene<NetworkSet>): readonly string[] {
  const { snapshot, world, member, link } = scene;
  const { metadata } = member.resource.body;
  const own = describedSets(snapshot, world.namespaces()).find((one) => one.member === member)?.set;
  if (own === undefined) return [];
  const rules = everyPolicy(scene).flatMap((policy) =>
    policy.rules
      .filter((rule) =>
        partsIn(rule).some(
          (part) => part.kind === 'sets' && setsMeant(part).some(({ set }) => set === own),
        ),
      )
      .map((rule) => ({ policy, rule })),
  );
  const labels = Object.entries(stringsOf(metadata.labels)).map(
    ([key, value]) => `${key}=${value}`,
  );
  if (rules.length === 0)
    return [
      labels.length === 0
        ? '**No rule speaks of it**: rules choose sets by labels, and it has none.'
        : `**No rule speaks of it**: none asks for ${codeList(labels)}.`,
    ];
  const text = ({ policy, rule }: { readonly policy: IrPolicy; readonly rule: IrRule }): string =>
    `${adminRuleText(rule)} of ${policyText(policy)} (${link({ ...policy.place, span: rule.span })})`;
  return [
    `**${count(rules.length, 'rule')}** ${rules.length === 1 ? 'speaks' : 'speak'} of it: ${atMost(rules, text)}`,
  ];
}

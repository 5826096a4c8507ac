import type { CiliumIcmpField, CiliumItem } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import { messagesIn } from '../../../policy/cilium/icmp.ts';
import { icmpText } from '../../../policy/icmp.ts';
import { list } from '../../../policy/print.ts';

/** Messages of ICMP, all of an item's or one entry's. */
export function messageLines(
  { icmps = [] }: CiliumItem,
  [index, , field]: Path,
): readonly string[] {
  const lists = index === undefined ? icmps : icmps.slice(Number(index), Number(index) + 1);
  const all = lists.flatMap(({ fields = [] }) => fields);
  const shown = field === undefined ? all : all.slice(Number(field), Number(field) + 1);
  const texts = shown.flatMap(messageText);
  return texts.length === 0
    ? []
    : [
        `**${list(texts, 'or')}**, and nothing else: \`icmps\` leaves out every port.`,
        'Replies come back by themselves.',
      ];
}

function messageText(field: CiliumIcmpField): readonly string[] {
  const found = messagesIn(field);
  if (found === null) return [];
  const text = icmpText(found.protocol, [found.messages]);
  return [/^\d+$/.test(String(field.type)) ? text : `${text} (${String(field.type)})`];
}

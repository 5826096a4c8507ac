import type { CiliumItem } from '../../../model/cilium.ts';
import type { IrRule } from '../../../policy/ir.ts';
import { matchText } from '../../../policy/print.ts';
import type { ItemReading } from './reading.ts';

/** An item in words, a line for each of its ports with conditions of their own: "allows TCP 80 from pods `app=web`". */
export function itemWords(item: ItemReading): readonly string[] {
  const nobody = nobodyText(item.item);
  if (nobody !== null) return [nobody];
  return [
    ...item.rules.map(ruleWords),
    ...item.drops.map((rule) => `drops ${matchText(rule)}, as no peer can prove who it is`),
  ];
}

/** A rule of the engine in words. */
export function ruleWords(rule: IrRule): string {
  const said = `${rule.verdict === 'deny' ? 'denies' : 'allows'} ${matchText(rule)}`;
  // Which names are asked for is said already.
  return rule.unsure === null || rule.queries !== undefined
    ? said
    : `${said}, in doubt as ${rule.unsure}`;
}

/** Lists of peers that stand for nobody where they are empty. */
const STRICT = /^(?:from|to)(?:Endpoints|CIDR|CIDRSet|Entities|Nodes)$/;

/** That an item is for nobody, or for nothing, as words; null where it is not (pkg/policy/api, the selectors of an item). */
export function nobodyText(item: CiliumItem): string | null {
  const fields = Object.entries(item).filter(([, value]) => value !== undefined);
  if (fields.length === 0) return 'is for nobody: it has neither peers nor ports';
  const empty = fields.find(
    ([name, value]) => STRICT.test(name) && Array.isArray(value) && value.length === 0,
  );
  if (empty !== undefined) return `is for nobody: \`${empty[0]}: []\` lists no peer`;
  const { toPorts = [] } = item;
  return toPorts.length > 0 && toPorts.every(({ ports = [] }) => ports.length === 0)
    ? 'is for nothing: its `toPorts` names no port'
    : null;
}

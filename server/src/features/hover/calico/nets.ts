import type { CalicoEntity } from '../../../model/calico.ts';
import { code, count, list } from '../../../policy/print.ts';
import { blockLines } from '../block.ts';
import type { CalicoScene } from '../scene.ts';

/** How many blocks of a list are named. */
const MOST_NETS = 6;

/** A list of nets of one side of a rule, or one of them. */
export function netLines(
  entity: CalicoEntity,
  field: 'nets' | 'notNets',
  item: string | number | undefined,
  scene: CalicoScene,
): readonly string[] {
  const nets = entity[field] ?? [];
  const net = nets.length === 1 ? nets[0] : nets[Number(item)];
  if (net === undefined) {
    const shown = nets.slice(0, MOST_NETS).map(code);
    const all =
      nets.length > shown.length ? [...shown, count(nets.length - shown.length, 'other')] : shown;
    return [`Addresses in **${field === 'nets' ? 'any' : 'none'}** of ${list(all)}.`, AFTER];
  }
  return [
    ...blockLines({ cidr: net }, scene),
    ...(field === 'notNets'
      ? ['**Left out**: the rule does not match these addresses, which denies nothing by itself.']
      : []),
    AFTER,
  ];
}

/** Felix sees packets behind the translation of Services. */
const AFTER = 'The address of a Service is never seen, but those of the pods behind it.';

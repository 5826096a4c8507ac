import { CompletionItemKind } from 'vscode-languageserver-types';
import { BUILT_IN_TIERS, DEFAULT_ORDER, inOrder } from '../../../policy/calicoTiers.ts';
import { declaredTiers } from '../../../workspace/calico.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { Choice } from '../choice.ts';
import type { Spot } from '../spot.ts';

/** The tiers that a policy can be in, in the order in which they are asked, those that every cluster has among them. */
export function tierChoices({ quote }: Spot, { snapshot }: Context): Choice[] {
  const declared = declaredTiers(snapshot);
  const names = new Set([...declared, ...BUILT_IN_TIERS].map(({ name }) => name));
  return inOrder([...names], declared).map(({ name, order, rest }, index, all) => ({
    label: name,
    text: stringText(name, quote),
    kind: CompletionItemKind.Module,
    detail: `order ${(order ?? DEFAULT_ORDER).toLocaleString('en')}, ends with ${rest === 'deny' ? 'Deny' : 'Pass'}`,
    weight: all.length - index,
  }));
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { PodEndpoint } from '../../../policy/endpoint.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { Choice } from '../choice.ts';
import { formsOf, portsOf } from '../ports.ts';
import { valueAt } from '../selectors.ts';
import type { Spot } from '../spot.ts';
import type { ItemPlace } from './place.ts';
import { podsIn } from './selectors.ts';

/** The ports of the pods at the destination, by number and by name, both as texts; of the protocol that stands beside. */
export function ciliumPortChoices(place: ItemPlace, spot: Spot, context: Context): Choice[] {
  const protocol = valueAt(spot.body, [...spot.path.slice(0, -1), 'protocol']);
  const wanted = protocol === 'ANY' ? undefined : protocol;
  return portsOf(destinations(place, spot, context), wanted).flatMap((known): Choice[] => {
    const { byNumber, byName } = formsOf(known);
    return [byNumber, ...(byName === null ? [] : [byName])].map((form) => ({
      ...form,
      text: stringText(form.label, spot.quote),
      kind: CompletionItemKind.Constant,
      weight: known.owners.size,
    }));
  });
}

/** The pods at the destination: of ingress those that the rule is for, of egress those that the item names. */
function destinations(
  { rule, item, direction, home }: ItemPlace,
  spot: Spot,
  { world }: Context,
): readonly PodEndpoint[] {
  const around = { home, world };
  if (direction === 'ingress')
    return podsIn(spot, [...rule, 'endpointSelector'], 'subject', around);
  const peers = valueAt(spot.body, [...item, 'toEndpoints']);
  if (!Array.isArray(peers)) return [];
  return [
    ...new Set(
      peers.flatMap((_, index) => podsIn(spot, [...item, 'toEndpoints', index], 'peer', around)),
    ),
  ];
}

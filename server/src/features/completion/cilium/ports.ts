import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Path } from '../../../model/resource.ts';
import type { PodEndpoint } from '../../../policy/endpoint.ts';
import { matchesNamespace } from '../../../policy/resolve.ts';
import { EVERYTHING, matches } from '../../../policy/selector/selector.ts';
import { resolversIn } from '../../../rules/support/resolvers.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { Choice } from '../choice.ts';
import { formsOf, portsOf } from '../ports.ts';
import { valueAt } from '../selectors.ts';
import type { Spot } from '../spot.ts';
import type { ItemPlace } from './place.ts';
import { peerAt, podsIn } from './selectors.ts';

/** The ports of the pods at the destination, by number and by name, both as texts; of the protocol that stands beside. */
export function ciliumPortChoices(place: ItemPlace, spot: Spot, context: Context): Choice[] {
  const protocol = valueAt(spot.body, [...spot.path.slice(0, -1), 'protocol']);
  const wanted = protocol === 'ANY' ? undefined : protocol;
  const known = portsOf(destinations(place, spot, context), wanted).flatMap((each): Choice[] => {
    const { byNumber, byName } = formsOf(each);
    return [byNumber, ...(byName === null ? [] : [byName])].map((form) => ({
      ...form,
      text: stringText(form.label, spot.quote),
      kind: CompletionItemKind.Constant,
      weight: each.owners.size,
    }));
  });
  return [...known, ...dnsChoices(place, spot, context)];
}

/** The ports of DNS, where an item is for the pods that answer it and no manifest here describes. */
function dnsChoices(place: ItemPlace, spot: Spot, { world }: Context): Choice[] {
  if (place.direction === 'ingress') return [];
  const peers = selectorsOf(place, spot).flatMap(
    (at) => peerAt(spot, at, 'peer', place.home) ?? [],
  );
  const meant = resolversIn(world).filter(
    ({ assumed, home, labels }) =>
      assumed &&
      peers.some(
        ({ namespaces, pods }) =>
          pods !== EVERYTHING &&
          matches(pods, labels) === 'yes' &&
          matchesNamespace(namespaces, home, world.settings.assumptions).truth === 'yes',
      ),
  );
  return [
    ...new Map(
      meant.flatMap(({ name, ports }) => ports.map((port) => [String(port), name] as const)),
    ),
  ].map(([port, name]) => ({
    label: port,
    text: stringText(port, spot.quote),
    kind: CompletionItemKind.Constant,
    detail: `DNS of ${name}`,
  }));
}

/** The pods at the destination: of ingress those that the rule is for, of egress those that the item names. */
function destinations(place: ItemPlace, spot: Spot, { world }: Context): readonly PodEndpoint[] {
  const { rule, direction, home } = place;
  const around = { home, world };
  if (direction === 'ingress')
    return podsIn(spot, [...rule, 'endpointSelector'], 'subject', around);
  return [...new Set(selectorsOf(place, spot).flatMap((at) => podsIn(spot, at, 'peer', around)))];
}

/** The selectors of the pods that an item of egress names. */
function selectorsOf({ item }: ItemPlace, { body }: Spot): readonly Path[] {
  const peers = valueAt(body, [...item, 'toEndpoints']);
  return Array.isArray(peers) ? peers.map((_, index) => [...item, 'toEndpoints', index]) : [];
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import { textOf } from '../../../model/untyped.ts';
import { ICMP_TYPES } from '../../../policy/icmpTypes.ts';
import { count } from '../../../policy/print.ts';
import { cidrGroups } from '../../../workspace/cilium.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import { ordered, type Choice } from '../choice.ts';
import { METHODS } from '../methods.ts';
import { namespaceChoices } from '../namespaces.ts';
import { valueAt } from '../selectors.ts';
import type { Source } from '../source.ts';
import type { Spot } from '../spot.ts';
import { listenerChoices } from './listeners.ts';
import { nameChoices } from './names.ts';
import { itemPlace, type ItemPlace } from './place.ts';
import { ciliumPortChoices } from './ports.ts';

/** What items of Cilium's policies name: ports, DNS names, groups, Services, listeners, methods and messages of ICMP. */
export const ciliumValues: Source = (spot, context) => {
  const place = spot.on === 'key' ? null : itemPlace(spot);
  return place === null ? [] : choicesAt(place, spot, context);
};

function choicesAt(place: ItemPlace, spot: Spot, context: Context): readonly Choice[] {
  const steps = place.inside.filter((step) => typeof step !== 'number');
  switch ([place.field, ...steps].join('/')) {
    case 'toPorts/ports/port':
      return ciliumPortChoices(place, spot, context);
    case 'toPorts/rules/http/method':
      return ordered(METHODS, spot);
    case 'toFQDNs/matchName':
    case 'toPorts/rules/dns/matchName':
      return nameChoices('matchName', spot, context);
    case 'toPorts/serverNames':
      return nameChoices('serverName', spot, context);
    case 'toFQDNs/matchPattern':
    case 'toPorts/rules/dns/matchPattern':
      return nameChoices('matchPattern', spot, context);
    case 'toPorts/listener/name':
    case 'toPorts/listener/envoyConfig/name':
      return listenerChoices(place, spot, context);
    case 'fromCIDRSet/cidrGroupRef':
    case 'toCIDRSet/cidrGroupRef':
      return groupChoices(spot, context);
    case 'toServices/k8sService/namespace':
    case 'toServices/k8sServiceSelector/namespace':
      return namespaceChoices(spot, context);
    case 'toServices/k8sService/serviceName':
      return serviceChoices(spot, context);
    case 'icmps/fields/type':
      return messageChoices(spot);
    default:
      return [];
  }
}

const groupChoices = ({ quote }: Spot, { snapshot }: Context): Choice[] =>
  cidrGroups(snapshot.companions).map(({ name, nets }) => ({
    label: name,
    text: stringText(name, quote),
    kind: CompletionItemKind.Reference,
    detail: count(nets.length, 'block'),
  }));

/** The Services of the namespace that stands beside the name; where none does, of all, each bringing its own along. */
function serviceChoices(spot: Spot, { world }: Context): Choice[] {
  const beside = textOf(valueAt(spot.body, [...spot.path.slice(0, -1), 'namespace']));
  const brings = beside === null && !spot.present.includes('namespace') && spot.word.quote === '';
  const all = world
    .namespaces()
    .filter(({ name }) => name !== null && (beside === null || name === beside));
  return all.flatMap(({ key, name }) =>
    world.inventory(key).services.map(({ name: service }) => ({
      label: service,
      text: stringText(service, spot.quote) + (brings ? namespaceBeside(name!, spot) : ''),
      kind: CompletionItemKind.Reference,
      detail: `Service in namespace ${name}`,
      weight: key === spot.namespace ? 1 : 0,
    })),
  );
}

/** The namespace of a Service as the key that stands beside its name, as one without means those of every namespace. */
function namespaceBeside(name: string, { quote, flow, column }: Spot): string {
  const indent = ' '.repeat(Math.max(0, column - 'serviceName: '.length));
  const before = flow ? ', ' : `\n${indent}`;
  return `${before}${stringText('namespace', quote)}: ${stringText(name, quote)}`;
}

/** The names of ICMP messages of the family that stands beside. */
function messageChoices({ body, path, quote }: Spot): Choice[] {
  const written = valueAt(body, [...path.slice(0, -1), 'family']);
  const family = written === 'IPv6' ? 'IPv6' : 'IPv4';
  return Object.entries(ICMP_TYPES[family]).map(([name, number], index, all) => ({
    label: name,
    // The definitions misspell this one, and the agent knows it by no other name.
    text: name === 'ExtendedEchoReply' ? String(number) : stringText(name, quote),
    kind: CompletionItemKind.EnumMember,
    detail: `type ${number} of ${family === 'IPv4' ? 'ICMP' : 'ICMPv6'}`,
    weight: (name === 'EchoRequest' ? 100 : 0) + all.length - index,
  }));
}

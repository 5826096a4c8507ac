import { CompletionItemKind } from 'vscode-languageserver-types';
import { PROTOCOLS } from '../../../admission/calicoProtocol.ts';
import { kindOf } from '../../../model/kinds.ts';
import type { NamespaceKey } from '../../../model/namespace.ts';
import { textOf } from '../../../model/untyped.ts';
import { companionsOf } from '../../../workspace/companions.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import { accountChoices, portChoices, type End } from './ends.ts';
import { serviceChoices } from './services.ts';
import { tierChoices } from './tiers.ts';
import { ordered, type Choice } from '../choice.ts';
import { METHODS } from '../methods.ts';
import { namespaceChoices } from '../namespaces.ts';
import { valueAt } from '../selectors.ts';
import type { Source } from '../source.ts';
import type { Spot } from '../spot.ts';

/** What Calico's objects name: tiers, namespaces, Services, service accounts, ports, nodes, profiles, and fixed words. */
export const calico: Source = (spot, context) => {
  const { path, on, body } = spot;
  const kind = kindOf(...named(body));
  if (on === 'key' || path[0] !== 'spec' || kind?.dialect !== 'calico') return [];
  const home = kind.namespaced ? spot.namespace : null;
  const choices = choicesAt(spot, context, home);
  const isItem = typeof path.at(-1) === 'number';
  return isItem ? choices.filter(({ label }) => !spot.present.includes(label)) : choices;
};

const named = (body: unknown): [apiVersion: string, kind: string] => [
  String(valueAt(body, ['apiVersion'])),
  String(valueAt(body, ['kind'])),
];

function choicesAt(spot: Spot, context: Context, home: NamespaceKey | null): readonly Choice[] {
  const [, second, index, field, ...below] = spot.path;
  if (second === 'tier') return tierChoices(spot, context);
  if (second === 'node') return words(nodeNames(context), 'node', spot);
  if (second === 'profiles' && index !== undefined)
    return words(profileNames(context), 'profile', spot);
  if (second !== 'ingress' && second !== 'egress') return [];
  switch (field) {
    case 'protocol':
    case 'notProtocol':
      return ordered(PROTOCOLS, spot);
    case 'http':
      return below[0] === 'methods' ? ordered(METHODS, spot) : [];
    case 'source':
    case 'destination': {
      const end: End = { direction: second, index: Number(index), side: field, home };
      return endChoices(end, below.join('/'), spot, context);
    }
    default:
      return [];
  }
}

function endChoices(end: End, place: string, spot: Spot, context: Context): readonly Choice[] {
  switch (place) {
    case 'services/namespace':
      return namespaceChoices(spot, context);
    case 'services/name':
      return serviceChoices(end, spot, context);
    default:
      if (place.startsWith('serviceAccounts/names/')) return accountChoices(end, spot, context);
      return /^(?:ports|notPorts)\//.test(place) ? portChoices(end, spot, context) : [];
  }
}

const words = (all: readonly string[], detail: string, { quote }: Spot): Choice[] =>
  [...new Set(all)].map((word) => ({
    label: word,
    text: stringText(word, quote),
    kind: CompletionItemKind.Value,
    detail,
  }));

/** The nodes of the workspace: of their manifests, and of hosts that are described. */
const nodeNames = ({ snapshot }: Context): readonly string[] => [
  ...snapshot.nodes.flatMap(({ resource }) => textOf(resource.body.metadata?.name) ?? []),
  ...companionsOf(snapshot.companions, 'calico/HostEndpoint').flatMap(
    ({ member }) => textOf(valueAt(member.resource.body, ['spec', 'node'])) ?? [],
  ),
];

const profileNames = ({ snapshot }: Context): readonly string[] =>
  companionsOf(snapshot.companions, 'calico/Profile').flatMap(
    ({ member }) => textOf(member.resource.body.metadata?.name) ?? [],
  );

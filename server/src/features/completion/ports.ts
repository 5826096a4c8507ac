import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ContainerPort, PodEndpoint } from '../../policy/endpoint.ts';
import { count } from '../../policy/print.ts';
import type { World } from '../../workspace/world.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Choice } from './choice.ts';
import { podsFor, valueAt } from './selectors.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

/** The ports that the pods at the destination declare, by number and by name. */
export const ports: Source = (spot, { world }) => {
  const { path } = spot;
  const isPort =
    path.length === 6 && path[0] === 'spec' && path[3] === 'ports' && path[5] === 'port';
  if (!isPort || spot.on === 'key') return [];
  const written = valueAt(spot.body, [...path.slice(0, 5), 'protocol']);
  const found = new Map<string, { readonly port: ContainerPort; readonly owners: Set<string> }>();
  for (const { ports, owner } of destinations(spot, world))
    for (const port of ports) {
      if (typeof written === 'string' && port.protocol !== written) continue;
      const key = `${port.protocol} ${port.number} ${port.name}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { port, owners: new Set([owner.name]) });
      else same.owners.add(owner.name);
    }
  return [...found.values()].flatMap(({ port, owners }) =>
    choicesOf(port, owners, spot, written === undefined),
  );
};

/** The pods at the destination: of an ingress rule those that the policy is for, of an egress rule its peers. */
function destinations(spot: Spot, world: World): readonly PodEndpoint[] {
  const { path, body } = spot;
  if (path[1] === 'ingress') return podsFor(['spec'], spot, world);
  const to = [...path.slice(0, 3), 'to'];
  const peers = valueAt(body, to);
  if (!Array.isArray(peers)) return [];
  return peers.flatMap((peer: unknown, index) =>
    valueAt(peer, ['ipBlock']) === undefined &&
    ['podSelector', 'namespaceSelector'].some((name) => valueAt(peer, [name]) !== undefined)
      ? podsFor([...to, index], spot, world)
      : [],
  );
}

/** An entry without a protocol is for TCP, so a port of another protocol brings its protocol along. */
function choicesOf(
  { name, number, protocol }: ContainerPort,
  owners: ReadonlySet<string>,
  { word, quote, flow, column }: Spot,
  alone: boolean,
): Choice[] {
  const indent = ' '.repeat(Math.max(0, column - 'port: '.length));
  const brings = alone && protocol !== 'TCP' && word.quote === '';
  const more = brings
    ? `${flow ? ', ' : `\n${indent}`}${stringText('protocol', quote)}: ${stringText(protocol, quote)}`
    : '';
  const [first] = owners;
  const whose = owners.size === 1 ? first! : count(owners.size, 'workload');
  const base = { kind: CompletionItemKind.Constant, weight: owners.size };
  const byNumber: Choice = {
    ...base,
    label: String(number),
    text: `${number}${more}`,
    detail: `${protocol}${name === null ? '' : ` ${name}`} of ${whose}`,
  };
  const byName = (known: string): Choice => ({
    ...base,
    label: known,
    text: `${stringText(known, quote)}${more}`,
    detail: `${protocol} ${number} of ${whose}`,
  });
  // A number in quotes would be a name.
  return [...(word.quote === '' ? [byNumber] : []), ...(name === null ? [] : [byName(name)])];
}

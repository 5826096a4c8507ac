import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Path } from '../../model/resource.ts';
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
  const place = spot.on === 'key' ? null : placeOf(spot);
  if (place === null) return [];
  return portsOf(destinations(spot, world), place.written).flatMap((known) =>
    choicesOf(known, spot, place),
  );
};

/** A port that pods declare, and the workloads whose pods do. */
export interface KnownPort {
  readonly port: ContainerPort;
  readonly owners: ReadonlySet<string>;
}

/** The ports that pods declare, each once; where a protocol is written, those of it. */
export function portsOf(pods: readonly PodEndpoint[], protocol: unknown): readonly KnownPort[] {
  const found = new Map<string, { readonly port: ContainerPort; readonly owners: Set<string> }>();
  for (const { ports, owner } of pods)
    for (const port of ports) {
      if (typeof protocol === 'string' && port.protocol !== protocol) continue;
      const key = `${port.protocol} ${port.number} ${port.name}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { port, owners: new Set([owner.name]) });
      else same.owners.add(owner.name);
    }
  return [...found.values()];
}

/** A port as it can be written: its number, and its name where it has one. */
export function formsOf({ port: { name, number, protocol }, owners }: KnownPort): {
  readonly byNumber: Pick<Choice, 'label' | 'detail'>;
  readonly byName: Pick<Choice, 'label' | 'detail'> | null;
} {
  const [first] = owners;
  const whose = owners.size === 1 ? first! : count(owners.size, 'workload');
  return {
    byNumber: {
      label: String(number),
      detail: `${protocol}${name === null ? '' : ` ${name}`} of ${whose}`,
    },
    byName: name === null ? null : { label: name, detail: `${protocol} ${number} of ${whose}` },
  };
}

/** Where a port is written: in which forms it can be, and with which protocol. */
interface Place {
  readonly forms: readonly ('number' | 'name')[];
  /** The protocol that stands there, if any does. */
  readonly written: unknown;
  /** Whether a port of another protocol than TCP has to bring its protocol along. */
  readonly brings: boolean;
}

function placeOf({ path, body }: Spot): Place | null {
  if (path[0] !== 'spec') return null;
  const entry = path.slice(0, 5);
  switch ([path[3], ...path.slice(5)].join('/')) {
    case 'ports/port': {
      const written = valueAt(body, [...entry, 'protocol']);
      return { forms: ['number', 'name'], written, brings: written === undefined };
    }
    case 'ports/portNumber/port': {
      const written = valueAt(body, [...entry, 'portNumber', 'protocol']);
      return { forms: ['number'], written, brings: written === undefined };
    }
    case 'protocols/tcp/destinationPort/number':
    case 'protocols/udp/destinationPort/number':
    case 'protocols/sctp/destinationPort/number':
      return { forms: ['number'], written: String(path[5]).toUpperCase(), brings: false };
    case 'ports/namedPort':
    case 'protocols/destinationNamedPort':
      return { forms: ['name'], written: undefined, brings: false };
    default:
      return null;
  }
}

/** The pods at the destination: of an ingress rule those that the policy is for, of an egress rule its peers. */
function destinations(spot: Spot, world: World): readonly PodEndpoint[] {
  const { path, body } = spot;
  if (path[1] === 'ingress')
    return valueAt(body, ['spec', 'subject']) === undefined
      ? podsFor(['spec'], spot, world)
      : selectedBy(['spec', 'subject'], spot, world);
  const to = [...path.slice(0, 3), 'to'];
  const peers = valueAt(body, to);
  if (!Array.isArray(peers)) return [];
  return peers.flatMap((peer: unknown, index) =>
    valueAt(peer, ['ipBlock']) === undefined &&
    ['podSelector', 'namespaceSelector'].some((name) => valueAt(peer, [name]) !== undefined)
      ? podsFor([...to, index], spot, world)
      : selectedBy([...to, index], spot, world),
  );
}

/** What a subject or peer of an administrator's policy selects. */
const selectedBy = (at: Path, spot: Spot, world: World): readonly PodEndpoint[] =>
  valueAt(spot.body, [...at, 'pods']) !== undefined
    ? podsFor([...at, 'pods'], spot, world)
    : valueAt(spot.body, [...at, 'namespaces']) !== undefined
      ? podsFor(at, spot, world)
      : [];

/** An entry without a protocol is for TCP, so a port of another protocol brings its protocol along. */
function choicesOf(
  known: KnownPort,
  { word, quote, flow, column }: Spot,
  { forms, brings: alone }: Place,
): Choice[] {
  const { protocol, number } = known.port;
  const indent = ' '.repeat(Math.max(0, column - 'port: '.length));
  const brings = alone && protocol !== 'TCP' && word.quote === '';
  const more = brings
    ? `${flow ? ', ' : `\n${indent}`}${stringText('protocol', quote)}: ${stringText(protocol, quote)}`
    : '';
  const base = { kind: CompletionItemKind.Constant, weight: known.owners.size };
  const { byNumber, byName } = formsOf(known);
  // A number in quotes would be a name.
  return [
    ...(word.quote === '' && forms.includes('number')
      ? [{ ...base, ...byNumber, text: `${number}${more}` }]
      : []),
    ...(byName === null || !forms.includes('name')
      ? []
      : [{ ...base, ...byName, text: `${stringText(byName.label, quote)}${more}` }]),
  ];
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import { contains, parseBlock } from '../../policy/cidr.ts';
import type { Settings } from '../../workspace/settings.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Choice } from './choice.ts';
import { itemPlace, type ItemPlace } from './cilium/place.ts';
import { valueAt } from './selectors.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

/** Blocks of addresses that policies often name, and those that the settings tell of the cluster. */
export const blocks: Source = (spot, { world }) => {
  const { path, on, quote, body, present } = spot;
  if (on === 'key') return [];
  const place = itemPlace(spot);
  if (place !== null) return ciliumBlocks(place, spot, world.settings);
  if (path[0] !== 'spec') return [];
  if (path[1] === 'externalCIDRs' && path.length === 3)
    return choicesOf([...OUTSIDE, ...PRIVATE], present, quote);
  if (path[5] === 'networks' && path.length === 7)
    return choicesOf([...clusterBlocks(world.settings), ...WHOLE, ...PRIVATE], present, quote);
  if (path[4] === 'nets' && path.length === 6)
    return choicesOf([...clusterBlocks(world.settings), ...WHOLE, ...PRIVATE], present, quote);
  // Calico refuses to leave out every address.
  if ((path[4] === 'notNets' && path.length === 6) || (path[1] === 'nets' && path.length === 3))
    return choicesOf([...clusterBlocks(world.settings), ...PRIVATE], present, quote);
  if (path[5] !== 'ipBlock') return [];
  const isException = path[6] === 'except' && path.length === 8;
  if (!isException && (path[6] !== 'cidr' || path.length !== 7)) return [];
  const outer = isException ? valueAt(body, [...path.slice(0, 6), 'cidr']) : null;
  const known = [...clusterBlocks(world.settings), ...(isException ? PRIVATE : WHOLE)];
  const fitting = known.filter((block) =>
    isException ? isWithin(block, outer) : parseBlock(block.cidr) !== null,
  );
  return choicesOf(fitting, present, quote);
};

/** Blocks in an item of Cilium's, where they are for neither pods nor nodes of the cluster. */
function ciliumBlocks(
  { field, inside, item }: ItemPlace,
  spot: Spot,
  settings: Settings,
): Choice[] {
  const { present, quote, body } = spot;
  const isSet = field.endsWith('CIDRSet');
  if (!isSet && !field.endsWith('CIDR')) return [];
  if (!isSet || inside[1] === 'cidr')
    return choicesOf([...OUTSIDE, ...ofNodes(settings), ...PRIVATE], present, quote);
  if (inside[1] !== 'except') return [];
  const outer = valueAt(body, [...item, field, inside[0]!, 'cidr']);
  return choicesOf(
    [...ofNodes(settings), ...PRIVATE].filter((known) => isWithin(known, outer)),
    present,
    quote,
  );
}

/** Whether a block lies in another without being it. */
function isWithin({ cidr }: KnownBlock, outer: unknown): boolean {
  const [block, around] = [parseBlock(cidr), typeof outer === 'string' ? parseBlock(outer) : null];
  return block !== null && around !== null && cidr !== outer && contains(around, block);
}

const choicesOf = (
  known: readonly KnownBlock[],
  present: readonly string[],
  quote: Spot['quote'],
): Choice[] =>
  known
    .filter(({ cidr }) => !present.includes(cidr))
    .map(({ cidr, detail }, index, all) => ({
      label: cidr,
      text: stringText(cidr, quote),
      kind: CompletionItemKind.Constant,
      detail,
      weight: all.length - index,
    }));

interface KnownBlock {
  readonly cidr: string;
  readonly detail: string;
}

const WHOLE: readonly KnownBlock[] = [
  { cidr: '0.0.0.0/0', detail: 'every IPv4 address, of pods too' },
  { cidr: '::/0', detail: 'every IPv6 address, of pods too' },
];

const OUTSIDE: readonly KnownBlock[] = [
  { cidr: '0.0.0.0/0', detail: 'every IPv4 address outside of the cluster' },
  { cidr: '::/0', detail: 'every IPv6 address outside of the cluster' },
];

/** RFC 1918 and RFC 4193; and the link-local address at which clouds answer for the credentials of a machine. */
const PRIVATE: readonly KnownBlock[] = [
  { cidr: '10.0.0.0/8', detail: 'private addresses' },
  { cidr: '172.16.0.0/12', detail: 'private addresses' },
  { cidr: '192.168.0.0/16', detail: 'private addresses' },
  { cidr: 'fc00::/7', detail: 'private addresses' },
  { cidr: '169.254.169.254/32', detail: 'metadata service of cloud machines' },
];

const clusterBlocks = ({ assumptions, serviceCIDRs, nodeCIDRs }: Settings): KnownBlock[] => [
  ...assumptions.podCIDRs.map((cidr) => ({ cidr, detail: 'pods (netpol.podCIDRs)' })),
  ...serviceCIDRs.map((cidr) => ({ cidr, detail: 'Services (netpol.serviceCIDRs)' })),
  ...ofNodes({ nodeCIDRs }),
];

const ofNodes = ({ nodeCIDRs }: Pick<Settings, 'nodeCIDRs'>): KnownBlock[] =>
  nodeCIDRs.map((cidr) => ({ cidr, detail: 'nodes (netpol.nodeCIDRs)' }));

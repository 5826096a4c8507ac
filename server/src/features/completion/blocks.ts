import { CompletionItemKind } from 'vscode-languageserver-types';
import { contains, parseBlock } from '../../policy/cidr.ts';
import type { Settings } from '../../workspace/settings.ts';
import { stringText } from '../../yaml/scalar.ts';
import type { Choice } from './choice.ts';
import { valueAt } from './selectors.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

/** Blocks of addresses that policies often name, and those that the settings tell of the cluster. */
export const blocks: Source = ({ path, on, quote, body, present }, { world }) => {
  if (on === 'key' || path[0] !== 'spec') return [];
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
  const around = typeof outer === 'string' ? parseBlock(outer) : null;
  const known = [...clusterBlocks(world.settings), ...(isException ? PRIVATE : WHOLE)];
  const fitting = known.filter(({ cidr }) => {
    const block = parseBlock(cidr);
    if (block === null) return false;
    return !isException || (around !== null && cidr !== outer && contains(around, block));
  });
  return choicesOf(fitting, present, quote);
};

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
  ...nodeCIDRs.map((cidr) => ({ cidr, detail: 'nodes (netpol.nodeCIDRs)' })),
];

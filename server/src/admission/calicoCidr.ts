import { setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { cidrsOf, parseAddress, parseBlock, type Block } from '../policy/cidr.ts';
import { looseness } from './cidr.ts';
import type { DirectedEntity } from './calicoWalk.ts';
import { fieldIn, itemsIn } from './walk.ts';

/** A block of addresses that a rule of Calico names, and where it stands. */
export interface Net {
  readonly entity: DirectedEntity['entity'];
  readonly key: 'nets' | 'notNets';
  readonly list: readonly string[];
  readonly index: number;
  readonly text: string;
  /** Null where it cannot be read. */
  readonly block: Block | null;
}

/** The blocks of one end of a rule, in the order of the text. */
export const netsIn = (policy: Resource, { entity }: DirectedEntity): readonly Net[] =>
  (['nets', 'notNets'] as const).flatMap((key) => {
    const list = fieldIn(policy, entity, key) ?? [];
    return itemsIn(policy, list).map(([index, text]) => ({
      entity,
      key,
      list,
      index,
      text,
      block: blockOf(text),
    }));
  });

/** A text as Calico reads a CIDR; zeros before a number are refused (Go, `net.ParseCIDR`). */
function blockOf(text: string): Block | null {
  const block = parseBlock(text);
  return block === null || looseness(text) === 'leading-zeros' ? null : block;
}

/** An address, or a CIDR with bits behind its prefix, as the CIDRs that it can be meant to be, each with its meaning. */
function meantBy(text: string): readonly { readonly cidr: string; readonly meaning: string }[] {
  const bare = text.replace(/\s/g, '');
  const address = parseAddress(bare);
  if (address !== null) return [{ cidr: cidrsOf([address])[0]!, meaning: 'this address alone' }];
  const block = parseBlock(bare);
  if (block === null) return [];
  const network = { cidr: cidrsOf([block])[0]!, meaning: 'the whole network' };
  const host = parseAddress(bare.split('/')[0]!);
  return looseness(bare) !== 'host-bits' || host === null
    ? [network]
    : [network, { cidr: cidrsOf([host])[0]!, meaning: 'this address alone' }];
}

/** The fixes that write what a text can be meant to be; where there is only one, it is certain. */
export const rewrites = (
  resource: Resource,
  list: readonly string[],
  index: number,
  text: string,
): readonly Fix[] => {
  const meant = meantBy(text);
  return meant.map(({ cidr, meaning }) => ({
    title: `Write ${cidr}, ${meaning}`,
    safe: meant.length === 1,
    edits: () => setScalar(resource, list, index, cidr),
  }));
};

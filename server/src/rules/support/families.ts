import { isWholeFamily, parseBlock, type Family } from '../../policy/cidr.ts';
import type { IrRule, Peer } from '../../policy/ir.ts';
import { partsIn } from '../../policy/peers.ts';

/*
 * Rules for every address of an IP family. Calico matches pods by their addresses, so that two of them, one for each
 * family, are for everyone, and one is for everyone in a cluster that has only its family.
 */

/** Whether a peer is every address of a family. */
export function isFamily(peer: Peer, family: Family): boolean {
  switch (peer.kind) {
    case 'addresses':
      return peer.blocks.some(({ cidr, except }) => {
        const block = parseBlock(cidr);
        return block?.family === family && isWholeFamily(block) && except.length === 0;
      });
    case 'any':
      return peer.of.some((part) => isFamily(part, family));
    case 'all':
      return peer.of.every((part) => isFamily(part, family));
    default:
      return false;
  }
}

/** Whether a rule asks for addresses or a protocol, and so may be for one family on purpose. */
export const asksForFamily = (rule: IrRule): boolean =>
  partsIn(rule).some(({ kind }) => kind === 'addresses') ||
  (rule.ports !== 'all' &&
    rule.ports.some(
      (term) => term.kind !== 'except' && term.protocol?.startsWith('ICMP') === true,
    ));

import type { Finding } from '../../model/finding.ts';
import type { IPBlock, NetworkPolicy } from '../../model/networkPolicy.ts';
import { contains, parseBlock } from '../../policy/cidr.ts';
import type { Direction, IrPolicy, IrRule } from '../../policy/ir.ts';
import { policyText } from '../../policy/print.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { coversBlock, coversPods, coversPorts } from './covers.ts';
import { meaningOf, ruleAt } from './meaning.ts';
import { areTogether } from './policies.ts';

/*
 * An exception takes addresses out of its own block only: whatever else allows them for the same pods still does.
 */

/** An exception of one of `blocks`, and the text of it. */
interface Exception {
  readonly block: IPBlock;
  readonly index: number;
  readonly cidr: string;
}

const exceptionsOf = (blocks: readonly IPBlock[]): readonly Exception[] =>
  blocks.flatMap((block) => (block.except ?? []).map((cidr, index) => ({ block, index, cidr })));

/** Whether a block lets all addresses of an exception through. */
const letsThrough = ({ cidr, except = [] }: IPBlock, exception: Exception): boolean =>
  coversBlock({ cidr, except }, { cidr: exception.cidr, except: [] });

/** The exceptions that another block of the same list undoes. */
export function* undoneByList(
  { resource }: MemberOf<NetworkPolicy>,
  blocks: readonly IPBlock[],
): Generator<Finding> {
  for (const exception of exceptionsOf(blocks)) {
    const { block, index, cidr } = exception;
    const other = blocks.find((one) => one !== block && letsThrough(one, exception));
    if (other === undefined) continue;
    yield {
      span: resource.source.value(block.except!, index),
      confidence: 'proven',
      message: `${cidr} is excepted here, but ${other.cidr} in the same list lets it through. An exception limits only its own block: except it there too, or remove that entry.`,
    };
  }
}

/**
 * The exceptions of the rule at `place` that a wider block undoes in another rule of the policy, or of another policy for
 * all of its pods. A block of just the excepted addresses was written to let them through.
 */
export function* undoneByOthers(
  member: MemberOf<NetworkPolicy>,
  direction: Direction,
  place: number,
  blocks: readonly IPBlock[],
  world: World,
): Generator<Finding> {
  const own = meaningOf(member);
  const rule = ruleAt(own, direction, place);
  if (rule === undefined || rule.unsure !== null) return;
  const others = widerRules(own, rule, world);
  for (const exception of exceptionsOf(blocks)) {
    const { block, index, cidr } = exception;
    // What the list undoes by itself has been said.
    if (blocks.some((one) => one !== block && letsThrough(one, exception))) continue;
    for (const { policy, wide } of others) {
      const outer = blockAround(wide, exception);
      if (outer === undefined) continue;
      const where =
        policy === own
          ? `${direction} rule ${wide.index + 1}`
          : `${policyText(policy)}, for the same pods,`;
      yield {
        span: member.resource.source.value(block.except!, index),
        confidence: policy === own ? 'proven' : 'supported',
        message: `${cidr} is excepted here, but ${outer.cidr} in ${where} lets it through. An exception limits only its own block: except it there too, or narrow that entry.`,
        also: [
          { ...policy.place, span: outer.span, message: `${outer.cidr} lets ${cidr} through` },
        ],
      };
      break;
    }
  }
}

interface WiderRule {
  readonly policy: IrPolicy;
  readonly wide: IrRule;
}

/** The rules with named peers that hold for all pods of a rule, on all of its ports. */
const widerRules = (own: IrPolicy, rule: IrRule, world: World): readonly WiderRule[] =>
  [
    own,
    ...world.policies(own.namespace!).filter(
      (other) =>
        // Two of one name are never there together.
        other.name !== own.name &&
        other.unsure === null &&
        coversPods(other.subject, own.subject) &&
        areTogether(other, own, world),
    ),
  ].flatMap((policy) =>
    policy.rules
      .filter(
        (wide) =>
          wide !== rule &&
          wide.direction === rule.direction &&
          wide.unsure === null &&
          coversPorts(wide.ports, rule.ports),
      )
      .map((wide) => ({ policy, wide })),
  );

function blockAround({ peers }: IrRule, exception: Exception) {
  const cut = parseBlock(exception.cidr);
  if (peers === 'everyone' || cut === null) return undefined;
  return peers
    .flatMap((peer) =>
      peer.kind === 'addresses' ? peer.blocks.map((block) => ({ ...block, span: peer.span })) : [],
    )
    .find((block) => {
      const outer = parseBlock(block.cidr);
      return (
        outer !== null &&
        !contains(cut, outer) &&
        coversBlock(block, { cidr: exception.cidr, except: [] })
      );
    });
}

import { netsIn, type Net } from '../admission/calicoCidr.ts';
import { entitiesIn } from '../admission/calicoWalk.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_RULED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { contains, isWholeFamily, mergeBlocks, type Block } from '../policy/cidr.ts';
import { codeList } from '../policy/print.ts';
import { documentRule } from './rule.ts';

/** Blocks of addresses that a rule asks for and leaves out again. */
export default documentRule(
  {
    code: 'nets-left-out',
    title: 'Addresses that a rule asks for and leaves out again',
    category: 'inert',
    severity: 'warning',
    docs: `An address matches one end of a rule of Calico if it is in one of \`nets\` and in none of \`notNets\`. A block of
\`nets\` that lies within \`notNets\` matches nothing, and a rule of which all blocks do never matches.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_RULED,
  function* (policy) {
    for (const end of entitiesIn(policy)) {
      const all = netsIn(policy, end);
      const nets = all.filter(({ key }) => key === 'nets');
      const notNets = all.filter(({ key }) => key === 'notNets');
      const cut = mergeBlocks(blocksIn(notNets));
      // What leaves out a whole family is refused, and what cannot be read is told by itself.
      if (cut.some(isWholeFamily) || blocksIn(all).length < all.length) continue;
      const lost = nets.filter(({ block }) => cut.some((one) => contains(one, block!)));
      yield* lost.length === nets.length && lost.length > 0
        ? [wholeRule(policy, lost, notNets)]
        : lost.map((net) => oneBlock(policy, net, notNets));
    }
  },
);

const blocksIn = (nets: readonly Net[]): Block[] => nets.flatMap(({ block }) => block ?? []);

/** The entries that leave out a part of what is asked for. */
const textOf = (notNets: readonly Net[], lost: readonly Net[]): string =>
  codeList([
    ...new Set(
      notNets
        .filter(({ block }) =>
          lost.some((net) => contains(block!, net.block!) || contains(net.block!, block!)),
        )
        .map(({ text }) => text),
    ),
  ]);

const wholeRule = (policy: Resource, lost: readonly Net[], notNets: readonly Net[]): Finding => ({
  span: policy.source.key(lost[0]!.entity, 'notNets'),
  confidence: 'proven',
  message: `This leaves out all that \`nets\` asks for: ${codeList(lost.map(({ text }) => text))} within ${textOf(notNets, lost)}. So the rule never matches. Leave out a part of it, or make it a rule of its own.`,
});

const oneBlock = (policy: Resource, net: Net, notNets: readonly Net[]): Finding => ({
  span: policy.source.value(net.list, net.index),
  severity: 'information',
  confidence: 'proven',
  message: `\`notNets\` leaves out all of this block (${textOf(notNets, [net])}), so it matches nothing.`,
});

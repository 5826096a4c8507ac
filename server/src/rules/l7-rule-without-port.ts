import { l7KindsOf, L7_NAMES, portRulesIn } from '../admission/ciliumWalk.ts';
import { itemSpan } from '../admission/walk.ts';
import type { CiliumPortRule } from '../model/cilium.ts';
import { joinItems } from '../model/restructure.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { documentRule } from './rule.ts';
import { hasUnknownField } from './support/unknownFields.ts';

/** Entries of `toPorts` that name no port, and so are for no traffic, whatever they say of requests. */
export default documentRule(
  {
    code: 'l7-rule-without-port',
    title: 'An entry of `toPorts` without ports',
    category: 'inert',
    severity: 'warning',
    docs: `Where an item of Cilium's policies has \`toPorts\`, it is for the ports that its entries list. An entry without \`ports\`
adds none: what it says of requests is said of nothing, and an item of only such entries allows nothing. Often there is a dash
too many between \`ports\` and \`rules\`; the ports above are then open to **every** request. To allow all ports leave \`toPorts\`
out; requests are judged on certain ports only.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of portRulesIn(policy)) {
      const { item, portRule, denies } = part;
      const [kind] = l7KindsOf(policy, part);
      // That DNS rules need ports is a reason to refuse the policy.
      if (hasPorts(portRule) || kind === 'dns' || hasUnknownField(policy, portRule)) continue;
      const list = item.toPorts!;
      const index = list.indexOf(portRule);
      const before = list[index - 1];
      const span =
        kind === undefined ? itemSpan(policy, portRule) : policy.source.key(portRule, 'rules');
      if (kind !== undefined && before !== undefined && isOnlyPorts(before))
        yield {
          span,
          confidence: 'proven',
          message: `These are two entries: the one above lets every request through on its ports, and this one names no port, so its rules for ${L7_NAMES[kind]} are for nothing. To judge the requests on those ports remove the dash.`,
          fixes: [
            {
              title: 'Make it one entry: only these requests on those ports',
              safe: false,
              edits: () => joinItems(policy, list, index - 1),
            },
          ],
        };
      else
        yield {
          span,
          confidence: 'proven',
          message:
            kind === undefined
              ? `This entry of \`toPorts\` names no port, so it is for none${list.some(hasPorts) ? '' : `, and the item ${denies ? 'denies' : 'allows'} nothing`}. Name the ports, or leave \`toPorts\` out to mean all of them.`
              : `These rules for ${L7_NAMES[kind]} are for no port, and so for no request${list.some(hasPorts) ? '' : ': the item allows nothing'}. Name the ports beside \`rules\`.`,
        };
    }
  },
);

const hasPorts = ({ ports = [] }: CiliumPortRule): boolean => ports.length > 0;

const isOnlyPorts = (entry: CiliumPortRule): boolean =>
  hasPorts(entry) && Object.keys(entry).length === 1;

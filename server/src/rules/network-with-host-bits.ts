import { looseness } from '../admission/cidr.ts';
import { networksIn } from '../admission/parts.ts';
import { setScalar } from '../model/edit.ts';
import { ADMIN_KINDS } from '../model/kinds.ts';
import { cidrsOf, parseAddress, parseBlock } from '../policy/cidr.ts';
import { documentRule } from './rule.ts';

/** Networks whose address is not the first of the block. */
export default documentRule(
  {
    code: 'network-with-host-bits',
    title: 'A network with bits behind its prefix',
    category: 'clarity',
    severity: 'warning',
    docs: `\`10.1.2.3/16\` in \`networks\` is the whole of \`10.1.0.0/16\`: the bits behind the prefix are ignored, which is easily
overlooked where a single address was meant. The API server takes it; in an \`ipBlock\` Kubernetes 1.36 and later do not.`,
    since: '0.1.0',
    fixable: true,
  },
  ADMIN_KINDS,
  function* (policy) {
    for (const { object, step, value } of networksIn(policy)) {
      const block = parseBlock(value);
      if (block === null || looseness(value) !== 'host-bits') continue;
      const [network] = cidrsOf([block]);
      const [address] = cidrsOf([parseAddress(value.split('/')[0]!)!]);
      yield {
        span: policy.source.value(object, step),
        confidence: 'proven',
        message: `${value} is read as the network ${network!}, all of it. Write that, or ${address!} for this address alone.`,
        fixes: [
          {
            title: `Write ${network!} (same meaning)`,
            safe: true,
            edits: () => setScalar(policy, object, step, network!),
          },
          {
            title: `Write ${address!} (this address only)`,
            safe: false,
            edits: () => setScalar(policy, object, step, address!),
          },
        ],
      };
    }
  },
);

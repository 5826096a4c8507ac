import type { IPBlock, NetworkPolicy } from '../model/networkPolicy.ts';
import { setScalar } from '../model/edit.ts';
import type { Resource } from '../model/resource.ts';
import { parseAddress, parseBlock } from '../policy/cidr.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { blocksIn, valuePlace } from './walk.ts';

/** Texts that are no blocks of addresses. */
export default admissionRule<NetworkPolicy>(
  {
    code: 'invalid-cidr',
    title: 'A CIDR that cannot be read',
    category: 'refused',
    severity: 'error',
    docs: `\`cidr\` and the entries of \`except\` are an address, a slash and the length of the prefix: up to 32 for IPv4, up to
128 for IPv6. The API server refuses the whole object otherwise. A single address is \`192.0.2.7/32\` or
\`2001:db8::7/128\`.`,
    since: '0.1.0',
    fixable: true,
  },
  ['NetworkPolicy'],
  function* (policy) {
    for (const block of blocksIn(policy)) yield* faultsOf(policy, block);
  },
);

function* faultsOf(policy: Resource, block: IPBlock): Generator<Refusal> {
  if (parseBlock(block.cidr) === null) {
    yield faultOf(policy, block, 'cidr', block.cidr);
    return;
  }
  for (const [index, text] of (block.except ?? []).entries())
    if (parseBlock(text) === null) yield faultOf(policy, block.except!, index, text);
}

function faultOf(policy: Resource, object: object, step: string | number, text: string): Refusal {
  const address = parseAddress(text);
  const single = address === null ? null : `${text}/${address.family === 'IPv4' ? 32 : 128}`;
  const what =
    text.trim() === ''
      ? 'The block is empty'
      : single === null
        ? `\`${text}\` is no block of addresses such as \`192.0.2.0/24\``
        : `\`${text}\` lacks the length of its prefix`;
  return {
    ...valuePlace(policy, object, step),
    confidence: 'proven',
    message: `${what}, so the API server refuses this policy.${single === null ? '' : ` For this address alone write \`${single}\`.`}`,
    fixes:
      single === null
        ? []
        : [
            {
              title: `Write ${single}, this address alone`,
              safe: true,
              edits: () => setScalar(policy, object, step, single),
            },
          ],
  };
}

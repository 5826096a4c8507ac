import { setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { cidrsOf, parseAddress, parseBlock, type Block } from '../policy/cidr.ts';
import { looseness, type Looseness } from './cidr.ts';
import { netsIn, rewrites } from './calicoCidr.ts';
import { entitiesIn, refusedBy, type Ruled } from './calicoWalk.ts';
import { CALICO_RULED, isOf } from '../model/kinds.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { blocksIn, valuePlace } from './walk.ts';

/** Blocks in a spelling that can be read in two ways, which newer releases refuse. */
export default admissionRule(
  {
    code: 'ambiguous-cidr',
    title: 'A CIDR that can be read in two ways',
    category: 'refused',
    severity: 'error',
    docs: `\`10.1.2.3/16\` is read as the network \`10.1.0.0/16\`, which is easily overlooked; leading zeros are decimal to
Kubernetes and octal to other programs; IPv4 addresses in IPv6 spelling are taken for either. Kubernetes 1.36 and later
refuse these spellings in new objects (KEP-4858); earlier releases accept them with a warning. Calico refuses bits behind
the prefix in \`nets\` and \`notNets\` of its rules, and takes them in network sets.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy', ...CALICO_RULED],
  function* (policy) {
    if (isOf(policy, CALICO_RULED)) {
      yield* netFaults(policy);
      return;
    }
    if (!isOf(policy, ['kubernetes/NetworkPolicy'])) return;
    for (const block of blocksIn(policy)) {
      yield* faultOf(policy, block, 'cidr', block.cidr);
      for (const [index, text] of (block.except ?? []).entries())
        yield* faultOf(policy, block.except!, index, text);
    }
  },
);

function* netFaults(policy: Resource<Ruled>): Generator<Refusal> {
  for (const directed of entitiesIn(policy))
    for (const { list, index, text, block } of netsIn(policy, directed)) {
      if (block === null || looseness(text) !== 'host-bits') continue;
      yield {
        ...valuePlace(policy, list, index),
        confidence: 'proven',
        message: `\`${text}\` has bits behind its prefix, ${refusedBy(policy)}. Write the network, or the address alone.`,
        fixes: rewrites(policy, list, index, text),
      };
    }
}

function* faultOf(
  policy: Resource,
  object: object,
  step: string | number,
  text: string,
): Generator<Refusal> {
  const loose = looseness(text);
  const block = parseBlock(text);
  if (loose === null || block === null) return;
  const [network] = cidrsOf([block]);
  const write = (cidr: string, meaning: string, safe: boolean): Fix => ({
    title: `Write ${cidr} (${meaning})`,
    safe,
    edits: () => setScalar(policy, object, step, cidr),
  });
  const host = parseAddress(text.split('/')[0]!)!;
  const [address] = cidrsOf([host]);
  yield {
    ...valuePlace(policy, object, step),
    from: '1.36',
    confidence: 'proven',
    message: messageOf(loose, text, network!, block),
    fixes: [
      write(network!, 'same meaning', true),
      // An address alone has no exceptions.
      ...(loose === 'host-bits' && !('except' in object)
        ? [write(address!, 'this address only', false)]
        : []),
    ],
  };
}

function messageOf(loose: Looseness, text: string, network: string, block: Block): string {
  switch (loose) {
    case 'host-bits': {
      const size = (block.last - block.first + 1n).toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
      return `${text} is read as the network ${network}${block.family === 'IPv4' ? ` (${size} addresses)` : ''}.`;
    }
    case 'leading-zeros':
      return `${text} has leading zeros, which Kubernetes reads as ${network} and other programs may read otherwise.`;
    case 'mapped':
      return `${text} is an IPv4 block in IPv6 spelling, which plugins take for either; it is read as ${network}.`;
  }
}

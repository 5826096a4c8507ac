import type { IPBlock } from '../model/networkPolicy.ts';
import {
  ADMIN_KINDS,
  CALICO_RULED,
  CILIUM_KINDS,
  isOf,
  KUBERNETES_SHAPED,
} from '../model/kinds.ts';
import { setScalar } from '../model/edit.ts';
import type { Resource } from '../model/resource.ts';
import { cidrsOf, parseAddress, parseBlock } from '../policy/cidr.ts';
import { netsIn, rewrites, type Net } from './calicoCidr.ts';
import { entitiesIn, refusedBy } from './calicoWalk.ts';
import { looseness } from './cidr.ts';
import { refusedByServer } from './ciliumWalk.ts';
import { networksIn, schemaPartsIn } from './parts.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { blocksIn, fieldIn, itemsIn, valuePlace } from './walk.ts';

/** Texts that are no blocks of addresses. */
export default admissionRule(
  {
    code: 'invalid-cidr',
    title: 'A CIDR that cannot be read',
    category: 'refused',
    severity: 'error',
    docs: `\`cidr\`, and the entries of \`except\` and \`networks\`, are an address, a slash and the length of the prefix: up
to 32 for IPv4, up to 128 for IPv6. The API server refuses the whole object otherwise, and in \`networks\` also leading
zeros and IPv4 in the spelling of IPv6; in Cilium's kinds leading zeros. A single address is \`192.0.2.7/32\` or \`2001:db8::7/128\`. So it is in \`nets\` and
\`notNets\` of Calico's rules, while network sets also take addresses as they are. Calico refuses the whole object
otherwise; where nothing checks it, Felix skips the entry, and a rule of which no entry is left matches any address.`,
    since: '0.1.0',
    fixable: true,
  },
  [
    ...KUBERNETES_SHAPED,
    ...ADMIN_KINDS,
    ...CALICO_RULED,
    'calico/NetworkSet',
    'calico/GlobalNetworkSet',
    ...CILIUM_KINDS,
  ],
  function* (policy) {
    if (isOf(policy, KUBERNETES_SHAPED))
      for (const block of blocksIn(policy)) yield* faultsOf(policy, block);
    else if (isOf(policy, CALICO_RULED))
      for (const directed of entitiesIn(policy)) yield* netFaults(policy, netsIn(policy, directed));
    else if (isOf(policy, ['calico/NetworkSet', 'calico/GlobalNetworkSet'])) {
      const spec = fieldIn(policy, policy.body, 'spec');
      yield* setFaults(policy, (spec && fieldIn(policy, spec, 'nets')) ?? []);
    } else if (isOf(policy, CILIUM_KINDS)) yield* ciliumFaults(policy);
    else
      for (const { object, step, value } of networksIn(policy))
        yield* networkFaults(policy, object, step, value);
  },
);

/** The API takes only what can be read in one way (Kubernetes CEL library, `isCIDR`). */
function* networkFaults(
  policy: Resource,
  object: object,
  step: string | number,
  text: string,
): Generator<Refusal> {
  const block = parseBlock(text);
  const loose = looseness(text);
  if (block === null) yield faultOf(policy, object, step, text);
  else if (loose === 'leading-zeros' || loose === 'mapped') {
    const [network] = cidrsOf([block]);
    yield {
      ...valuePlace(policy, object, step),
      confidence: 'proven',
      message: `\`${text}\` ${loose === 'mapped' ? 'is an IPv4 block in IPv6 spelling' : 'has leading zeros'}, which \`networks\` does not take, so the API server refuses this policy.`,
      fixes: [
        {
          title: `Write ${network!}`,
          safe: true,
          edits: () => setScalar(policy, object, step, network!),
        },
      ],
    };
  }
}

function* faultsOf(policy: Resource, block: IPBlock): Generator<Refusal> {
  if (parseBlock(block.cidr) === null) {
    yield faultOf(policy, block, 'cidr', block.cidr);
    return;
  }
  for (const [index, text] of (block.except ?? []).entries())
    if (parseBlock(text) === null) yield faultOf(policy, block.except!, index, text);
}

/** What Felix skips it leaves out of the rule, and a list of which nothing is left is no condition. */
function* netFaults(policy: Resource, nets: readonly Net[]): Generator<Refusal> {
  for (const { key, list, index, text, block } of nets) {
    if (block !== null) continue;
    if (parseAddress(text) !== null) {
      yield faultOf(policy, list, index, text, refusedBy(policy));
      continue;
    }
    const alone = nets.every((net) => net.key !== key || net.block === null);
    const skipped = `${refusedBy(policy)}; stored unchecked, Felix skips this block${alone && key === 'nets' ? ' and, as none is left, the rule matches any address' : ''}`;
    const fault = faultOf(policy, list, index, text, skipped);
    yield looseness(text) === 'leading-zeros'
      ? {
          ...fault,
          message: `\`${text}\` has leading zeros, ${skipped}.`,
          fixes: rewrites(policy, list, index, text),
        }
      : fault;
  }
}

/** Network sets take blocks and addresses, with bits behind the prefix or without. */
function* setFaults(set: Resource, nets: readonly string[]): Generator<Refusal> {
  for (const [index, text] of itemsIn(set, nets)) {
    const zeros = looseness(text.includes('/') ? text : `${text}/128`) === 'leading-zeros';
    if ((parseBlock(text) ?? parseAddress(text)) !== null && !zeros) continue;
    yield {
      ...valuePlace(set, nets, index),
      confidence: 'proven',
      message: `\`${text}\` is neither a block of addresses nor an address, ${refusedBy(set)}.`,
      fixes: rewrites(set, nets, index, text),
    };
  }
}

/** Bits behind the prefix are fine, and zeros before the number of its bits (Go, `net.ParseCIDR`). */
function* ciliumFaults(resource: Resource): Generator<Refusal> {
  const so = refusedByServer(resource);
  for (const { object, step, value, node } of schemaPartsIn(resource)) {
    if (node.format !== 'cidr' || typeof value !== 'string') continue;
    const block = parseBlock(value);
    if (block === null) yield faultOf(resource, object, step, value, so);
    else if (looseness(value.replace(/\/0+(?=\d)/, '/')) === 'leading-zeros') {
      const [network] = cidrsOf([block]);
      yield {
        ...valuePlace(resource, object, step),
        confidence: 'proven',
        message: `\`${value}\` has leading zeros, ${so}.`,
        fixes: [
          {
            title: `Write ${network!}`,
            safe: true,
            edits: () => setScalar(resource, object, step, network!),
          },
        ],
      };
    }
  }
}

function faultOf(
  policy: Resource,
  object: object,
  step: string | number,
  text: string,
  so = 'so the API server refuses this policy',
): Refusal {
  const { what, advice, write, meaning } = reading(text);
  return {
    ...valuePlace(policy, object, step),
    confidence: 'proven',
    message: `${what}, ${so}.${advice === undefined ? '' : ` ${advice}`}`,
    fixes:
      write === undefined
        ? []
        : [
            {
              title: `Write ${write}, ${meaning}`,
              safe: true,
              edits: () => setScalar(policy, object, step, write),
            },
          ],
  };
}

/** What a text that is no CIDR lacks, and what it can only have been meant to be. */
interface Reading {
  readonly what: string;
  readonly advice?: string;
  readonly write?: string;
  readonly meaning?: string;
}

function reading(text: string): Reading {
  const bare = text.replace(/\s/g, '');
  if (bare === '')
    return {
      what: 'This block is empty',
      advice: 'Write one such as `192.0.2.0/24`, or remove it.',
    };
  if (bare !== text && parseBlock(bare) !== null)
    return { what: `There is a blank in \`${text}\``, write: bare, meaning: 'without blanks' };
  const address = parseAddress(text);
  if (address !== null) {
    const write = `${text}/${address.family === 'IPv4' ? 32 : 128}`;
    const advice = `For this address alone write \`${write}\`.`;
    return {
      what: `\`${text}\` lacks the length of its prefix`,
      advice,
      write,
      meaning: 'this address alone',
    };
  }
  const [host = '', prefix = ''] = text.split('/');
  const family = parseAddress(host)?.family;
  if (family !== undefined && /^\d+$/.test(prefix))
    return {
      what: `\`${text}\` has a prefix of ${prefix} bits, but ${family} addresses have only ${family === 'IPv4' ? 32 : 128}`,
    };
  return { what: `\`${text}\` is no block of addresses such as \`192.0.2.0/24\`` };
}

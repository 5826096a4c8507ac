import { setKey } from '../model/edit.ts';
import { moveKey } from '../model/restructure.ts';
import type { Fix } from '../model/finding.ts';
import type { AdminPeer } from '../model/adminPolicy.ts';
import { capital } from '../base/words.ts';
import { ownerText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { ADMIN_KINDS, CILIUM_KINDS, isOf } from '../model/kinds.ts';
import { ciliumChoiceFaults } from './ciliumChoices.ts';
import { partPlace, schemaPartsIn, type SchemaPart } from './parts.ts';
import { splitting } from './splitting.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { listed } from './suggestion.ts';
import { isWhole, itemSpan } from './walk.ts';

/**
 * Parts of an administrator's policy, or of one of Cilium's, that hold none of the fields of which they need one, or
 * several.
 */
export default admissionRule(
  {
    code: 'not-exactly-one',
    title: 'None, or several, of the fields of which exactly one is needed',
    category: 'refused',
    severity: 'error',
    docs: `A subject, a peer, an entry of \`ports\` or \`protocols\` and a \`destinationPort\` say one thing by exactly one
field: the API server refuses none, and refuses two. Two peers, or two ports, are two entries of the list. \`tcp: {}\` is
refused as well: every port of a protocol is the range from 1 to 65535. In Cilium's policies a rule has one of
\`endpointSelector\` and \`nodeSelector\`, a name one of \`matchName\` and \`matchPattern\`, an entry of \`fromCIDRSet\` and
\`toCIDRSet\` one of \`cidr\`, \`cidrGroupRef\` and \`cidrGroupSelector\`, and \`rules\` one of \`http\` and \`dns\`.`,
    since: '0.1.0',
    fixable: true,
  },
  [...ADMIN_KINDS, ...CILIUM_KINDS],
  function* (policy) {
    if (isOf(policy, CILIUM_KINDS)) yield* ciliumChoiceFaults(policy);
    for (const part of schemaPartsIn(policy)) {
      const { value, node } = part;
      if (node.minProperties !== 1 || typeof value !== 'object' || value === null) continue;
      const given = Object.keys(value).filter((name) => Object.hasOwn(node.properties ?? {}, name));
      if (given.length === 0 && isWhole(policy, value)) yield emptyFault(policy, part, value);
      else if (given.length > 1 && node.maxProperties === 1)
        yield severalFault(policy, part, value, given);
    }
  },
);

const isExperimental = ({ node }: SchemaPart, name: string): boolean =>
  node.properties?.[name]?.['x-channel'] !== undefined;

const EVERY_PORT = { destinationPort: { range: { start: 1, end: 65535 } } };

function emptyFault(policy: Resource, part: SchemaPart, value: object): Refusal {
  const { source, problems } = policy;
  const { object, step, node } = part;
  const place = {
    ...partPlace(policy, part),
    ...(typeof step === 'number' && { span: itemSpan(policy, value) }),
  };
  const choices = Object.keys(node.properties!).filter((name) => !isExperimental(part, name));
  const owner = ownerText([...source.path(object), step]);
  // What the author meant to say is then the unknown key, which is reported.
  const implied = problems.some(
    ({ code, field }) => code === 'unknown-field' && field.startsWith(`${place.field}.`),
  );
  const bare = choices.filter((name) => source.has(value, name));
  const [only] = bare;
  const common = { ...place, ...(implied && { implied: true as const }) };
  if (typeof step === 'string' && isProtocol(step))
    return {
      ...common,
      message: `\`${step}: {}\` names no port, and the API server refuses it. For every port of ${step.toUpperCase()} write the range from 1 to 65535.`,
      fixes: [everyPort(policy, object, step, true)],
    };
  if (only === undefined || bare.length > 1)
    return {
      ...common,
      message: `${capital(owner)} is empty, and the API server refuses it: it needs ${choices.length > 1 ? 'exactly one of ' : ''}${listed(choices)}.`,
    };
  return {
    ...common,
    span: source.key(value, only),
    message: `\`${only}\` without a value counts as left out, so ${owner} is empty and the API server refuses it.${isSelector(node, only) ? ` For all of them write \`${only}: {}\`.` : ''}`,
    fixes: isProtocol(only)
      ? [everyPort(policy, value, only, false)]
      : isSelector(node, only)
        ? [
            {
              title: `Write \`${only}: {}\` (all ${only})`,
              safe: false,
              edits: () => setKey(policy, value, only, {}),
            },
          ]
        : [],
  };
}

function severalFault(
  policy: Resource,
  part: SchemaPart,
  value: object,
  given: readonly string[],
): Refusal {
  const { object, step } = part;
  const place = partPlace(policy, part);
  const owner = ownerText([...policy.source.path(object), step]);
  // Where only the experimental channel knows them all, the other drops the rest before it counts.
  const common = given.filter((name) => !isExperimental(part, name));
  const join = joining(policy, value, given);
  const advice =
    typeof step === 'number'
      ? join.length > 0
        ? 'Make them entries of their own, any of which matches; or, if both are meant at once, write `pods` with both selectors.'
        : 'Make them entries of their own, any of which matches.'
      : given.includes('pods')
        ? 'Some pods of some namespaces are `pods` with both selectors.'
        : 'Keep the one that is meant.';
  return {
    ...place,
    ...(common.length < 2 && { channel: 'experimental' as const }),
    span: policy.source.key(value, given[1]!),
    message: `${capital(owner)} has ${listed(given)}, and the API server takes exactly one of them. ${advice}`,
    // Ports of several protocols can be meant in one way only; of peers one may have been meant to narrow the other.
    fixes: [...join, ...splitting(policy, part, value, given, given.every(isProtocol))],
  };
}

/** `namespaces` beside `pods` that name no namespaces themselves: these pods, of those namespaces. */
function joining(policy: Resource, value: object, given: readonly string[]): Fix[] {
  const { namespaces, pods } = value as AdminPeer;
  if (given.length !== 2 || typeof namespaces !== 'object' || typeof pods !== 'object') return [];
  if (pods === null || policy.source.has(pods, 'namespaceSelector')) return [];
  return [
    {
      title: 'Require both: write `namespaces` into `pods`, as its `namespaceSelector`',
      safe: false,
      edits: () => moveKey(policy, value, 'namespaces', pods, 'namespaceSelector'),
    },
  ];
}

const everyPort = (policy: Resource, entry: object, protocol: string, safe: boolean): Fix => ({
  title: `Write the range from 1 to 65535 (every port of ${protocol.toUpperCase()})`,
  safe,
  edits: () => setKey(policy, entry, protocol, EVERY_PORT),
});

const isProtocol = (name: string): boolean => name === 'tcp' || name === 'udp' || name === 'sctp';

const isSelector = ({ properties }: SchemaPart['node'], name: string): boolean =>
  name === 'namespaces' && properties?.[name] !== undefined;

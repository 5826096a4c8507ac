import { setKey } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { capital } from '../base/words.ts';
import { ownerText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { refusedByServer } from './ciliumWalk.ts';
import { partPlace, schemaPartsIn, type SchemaPart } from './parts.ts';
import { splitting } from './splitting.ts';
import type { Refusal } from './rule.ts';
import { listed } from './suggestion.ts';
import { isWhole, itemSpan } from './walk.ts';

/** The parts of Cilium's kinds that hold none, or several, of the fields of which they need exactly one. */
export function* ciliumChoiceFaults(policy: Resource): Generator<Refusal> {
  for (const part of schemaPartsIn(policy)) {
    const { value, node } = part;
    const choices = node['x-one-of'];
    if (choices === undefined || typeof value !== 'object' || value === null) continue;
    const given = choices.filter((name) => Object.hasOwn(value, name));
    if (given.length === 0 && isWhole(policy, value)) yield emptyFault(policy, part, value);
    else if (given.length > 1) yield severalFault(policy, part, value, given);
  }
}

/** The fields that releases of today have. */
const today = ({ node }: SchemaPart): readonly string[] =>
  node['x-one-of']!.filter((name) => releasesOf(node, name).until === undefined);

const releasesOf = ({ properties }: SchemaPart['node'], name: string) =>
  properties?.[name]?.['x-releases'] ?? {};

function emptyFault(policy: Resource, part: SchemaPart, value: object): Refusal {
  const { object, step } = part;
  const { source, problems } = policy;
  const choices = today(part);
  const place = {
    ...partPlace(policy, part, 'key'),
    ...(typeof step === 'number' && { span: itemSpan(policy, value) }),
  };
  // What was meant is then the unknown key, which is reported.
  const implied = problems.some(
    ({ code, field }) => code === 'unknown-field' && field.startsWith(`${place.field}.`),
  );
  const isRule = choices.includes('endpointSelector');
  return {
    ...place,
    ...(implied && { implied: true as const }),
    message: `${capital(ownerText([...source.path(object), step]))} needs exactly one of ${listed(choices)}, and has none, ${refusedByServer(policy)}.${isRule ? ` For ${policy.kind.namespaced ? 'all pods of the namespace' : 'all pods'} write \`endpointSelector: {}\`.` : ''}`,
    fixes: isRule
      ? [
          {
            title: `Write \`endpointSelector: {}\` (${policy.kind.namespaced ? 'all pods of the namespace' : 'all pods'})`,
            safe: false,
            edits: () => setKey(policy, value, 'endpointSelector', {}),
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
  const { object, step, node } = part;
  const left = given.filter((name) => today(part).includes(name));
  // Entries of a list that say nothing besides are alternatives, however they are written.
  const splits = given.includes('endpointSelector')
    ? []
    : splitting(policy, part, value, given, true);
  return {
    ...partPlace(policy, part),
    // Releases that do not know the others any more drop them before they count.
    ...(left.length < 2 && { of: 'Cilium', until: releasesOf(node, given.at(-1)!).until }),
    span: policy.source.key(value, given[1]!),
    message: `${capital(ownerText([...policy.source.path(object), step]))} has ${listed(given)}, of which the API server takes exactly one. ${adviceFor(given, splits)}`,
    fixes: splits,
  };
}

const adviceFor = (given: readonly string[], splits: readonly Fix[]): string =>
  splits.length > 0 || given.some((name) => name.startsWith('cidr') || name.startsWith('match'))
    ? 'Make them entries of their own, any of which matches.'
    : given.includes('endpointSelector')
      ? 'Write a rule for the pods, and one for the nodes in `specs` of a CiliumClusterwideNetworkPolicy.'
      : given.includes('http')
        ? 'Write an entry of `toPorts` for each, with its own ports.'
        : 'Keep the one that is meant.';

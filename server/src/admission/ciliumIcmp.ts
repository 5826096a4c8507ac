import type { CiliumIcmpField, CiliumPolicy } from '../model/cilium.ts';
import { setKey, setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { ICMP_TYPES } from '../policy/icmpTypes.ts';
import {
  ciliumItemsIn,
  IT_STORES,
  refusedByServer,
  STORED,
  type SectionItem,
} from './ciliumWalk.ts';
import type { Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { fieldIn, isWhole, itemsIn, valuePlace } from './walk.ts';

/** What is wrong with messages of ICMP in Cilium's policies. */
export function* ciliumIcmpFaults(policy: Resource<CiliumPolicy>): Generator<Refusal> {
  for (const part of ciliumItemsIn(policy)) {
    const icmps = fieldIn(policy, part.item, 'icmps') ?? [];
    if (icmps.length === 0) continue;
    yield* placeFaults(policy, part);
    for (const [, entry] of itemsIn(policy, icmps))
      for (const [, field] of itemsIn(policy, fieldIn(policy, entry, 'fields')))
        yield* typeFaults(policy, field);
  }
}

function* placeFaults(policy: Resource, { item }: SectionItem): Generator<Refusal> {
  const { source } = policy;
  const place = {
    span: source.key(item, 'icmps'),
    field: fieldText([...source.path(item), 'icmps']),
    confidence: 'proven' as const,
    by: 'agent' as const,
  };
  yield {
    ...place,
    flag: 'enable-icmp-rules=false',
    message: `With \`enable-icmp-rules=false\` Cilium knows no \`icmps\`, ${IT_STORES}.`,
  };
  if ((fieldIn(policy, item, 'toPorts')?.length ?? 0) > 0)
    yield {
      ...place,
      message: `\`icmps\` does not go with \`toPorts\` in one item, ${STORED}. Write an item for each, with the same peers.`,
    };
}

/** Names are known by the definitions of both families together; Cilium knows them by their family. */
function* typeFaults(policy: Resource, field: CiliumIcmpField): Generator<Refusal> {
  const type = fieldIn(policy, field, 'type');
  if (typeof type !== 'string' || !isWhole(policy, field)) return;
  const { family = 'IPv4' } = field;
  if ((family !== 'IPv4' && family !== 'IPv6') || isNumber(type)) return;
  const place = { ...valuePlace(policy, field, 'type'), confidence: 'proven' as const };
  const names = ICMP_TYPES[family];
  const other = family === 'IPv4' ? 'IPv6' : 'IPv4';
  if (type === 'ExtendedEchoReply') {
    // The definitions have it with a blank inside.
    yield {
      ...place,
      message: `The definitions misspell \`${type}\`, ${refusedByServer(policy)}. Write its number, ${names[type]!}.`,
      fixes: [written(policy, field, names[type]!)],
    };
    return;
  }
  if (Object.hasOwn(names, type)) return;
  if (type === 'ExtendedEcho Reply') {
    yield {
      ...place,
      by: 'agent',
      message: `\`${type}\` is a misspelling that only the definitions know, ${STORED}. Write its number, ${names['ExtendedEchoReply']!}.`,
      fixes: [written(policy, field, names['ExtendedEchoReply']!)],
    };
    return;
  }
  if (Object.hasOwn(ICMP_TYPES[other], type)) {
    yield {
      ...place,
      by: 'agent',
      message: `\`${type}\` is a message of ${other}, and this entry is for ${family}, ${STORED}.`,
      fixes: [
        {
          title: `Write \`family: ${other}\``,
          safe: false,
          edits: () =>
            field.family === undefined
              ? setKey(policy, field, 'family', other)
              : setScalar(policy, field, 'family', other),
        },
      ],
    };
    return;
  }
  const { advice, fixes } = suggestion(policy, field, 'type', type, Object.keys(names));
  yield {
    ...place,
    message: `${type === '' ? 'An empty text' : `\`${type}\``} is no message of ${family}, ${refusedByServer(policy)}. ${fixes.length > 0 ? advice : 'A type is a number from 0 to 255, or a name such as `EchoRequest`.'}`,
    fixes,
  };
}

const isNumber = (type: string): boolean =>
  /^(?:0|[1-9]\d{0,2})$/.test(type) && Number(type) <= 255;

const written = (policy: Resource, field: object, type: number): Fix => ({
  title: `Write ${type}`,
  safe: true,
  edits: () => setScalar(policy, field, 'type', type),
});

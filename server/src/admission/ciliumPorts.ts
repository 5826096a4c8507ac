import type { CiliumPolicy, CiliumPort } from '../model/cilium.ts';
import { insertItem, setKey, setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { LAST_PORT, readCiliumPort } from '../policy/ciliumPort.ts';
import { portRulesIn, refusedByServer, STORED } from './ciliumWalk.ts';
import { portNameFault } from './grammar.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import type { Refusal } from './rule.ts';
import { fieldIn, isWhole, itemsIn, itemSpan, valuePlace } from './walk.ts';

/** Protocols without ports. */
/** The protocols that have no ports (Cilium, API of policies, `PortProtocol`). */
export const PORTLESS: ReadonlySet<string> = new Set([
  'VRRP',
  'IGMP',
  'GRE',
  'IPIP',
  'IPV6',
  'ESP',
  'AH',
]);

/** An entry of `ports`, and where it stands. */
export interface PlacedPort {
  readonly list: readonly CiliumPort[];
  readonly index: number;
  readonly entry: CiliumPort;
}

/** The entries of `ports` of one entry of `toPorts`. */
export const portsOf = (
  policy: Resource,
  { portRule }: ReturnType<typeof portRulesIn>[number],
): readonly PlacedPort[] => {
  const list = fieldIn(policy, portRule, 'ports') ?? [];
  return itemsIn(policy, list).map(([index, entry]) => ({ list, index, entry }));
};

/** Ports that are redirected are numbers, in quotes. */
export function* redirectPortFaults(resource: Resource): Generator<Refusal> {
  for (const part of schemaPartsIn(resource)) {
    const { step, value } = part;
    if (step !== 'port' || typeof value !== 'string') continue;
    if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= LAST_PORT) continue;
    yield {
      ...partPlace(resource, part),
      message: `${value === '' ? 'An empty text' : `\`${value}\``} is no number of a port, ${refusedByServer(resource)}. Ports go from 1 to ${LAST_PORT}.`,
    };
  }
}

/** What is wrong with the ports of Cilium's policies. */
export function* ciliumPortFaults(policy: Resource<CiliumPolicy>): Generator<Refusal> {
  for (const part of portRulesIn(policy))
    for (const placed of portsOf(policy, part)) {
      const port = fieldIn(policy, placed.entry, 'port');
      if (port === undefined) yield* absentFaults(policy, placed);
      else yield* textFaults(policy, placed, port);
    }
}

/** Up to 1.18 the definitions ask for a port; since then Cilium does, unless a flag says otherwise. */
function* absentFaults(policy: Resource, { entry }: PlacedPort): Generator<Refusal> {
  if (!isWhole(policy, entry)) return;
  const { source } = policy;
  const keys = source.keys(entry);
  const portless = PORTLESS.has(fieldIn(policy, entry, 'protocol') ?? '');
  const advice = portless
    ? 'Write `port: "0"`, as is done for protocols without ports.'
    : 'For every port write `port: "0"`.';
  const place = {
    span: keys.length === 0 ? itemSpan(policy, entry) : source.key(entry, keys[0]!),
    field: fieldText([...source.path(entry), 'port']),
    confidence: 'proven' as const,
  };
  yield {
    ...place,
    of: 'Cilium',
    until: '1.19',
    implied: true,
    message: `This entry has no \`port\`, ${refusedByServer(policy)}. ${advice}`,
  };
  yield {
    ...place,
    by: 'agent',
    flag: 'enable-extended-ip-protocols=false',
    message: `This entry has no \`port\`, ${STORED}. ${advice}`,
    fixes: [
      {
        title: portless ? 'Write `port: "0"`' : 'Write `port: "0"` (every port)',
        safe: false,
        edits: () => setKey(policy, entry, 'port', '0'),
      },
    ],
  };
}

function* textFaults(policy: Resource, placed: PlacedPort, port: string): Generator<Refusal> {
  const { entry } = placed;
  const protocol = fieldIn(policy, entry, 'protocol');
  const place = { ...valuePlace(policy, entry, 'port'), confidence: 'proven' as const };
  if (protocol !== undefined && PORTLESS.has(protocol)) {
    if (port === '0') return;
    yield {
      ...place,
      by: 'agent',
      message: `${protocol} has no ports, ${STORED}. The port is \`"0"\` there.`,
      fixes: [
        { title: 'Write "0"', safe: false, edits: () => setScalar(policy, entry, 'port', '0') },
      ],
    };
    return;
  }
  if (readCiliumPort(port).kind !== 'none') return;
  const stored = passesSchema(port);
  const { what, why, advice, fixes = [] } = faultOf(policy, placed, port);
  const reason = why === undefined ? '' : `: it ${why}`;
  yield {
    ...place,
    ...(stored && { by: 'agent' as const }),
    message: `${what}, ${stored ? STORED : refusedByServer(policy)}${reason}.${advice === undefined ? '' : ` ${advice}`}`,
    fixes,
  };
}

/** What the definitions take for a port: much that begins like a number or ends like a name (`^(number)|(name)$`). */
const passesSchema = (port: string): boolean =>
  /^\d/.test(port) || /[A-Za-z](?:-?[A-Za-z0-9])*$/.test(port.slice(-64));

interface Fault {
  readonly what: string;
  /** What is wrong with it as a name, as a clause. */
  readonly why?: string;
  readonly advice?: string;
  readonly fixes?: readonly Fix[];
}

function faultOf(policy: Resource, placed: PlacedPort, port: string): Fault {
  const { entry } = placed;
  if (port === '')
    return { what: 'The port is empty', advice: 'Every port of the protocol is `"0"`.' };
  const decimal = port.replace(/^0+(?=\d)/, '');
  if (decimal !== port && /^\d+$/.test(port) && Number(decimal) <= LAST_PORT)
    return {
      what: `\`${port}\` begins with a zero, which makes it an octal number, and it is none`,
      fixes: [writing(policy, entry, decimal)],
    };
  if (/^\d+$/.test(port))
    return { what: `There is no port ${port}`, advice: `Ports go up to ${LAST_PORT}.` };
  const bare = port.trim();
  if (bare !== port && readCiliumPort(bare).kind !== 'none')
    return { what: `There is a blank in \`${port}\``, fixes: [writing(policy, entry, bare)] };
  const range = /^(\d{1,5}) *[-:] *(\d{1,5})$/.exec(port);
  if (range !== null) return rangeFault(policy, entry, port, range[1]!, range[2]!);
  const parts = port.split(/[,\s]+/);
  if (parts.length > 1 && parts.every((part) => readCiliumPort(part).kind !== 'none'))
    return severalFault(policy, placed, port, parts);
  const wrong = portNameFault(port.toLowerCase());
  return {
    what: `\`${port}\` is neither a number nor a name of a port`,
    ...(wrong !== null && { why: wrong.replace('lower-case ', '') }),
  };
}

/** Ranges have a key for their end. */
function rangeFault(
  policy: Resource,
  entry: CiliumPort,
  port: string,
  first: string,
  last: string,
): Fault {
  const reads =
    entry.endPort === undefined &&
    [first, last].every((end) => !end.startsWith('0') && Number(end) <= LAST_PORT) &&
    Number(first) <= Number(last);
  return {
    what: `\`${port}\` is no port`,
    advice: `A range is \`port: "${first}"\` with \`endPort: ${last}\`.`,
    fixes: reads
      ? [
          {
            title: `Write the range from ${first} to ${last}`,
            safe: true,
            edits: () => [
              ...setScalar(policy, entry, 'port', first),
              ...setKey(policy, entry, 'endPort', Number(last)),
            ],
          },
        ]
      : [],
  };
}

function severalFault(
  policy: Resource,
  { list, index, entry }: PlacedPort,
  port: string,
  parts: readonly string[],
): Fault {
  const [first, second] = parts;
  return {
    what: `\`${port}\` is no port`,
    advice: 'Each port is an entry of its own.',
    fixes:
      parts.length === 2
        ? [
            {
              title: `Write ${first!} and ${second!} as two entries`,
              safe: true,
              edits: () => {
                const [added, left] = [
                  insertItem(policy, list, index, { ...entry, port: first! }),
                  setScalar(policy, entry, 'port', second!),
                ];
                return added.length === 0 || left.length === 0 ? [] : [...added, ...left];
              },
            },
          ]
        : [],
  };
}

const writing = (policy: Resource, entry: CiliumPort, port: string): Fix => ({
  title: `Write "${port}"`,
  safe: true,
  edits: () => setScalar(policy, entry, 'port', port),
});

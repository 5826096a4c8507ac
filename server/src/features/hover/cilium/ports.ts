import type { CiliumPort, CiliumPortRule } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import { readCiliumPort } from '../../../policy/ciliumPort.ts';
import { count } from '../../../policy/print.ts';
import { nameLines } from '../ports.ts';
import type { CiliumScene } from '../scene.ts';
import { entryAt } from './entries.ts';
import { listenerLines } from './listener.ts';
import type { ItemReading } from './reading.ts';
import { requestLines } from './requests.ts';
import { serverNameLines, tlsLines } from './tls.ts';
import { ruleWords } from './words.ts';

const OF_CONTAINERS = 'These are the ports of containers; those of a Service are never seen.';

/** `toPorts` of an item, or a part of it. */
export function toPortsLines(
  item: ItemReading,
  [index, field, ...inside]: Path,
  scene: CiliumScene,
): readonly string[] {
  const portRules = item.item.toPorts ?? [];
  if (portRules.length === 0)
    return ['**Every port and protocol**, ICMP too: an empty `toPorts` is none.'];
  const portRule = entryAt(portRules, index);
  if (index === undefined || portRule === undefined || field === undefined)
    return [...item.rules.map((rule) => `- ${ruleWords(rule)}`), OF_CONTAINERS, NO_ICMP];
  switch (field) {
    case 'rules':
      return requestLines(portRule, inside, item.direction);
    case 'serverNames':
      return serverNameLines(portRule, inside);
    case 'terminatingTLS':
    case 'originatingTLS':
      return tlsLines(portRule, field, item.direction);
    case 'listener':
      return portRule.listener === undefined ? [] : listenerLines(portRule.listener, scene);
    case 'ports':
      return portEntryLines(portRule, inside, item, scene);
    default:
      return [];
  }
}

/** One of the ports of an entry, or all of them. */
function portEntryLines(
  portRule: CiliumPortRule,
  inside: Path,
  item: ItemReading,
  scene: CiliumScene,
): readonly string[] {
  const entry = portRule.ports?.[Number(inside[0])];
  if (entry === undefined) return [OF_CONTAINERS, NO_ICMP];
  return inside[1] === 'protocol' ? protocolLines(entry) : portLines(entry, item, scene);
}

const NO_ICMP =
  'Beside ports no ICMP gets through, so no ping: that takes an item of its own with `icmps`.';

/** One port (Cilium, API of policies, `PortProtocol`). */
function portLines(
  { port = '', endPort = 0, protocol }: CiliumPort,
  { policy, direction, rules }: ItemReading,
  scene: CiliumScene,
): readonly string[] {
  const read = readCiliumPort(port);
  const name = protocol === undefined || protocol === 'ANY' ? null : protocol;
  const which = name ?? 'TCP, UDP and SCTP';
  if (read.kind === 'none') return [];
  if (read.kind === 'name') {
    const peers = rules[0]?.peers ?? 'everyone';
    return nameLines(read.name, name, policy, { direction, peers }, scene);
  }
  if (read.port === 0) return [`**Every port** of ${which}.`];
  const range =
    endPort > read.port
      ? `**${which} ${read.port} to ${endPort}**: ${count(endPort - read.port + 1, 'port')}.`
      : `**${which} ${read.port}** of the container, not of a Service.`;
  return [
    range,
    ...(read.octal
      ? [`A number that begins with a zero is octal: \`${port}\` is ${read.port}.`]
      : []),
  ];
}

const protocolLines = ({ protocol }: CiliumPort): readonly string[] => [
  protocol === undefined || protocol === 'ANY'
    ? '**TCP, UDP and SCTP**, each on this port; never ICMP.'
    : `**${protocol}** alone; other protocols need entries of their own.`,
];

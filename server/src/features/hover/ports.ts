import type { NetworkPolicyPort } from '../../model/networkPolicy.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { IrPolicy, IrRule } from '../../policy/ir.ts';
import { codeList, count, portsText } from '../../policy/print.ts';
import { workloadNames, workloadsOf } from './names.ts';
import type { PolicyScene, Scene } from './scene.ts';
import { metBy, selectionOf } from './selection.ts';

/** How many different meanings of a port name are listed. */
const MOST_NUMBERS = 4;

/** What a list of ports opens. */
export const portList = ({
  ports,
  direction,
}: Pick<IrRule, 'ports' | 'direction'>): readonly string[] => [
  `**${capitalPorts(ports)}** of ${direction === 'ingress' ? 'the selected pods' : 'the destination'}.`,
  ports === 'all'
    ? 'An empty list of ports means no restriction, not none.'
    : 'These are the ports of containers; those of a Service are never seen.',
];

const capitalPorts = (ports: IrRule['ports']): string =>
  portsText(ports).replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** One port of a rule: its protocol, its range, and what a name stands for on the destination pods. */
export function portLines(
  entry: NetworkPolicyPort,
  policy: IrPolicy,
  rule: IrRule,
  scene: PolicyScene,
): readonly string[] {
  const { port, endPort, protocol = 'TCP' } = entry;
  const unwritten = entry.protocol === undefined ? ['TCP, as no `protocol` is written.'] : [];
  if (port === undefined) return [`**Every ${protocol} port.**`, ...unwritten];
  if (typeof port === 'number')
    return [
      endPort === undefined
        ? `**${protocol} ${port}** of the container, not of a Service.`
        : `**${protocol} ${port} to ${endPort}**: ${count(endPort - port + 1, 'port')}.`,
      ...unwritten,
    ];
  return [...nameLines(port, protocol, policy, rule, scene), ...unwritten];
}

/** What a port name stands for: it is looked up on each destination pod, by name and, where there is one, protocol. */
export function nameLines(
  name: string,
  protocol: string | null,
  policy: IrPolicy,
  rule: Pick<IrRule, 'direction' | 'peers'>,
  scene: Scene,
): readonly string[] {
  const pods = destinations(policy, rule, scene);
  const head = `**\`${name}\`${protocol === null ? '' : ` (${protocol})`}** is looked up on`;
  const by = protocol === null ? 'by name' : 'by name and protocol';
  if (pods === null)
    return [`${head} each destination pod, ${by}; a pod without it is not matched.`];
  if (pods.length === 0)
    return [`${head} ${whose(rule)} ${by}; none is described in this workspace.`];
  const numbers = new Map<string, PodEndpoint[]>();
  const without: PodEndpoint[] = [];
  for (const pod of pods) {
    const found = pod.ports.filter(
      (port) => port.name === name && port.protocol === (protocol ?? port.protocol),
    );
    if (found.length === 0) without.push(pod);
    for (const { number, container, protocol: own } of found) {
      const key = `${own} ${number}${container ? ` of container \`${container}\`` : ''}`;
      numbers.set(key, [...(numbers.get(key) ?? []), pod]);
    }
  }
  const shown = [...numbers].slice(0, MOST_NUMBERS);
  return [
    `${head} ${whose(rule)}:`,
    ...shown.map(([key, owners]) => `- ${key}: ${workloadNames(workloadsOf(owners), scene)}`),
    ...(shown.length < numbers.size ? [`- and ${numbers.size - shown.length} other ports`] : []),
    ...(without.length === 0
      ? []
      : [
          `- not matched, as they have no such port: ${workloadNames(workloadsOf(without), scene)}`,
        ]),
  ];
}

const whose = ({ direction }: Pick<IrRule, 'direction'>): string =>
  direction === 'ingress' ? 'the selected pods' : 'the destination pods';

/** The pods whose ports count; null where the rule is not for certain pods. */
function destinations(
  policy: IrPolicy,
  { direction, peers }: Pick<IrRule, 'direction' | 'peers'>,
  { world }: Scene,
): readonly PodEndpoint[] | null {
  if (direction === 'ingress') return selectionOf(policy.subject, world).pods;
  if (peers === 'everyone') return null;
  const pods = peers.flatMap((peer) => metBy(peer, world).pods);
  return [...new Set(pods)];
}

/** What a protocol is and is not. */
export const protocolLines = ({ protocol }: NetworkPolicyPort): readonly string[] => [
  protocol === undefined
    ? '**TCP**, as no `protocol` is written.'
    : `**${protocol}** alone; ${codeList(['TCP', 'UDP', 'SCTP'].filter((other) => other !== protocol))} need entries of their own.`,
  'ICMP is none of them: whether ping gets through is not for a NetworkPolicy to say.',
];

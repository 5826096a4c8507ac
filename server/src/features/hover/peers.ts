import type { NetworkPolicyPeer } from '../../model/networkPolicy.ts';
import type { Direction, IrRule, Peer, PodPeer } from '../../policy/ir.ts';
import { peersText, peerText, portsText } from '../../policy/print.ts';
import { isEverything } from '../../policy/selector/selector.ts';
import { parseBlock } from '../../policy/cidr.ts';
import { addressCount } from './addresses.ts';
import { amountText, linkedNames, workloadNames, workloadsOf } from './names.ts';
import type { PolicyScene, Scene } from './scene.ts';
import { doubtLines, peerLines } from './selected.ts';
import { namespacesOf, selectionOf } from './selection.ts';

/** How many alternatives of a rule are listed before the rest is counted. */
const MOST_PEERS = 6;

/** A peer in words; that two conditions must both hold is said where there are two. */
const alternativeText = (peer: Peer): string =>
  peer.kind === 'pods' && peer.namespaces.kind === 'matching' && !isEverything(peer.pods)
    ? `${peerText(peer)} (both must hold)`
    : peerText(peer);

const lets = (direction: Direction): string =>
  direction === 'ingress' ? 'Lets in' : 'Lets out to';

/** One rule in words: the reading of its peers as alternatives, with what each selects. */
export function ruleText(rule: IrRule, written: object, scene: PolicyScene): readonly string[] {
  const { peers, ports, direction } = rule;
  const where = portsText(ports);
  if (peers === 'everyone') return everyoneLines(rule, written);
  if (peers.length === 1) {
    const [peer] = peers as [Peer];
    return [
      `**${lets(direction)}** ${alternativeText(peer)} on ${where}.`,
      ...selectedBullet(peer, scene).map((text) => `- ${text}`),
    ];
  }
  const shown = peers.slice(0, MOST_PEERS);
  return [
    `**${lets(direction)} any one of ${peers.length} alternatives** on ${where}:`,
    ...shown.map((peer, index) => {
      const [found] = selectedBullet(peer, scene);
      return `- ${index === 0 ? '**either**' : '**or**'} ${alternativeText(peer)}${found === undefined ? '' : `: ${found}`}`;
    }),
    ...(shown.length < peers.length ? [`- or ${peers.length - shown.length} more`] : []),
  ];
}

function everyoneLines({ direction, ports }: IrRule, written: object): readonly string[] {
  const side = direction === 'ingress' ? 'from' : 'to';
  const first =
    direction === 'ingress'
      ? `**Lets in everyone**, from outside the cluster too, on ${portsText(ports)}.`
      : `**Lets out to every destination**, outside the cluster too, on ${portsText(ports)}.`;
  if (Object.keys(written).length === 0)
    return [
      first,
      `An empty rule allows everything; \`${direction}: []\`, without any rule, would allow nothing.`,
    ];
  return [
    first,
    side in written
      ? `An empty \`${side}\` means no restriction, not nobody.`
      : `Without \`${side}\` a rule is for everyone.`,
  ];
}

/** What an alternative selects, short. */
function selectedBullet(peer: Peer, scene: Scene): readonly string[] {
  if (peer.kind === 'addresses')
    return peer.blocks.flatMap(({ cidr }) => {
      const block = parseBlock(cidr);
      return block === null ? [] : [`${addressCount(block)} addresses`];
    });
  if (peer.kind !== 'pods') return [];
  const selection = selectionOf(peer, scene.world);
  const found =
    selection.pods.length === 0
      ? 'none is described in this workspace'
      : `${amountText(selection.pods)}, ${workloadNames(workloadsOf(selection.pods), scene, 3)}`;
  const [doubt] = doubtLines(selection, scene);
  return [doubt === undefined ? found : `${found}. ${doubt}`];
}

/** One alternative of a rule: what it selects, how its conditions go together, and what stands beside it. */
export function peerAt(
  rule: IrRule,
  index: number,
  written: NetworkPolicyPeer,
  scene: PolicyScene,
): readonly string[] {
  const { peers } = rule;
  const peer = peers === 'everyone' ? undefined : peers[index];
  if (peer === undefined || peer.kind !== 'pods') return [];
  return [
    ...peerLines(peer, selectionOf(peer, scene.world), scene),
    '',
    ...conditionLines(written, peer, scene),
    ...alternativesLine(rule, index),
  ];
}

/** How the two selectors of a peer go together, and what an empty or a missing one means. */
function conditionLines(
  { podSelector, namespaceSelector }: NetworkPolicyPeer,
  peer: PodPeer,
  scene: Scene,
): readonly string[] {
  const lines: string[] = [];
  if (podSelector !== undefined && namespaceSelector !== undefined)
    lines.push('**Both** must hold: the labels of the pod **and** those of its namespace.');
  else if (namespaceSelector === undefined)
    lines.push(
      "Only pods of the policy's own namespace, as no `namespaceSelector` stands beside it.",
    );
  else lines.push('Every pod of these namespaces, as no `podSelector` stands beside it.');
  if (namespaceSelector !== undefined) lines.push(namespacesLine(peer, scene));
  for (const [name, selector, all] of [
    ['podSelector', podSelector, 'all pods'],
    ['namespaceSelector', namespaceSelector, 'every namespace'],
  ] as const)
    if (selector !== undefined && isEmptySelector(selector))
      lines.push(`An empty \`${name}\` means ${all}, not none.`);
  return lines;
}

const isEmptySelector = (selector: object): boolean =>
  Object.values(selector).every((part: object) => Object.keys(part).length === 0);

function namespacesLine({ namespaces }: PodPeer, scene: Scene): string {
  const { certain, possible } = namespacesOf(namespaces, scene.world);
  const named = (infos: typeof certain): string =>
    linkedNames(
      infos.map(({ name, place }) => ({ name: name ?? 'the unnamed one', place })),
      scene,
    );
  const perhaps = possible.filter((info) => !certain.includes(info));
  const known = certain.length === 0 ? 'none that is known here' : named(certain);
  return `Namespaces: ${known}${perhaps.length === 0 ? '' : `; perhaps ${named(perhaps)}, whose labels are not all known here`}.`;
}

/** That a peer is one of several, and what the others are. */
export function alternativesLine(
  { peers }: Pick<IrRule, 'peers'>,
  index: number,
): readonly string[] {
  if (peers === 'everyone' || peers.length < 2) return [];
  const others = peers.filter((_, other) => other !== index);
  const text = others.length <= 2 ? peersText(others) : `any of ${others.length} others`;
  return [
    `One of ${peers.length} alternatives, any one is enough: **either** this **or** ${text}.`,
  ];
}

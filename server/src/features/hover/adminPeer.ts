import type { AdminPeer } from '../../model/adminPolicy.ts';
import type { NamePeer, NodePeer, Peer } from '../../policy/ir.ts';
import { codeList, count, peerText } from '../../policy/print.ts';
import { matches } from '../../policy/selector/selector.ts';
import { blockLines } from './block.ts';
import { atMost } from './names.ts';
import type { AdminScene } from './scene.ts';
import { peerLines } from './selected.ts';
import { selectionOf } from './selection.ts';

/** What a peer of an administrator's rule matches; `item` is the place in its list where the cursor is at one. */
export function adminPeerLines(
  peer: Peer,
  written: AdminPeer,
  item: number | null,
  scene: AdminScene,
): readonly string[] {
  switch (peer.kind) {
    case 'pods':
      return peerLines(peer, selectionOf(peer, scene.world), scene);
    case 'addresses': {
      const cidr = item === null ? undefined : written.networks?.[item];
      return cidr === undefined
        ? [`**${peerText(peer).replace(/^a/, 'A')}**, those of pods too.`, REWRITTEN]
        : [...blockLines({ cidr }, scene), REWRITTEN];
    }
    case 'nodes':
      return nodeLines(peer);
    case 'names':
      return nameLines(item === null ? peer.names : peer.names.slice(item, item + 1));
    default:
      return [`**${peerText(peer)}**`];
  }
}

const REWRITTEN =
  'Whether the address of a Service is seen, or those of the pods behind it, depends on the plugin.';

function nodeLines({ nodes, known }: NodePeer): readonly string[] {
  const about = 'A node is met at every address of its status, and so are the pods on its network.';
  if (known === null)
    return [
      '**Nodes of the cluster**, which are not known here: no manifest describes one, so what it matches is in doubt.',
      about,
    ];
  const found = known.filter(({ labels }) => matches(nodes, labels) === 'yes');
  return [
    found.length === 0
      ? `**No node** that this workspace describes, of ${known.length}.`
      : `**${count(found.length, 'node')}** of ${known.length} that this workspace describes: ${atMost(found, ({ name }) => `\`${name}\``)}`,
    about,
  ];
}

function nameLines(names: NamePeer['names']): readonly string[] {
  const [below, plain] = [
    names.filter((name) => name.startsWith('*.')),
    names.filter((name) => !name.startsWith('*.')),
  ];
  return [
    ...(plain.length === 0
      ? []
      : [
          `**${codeList(plain)}**: ${plain.length === 1 ? 'this name' : 'these names'} alone, not those below.`,
        ]),
    ...below.map(
      (name) => `**\`${name}\`**: every name below \`${name.slice(2)}\`, not that name itself.`,
    ),
    'Which addresses that is, DNS alone knows, so connections to outside are in doubt here. The rule lets no DNS query out, and matches no Service but headless ones.',
  ];
}

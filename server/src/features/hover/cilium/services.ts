import { capital } from '../../../base/words.ts';
import type { Path } from '../../../model/source.ts';
import type { ServicesPeer } from '../../../policy/ir.ts';
import { servicesText } from '../../../policy/print.ts';
import type { CiliumScene } from '../scene.ts';
import { peerLines } from '../selected.ts';
import { selectionOf } from '../selection.ts';
import type { ItemReading } from './reading.ts';

/** A list of Services, or one of them: the pods behind it, and what becomes of the item without any. */
export function servicesLines(
  { item, rules, verdict }: ItemReading,
  [index]: Path,
  scene: CiliumScene,
): readonly string[] {
  if (verdict === 'deny')
    return [
      '**Not looked for**: what stands behind a Service is not found where traffic is denied.',
    ];
  const services = item.toServices ?? [];
  const peers = rules[0]?.peers ?? 'everyone';
  const place = services.length === 1 ? 0 : Number(index);
  const peer = peers === 'everyone' ? undefined : peers[place];
  if (peer === undefined || peer.kind !== 'services') return [];
  return [...behindLines(peer, scene), PORTS];
}

function behindLines(peer: ServicesPeer, scene: CiliumScene): readonly string[] {
  const { known } = peer;
  if (known === null)
    return [
      `**${capital(servicesText(peer))}**: what stands behind it is not in this workspace, or no selector says.`,
    ];
  if (known.length === 0)
    return [
      `**Nothing** stands behind ${servicesText(peer)}, and the item may then be for everyone.`,
    ];
  return known.flatMap((pods) => peerLines(pods, selectionOf(pods, scene.world), scene));
}

/** Cilium sees connections behind the translation of Services. */
const PORTS = 'Ports beside it are those of the pods, not of the Service.';

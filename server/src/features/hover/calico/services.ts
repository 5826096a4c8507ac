import type { CalicoEntity } from '../../../model/calico.ts';
import { namespaceText, portsText } from '../../../policy/print.ts';
import type { CalicoScene } from '../scene.ts';
import { peerLines } from '../selected.ts';
import { selectionOf } from '../selection.ts';
import type { Side } from './entity.ts';
import { partsOf } from '../../../policy/peers.ts';

/** The pods behind the Service that a side of a rule names, and which of their ports count. */
export function serviceLines(
  { told }: Side,
  entity: CalicoEntity,
  scene: CalicoScene,
): readonly string[] {
  const { name = '', namespace } = entity.services ?? {};
  if (namespace === undefined)
    return [
      `**Matches nothing**: without \`namespace\` no Service \`${name}\` is found, not that of the policy's namespace either.`,
    ];
  const { match, direction } = told;
  const part = (match === null || match.peers === 'everyone' ? [] : match.peers)
    .flatMap(partsOf)
    .find(({ kind }) => kind === 'service');
  if (part?.kind !== 'service' || match === null) return [];
  const { known } = part;
  if (known === null)
    return [
      `What stands behind the Service \`${name}\` in ${namespaceText(namespace)} is not known here: no manifest describes it with a selector.`,
    ];
  return [
    ...peerLines(known.pods, selectionOf(known.pods, scene.world), scene),
    direction === 'egress'
      ? `On ${portsText(match.ports)} alone, which its ports lead to: the rule sees the pods, not the address of the Service.`
      : 'On whichever port: the rule sees the pods, not the address of the Service.',
  ];
}

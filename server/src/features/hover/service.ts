import type { Path } from '../../model/source.ts';
import type { PodPeer } from '../../policy/ir.ts';
import type { Scene } from './scene.ts';
import { peerLines } from './selected.ts';
import { selectionOf } from './selection.ts';

/** A Service: the pods behind it, whose ports and labels are what policies see. */
export function serviceLines(scene: Scene, path: Path): readonly string[] {
  const text = path.join('/');
  if (text !== 'kind' && text !== 'metadata/name' && !text.startsWith('spec/selector')) return [];
  const { member, world, home } = scene;
  const service = world.inventory(home!).services.find((one) => one.member === member);
  if (service === undefined || service.selector === null) return [];
  const behind: PodPeer = {
    kind: 'pods',
    namespaces: { kind: 'own', namespace: home! },
    pods: {
      op: 'all',
      of: Object.entries(service.selector).map(([key, value]) => ({
        op: 'in',
        key,
        values: [value],
      })),
    },
  };
  return [
    ...peerLines(behind, selectionOf(behind, world), scene),
    'A policy sees these pods and the ports of their containers, not the Service and its ports.',
  ];
}

import type { Path } from '../../../model/source.ts';
import type { PodPeer } from '../../../policy/ir.ts';
import { code } from '../../../policy/print.ts';
import { redirectsIn } from '../../../workspace/redirects.ts';
import { peerLines } from '../selected.ts';
import { selectionOf } from '../selection.ts';
import type { Scene } from '../scene.ts';

/**
 * A redirect of what pods send to a Service: the pods that it leads to, which policies see (Cilium documentation,
 * "Local Redirect Policy").
 */
export function redirectLines(scene: Scene, path: Path): readonly string[] {
  const text = path.join('/');
  const isAsked = ['kind', 'metadata/name', 'spec/redirectFrontend', 'spec/redirectBackend'].some(
    (part) => text === part || text.startsWith(`${part}/`),
  );
  const { member, world, home } = scene;
  const redirect = redirectsIn(home!, world).find(
    ({ place }) => place.chunk === member.resource.chunk && place.uri === member.uri,
  );
  if (!isAsked || redirect === undefined) return [];
  const behind: PodPeer = {
    kind: 'pods',
    namespaces: { kind: 'own', namespace: home! },
    pods: redirect.pods,
  };
  return [
    ...peerLines(behind, selectionOf(behind, world), scene),
    `What pods send to Service ${code(redirect.service)} arrives at those of them on their own node, and policies see these: a rule for the pods behind the Service alone lets none of it through.`,
  ];
}

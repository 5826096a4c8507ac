import type { NamespaceKey } from '../../model/namespace.ts';
import type { Path } from '../../model/source.ts';
import type { PodPeer } from '../../policy/ir.ts';
import { code } from '../../policy/print.ts';
import { namesText } from '../../rules/support/pods.ts';
import { podsBehindRedirect, redirectsIn, type Redirect } from '../../workspace/redirects.ts';
import type { World } from '../../workspace/world.ts';
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
  const redirect = redirectsIn(home!, world).find((one) => one.service === service.name);
  return [
    ...peerLines(behind, selectionOf(behind, world), scene),
    'A policy sees these pods and the ports of their containers, not the Service and its ports.',
    ...(redirect === undefined ? [] : [redirectedLine(redirect, home!, world)]),
  ];
}

/** That pods who ask a Service reach others than those behind it. */
function redirectedLine(redirect: Redirect, home: NamespaceKey, world: World): string {
  const pods = podsBehindRedirect(redirect)(world.inventory(home).pods);
  const who = pods.length === 0 ? 'pods of its own' : namesText(pods);
  const what =
    redirect.frontend === null ? 'what pods send to it' : 'what pods send to ports of it';
  return `**CiliumLocalRedirectPolicy ${code(redirect.name)} redirects** ${what} to ${who} on their node, and policies see those.`;
}

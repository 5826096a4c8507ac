import { podTemplatePath } from '../../model/podTemplate.ts';
import { stringsOf } from '../../model/untyped.ts';
import type { Path } from '../../model/source.ts';
import { isNode, type PodEndpoint } from '../../policy/endpoint.ts';
import { codeList } from '../../policy/print.ts';
import { apartLines } from './apart.ts';
import { onePerObject } from '../../rules/support/policies.ts';
import { linkedNames } from './names.ts';
import type { Scene } from './scene.ts';
import { forwards } from '../../policy/host/forward.ts';
import { hostsOf } from '../../workspace/hosts.ts';
import { trafficOf } from './traffic.ts';
import { trafficLines } from './trafficText.ts';

/** What stands at a place of a workload, in lines: its name, its kind and the labels of its pods are answered. */
export function workloadLines(scene: Scene, path: Path): readonly string[] {
  const { body } = scene.member.resource;
  const template = podTemplatePath(body);
  if (template === null) return [];
  const text = path.join('/');
  const labels = [...template, 'metadata', 'labels'].join('/');
  if (
    text === 'kind' ||
    text === 'metadata/name' ||
    text === labels ||
    text.startsWith(`${labels}/`)
  )
    return podLines(scene);
  return text === 'metadata/labels' || text.startsWith('metadata/labels/')
    ? ownLabelLines(scene, template)
    : [];
}

/** Which policies select the pods, and who may connect to them by all of these together. */
function podLines(scene: Scene): readonly string[] {
  const { world } = scene;
  const pods = podsOf(scene);
  if (pods.length === 0) return [];
  if (pods.every((pod) => isNode(pod, world.settings.assumptions)))
    return ['**No policy holds** for these pods: they are on the network of their node.'];
  const [ingress, egress] = (['ingress', 'egress'] as const).map((direction) =>
    trafficOf(pods, direction, world),
  ) as [ReturnType<typeof trafficOf>, ReturnType<typeof trafficOf>];
  const policies = onePerObject([...new Set([...ingress.governing, ...egress.governing])]);
  return [
    policies.length === 0
      ? '**No policy selects** these pods.'
      : `**Selected by ${policies.length === 1 ? '1 policy' : `${policies.length} policies`}**: ${linkedNames(policies, scene)}`,
    ...apartLines(scene),
    ...unsureLines(pods),
    '',
    ...trafficLines(ingress, 'ingress', scene),
    '',
    ...trafficLines(egress, 'egress', scene),
    ...forwardLines(scene),
  ];
}

/** That hosts have a word on what they forward, which is none of the policies of pods. */
function forwardLines({ snapshot }: Scene): readonly string[] {
  const hosts = hostsOf(snapshot);
  return hosts !== null && forwards(hosts)
    ? [
        '',
        'Hosts that forward this have a word, too, by policies with `applyOnForward`: `netpol explain` and `netpol reach` count it.',
      ]
    : [];
}

/** The pods as the evaluator has them. Of equal manifests only the first counts, so its pods stand for the others'. */
function podsOf({ world, member, home }: Scene): readonly PodEndpoint[] {
  const { chunk, kind, body } = member.resource;
  const own = body.metadata?.name ?? body.metadata?.generateName ?? '';
  const named = world.inventory(home!).pods.filter(({ name }) => name === own);
  const here = named.filter(({ place }) => place.uri === member.uri && place.chunk === chunk);
  return here.length > 0 ? here : named.filter(({ owner }) => owner.kind === kind.name);
}

const unsureLines = (pods: readonly PodEndpoint[]): readonly string[] =>
  [...new Set(pods.flatMap(({ unsure }) => unsure ?? []))].map(
    (clause) => `**Not certain**: ${clause}.`,
  );

/** That policies look at the labels of the pods, not at these. */
function ownLabelLines({ member }: Scene, template: readonly string[]): readonly string[] {
  const { body, kind } = member.resource;
  const metadata = template.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    body,
  ) as { readonly metadata?: { readonly labels?: unknown } } | undefined;
  const labels = Object.entries(stringsOf(metadata?.metadata?.labels));
  const pods =
    labels.length === 0
      ? 'which have none'
      : `which have ${codeList(labels.slice(0, 5).map(([key, value]) => `${key}=${value}`))}`;
  return [
    `**Not seen by policies**: these are the labels of the ${kind.name} itself. A policy selects by the labels of the pods, ${pods}.`,
  ];
}

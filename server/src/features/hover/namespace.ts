import { capital } from '../../base/words.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { isNode, type PodEndpoint } from '../../policy/endpoint.ts';
import type { Direction, IrPolicy } from '../../policy/ir.ts';
import { count } from '../../policy/print.ts';
import { matchesPods } from '../../policy/resolve.ts';
import { TIERS } from '../../policy/tiers.ts';
import { onePerObject } from '../../rules/support/policies.ts';
import type { World } from '../../workspace/world.ts';
import {
  amountText,
  linkedNames,
  linkedPolicies,
  namespaceWord,
  workloadNames,
  workloadsOf,
} from './names.ts';
import { isOfCilium } from '../../policy/tiers.ts';
import type { Scene } from './scene.ts';

/** A namespace: how much runs in it, which policies hold there, and whom they leave open. */
export function namespaceLines(key: NamespaceKey, scene: Scene): readonly string[] {
  const { world } = scene;
  const { pods, unsure, info } = world.inventory(key);
  const cilium = world
    .ciliumPolicies(key)
    .filter(
      ({ subject }) => !subject.onlyHosts && world.spokenOf(subject.namespaces).includes(key),
    );
  const policies = [
    ...world.policies(key),
    ...world.calicoPolicies(key).filter(({ namespace }) => namespace === key),
    ...cilium,
  ];
  const objects = onePerObject(policies);
  const inside: Scene = { ...scene, home: key };
  const where = capital(namespaceWord(key));
  const held =
    policies.length === 0
      ? `**No policy** holds in ${namespaceWord(key)}`
      : `**${count(objects.length, 'policy', 'policies')}** in ${namespaceWord(key)}: ${linkedNames(objects, inside)}`;
  const runs =
    pods.length === 0
      ? `No workload of ${namespaceWord(key)} is described in this workspace.`
      : `${where} runs ${amountText(pods)}.`;
  const doubts = [
    ...(unsure === null ? [] : [`Perhaps others: ${unsure}.`]),
    ...(info.complete || info.name === null
      ? []
      : ['Its labels are not all known, as no manifest here declares it.']),
  ];
  return [
    policies.length === 0 ? `${held}.` : held,
    ...administratorLines(key, scene),
    runs,
    ...doubts,
    '',
    ...(pods.length === 0
      ? []
      : (['ingress', 'egress'] as const).map((direction) => isolationLine(key, direction, inside))),
  ];
}

/** The policies of the whole cluster that may hold in a namespace, by tier. */
const administratorLines = (key: NamespaceKey, { world, link }: Scene): readonly string[] =>
  world.tiers(key).flatMap(({ name, ranks }, level, tiers) => {
    const policies = ranks.flat().filter((policy) => {
      const { namespace, subject } = policy;
      return (
        namespace === null &&
        !isOfCilium(policy) &&
        world.spokenOf(subject.namespaces).includes(key)
      );
    });
    return policies.length === 0
      ? []
      : [
          TIERS.includes(name)
            ? `**${name} tier**, ${name === 'Admin' ? 'before' : 'after'} every NetworkPolicy: ${linkedPolicies(policies, { link })}`
            : `**Tier \`${name}\`**, number ${level + 1} of ${tiers.length} here: ${linkedPolicies(policies, { link })}`,
        ];
  });

/** How many workloads are restricted in a direction, and by name those that are not. */
function isolationLine(key: NamespaceKey, direction: Direction, scene: Scene): string {
  const { pods } = scene.world.inventory(key);
  const tiers = scene.world.tiers(key);
  const isolating = tiers
    .filter(({ rest }) => rest === 'deny')
    .flatMap(({ ranks }) => ranks.flat())
    .filter(({ isolates }) => isolates[direction]);
  const { open, perhaps } = openOf(pods, isolating, scene.world);
  const name = `**${capital(direction)}**`;
  const all = workloadsOf(pods).length;
  const free = workloadsOf(open);
  // Rules deny without isolating, those of administrators and of Calico's tiers.
  const by = tiers.some(({ name }) => !TIERS.includes(name))
    ? ' by the end of a tier'
    : scene.world.clusterPolicies().length > 0
      ? ' by NetworkPolicy'
      : '';
  const doubt =
    perhaps.length === 0
      ? ''
      : ` Perhaps restricted: ${workloadNames(workloadsOf(perhaps), scene)}.`;
  if (free.length === 0) return `${name} is restricted${by} for all of them.${doubt}`;
  return free.length === all
    ? `${name} is not restricted${by} for any of them.${doubt}`
    : `${name} is restricted${by} for ${all - free.length} of ${all}, not for ${workloadNames(free, scene)}.${doubt}`;
}

/** The pods that no policy restricts, and those that one perhaps does. */
function openOf(
  pods: readonly PodEndpoint[],
  isolating: readonly IrPolicy[],
  { settings }: World,
): { readonly open: readonly PodEndpoint[]; readonly perhaps: readonly PodEndpoint[] } {
  const [open, perhaps] = [[] as PodEndpoint[], [] as PodEndpoint[]];
  for (const pod of pods) {
    const selecting = isolating.filter(
      ({ subject }) => matchesPods(subject, pod, settings.assumptions).truth === 'yes',
    );
    if (selecting.some(({ unsure }) => unsure === null)) continue;
    if (selecting.length > 0 && !isNode(pod, settings.assumptions)) perhaps.push(pod);
    else open.push(pod);
  }
  return { open, perhaps };
}

import { derive } from '../../../base/derive.ts';
import type { NamespaceInfo, PodEndpoint } from '../../../policy/endpoint.ts';
import { EVERYTHING } from '../../../policy/selector/selector.ts';
import { labelsOfNamespace, labelsOfPod } from '../../../policy/vocabulary.ts';
import type { NamespaceInventory } from '../../../workspace/world.ts';
import {
  isHost,
  meantBy,
  foundSets,
  type MeantSet,
  type Surroundings,
} from '../../calicoSelector/meant.ts';
import type { Context } from '../../feature.ts';
import { gathered, merged, type Carried } from '../carried.ts';

/** The labels that a selector in its place can ask for, and who carries them, as Calico sees that. */
export function carriedBy(surroundings: Surroundings, context: Context): Carried {
  const { field } = surroundings;
  const { world } = context;
  if (field.selects === 'namespaces') return ofNamespaces(world.namespaces());
  const everyone = meantBy('all()', surroundings);
  if (everyone === null) return merged([]);
  const spaces = everyone.pods === null ? [] : world.spokenOf(everyone.pods.namespaces);
  const inventories = spaces.map((key) => world.inventory(key));
  if (field.selects === 'accounts') return merged(inventories.map(ofAccounts));
  const sets = foundSets(everyone, surroundings, context);
  return merged([
    ...inventories.map(ofPods),
    ofSets(
      'network set',
      sets.filter((one) => !isHost(one)),
    ),
    ofSets('host endpoint', sets.filter(isHost)),
  ]);
}

const ofNamespaces = derive((namespaces: readonly NamespaceInfo[]): Carried =>
  gathered(
    'namespace',
    namespaces.map((info) => [info.key, labelsOfNamespace(info, 'calico')]),
  ),
);

const nameOf = ({ owner }: PodEndpoint): string => `${owner.kind}/${owner.name}`;

/** Pods on the network of their node are no endpoints of Calico's. */
const ofPods = derive(({ pods }: NamespaceInventory): Carried =>
  gathered(
    'workload',
    pods
      .filter(({ hostNetwork }) => !hostNetwork)
      .map((pod) => [nameOf(pod), labelsOfPod(pod, EVERYTHING, 'calico').labels]),
  ),
);

/** Of service accounts only the names are known, from the pods that run as them. */
const ofAccounts = derive(({ pods }: NamespaceInventory): Carried =>
  gathered(
    'workload',
    pods.flatMap((pod) =>
      pod.serviceAccount === undefined || pod.hostNetwork
        ? []
        : [[nameOf(pod), { 'projectcalico.org/name': pod.serviceAccount }] as const],
    ),
  ),
);

const ofSets = (noun: string, sets: readonly MeantSet[]): Carried =>
  gathered(
    noun,
    sets.map(({ set, member }) => [`${member.namespace ?? ''}/${set.name}`, set.labels]),
  );

import type { Location } from '../../model/at.ts';
import type { Place } from '../../model/finding.ts';
import { valueAt, type Path } from '../../model/source.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { mapping, textOf } from '../../model/untyped.ts';
import { bareKey, CILIUM_LABELS, KUBERNETES_NAME } from '../../policy/vocabulary.ts';
import { cidrGroups } from '../../workspace/cilium.ts';
import { envoyConfigs, holdsListener } from '../../workspace/envoyConfigs.ts';
import { placeOf } from '../../workspace/member.ts';
import type { Context } from '../feature.ts';

/** From a name in a policy of Cilium's to its object: a CIDR group, a Service, a configuration of Envoy, a namespace. */
export function placesOfCiliumName(
  { resource, path, object, step }: Location,
  home: NamespaceKey | null,
  context: Context,
): readonly Place[] {
  const fields = object as Readonly<Record<string | number, unknown>>;
  const name = textOf(fields[step]);
  if (name === null) return [];
  if (step === 'cidrGroupRef')
    return cidrGroups(context.snapshot.companions).flatMap((group) =>
      group.name === name ? [group.place] : [],
    );
  if (path.at(-2) === 'k8sService' || path.at(-2) === 'k8sServiceSelector')
    return servicePlaces(fields, step, context);
  if (path.includes('listener')) return listenerPlaces(resource.body, path, { home, context });
  return namesNamespace(resource.body, path) ? namespacePlaces(name, context) : [];
}

const namespacePlaces = (name: string, { world }: Context): readonly Place[] =>
  world.namespaces().flatMap((info) => (info.name === name ? (info.place ?? []) : []));

/** The Service of a name in the namespace beside it, or in every one; or that namespace itself. */
function servicePlaces(
  { serviceName, namespace }: Readonly<Record<string | number, unknown>>,
  step: string | number,
  context: Context,
): readonly Place[] {
  const beside = textOf(namespace);
  if (step === 'namespace') return namespacePlaces(beside ?? '', context);
  if (step !== 'serviceName') return [];
  const { world } = context;
  return world
    .namespaces()
    .filter(({ name }) => beside === null || beside === '' || name === beside)
    .flatMap(({ key }) => world.inventory(key).services)
    .flatMap((service) => (service.name === serviceName ? [placeOf(service.member)] : []));
}

/** The configuration of Envoy that a rule names, or those that have the listener of that name. */
function listenerPlaces(
  body: object,
  path: Path,
  { home, context }: { readonly home: NamespaceKey | null; readonly context: Context },
): readonly Place[] {
  const listener = mapping(valueAt(body, path.slice(0, path.indexOf('listener') + 1)));
  const config = mapping(listener?.['envoyConfig']);
  const [kind, wanted, own] = [config?.['kind'], config?.['name'], listener?.['name']].map(textOf);
  const isConfig = path.at(-2) === 'envoyConfig';
  if (path.at(-1) !== 'name') return [];
  return envoyConfigs(context.snapshot.companions, { kind: kind ?? null, home })
    .filter((member) => wanted === null || member.resource.body.metadata.name === wanted)
    .filter((member) => isConfig || holdsListener(member, own ?? ''))
    .map(placeOf);
}

/** Whether a value is the name of a namespace, under the label by which Cilium knows it. */
function namesNamespace(body: object, path: Path): boolean {
  const list = path.at(-2);
  if (list === 'matchLabels') return isNameLabel(String(path.at(-1)));
  if (list !== 'values') return false;
  const expression = mapping(valueAt(body, path.slice(0, -2)));
  return isNameLabel(textOf(expression?.['key']) ?? '');
}

const NAME_LABELS: ReadonlySet<string> = new Set([
  CILIUM_LABELS.namespace,
  `${CILIUM_LABELS.ofNamespace}${KUBERNETES_NAME}`,
]);

const isNameLabel = (key: string): boolean => NAME_LABELS.has(bareKey(key));

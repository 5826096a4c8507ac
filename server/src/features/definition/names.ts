import { locate, type Location } from '../../model/at.ts';
import type { Place } from '../../model/finding.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { mapping, textOf } from '../../model/untyped.ts';
import { INHERITED } from '../../policy/vocabulary.ts';
import { termsIn } from '../../policy/selector/calico/terms.ts';
import { tokenize } from '../../policy/selector/calico/tokenize.ts';
import { companionsOf } from '../../workspace/companions.ts';
import { membersOf, placeOf } from '../../workspace/member.ts';
import { selectorAt } from '../calicoSelector/at.ts';
import type { At, Context } from '../feature.ts';
import { placesOfCiliumName } from './ciliumNames.ts';

/** From the name of a tier, namespace, Service or CIDR group to the object of that name. */
export function placesOfName(context: Context, at: At): readonly Place[] {
  const location = locate(at.chunk, at.offset);
  if (location === null || location.on === 'key') return [];
  const value = textOf(
    (location.object as Readonly<Record<string | number, unknown>>)[location.step],
  );
  if (value === null) return [];
  const { path } = location;
  const isCalico = location.resource.kind.dialect === 'calico';
  if (path.join('/') === 'metadata/namespace') return namespaceNamed(value, context);
  if (isCalico && path.join('/') === 'spec/tier') return tierNamed(value, context);
  if (isCalico && path.at(-2) === 'services') return servicePlaces(location, context, at);
  if (location.resource.kind.dialect === 'cilium')
    return placesOfCiliumName(location, homeOf(location, context, at), context);
  return namespaceInSelector(location, context, at);
}

/** The namespace of the object at a place; null for those of the whole cluster. */
const homeOf = (
  { resource }: Location,
  { file, snapshot }: Context,
  { chunk }: At,
): NamespaceKey | null =>
  membersOf(file.context, snapshot.reading)(chunk).find((one) => one.resource === resource)
    ?.namespace ?? null;

const namespaceNamed = (name: string, { world }: Context): readonly Place[] =>
  world.namespaces().flatMap((info) => (info.name === name ? (info.place ?? []) : []));

const tierNamed = (name: string, { snapshot }: Context): readonly Place[] =>
  companionsOf(snapshot.companions, 'calico/Tier').flatMap(({ member }) =>
    mapping(member.resource.body.metadata)?.['name'] === name ? [placeOf(member)] : [],
  );

/** The Service that a rule of Calico names; one without a namespace is looked for where the policy is. */
function servicePlaces(location: Location, context: Context, at: At): readonly Place[] {
  const { object, step } = location;
  const { name, namespace } = object as Readonly<Record<string, unknown>>;
  if (step === 'namespace') return namespaceNamed(String(namespace), context);
  const key = textOf(namespace) ?? homeOf(location, context, at);
  if (key === null || step !== 'name') return [];
  return context.world
    .inventory(key)
    .services.flatMap((service) => (service.name === name ? [placeOf(service.member)] : []));
}

const NAME_LABELS = ['kubernetes.io/metadata.name', 'projectcalico.org/name'];

/** Under these labels everything carries the name of its namespace, or a namespace its own. */
const OF_ENDPOINTS = [
  'projectcalico.org/namespace',
  ...NAME_LABELS.map((label) => `${INHERITED.namespace}${label}`),
];

/** The namespace that a selector asks for by its name. */
function namespaceInSelector(location: Location, context: Context, at: At): readonly Place[] {
  const here = selectorAt(context, at);
  if (here !== null) {
    const { selects } = here.surroundings.field;
    const labels =
      selects === 'namespaces' ? NAME_LABELS : selects === 'endpoints' ? OF_ENDPOINTS : [];
    return termsIn(tokenize(here.text.value).tokens)
      .filter(({ label }) => labels.includes(label.text))
      .flatMap(({ values }) => values)
      .filter(
        ({ span }) => here.offset !== null && span.start <= here.offset && here.offset <= span.end,
      )
      .flatMap(({ text }) => namespaceNamed(text, context));
  }
  const { object, step, path } = location;
  const isNamed = step === 'kubernetes.io/metadata.name' && path.at(-2) === 'matchLabels';
  const name = (object as Readonly<Record<string | number, unknown>>)[step];
  return isNamed && location.resource.kind.role === 'policy'
    ? namespaceNamed(String(name), context)
    : [];
}

import { mapping, textOf, type Mapping } from '../../model/untyped.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Context } from '../feature.ts';
import { mappingsBelow, nameUnder, type NameMention } from './mention.ts';

/** Where a Service has its name, or where a policy of Calico or Cilium speaks of one by it. */
export function serviceNames(member: Member): readonly NameMention[] {
  const { kind, body } = member.resource;
  const service = { member, of: 'Service' } as const;
  if (kind.role === 'service')
    return nameUnder(mapping(body.metadata), 'name', {
      ...service,
      role: 'declares',
      reach: () => [servicesOf(member.namespace ?? '')],
    });
  if (kind.dialect !== 'cilium' && kind.dialect !== 'calico') return [];
  return mappingsBelow(body, '').flatMap(([key, part]) => {
    const field = FIELDS.get(key);
    return field === undefined
      ? []
      : nameUnder(part, field, { ...service, role: 'asks', reach: reachOf(part, member) });
  });
}

/** The mappings that name a Service, and their fields that do. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['k8sService', 'serviceName'],
  ['serviceMatcher', 'serviceName'],
  ['services', 'name'],
]);

const servicesOf = (namespace: string): string => `services ${namespace}`;

/** Where no namespace stands beside the name, Calico means that of its policy, and Cilium every one. */
function reachOf(part: Mapping, { resource, namespace: home }: Member): NameMention['reach'] {
  const beside = textOf(part['namespace']);
  if (beside !== null && beside !== '') return () => [servicesOf(beside)];
  return ({ world }: Context) =>
    resource.kind.dialect === 'calico' && home !== null
      ? [servicesOf(home)]
      : world.namespaces().map(({ key }) => servicesOf(key));
}

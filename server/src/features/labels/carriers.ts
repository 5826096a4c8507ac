import { podTemplatePath } from '../../model/podTemplate.ts';
import type { Path } from '../../model/resource.ts';
import { valueAt } from '../../model/source.ts';
import { mapping, stringsOf } from '../../model/untyped.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { CIDR_GROUPS, NAMESPACES, podsOf, setsOf } from './groups.ts';
import { keyWord, valueWord, type Mention } from './mention.ts';

const SETS: ReadonlySet<string> = new Set([
  'calico/NetworkSet',
  'calico/GlobalNetworkSet',
  'calico/HostEndpoint',
]);

const OWN_LABELS: Path = ['metadata', 'labels'];

/** The labels that a Profile of Calico's puts on the hosts that name it. */
const LABELS_OF_HOSTS: Path = ['spec', 'labelsToApply'];

/** The labels that an object puts on pods, on itself as a namespace, or on addresses. */
export function carriedIn(member: Member): readonly Mention[] {
  const { resource, namespace } = member;
  const { kind, body } = resource;
  if (kind.role === 'namespace') return labelsAt(member, OWN_LABELS, 'namespaces', NAMESPACES);
  if (kind.id === 'cilium/CiliumCIDRGroup')
    return labelsAt(member, OWN_LABELS, 'endpoints', CIDR_GROUPS);
  if (kind.id === 'calico/Profile')
    return labelsAt(member, LABELS_OF_HOSTS, 'endpoints', [setsOf(null)]);
  if (kind.id !== null)
    return SETS.has(kind.id) ? labelsAt(member, OWN_LABELS, 'endpoints', [setsOf(namespace)]) : [];
  const path = kind.role === 'workload' ? podTemplatePath(body) : null;
  return path === null || namespace === null
    ? []
    : labelsAt(member, [...path, ...OWN_LABELS], 'endpoints', [podsOf(namespace)]);
}

function labelsAt(
  member: Member,
  path: Path,
  of: Mention['of'],
  groups: readonly string[],
): readonly Mention[] {
  const { resource } = member;
  const labels = mapping(valueAt(resource.body, path));
  return Object.entries(stringsOf(labels)).map(([key, value]) => ({
    member,
    of,
    role: 'carries',
    key: keyWord(resource, labels!, key),
    values: [valueWord(resource, labels!, key, value) ?? []].flat(),
    compares: 'whole',
    reach: () => groups,
  }));
}

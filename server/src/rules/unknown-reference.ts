import { ciliumItemsIn, cidrSetsIn, type SectionItem } from '../admission/ciliumWalk.ts';
import { fieldIn } from '../admission/walk.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { KubernetesObject, Resource } from '../model/resource.ts';
import { textOf } from '../model/untyped.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { typoOf } from './support/typo.ts';

/** CIDR groups and Services that are spelled almost as one that there is. */
export default worldRule(
  {
    code: 'unknown-reference',
    title: 'A CIDR group or Service that nothing declares, and a near miss of one',
    category: 'inert',
    severity: 'warning',
    docs: `A \`cidrGroupRef\` to a CiliumCIDRGroup that there is not stands for no address: what it should allow is not allowed,
and what it should deny is not denied. Behind a Service that there is not stands no pod; an item that names it beside ports may
even be for everyone on those ports, as Cilium finds no peers in it. Both may be declared elsewhere, so netpol speaks only where
the name is almost that of one that a manifest declares.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CILIUM_POLICIES,
  function* ({ resource }, world) {
    yield* groupFaults(resource, world);
    for (const part of ciliumItemsIn(resource)) yield* serviceFaults(resource, part, world);
  },
);

function* groupFaults(policy: Resource, world: World): Generator<Finding> {
  const groups = world.clusterMembers('cilium/CiliumCIDRGroup').map(({ resource }) => resource);
  const names = groups.map(nameOf);
  // A template may be of any name.
  if (!names.every((name) => name !== null)) return;
  for (const entry of cidrSetsIn(policy)) {
    const { cidrGroupRef: name } = entry;
    const near = name === undefined || names.includes(name) ? null : typoOf(name, names);
    if (near !== null)
      yield {
        span: policy.source.value(entry, 'cidrGroupRef'),
        confidence: 'supported',
        message: `No manifest declares a CiliumCIDRGroup \`${name!}\`, and a group that there is not stands for no address. Did you mean \`${near}\`?`,
        fixes: [changeTo(policy, entry, 'cidrGroupRef', near)],
      };
  }
}

/** The name of an object; null where it has none, or a template fills it in. */
function nameOf(resource: Resource): string | null {
  const { metadata } = resource.body as Partial<KubernetesObject>;
  return resource.opaque !== null || metadata === undefined
    ? null
    : textOf(fieldIn(resource, metadata, 'name'));
}

function* serviceFaults(
  policy: Resource,
  { item, denies }: SectionItem,
  world: World,
): Generator<Finding> {
  for (const { k8sService, k8sServiceSelector } of item.toServices ?? []) {
    const { serviceName: name, namespace } = k8sService ?? {};
    if (denies || k8sServiceSelector !== undefined || !name || !namespace) continue;
    const names = world.inventory(namespace).services.map((service) => service.name);
    const near = names.includes(name) ? null : typoOf(name, names);
    if (near === null) continue;
    const isOpen = item.toServices?.length === 1 && (item.toPorts?.length ?? 0) > 0;
    yield {
      span: policy.source.value(k8sService!, 'serviceName'),
      confidence: 'supported',
      message: `No manifest declares a Service \`${name}\` in \`${namespace}\`, ${isOpen ? 'and without it Cilium finds no peers in this item, which may then be for everyone on its ports' : 'and nothing stands behind a Service that there is not'}. Did you mean \`${near}\`?`,
      fixes: [changeTo(policy, k8sService!, 'serviceName', near)],
    };
  }
}

const changeTo = (policy: Resource, object: object, key: string, name: string): Fix => ({
  title: `Change to \`${name}\``,
  safe: false,
  edits: () => setScalar(policy, object, key, name),
});

import { isClean } from '../admission/refusals.ts';
import {
  ADMIN_KINDS,
  CALICO_POLICIES,
  CILIUM_POLICIES,
  KUBERNETES_SHAPED,
} from '../model/kinds.ts';
import { qualified } from '../policy/print.ts';
import { sameObject } from '../workspace/duplicates.ts';
import type { Member } from '../workspace/member.ts';
import { directoryOf, nameOf } from '../workspace/uri.ts';
import type { World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';

/** Two different policies of one name. */
export default worldRule(
  {
    code: 'duplicate-object',
    title: 'Two different policies of one name',
    category: 'inert',
    severity: 'warning',
    docs: `Objects of one kind, namespace and name are the same object to a cluster: the one that is applied last replaces the
other. netpol warns where both stand in one file, which is applied as a whole. Two files of one folder may as well be
alternatives, or meant for different clusters, so that is a hint. Equal copies do no harm and are not reported; nor are
files in different folders, which are often overlays or environments that never meet. What the API server refuses
replaces nothing.`,
    since: '0.1.0',
    fixable: false,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES, ...ADMIN_KINDS, ...CILIUM_POLICIES],
  function* (member, world) {
    const { resource, uri } = member;
    const members =
      member.namespace === null
        ? world.clusterMembers(resource.kind.id!)
        : world.policyMembers(member.namespace);
    const same = sameObject(members).get(member);
    if (same === undefined || same.versions.length < 2 || !canBeStored(member, world)) return;
    const isRival = (other: Member): boolean =>
      same.first.get(other) !== same.first.get(member) && canBeStored(other, world);
    const rival =
      same.members.find((other) => other.uri === uri && isRival(other)) ??
      same.members.find((other) => directoryOf(other.uri) === directoryOf(uri) && isRival(other));
    if (rival === undefined) return;
    const { metadata } = resource.body;
    const together = rival.uri === uri;
    const name = qualified(member.namespace, metadata.name!);
    const [place, advice] = together
      ? ['this file', 'whichever is applied last replaces the other. Give them']
      : [
          `\`${nameOf(rival.uri)}\``,
          'in one cluster the one applied last replaces the other. Unless they are alternatives, give them',
        ];
    yield {
      span: resource.source.value(metadata, 'name'),
      ...(together ? { confidence: 'proven' } : { confidence: 'possible', severity: 'hint' }),
      message: `\`${name}\` is also in ${place}, and differs: ${advice} different names, or merge them.`,
      also: [
        {
          uri: rival.uri,
          chunk: rival.resource.chunk,
          span: rival.resource.source.value(rival.resource.body.metadata, 'name'),
          message: 'the other one',
        },
      ],
    };
  },
);

/** Whether an object can come to replace another: of what a template fills in that is not known, nor what it says. */
const canBeStored = ({ resource }: Member, { settings }: World): boolean =>
  resource.opaque === null && isClean(resource, settings);

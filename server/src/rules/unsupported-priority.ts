import { setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { AdminPolicy } from '../model/adminPolicy.ts';
import { worldRule } from './rule.ts';
import { standingOf, type Standing } from './support/administrative.ts';

/** Priorities that the API takes and the network plugin does not. */
export default worldRule(
  {
    code: 'unsupported-priority',
    title: 'A priority that the network plugin does not take',
    category: 'inert',
    severity: 'error',
    docs: `The API server takes priorities from 0 to 1000, but a network plugin may have room for fewer: OVN-Kubernetes takes 0
to 99, and of a policy above that it reports an event, \`ANPWithUnsupportedPriority\`, and enforces nothing. Which plugin
runs is in no manifest, so this is said only where \`netpol.networkPolicyApi.highestPriority\` is set. Whether the policy
is in force is then a doubt wherever it is evaluated. The fix takes the highest number that the plugin takes; it is
offered where the order among the policies of the tier stays as it is.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/AdminNetworkPolicy', 'admin/ClusterNetworkPolicy'],
  function* (member, world) {
    const { highestPriority } = world.settings;
    const standing = highestPriority === null ? null : standingOf(member, world);
    if (highestPriority === null || standing === null) return;
    const { priority } = standing.policy;
    if (priority === null || priority <= highestPriority) return;
    const { resource } = member;
    yield {
      span: resource.source.value(resource.body.spec, 'priority'),
      confidence: 'proven',
      message: `The network plugin takes priorities up to ${highestPriority} (\`netpol.networkPolicyApi.highestPriority\`), so it leaves this policy with priority ${priority} out. Give it a number up to ${highestPriority}.`,
      fixes: lowering(resource, standing, highestPriority),
    };
  },
);

/** The highest number that the plugin takes, where it comes behind all those that this policy comes behind now. */
function lowering(
  resource: Resource<AdminPolicy>,
  { before, beside }: Standing,
  highest: number,
): readonly Fix[] {
  const isKept =
    beside.length === 0 && before.every(({ priority }) => priority !== null && priority < highest);
  return isKept
    ? [
        {
          title: `Change to ${highest} (keeps its place in the tier)`,
          safe: false,
          edits: () => setScalar(resource, resource.body.spec, 'priority', highest),
        },
      ]
    : [];
}

import type { AdminPolicy } from '../../server/src/model/adminPolicy.ts';
import type { NetworkPolicy } from '../../server/src/model/networkPolicy.ts';
import type { Resource } from '../../server/src/model/resource.ts';
import type { Assumptions } from '../../server/src/policy/assumptions.ts';
import type { Cluster } from '../../server/src/policy/connect.ts';
import { diff, type Diff } from '../../server/src/policy/diff.ts';
import { lowerAdminPolicy } from '../../server/src/policy/lower/admin.ts';
import { lowerNetworkPolicy } from '../../server/src/policy/lower/k8s.ts';
import { reach, type Reach } from '../../server/src/policy/reach.ts';
import { tiersOf } from '../../server/src/policy/tiers.ts';
import { inventoryOf } from '../../server/src/workspace/inventory.ts';
import type { Member } from '../../server/src/workspace/member.ts';
import { nodesOf, withNodes } from '../../server/src/workspace/nodes.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';

const readable = (members: readonly Member[]): Member[] =>
  members.filter(({ resource }) => resource.sound || resource.opaque !== null);

/** Reads files as the product does, but keeps policies that the API server would refuse. */
export function load(
  files: readonly { readonly uri: string; readonly text: string }[],
  assumptions: Assumptions,
): Cluster {
  const settings = { ...defaultSettings, assumptions };
  const snapshot = apply(EMPTY, { reason: 'test', upserted: files, settings, read: true });
  const endpoints = [...snapshot.inventory.values()].flatMap(
    (objects) => inventoryOf(objects, assumptions).pods,
  );
  const cluster = withNodes(
    readable(snapshot.clusterPolicies).map(({ uri, resource }) =>
      lowerAdminPolicy(resource as Resource<AdminPolicy>, uri),
    ),
    nodesOf(snapshot.nodes),
  );
  const tiers = new Map(
    [...snapshot.namespaces.keys()].map((namespace) => {
      const own = readable(snapshot.policies.get(namespace) ?? []).map(({ uri, resource }) =>
        lowerNetworkPolicy(resource as Resource<NetworkPolicy>, { namespace, uri }),
      );
      return [namespace, tiersOf([...own, ...cluster], assumptions)] as const;
    }),
  );
  return { endpoints, tiersFor: (namespace) => tiers.get(namespace) ?? [] };
}

/** Who reaches whom in a cluster, the whole walk at once. */
export const reachOf = (cluster: Cluster, assumptions: Assumptions): Reach =>
  finished(reach(cluster, assumptions));

/** What changes from one cluster to another, the whole walk at once. */
export const diffOf = (before: Cluster, after: Cluster, assumptions: Assumptions): Diff =>
  finished(diff({ before, after }, assumptions));

function finished<Result>(slices: Generator<void, Result>): Result {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

import { derive } from '../base/derive.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { lowerNetworkPolicy } from '../policy/lower/k8s.ts';
import type { IrPolicy } from '../policy/ir.ts';
import { codeList } from '../policy/print.ts';
import { counted, rivalry, type Counted } from './duplicates.ts';
import type { Member } from './member.ts';

/**
 * The policies of a list as IR. A policy that the API server refuses does not exist; of one that it stores without a
 * part (a field it does not know), and of two that share a name, nothing is certain.
 */
export const policiesOf = derive((members: readonly Member[]): readonly IrPolicy[] =>
  counted(existing(members)).map(lowered),
);

const existing = derive((members: readonly Member[]) =>
  members.filter(({ resource }) => resource.opaque !== null || resource.sound),
);

const lowered = derive((each: Counted): IrPolicy => {
  const { uri, resource, namespace } = each.member;
  const policy = lowerNetworkPolicy(resource as Resource<NetworkPolicy>, {
    namespace: namespace!,
    uri,
  });
  const unsure = policy.unsure ?? rivalry(each) ?? dropped(resource);
  return unsure === policy.unsure ? policy : { ...policy, unsure };
});

/** What a server that does not check fields strictly would drop from the object, as a doubt. */
function dropped({ problems }: Resource): string | null {
  const fields = problems.filter(({ code }) => code === 'unknown-field').map(({ field }) => field);
  return fields.length === 0
    ? null
    : `it is stored without ${codeList([...new Set(fields)])}, which Kubernetes does not know`;
}

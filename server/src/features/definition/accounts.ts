import type { Place } from '../../model/finding.ts';
import { placeOf } from '../../workspace/member.ts';
import type { At, Context } from '../feature.ts';
import { nameAt, sameName } from '../names/all.ts';

/** From the name of a service account to the account, or where no manifest declares it to the workloads that run as it. */
export function placesOfAccount(context: Context, at: At): readonly Place[] {
  const name = nameAt(context, at);
  if (name === null || name.of !== 'ServiceAccount' || name.role === 'declares') return [];
  const all = sameName(name, context);
  const declared = all.filter(({ role }) => role === 'declares');
  const workloads = all.filter(({ member }) => member.resource.kind.role === 'workload');
  const found = declared.length > 0 ? declared : workloads.filter((one) => one.word !== name.word);
  return found.map(({ member }) => placeOf(member));
}

import { derive, derive2 } from '../base/derive.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import { isClean } from '../admission/refusals.ts';
import type { ProblemCode, Resource } from '../model/resource.ts';
import { lower } from '../policy/lower/lower.ts';
import type { IrPolicy } from '../policy/ir.ts';
import { codeList } from '../policy/print.ts';
import { counted, rivalry, type Counted } from './duplicates.ts';
import type { Member } from './member.ts';
import type { Settings } from './settings.ts';

/**
 * The policies of a list as IR, of Kubernetes and of administrators. A policy that the API server refuses does not exist;
 * of one that it stores without a part (a field it does not know), and of two that share a name, nothing is certain.
 */
export const policiesOf = derive2(
  (members: readonly Member[], settings: Settings): readonly IrPolicy[] =>
    counted(existing(members, settings))
      .filter(({ member }) => !isCalico(member))
      .map((each) => limited(lowered(each), settings)),
);

/** A policy that the network plugin may leave out, as its priority is beyond those that the plugin takes. */
const limited = derive2((policy: IrPolicy, { highestPriority }: Settings): IrPolicy =>
  policy.unsure !== null ||
  policy.priority === null ||
  highestPriority === null ||
  policy.priority <= highestPriority
    ? policy
    : {
        ...policy,
        unsure: `its priority ${policy.priority} is above ${highestPriority}, the highest that the network plugin takes`,
      },
);

/** Calico's policies of a list, those that enforce nothing left out. */
export const calicoPoliciesOf = derive2(
  (members: readonly Member[], settings: Settings): readonly IrPolicy[] =>
    counted(existing(members, settings))
      .filter(({ member }) => isCalico(member) && counts(member, settings.assumptions))
      .map(lowered),
);

const isCalico = ({ resource }: Member): boolean => resource.kind.dialect === 'calico';

/** Staged policies are tried out, and enforce nothing; those that only propose a removal are never tried. */
const counts = ({ resource }: Member, { stagedPolicies }: Assumptions): boolean =>
  !resource.kind.name.startsWith('Staged') ||
  (stagedPolicies === 'enforced' &&
    (resource.body as Partial<CalicoPolicy>).spec?.stagedAction !== 'Delete');

/** Whether netpol knows what a policy of the resource's kind means; Cilium's are only checked. */
export const hasMeaning = ({ kind }: Resource): boolean => kind.dialect !== 'cilium';

const existing = derive2((members: readonly Member[], settings: Settings) =>
  members.filter(
    ({ resource }) =>
      hasMeaning(resource) && (resource.opaque !== null || isClean(resource, settings)),
  ),
);

/** What a policy means by itself, found once per member. */
export const meaningOf = derive((member: Member): IrPolicy => lower(member.resource, member));

const lowered = derive((each: Counted): IrPolicy => {
  const policy = meaningOf(each.member);
  const unsure = policy.unsure ?? rivalry(each) ?? dropped(each.member.resource);
  return unsure === policy.unsure ? policy : { ...policy, unsure };
});

/** What is lost when the object is stored by a client that does not check its fields, as a doubt. */
function dropped({ problems }: Resource): string | null {
  const fields = (wanted: ProblemCode): string =>
    codeList([
      ...new Set(problems.filter(({ code }) => code === wanted).map(({ field }) => field)),
    ]);
  const [unknown, twice] = [fields('unknown-field'), fields('duplicate-key')];
  if (unknown !== '') return `it is stored without ${unknown}, which Kubernetes does not know`;
  return twice === '' ? null : `it holds ${twice} twice`;
}

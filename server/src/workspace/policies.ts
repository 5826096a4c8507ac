import { derive, derive2 } from '../base/derive.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import { isClean, isStoredUnchecked, minor } from '../admission/refusals.ts';
import type { Dialect } from '../model/bodies.ts';
import { CALICO_STORAGE_GROUP, isOf, kindOf } from '../model/kinds.ts';
import type { ProblemCode, Resource } from '../model/resource.ts';
import { lowerForHosts } from '../policy/lower/calico.ts';
import { lower, lowerAll } from '../policy/lower/lower.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import { partsIn } from '../policy/peers.ts';
import { codeList } from '../policy/print.ts';
import { counted, rivalry, type Counted } from './duplicates.ts';
import { calicoReleases, IN_CILIUM, isKnown, releasesText } from './knownKinds.ts';
import type { Member } from './member.ts';
import type { Settings } from './settings.ts';

/**
 * The policies of a list as IR, of Kubernetes and of administrators. A policy that the API server refuses does not exist;
 * of one that it stores without a part (a field it does not know), and of two that share a name, nothing is certain.
 */
export const policiesOf = derive2(
  (members: readonly Member[], settings: Settings): readonly IrPolicy[] =>
    counted(existing(members, settings))
      .filter(({ member }) => dialectOf(member) !== 'calico' && dialectOf(member) !== 'cilium')
      .map((each) => limited(lowered(each), settings)),
);

/** A policy that the network plugin may leave out, for its priority or its kind. */
const limited = derive2((policy: IrPolicy, settings: Settings): IrPolicy => {
  const unsure =
    policy.unsure ?? beyondPriorities(policy, settings) ?? beyondKinds(policy, settings);
  return unsure === policy.unsure ? policy : { ...policy, unsure };
});

const beyondPriorities = ({ priority }: IrPolicy, { highestPriority }: Settings): string | null =>
  priority === null || highestPriority === null || priority <= highestPriority
    ? null
    : `its priority ${priority} is above ${highestPriority}, the highest that the network plugin takes`;

function beyondKinds({ apiVersion, kind: name }: IrPolicy, settings: Settings): string | null {
  const kind = kindOf(apiVersion, name);
  if (kind === null || isKnown(kind, settings) !== 'unknown') return null;
  if (settings.assumptions.enforcer === 'cilium')
    return `Cilium enforces ${name} only since ${IN_CILIUM.since} and with \`${IN_CILIUM.flag}=true\`, which is not told here (setting \`cilium.flags\`)`;
  const releases = calicoReleases(kind);
  return releases === null
    ? null
    : `only Calico ${releasesText(releases)} enforces ${name}, and which release there is, is not known here (setting \`calico.version\`)`;
}

/** Calico's policies of a list, those that enforce nothing left out. */
export const calicoPoliciesOf = derive2(
  (members: readonly Member[], settings: Settings): readonly IrPolicy[] =>
    counted(existing(members, settings))
      .filter(
        ({ member }) => dialectOf(member) === 'calico' && counts(member, settings.assumptions),
      )
      .map(lowered),
);

/** What Calico's policies of the whole cluster say to hosts, those that enforce nothing left out. */
export const policiesForHosts = derive2(
  (members: readonly Member[], settings: Settings): readonly IrPolicy[] =>
    counted(existing(members, settings))
      .filter(
        ({ member }) =>
          isOf(member.resource, CALICO_GLOBAL) && counts(member, settings.assumptions),
      )
      .map(loweredForHosts),
);

const CALICO_GLOBAL = ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'] as const;

/** Cilium's policies of a list; one is several where it has several rules. */
export const ciliumPoliciesOf = derive2(
  (members: readonly Member[], settings: Settings): readonly IrPolicy[] =>
    counted(existing(members, settings))
      .filter(({ member }) => dialectOf(member) === 'cilium')
      .flatMap((each) => knowingNodes(allLowered(each), settings))
      .map((policy) => inRelease(policy, settings)),
);

/** The policies of one object, which the agent drops whole if it speaks of labels of nodes that it is not told to keep. */
const knowingNodes = derive2(
  (policies: readonly IrPolicy[], { ciliumFlags }: Settings): readonly IrPolicy[] =>
    ciliumFlags.includes('enable-node-selector-labels=true') ||
    !policies.some(({ rules }) => rules.some(speaksOfLabelledNodes))
      ? policies
      : policies.map((policy) => ({ ...policy, unsure: policy.unsure ?? UNTOLD_NODES })),
);

const speaksOfLabelledNodes = (rule: IrRule): boolean =>
  partsIn(rule).some((part) => part.kind === 'entities' && part.labelled !== undefined);

const UNTOLD_NODES =
  'Cilium takes policies with labels of nodes only with `enable-node-selector-labels`, and whether it has that is not known here (setting `cilium.flags`)';

/** A policy as the release of Cilium that is told has it, or any where none is. */
const inRelease = derive2((policy: IrPolicy, { ciliumVersion }: Settings): IrPolicy => {
  const isGone = ({ gone }: IrRule): boolean =>
    gone !== undefined && ciliumVersion !== null && minor(ciliumVersion) >= minor(gone);
  return policy.rules.some(isGone)
    ? { ...policy, rules: policy.rules.filter((rule) => !isGone(rule)) }
    : policy;
});

const dialectOf = ({ resource }: Member): Dialect => resource.kind.dialect;

/** Staged policies are tried out, and enforce nothing; those that only propose a removal are never tried. */
const counts = ({ resource }: Member, { stagedPolicies }: Assumptions): boolean =>
  !resource.kind.name.startsWith('Staged') ||
  (stagedPolicies === 'enforced' &&
    (resource.body as Partial<CalicoPolicy>).spec?.stagedAction !== 'Delete');

const existing = derive2((members: readonly Member[], settings: Settings): readonly Member[] =>
  members.flatMap((member) => {
    const { resource } = member;
    if (isKnown(resource.kind, settings) === 'no') return [];
    if (resource.opaque !== null || isClean(resource, settings)) return [member];
    return isStoredUnchecked(resource) ? [asOpaque(member)] : [];
  }),
);

/** A policy that may decide anything, as Calico's words for it were checked by nobody. */
const asOpaque = derive((member: Member): Member => ({
  ...member,
  resource: {
    ...member.resource,
    opaque: `it has mistakes that nothing checks in \`${CALICO_STORAGE_GROUP}\`, and Felix drops it or applies it to more than it says`,
  },
}));

/** What a policy of any kind but Cilium's means by itself, found once per member. */
export const meaningOf = derive((member: Member): IrPolicy => lower(member.resource, member));

/**
 * What a policy of Calico's for the whole cluster says to hosts by itself, found once per member; one of another shape
 * may say anything.
 */
export const meaningForHosts = derive(({ resource, uri }: Member): IrPolicy =>
  lowerForHosts(
    (resource.sound ? resource : { ...resource, opaque: UNSOUND }) as Resource<CalicoPolicy>,
    uri,
  ),
);

const UNSOUND = 'its shape is not that of a policy';

/** What a policy means by itself, a policy for each rule of Cilium's, found once per member. */
const meaningsOf = derive((member: Member): readonly IrPolicy[] =>
  lowerAll(member.resource, member),
);

const lowered = derive((each: Counted): IrPolicy => certain(meaningOf(each.member), each));

const loweredForHosts = derive((each: Counted): IrPolicy =>
  certain(meaningForHosts(each.member), each),
);

const allLowered = derive((each: Counted): readonly IrPolicy[] =>
  meaningsOf(each.member).map((policy) => certain(policy, each)),
);

/** A policy with what makes it uncertain besides what it says. */
function certain(policy: IrPolicy, each: Counted): IrPolicy {
  const unsure = policy.unsure ?? rivalry(each) ?? dropped(each.member.resource);
  return unsure === policy.unsure ? policy : { ...policy, unsure };
}

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

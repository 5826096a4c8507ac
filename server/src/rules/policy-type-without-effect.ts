import { isBlank, peerSide } from './support/calicoRules.ts';
import { calicoRulesIn, sidesOf, type DirectedEntity } from '../admission/calicoWalk.ts';
import type { CalicoPolicy } from '../model/calico.ts';
import { appendItem, removeKey, setKey } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CALICO_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { otherTypesOf, typesOf } from '../policy/lower/calico.ts';
import { effectivePolicyTypes } from '../policy/lower/k8s.ts';
import { codeList } from '../policy/print.ts';
import { documentRule } from './rule.ts';
import { listedRules } from './support/lists.ts';

/** Sections of a policy, and lists of a rule, that do not do what their author thinks. */
export default documentRule(
  {
    code: 'policy-type-without-effect',
    title: 'A section or an empty list that restricts nothing',
    category: 'inert',
    severity: 'warning',
    docs: `\`policyTypes\`, in Calico's policies \`types\`, decides which directions a policy is about. A section whose direction is
not among them does nothing. Where \`policyTypes\` is left out it stands for \`Ingress\`, and for \`Egress\` only if there is at
least one egress rule, so \`egress: []\` alone closes nothing. Where \`types\` is left out, Calico's API server counts rules
likewise, but where its kinds are plain custom resources a section counts that is only there (Calico, api/pkg/defaults and
api/admission): with an empty one the policy means one thing here and another there. A listed type without a section denies
that direction, which is the usual way to write a default deny, and never reported.

An empty \`from\`, \`to\` or \`ports\` is no restriction at all: the rule is for everyone, or for every port. So are empty \`nets\`
and \`ports\` in Calico's policies, and \`serviceAccounts\` with neither names nor a selector.`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_POLICIES],
  function* (policy) {
    if (isOf(policy, CALICO_POLICIES)) {
      yield* calicoSections(policy);
      for (const { direction, rule } of calicoRulesIn(policy))
        if (typesOf(policy.body.spec, policy.body.apiVersion).includes(direction))
          for (const end of sidesOf(policy, direction, rule)) yield* emptyConditions(policy, end);
      return;
    }
    const written = policy as Resource as Resource<NetworkPolicy>;
    const { spec } = written.body;
    const isInForce = effectivePolicyTypes(spec);
    for (const direction of ['ingress', 'egress'] as const)
      if (
        !isInForce[direction] &&
        (policy.kind.dialect === 'kubernetes' || isTyped(spec.policyTypes))
      )
        yield* idleSection(policy, spec, 'policyTypes', direction);
    yield* emptyLists(written);
  },
);

/** What says which directions a policy is about, and its sections. */
interface Spec {
  readonly policyTypes?: readonly string[];
  readonly types?: readonly string[];
  readonly ingress?: readonly object[];
  readonly egress?: readonly object[];
}

const isTyped = (types: readonly string[] | undefined): boolean =>
  types !== undefined && types.length > 0;

const TYPE: Readonly<Record<Direction, string>> = { ingress: 'Ingress', egress: 'Egress' };

/** A section of a direction that the policy is not about. */
function* idleSection(
  policy: Resource,
  spec: Spec,
  key: 'policyTypes' | 'types',
  direction: Direction,
): Generator<Finding> {
  const { [key]: types = [], [direction]: rules } = spec;
  // A misspelt type is reported, and is the one that the section needs.
  if (rules === undefined || types.some((type) => !Object.values(TYPE).includes(type))) return;
  const type = TYPE[direction];
  const [what, effect] =
    rules.length === 0
      ? [
          `An empty \`${direction}\``,
          `these pods may still ${direction === 'egress' ? 'reach everything' : 'be reached by everyone'}`,
        ]
      : [
          `\`${direction}\` has ${rules.length === 1 ? 'a rule' : `${rules.length} rules`}, which`,
          'nothing is restricted or allowed by it',
        ];
  const why =
    types.length === 0
      ? `without \`${key}\` the policy is about ingress only`
      : `\`${key}\` does not list \`${type}\``;
  yield {
    span: policy.source.key(spec, direction),
    confidence: 'proven',
    message: `${what} has no effect, because ${why}: ${effect}. Add \`${type}\` to \`${key}\`, or remove the section.`,
    fixes: [
      {
        title: `Isolate the pods for ${direction}: add \`${type}\` to \`${key}\``,
        safe: false,
        edits: () =>
          types.length === 0
            ? setKey(policy, spec, key, ['Ingress', type])
            : appendItem(policy, types, type),
      },
      {
        title: `Remove \`${direction}\` (same meaning)`,
        safe: false,
        edits: () => removeKey(policy, spec, direction),
      },
    ],
  };
}

function* calicoSections(policy: Resource<CalicoPolicy>): Generator<Finding> {
  const { apiVersion, spec } = policy.body;
  const counted = typesOf(spec, apiVersion);
  if (isTyped(spec.types)) {
    for (const direction of ['ingress', 'egress'] as const)
      if (!counted.includes(direction)) yield* idleSection(policy, spec, 'types', direction);
    return;
  }
  const present = spec.stagedAction === 'Delete' ? null : otherTypesOf(spec, apiVersion);
  const empty = present?.find((direction) => !counted.includes(direction));
  if (present === null || empty === undefined) return;
  const [here, there] = [counted, present].map((directions) =>
    directions.map((direction) => TYPE[direction]),
  ) as [string[], string[]];
  yield {
    span: policy.source.key(spec, empty),
    confidence: 'proven',
    message: `Without \`types\` it depends on how Calico is installed what an empty \`${empty}\` means: its API server takes this policy for \`types: [${here.join(', ')}]\`, a cluster in which its kinds are plain custom resources for \`types: [${there.join(', ')}]\`. Write the one that you mean.`,
    fixes: [there, here].map((types) => ({
      title: `Write \`types: [${types.join(', ')}]\``,
      safe: false,
      edits: () => setKey(policy, spec, 'types', types),
    })),
  };
}

const EMPTY_CONDITIONS = ['serviceAccounts', 'nets', 'ports'] as const;

/** Conditions on one end of a rule of Calico that hold for every connection. */
function* emptyConditions(
  policy: Resource,
  { direction, rule, side, entity }: DirectedEntity,
): Generator<Finding> {
  // Beside a Service no condition can stand, not even an empty one, which is reported.
  if (entity.services !== undefined) return;
  for (const key of EMPTY_CONDITIONS) {
    if (entity[key] === undefined || !isBlank(entity[key])) continue;
    const isPeer = side === peerSide(direction);
    const all = isPeer && isBlank(entity);
    const everyone =
      direction === 'ingress'
        ? 'every source, those outside the cluster included'
        : 'every destination, those outside the cluster included';
    const [what, instead] =
      key === 'serviceAccounts'
        ? ['`serviceAccounts` with neither names nor a selector', codeList(['names', 'selector'])]
        : [`An empty \`${key}\``, `\`${key}\``];
    yield {
      ...empty(
        policy,
        entity,
        key,
        all && key !== 'ports'
          ? `${what} is no restriction: this rule is for ${everyone}. Fill in ${instead.replace(' and ', ' or ')}, or remove it.`
          : `${what} is no restriction. Leave it out to say so, or fill in ${instead.replace(' and ', ' or ')}.`,
      ),
      ...(all && key === 'serviceAccounts' && rule.action === 'Allow'
        ? { severity: 'warning' as const, confidence: 'proven' as const }
        : {}),
    };
  }
}

function* emptyLists(policy: Resource<NetworkPolicy>): Generator<Finding> {
  for (const { direction, rule, side, peers } of listedRules(policy)) {
    if (!effectivePolicyTypes(policy.body.spec)[direction]) continue;
    const everyone = direction === 'ingress' ? 'lets everyone in' : 'lets everything out';
    // A rule of nothing but empty lists is how some write "allow all", and says so.
    if (rule[side] !== undefined && peers.length === 0 && (rule.ports ?? []).length > 0)
      yield empty(
        policy,
        rule,
        side,
        `An empty \`${side}\` is no restriction: this rule ${everyone} on its ports. Leave \`${side}\` out to say so, or name the peers.`,
      );
    if (rule.ports !== undefined && rule.ports.length === 0 && peers.length > 0)
      yield empty(
        policy,
        rule,
        'ports',
        'An empty `ports` is no restriction: this rule is for every port of every protocol. Leave `ports` out to say so, or name the ports.',
      );
  }
}

const empty = (policy: Resource, rule: object, key: string, message: string): Finding => ({
  span: policy.source.key(rule, key),
  severity: 'information',
  confidence: 'possible',
  message,
  fixes: [
    {
      title: `Remove \`${key}\` (same meaning)`,
      safe: false,
      edits: () => removeKey(policy, rule, key),
    },
  ],
});

import { appendItem, removeKey, setKey } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { NetworkPolicy } from '../model/networkPolicy.ts';
import type { Resource } from '../model/resource.ts';
import type { Direction } from '../policy/ir.ts';
import { effectivePolicyTypes } from '../policy/lower/k8s.ts';
import { documentRule } from './rule.ts';
import { listedRules } from './support/lists.ts';

/** Sections of a policy, and lists of a rule, that do not do what their author thinks. */
export default documentRule(
  {
    code: 'policy-type-without-effect',
    title: 'A section or an empty list that restricts nothing',
    category: 'inert',
    severity: 'warning',
    docs: `\`policyTypes\` decides which directions a policy is about. A section whose direction is not among them does
nothing. Where \`policyTypes\` is left out it stands for \`Ingress\`, and for \`Egress\` only if there is at least one egress
rule, so \`egress: []\` alone closes nothing. A listed type without a section denies that direction, which is the usual way
to write a default deny, and never reported.

An empty \`from\`, \`to\` or \`ports\` is no restriction at all: the rule is for everyone, or for every port.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    // A misspelt type is reported, and is the one that the section needs.
    const { policyTypes = [] } = policy.body.spec;
    if (policyTypes.every((type) => type === 'Ingress' || type === 'Egress'))
      for (const direction of ['ingress', 'egress'] as const) yield* idleSection(policy, direction);
    yield* emptyLists(policy);
  },
);

function* idleSection(policy: Resource<NetworkPolicy>, direction: Direction): Generator<Finding> {
  const { spec } = policy.body;
  const rules = spec[direction];
  if (rules === undefined || effectivePolicyTypes(spec)[direction]) return;
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
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
    spec.policyTypes === undefined || spec.policyTypes.length === 0
      ? `without \`policyTypes\` the policy is about ingress only`
      : `\`policyTypes\` does not list \`${type}\``;
  yield {
    span: policy.source.key(spec, direction),
    confidence: 'proven',
    message: `${what} has no effect, because ${why}: ${effect}. Add \`${type}\` to \`policyTypes\`, or remove the section.`,
    fixes: [
      {
        title: `Isolate the pods for ${direction}: add \`${type}\` to \`policyTypes\``,
        safe: false,
        edits: () =>
          spec.policyTypes === undefined || spec.policyTypes.length === 0
            ? setKey(policy, spec, 'policyTypes', ['Ingress', type])
            : appendItem(policy, spec.policyTypes, type),
      },
      {
        title: `Remove \`${direction}\` (same meaning)`,
        safe: false,
        edits: () => removeKey(policy, spec, direction),
      },
    ],
  };
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

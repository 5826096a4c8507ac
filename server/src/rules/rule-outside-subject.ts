import { calicoRulesIn } from '../admission/calicoWalk.ts';
import type { Span } from '../base/span.ts';
import type { CalicoEntity, CalicoPolicy, CalicoRule } from '../model/calico.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import { isUnnamed, type NamespaceKey } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import {
  areLegible,
  entityExpression,
  saidBy,
  subjectExpression,
} from '../policy/lower/calicoSelectors.ts';
import { both, not, type Expression } from '../policy/selector/calico/expression.ts';
import { selectorOf } from '../policy/selector/calico/selectorOf.ts';
import { areApart, neverMatches } from '../policy/selector/implies.ts';
import type { Selector } from '../policy/selector/selector.ts';
import { inventoryRule } from './rule.ts';
import { comparable } from './support/endpoints.ts';

/** Rules that speak of pods which their policy does not select, on the side where the selected pod stands. */
export default inventoryRule(
  {
    code: 'rule-outside-subject',
    title: 'A rule for pods that its policy does not select',
    category: 'inert',
    severity: 'warning',
    docs: `Calico's rules name both ends. In an ingress rule \`destination\` is the pod that the policy selects, in an egress rule
\`source\` is: there a selector only narrows the policy to some of its pods (Calico documentation, "EntityRule"). A rule for
others than those it selects never matches, and what was to be let through is denied. Put it into a policy that selects
those pods, or name the other end. netpol is silent about policies that hold for forwarded traffic of hosts, where both
ends may be somebody else.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_POLICIES,
  function* ({ resource, namespace }) {
    const { spec = {} } = resource.body as Partial<CalicoPolicy>;
    if (spec.applyOnForward === true || spec.preDNAT === true || spec.doNotTrack === true) return;
    if (!areLegible(spec.selector, spec.namespaceSelector, spec.serviceAccountSelector)) return;
    const subject = placed(subjectExpression(spec, namespace));
    if (neverMatches(subject)) return;
    for (const { direction, rule } of calicoRulesIn(resource)) {
      const [near, far] =
        direction === 'ingress'
          ? (['destination', 'source'] as const)
          : (['source', 'destination'] as const);
      const entity = rule[near];
      const own = entity && ownExpression(entity, namespace);
      if (!own || !areApart(subject, placed(own))) continue;
      yield {
        span: placeOf(resource, rule, near),
        confidence: 'proven',
        message: `In an ${direction} rule \`${near}\` is the pod that the policy selects${chosenText(spec)}, and it selects none of these, so this rule never matches. Put it into a policy for them, or name the other end in \`${far}\`.`,
      };
    }
  },
);

/** Which endpoints the near side of a rule asks for; null where it does not restrict them, or cannot be read. */
function ownExpression(entity: CalicoEntity, namespace: NamespaceKey | null): Expression | null {
  const { selector, notSelector, namespaceSelector, serviceAccounts } = entity;
  if (!areLegible(selector, notSelector, namespaceSelector, serviceAccounts?.selector)) return null;
  // The namespace of the policy may turn out to be one of those.
  if (isUnnamed(namespace) && namespaceSelector !== undefined) return null;
  const chosen = entityExpression(entity, namespace);
  const left = notSelector === undefined || notSelector.trim() === '' ? null : saidBy(notSelector);
  if (left === null) return chosen;
  return chosen === null ? not(left) : both(chosen, not(left));
}

const placed = (expression: Expression): Selector => comparable(selectorOf(expression));

/** The selector of a policy, where it is all that says whom the policy is for. */
const chosenText = (spec: Partial<CalicoPolicy['spec']>): string =>
  spec.selector === undefined ||
  (spec.namespaceSelector ?? spec.serviceAccountSelector) !== undefined
    ? ''
    : ` (\`${spec.selector}\`)`;

/** What of an end of a rule says whom it is for. */
function placeOf({ source }: Resource, rule: CalicoRule, side: 'source' | 'destination'): Span {
  const entity = rule[side]!;
  const said = (['selector', 'notSelector', 'namespaceSelector'] as const).filter(
    (key) => entity[key] !== undefined,
  );
  return said.length === 1 && entity.serviceAccounts === undefined
    ? source.value(entity, said[0]!)
    : source.key(rule, side);
}

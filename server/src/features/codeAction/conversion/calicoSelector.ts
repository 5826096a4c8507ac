import type { LabelSelector, LabelSelectorRequirement } from '../../../model/networkPolicy.ts';
import type { Expression } from '../../../policy/selector/calico/expression.ts';
import { written } from '../../../policy/selector/calico/written.ts';
import { renamed } from '../../../policy/selector/calico/rewrite.ts';
import {
  KUBERNETES_NAME,
  isImpliedBy,
  NAMESPACE_NAME,
  ORCHESTRATOR,
} from '../../../policy/vocabulary.ts';
import { labelsIn } from '../../../policy/selector/calico/ofLabels.ts';

/** A selector as Kubernetes writes it; or why it cannot, as a clause. */
export type Rewritten = LabelSelector | { readonly reason: string };

/** A selector of pods; that they are pods of Kubernetes need not be said. */
export function podSelectorOf(expression: Expression): Rewritten {
  const conditions = conditionsOf(expression).filter((condition) => !isTrueOfPods(condition));
  const given = conditions.flatMap(labelsIn).find((key) => isImpliedBy('calico', key));
  return given === undefined
    ? labelSelectorOf(conditions)
    : { reason: `\`${given}\` is a label that only Calico gives to pods` };
}

const isTrueOfPods = (condition: Expression): boolean =>
  condition.kind === 'compare' &&
  condition.label === ORCHESTRATOR &&
  condition.operator === '==' &&
  condition.value === 'k8s';

/** A selector of namespaces, whose names Kubernetes has under another label; that they have one need not be said. */
export const namespaceSelectorOf = (expression: Expression): Rewritten =>
  labelSelectorOf(
    conditionsOf(
      renamed(expression, (label) => (label === NAMESPACE_NAME ? KUBERNETES_NAME : label)),
    ).filter((condition) => !(condition.kind === 'has' && condition.label === KUBERNETES_NAME)),
  );

function labelSelectorOf(conditions: readonly Expression[]): Rewritten {
  const matchLabels: Record<string, string> = {};
  const matchExpressions: LabelSelectorRequirement[] = [];
  for (const condition of conditions) {
    const asked = requirementOf(condition);
    if (asked === null)
      return { reason: `\`${written(condition)}\` asks for what no selector of Kubernetes can` };
    const { key, operator, values = [] } = asked;
    if (operator === 'In' && values.length === 1 && !Object.hasOwn(matchLabels, key))
      matchLabels[key] = values[0]!;
    else matchExpressions.push(asked);
  }
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}

/** The conditions that all have to hold, without those that always do, and without double negations. */
function conditionsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'all') return [];
  if (expression.kind === 'and') return expression.of.flatMap(conditionsOf);
  if (
    expression.kind === 'set' &&
    expression.operator === 'not in' &&
    expression.values.length === 0
  )
    return [];
  return [positive(expression)];
}

/** A negated comparison as the opposite one: `!=` and `not in` are true where the label is absent. */
function positive(expression: Expression): Expression {
  if (expression.kind !== 'not') return expression;
  const { of } = expression;
  if (of.kind === 'compare' && of.operator === '==') return { ...of, operator: '!=' };
  if (of.kind === 'compare' && of.operator === '!=') return { ...of, operator: '==' };
  if (of.kind === 'set') return { ...of, operator: of.operator === 'in' ? 'not in' : 'in' };
  return expression;
}

function requirementOf(condition: Expression): LabelSelectorRequirement | null {
  if (condition.kind === 'has') return { key: condition.label, operator: 'Exists' };
  if (condition.kind === 'not' && condition.of.kind === 'has')
    return { key: condition.of.label, operator: 'DoesNotExist' };
  const values =
    condition.kind === 'compare'
      ? [condition.value]
      : condition.kind === 'set'
        ? condition.values
        : [];
  if (values.length === 0 || !('operator' in condition)) return null;
  const { label: key, operator } = condition;
  if (operator === '==' || operator === 'in') return { key, operator: 'In', values };
  if (operator === '!=' || operator === 'not in') return { key, operator: 'NotIn', values };
  return null;
}

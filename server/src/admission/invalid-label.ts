import type { LabelSelector, NetworkPolicy } from '../model/networkPolicy.ts';
import { fieldText } from '../model/problems.ts';
import type { Resource } from '../model/resource.ts';
import { labelKeyFault, labelValueFault } from './grammar.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { isStandIn } from './standIn.ts';
import { entriesIn, expressionsIn, fieldIn, selectorsIn, valuePlace } from './walk.ts';

/** Keys and values of labels that no object can carry. */
export default admissionRule(
  {
    code: 'invalid-label',
    title: 'A label key or value that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `A label key is a name of at most 63 characters, optionally behind a DNS name and a slash; a value is at most 63
characters. Both hold letters, digits, \`-\`, \`_\` and \`.\` and begin and end with a letter or digit; a value may be empty.
The API server refuses the whole object otherwise, because no pod or namespace could ever match.`,
    since: '0.1.0',
    fixable: false,
  },
  null,
  function* (policy) {
    const metadata = fieldIn(policy, policy.body, 'metadata');
    const labels = metadata && fieldIn(policy, metadata, 'labels');
    if (labels !== undefined) yield* faultsOf(policy, labels, isStandIn);
    // The server looks into no selector of a custom resource; `unusable-selector` does.
    if (policy.kind.name !== 'NetworkPolicy') return;
    for (const selector of selectorsIn(policy as Resource<NetworkPolicy>)) {
      const matchLabels = fieldIn(policy, selector, 'matchLabels');
      if (matchLabels !== undefined) yield* faultsOf(policy, matchLabels);
      yield* expressionFaults(policy, selector);
    }
  },
);

/** Kubernetes names the mapping, not the key, as the guilty field; the range is the key or value all the same. */
function* faultsOf(
  policy: Resource,
  labels: Readonly<Record<string, string>>,
  exempt: (text: string) => boolean = () => false,
): Generator<Refusal> {
  const { source } = policy;
  const field = fieldText(source.path(labels));
  for (const [key, value] of entriesIn(policy, labels)) {
    const keyFault = exempt(key) ? null : labelKeyFault(key);
    if (keyFault !== null) yield refusal(source.key(labels, key), field, keyText(key), keyFault);
    const valueFault = exempt(value) ? null : labelValueFault(value);
    if (valueFault !== null)
      yield refusal(
        source.value(labels, key),
        field,
        `The value \`${value}\` of label \`${key}\``,
        valueFault,
      );
  }
}

function* expressionFaults(policy: Resource, selector: LabelSelector): Generator<Refusal> {
  for (const expression of expressionsIn(policy, selector)) {
    const keyFault = labelKeyFault(expression.key);
    if (keyFault !== null) {
      const { span, field } = valuePlace(policy, expression, 'key');
      yield refusal(span, field, keyText(expression.key), keyFault);
    }
    for (const [index, value] of (expression.values ?? []).entries()) {
      const fault = labelValueFault(value);
      if (fault === null) continue;
      const { span, field } = valuePlace(policy, expression.values!, index);
      yield refusal(span, field, `The value \`${value}\` of label \`${expression.key}\``, fault);
    }
  }
}

const keyText = (key: string): string =>
  key === '' ? 'An empty label key' : `The label key \`${key}\``;

const refusal = (span: Refusal['span'], field: string, what: string, fault: string): Refusal => ({
  span,
  field,
  confidence: 'proven',
  message: `${what} cannot exist, so the API server refuses this policy: it ${fault}.`,
});

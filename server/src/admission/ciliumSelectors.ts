import { renameKey, setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { LabelSelector } from '../model/networkPolicy.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { refusedByServer, STORED } from './ciliumWalk.ts';
import { labelKeyFault, labelValueFault } from './grammar.ts';
import type { Refusal } from './rule.ts';
import { keyText, labelFault, operatorFaults, valueText } from './selectorFaults.ts';
import { entriesIn, expressionsIn, fieldIn, valuePlace } from './walk.ts';

/*
 * What is wrong with Cilium's selectors. Their keys may begin with the source of the label. The schema knows what values
 * of `matchLabels` and operators can be; the rest is left to the agent.
 */

/** What is wrong with a key of a selector: one of Kubernetes, or such behind a source and a colon. */
function ciliumKeyFault(key: string): string | null {
  const [first, second, third] = key.split(':');
  if (second === undefined) return labelKeyFault(key);
  if (third !== undefined) return 'has more than one `:`';
  if (first === '') return 'has no source before its `:`';
  if (!/^[A-Za-z0-9]+$/.test(first!))
    return 'has a source before its `:` that may hold only letters and digits';
  return labelKeyFault(second);
}

/** Keys and values of a selector that no label can have. */
export function* ciliumLabelFaults(policy: Resource, selector: LabelSelector): Generator<Refusal> {
  const { source } = policy;
  const labels = fieldIn(policy, selector, 'matchLabels');
  for (const [key, value] of entriesIn(policy, labels)) {
    const field = fieldText(source.path(labels!));
    const wrongKey = ciliumKeyFault(key);
    if (wrongKey !== null)
      yield {
        ...labelFault(source.key(labels!, key), field, keyText(key), STORED, wrongKey),
        by: 'agent',
        fixes: repeated(key, (right) => renameKey(policy, labels!, key, right)),
      };
    const wrong = labelValueFault(value);
    if (wrong !== null)
      yield labelFault(
        source.value(labels!, key),
        field,
        valueText(value, key),
        refusedByServer(policy),
        wrong,
      );
  }
  for (const expression of expressionsIn(policy, selector)) {
    const { key, values = [] } = expression;
    const wrongKey = ciliumKeyFault(key);
    if (wrongKey !== null) {
      const { span, field } = valuePlace(policy, expression, 'key');
      yield {
        ...labelFault(span, field, keyText(key), STORED, wrongKey),
        by: 'agent',
        fixes: repeated(key, (right) => setScalar(policy, expression, 'key', right)),
      };
    }
    for (const [index, value] of values.entries()) {
      const wrong = labelValueFault(value);
      if (wrong === null) continue;
      const { span, field } = valuePlace(policy, values, index);
      yield { ...labelFault(span, field, valueText(value, key), STORED, wrong), by: 'agent' };
    }
  }
}

/** A source that stands there twice is meant once. */
function repeated(key: string, edits: (right: string) => ReturnType<Fix['edits']>): readonly Fix[] {
  const right = key.replace(/^([A-Za-z0-9]+:)\1+/, '$1');
  return right === key || ciliumKeyFault(right) !== null
    ? []
    : [{ title: `Write \`${right}\``, safe: true, edits: () => edits(right) }];
}

/** Operators that do not exist, or whose values do not suit them. */
export const ciliumOperatorFaults = (
  policy: Resource,
  selector: LabelSelector,
): Generator<Refusal> =>
  operatorFaults(policy, selector, refusedByServer(policy), { so: STORED, by: 'agent' });

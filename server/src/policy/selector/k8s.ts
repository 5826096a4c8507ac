import type { LabelSelector, LabelSelectorRequirement } from '../../model/networkPolicy.ts';
import type { Selector } from './selector.ts';

/**
 * A label selector of the Kubernetes API as a Selector: all of its labels and expressions, so an empty one matches
 * everything. Null where an operator is none of In, NotIn, Exists and DoesNotExist, or its values do not suit it, which
 * has no meaning at all.
 */
export function selectorOf(selector: LabelSelector): Selector | null {
  const labels: Selector[] = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({
    op: 'in',
    key,
    values: [value],
  }));
  const expressions = (selector.matchExpressions ?? []).map(requirement);
  if (expressions.includes(null)) return null;
  return { op: 'all', of: [...labels, ...(expressions as Selector[])] };
}

/** NotIn and DoesNotExist also match where the key is absent (Kubernetes API reference, LabelSelectorRequirement). */
function requirement({ key, operator, values = [] }: LabelSelectorRequirement): Selector | null {
  const comparesValues = operator === 'In' || operator === 'NotIn';
  if (comparesValues !== values.length > 0) return null;
  switch (operator) {
    case 'In':
      return { op: 'in', key, values };
    case 'NotIn':
      return { op: 'not', of: { op: 'in', key, values } };
    case 'Exists':
      return { op: 'exists', key };
    case 'DoesNotExist':
      return { op: 'not', of: { op: 'exists', key } };
    default:
      return null;
  }
}

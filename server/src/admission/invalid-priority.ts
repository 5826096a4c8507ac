import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Priorities out of range. */
export default admissionRule(
  {
    code: 'invalid-priority',
    title: 'A priority that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `The priority of an AdminNetworkPolicy or ClusterNetworkPolicy is a whole number from 0 to 1000, and the lowest has
the word first. The API server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: false,
  },
  ['admin/AdminNetworkPolicy', 'admin/ClusterNetworkPolicy'],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      const { step, value, node } = part;
      if (step !== 'priority' || typeof value !== 'number') continue;
      const { minimum = value, maximum = value } = node;
      if (value >= minimum && value <= maximum) continue;
      yield {
        ...partPlace(policy, part),
        message: `There is no priority ${value}, so the API server refuses this policy. Priorities go from ${minimum}, which has the word first, to ${maximum}.`,
      };
    }
  },
);

import type { ProtocolPorts } from '../model/adminPolicy.ts';
import { renameKey, setKey } from '../model/edit.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule } from './rule.ts';
import { turnedRange } from './turnedRange.ts';
import { isWhole } from './walk.ts';

type Range = NonNullable<NonNullable<ProtocolPorts['destinationPort']>['range']>;

/** Ranges of ports that do not go upwards. */
export default admissionRule(
  {
    code: 'invalid-port-range',
    title: 'A port range that does not end above its start',
    category: 'refused',
    severity: 'error',
    docs: `The \`start\` of a ClusterNetworkPolicy's port range must be below its \`end\`. One port is a \`number\`. The API
server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/ClusterNetworkPolicy'],
  function* (policy) {
    for (const part of schemaPartsIn(policy)) {
      if (part.step !== 'range' || !isWhole(policy, part.value as object)) continue;
      const { object, value } = part;
      const { start, end } = value as Range;
      if (start < end) continue;
      const place = partPlace(policy, { ...part, object: value as object, step: 'end' });
      const field = partPlace(policy, part).field;
      if (start === end)
        yield {
          ...place,
          field,
          message: `This range is port ${start} alone, and the API server takes only ranges of several ports. Write \`number: ${start}\`.`,
          fixes: [
            {
              title: `Write \`number: ${start}\` (same meaning)`,
              safe: true,
              edits: () => [
                ...renameKey(policy, object, 'range', 'number'),
                ...setKey(policy, object, 'range', start),
              ],
            },
          ],
        };
      else
        yield {
          ...place,
          field,
          message: `This range ends at ${end}, below its start ${start}, so the API server refuses it.`,
          fixes: [turnedRange(policy, value as Range)],
        };
    }
  },
);

import type { AdminPort } from '../model/adminPolicy.ts';
import { schemaPartsIn } from '../admission/parts.ts';
import { turnedRange } from '../admission/turnedRange.ts';
import { documentRule } from './rule.ts';

type Range = NonNullable<AdminPort['portRange']>;

/** Ranges of ports that end before they start, which v1alpha1 does not refuse. */
export default documentRule(
  {
    code: 'backwards-port-range',
    title: 'A port range that ends below its start',
    category: 'inert',
    severity: 'warning',
    docs: `The API server does not compare the \`start\` and \`end\` of a \`portRange\`. One that ends below its start holds no
port, so the rule never applies by it.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/AdminNetworkPolicy', 'admin/BaselineAdminNetworkPolicy'],
  function* (policy) {
    for (const { step, value } of schemaPartsIn(policy)) {
      if (step !== 'portRange') continue;
      const { start, end } = value as Range;
      if (start <= end) continue;
      yield {
        span: policy.source.value(value as object, 'end'),
        confidence: 'proven',
        message: `This range ends at ${end}, below its start ${start}: it holds no port, so the rule never applies by it.`,
        fixes: [turnedRange(policy, value as Range)],
      };
    }
  },
);

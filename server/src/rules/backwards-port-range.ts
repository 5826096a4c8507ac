import type { AdminPort } from '../model/adminPolicy.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { portsOf } from '../admission/ciliumPorts.ts';
import { portRulesIn } from '../admission/ciliumWalk.ts';
import { readCiliumPort } from '../policy/ciliumPort.ts';
import { schemaPartsIn } from '../admission/parts.ts';
import { turnedRange } from '../admission/turnedRange.ts';
import { documentRule } from './rule.ts';

type Range = NonNullable<AdminPort['portRange']>;

/** Ranges of ports that end before they start, which neither v1alpha1 nor Cilium refuses. */
export default documentRule(
  {
    code: 'backwards-port-range',
    title: 'A port range that ends below its start',
    category: 'inert',
    severity: 'warning',
    docs: `The API server does not compare the \`start\` and \`end\` of a \`portRange\`. One that ends below its start holds no
port, so the rule never applies by it. Cilium does not compare \`port\` and \`endPort\` either: it then takes \`port\` alone, and
beside the name of a port, or port 0, it ignores \`endPort\`.`,
    since: '0.1.0',
    fixable: true,
  },
  ['admin/AdminNetworkPolicy', 'admin/BaselineAdminNetworkPolicy', ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* ciliumRanges(policy);
    else yield* administratorsRanges(policy);
  },
);

function* administratorsRanges(policy: Resource): Generator<Finding> {
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
}

/** Cilium never compares the two ends. */
function* ciliumRanges(policy: Resource<CiliumPolicy>): Generator<Finding> {
  for (const part of portRulesIn(policy))
    for (const { entry } of portsOf(policy, part)) {
      const { port, endPort } = entry;
      const read = port === undefined ? null : readCiliumPort(port);
      if (read === null || read.kind === 'none' || endPort === undefined) continue;
      const only =
        read.kind === 'name'
          ? `port \`${port!}\``
          : read.port === 0
            ? 'every port'
            : `port ${port!}`;
      if (read.kind === 'number' && read.port !== 0 && endPort >= read.port) continue;
      const ends = read.kind === 'number' && read.port !== 0 && endPort > 0;
      yield {
        span: policy.source.value(entry, 'endPort'),
        confidence: 'proven',
        message: ends
          ? `This range ends at ${endPort}, below its start ${read.port}: Cilium takes ${only} alone.`
          : `\`endPort\` needs a port with a number where the range begins: Cilium ignores it, and takes ${only}.`,
        fixes: ends
          ? [
              {
                title: `Make it the range from ${endPort} to ${read.port}`,
                safe: false,
                edits: () => [
                  ...setScalar(policy, entry, 'port', String(endPort)),
                  ...setScalar(policy, entry, 'endPort', read.port),
                ],
              },
            ]
          : [],
      };
    }
}

import type { CalicoRule } from '../model/calico.ts';
import { prependKey, setScalar } from '../model/edit.ts';
import { CALICO_RULED, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { protocolName } from './calicoProtocol.ts';
import { calicoRulesIn, refusedBy, type Ruled } from './calicoWalk.ts';
import { ciliumIcmpFaults } from './ciliumIcmp.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole, valuePlace } from './walk.ts';
import { fieldText } from '../model/fieldText.ts';

/** The version of IP that a protocol belongs to. */
const VERSIONS: Readonly<Record<string, number>> = { ICMP: 4, ICMPv6: 6 };

/** The highest values of the two fields. */
const LIMITS = { type: 254, code: 255 } as const;

/** Messages of ICMP that do not exist, or in a rule that cannot be about ICMP. */
export default admissionRule(
  {
    code: 'invalid-icmp',
    title: 'ICMP messages that a rule cannot match',
    category: 'refused',
    severity: 'error',
    docs: `A rule of Calico with \`icmp\` needs the protocol \`ICMP\` or \`ICMPv6\`; \`ipVersion\` is 4 with the one and 6 with the
other. A type is at most 254, a code at most 255, and a code needs its type. Calico refuses the whole policy otherwise. In
Cilium's policies a type is a number up to 255 or one of the names of its family, and \`icmps\` stands in an item without
\`toPorts\`. The API server knows the names of both families together; what only Cilium refuses it stores, and Cilium then
enforces nothing of the whole policy.`,
    since: '0.1.0',
    fixable: true,
  },
  [...CALICO_RULED, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* ciliumIcmpFaults(policy);
    else if (isOf(policy, CALICO_RULED)) yield* calicoFaults(policy);
  },
);

function* calicoFaults(policy: Resource<Ruled>): Generator<Refusal> {
  for (const { rule } of calicoRulesIn(policy)) {
    yield* messageFaults(policy, rule);
    yield* protocolFault(policy, rule);
    for (const key of ['protocol', 'notProtocol'] as const) yield* versionFault(policy, rule, key);
  }
}

function* messageFaults(policy: Resource, rule: CalicoRule): Generator<Refusal> {
  for (const key of ['icmp', 'notICMP'] as const) {
    const icmp = fieldIn(policy, rule, key);
    if (icmp === undefined) continue;
    for (const field of ['type', 'code'] as const) {
      const value = fieldIn(policy, icmp, field);
      if (value === undefined || (value >= 0 && value <= LIMITS[field])) continue;
      yield {
        ...valuePlace(policy, icmp, field),
        confidence: 'proven',
        message: `ICMP has no ${field} ${value}, ${refusedBy(policy)}. A ${field} goes from 0 to ${LIMITS[field]}.`,
      };
    }
    if (icmp.code === undefined || icmp.type !== undefined || !isWhole(policy, icmp)) continue;
    yield {
      ...valuePlace(policy, icmp, 'code'),
      span: policy.source.key(icmp, 'code'),
      confidence: 'proven',
      message: `A code belongs to a type of ICMP messages, and none is given, ${refusedBy(policy)}. Add \`type\`.`,
    };
  }
}

/** `notICMP` goes with any protocol. */
function* protocolFault(policy: Resource, rule: CalicoRule): Generator<Refusal> {
  if (fieldIn(policy, rule, 'icmp') === undefined || !isWhole(policy, rule)) return;
  const { protocol } = rule;
  const name = protocol === undefined ? null : protocolName(protocol);
  if (name !== null && VERSIONS[name] !== undefined) return;
  const { source } = policy;
  yield {
    span: source.key(rule, 'icmp'),
    field: fieldText([...source.path(rule), 'icmp']),
    confidence: 'proven',
    message: `\`icmp\` needs the protocol \`ICMP\` or \`ICMPv6\`, and ${protocol === undefined ? 'none is given' : `this rule is for \`${protocol}\``}, ${refusedBy(policy)}.`,
    fixes:
      protocol !== undefined
        ? []
        : (rule.ipVersion === undefined ? ['ICMP', 'ICMPv6'] : [nameOf(rule.ipVersion)]).map(
            (choice) => ({
              title: `Add \`protocol: ${choice}\``,
              safe: false,
              edits: () => prependKey(policy, rule, 'protocol', choice),
            }),
          ),
  };
}

const nameOf = (version: number): string => (version === 6 ? 'ICMPv6' : 'ICMP');

function* versionFault(
  policy: Resource,
  rule: CalicoRule,
  key: 'protocol' | 'notProtocol',
): Generator<Refusal> {
  const protocol = fieldIn(policy, rule, key);
  const given = fieldIn(policy, rule, 'ipVersion');
  const version = protocol === undefined ? undefined : VERSIONS[protocolName(protocol)];
  if (version === undefined || given === undefined || given === version) return;
  yield {
    ...valuePlace(policy, rule, 'ipVersion'),
    confidence: 'proven',
    message: `\`${protocol!}\` is a protocol of IPv${version}, and the rule is for \`ipVersion: ${given}\`, ${refusedBy(policy)}.`,
    fixes: [
      {
        title: `Change \`ipVersion\` to ${version}`,
        safe: false,
        edits: () => setScalar(policy, rule, 'ipVersion', version),
      },
    ],
  };
}

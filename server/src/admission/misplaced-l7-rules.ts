import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import {
  l7KindsOf,
  L7_NAMES,
  portRulesIn,
  STORED,
  IT_STORES,
  type L7Kind,
  type PortRuleOfItem,
} from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole } from './walk.ts';

/** Rules about requests where Cilium judges none. */
export default admissionRule(
  {
    code: 'misplaced-l7-rules',
    title: 'Rules about requests where Cilium judges none',
    category: 'refused',
    severity: 'error',
    docs: `Cilium judges requests of DNS on the way out only. In a rule with \`nodeSelector\` it judges no others, and none that
come in; before 1.18 none at all. Requests inside TLS it can judge only where \`terminatingTLS\` opens it, so \`serverNames\`
beside \`rules\` need that. Nothing is judged where the agent runs with \`enable-l7-proxy=false\`. The API server says nothing;
Cilium enforces nothing of the whole policy.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of portRulesIn(policy)) {
      const [kind] = l7KindsOf(policy, part);
      if (kind === undefined) continue;
      const { portRule } = part;
      const rules = portRule.rules!;
      for (const { message, ...more } of faultsOf(policy, part, kind))
        yield {
          span: policy.source.key(rules, kind),
          field: fieldText([...policy.source.path(rules), kind]),
          confidence: 'proven',
          by: 'agent',
          ...more,
          message: message.replace('…', `, ${message.includes('Cilium') ? IT_STORES : STORED}`),
        };
    }
  },
);

type Fault = Pick<Refusal, 'message' | 'of' | 'until' | 'flag'>;

/** What is wrong with where the rules stand; `…` is for what follows. */
function* faultsOf(policy: Resource, part: PortRuleOfItem, kind: L7Kind): Generator<Fault> {
  const { direction, rule, portRule } = part;
  const isHost = fieldIn(policy, rule, 'nodeSelector') !== undefined;
  yield {
    flag: 'enable-l7-proxy=false',
    message: 'With `enable-l7-proxy=false` Cilium judges no requests….',
  };
  if (isHost && direction === 'ingress')
    yield { message: 'Of what comes in to nodes Cilium judges no requests….' };
  else if (isHost && kind !== 'dns')
    yield {
      message: `Of what nodes send Cilium judges requests of DNS only, not of ${L7_NAMES[kind]}….`,
    };
  else if (isHost)
    yield {
      of: 'Cilium',
      until: '1.18',
      message: 'Of what nodes send Cilium judges no requests….',
    };
  else if (kind === 'dns' && direction === 'ingress')
    yield {
      message:
        'Cilium judges requests of DNS on the way out only…. Write them into `egress` of a policy for the pods that ask.',
    };
  const names = fieldIn(policy, portRule, 'serverNames') ?? [];
  const opened = fieldIn(policy, portRule, 'terminatingTLS') !== undefined;
  if (names.length > 0 && !opened && isWhole(policy, portRule))
    yield {
      message:
        'Beside `serverNames` requests can be judged only where `terminatingTLS` opens them…. Add it, or leave one of the two out.',
    };
}

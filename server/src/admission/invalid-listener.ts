import { CILIUM_POLICIES } from '../model/kinds.ts';
import { setScalar } from '../model/edit.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import {
  l7KindsOf,
  portRulesIn,
  refusedByServer,
  STORED,
  type PortRuleOfItem,
} from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, valuePlace } from './walk.ts';

/** Listeners of Envoy where there can be none, and such as cannot be found. */
export default admissionRule(
  {
    code: 'invalid-listener',
    title: 'A listener of Envoy that a rule cannot have',
    category: 'refused',
    severity: 'error',
    docs: `Cilium sends traffic to a listener on the way out only, and not where \`rules\` judge requests. A listener and its
configuration have names, and a priority is a whole number from 1 to 100. In a CiliumClusterwideNetworkPolicy the
configuration cannot be a CiliumEnvoyConfig, which belongs to a namespace. What the API server does not see Cilium stores,
and enforces nothing of the whole policy.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of portRulesIn(policy)) {
      if (fieldIn(policy, part.portRule, 'listener') === undefined) continue;
      yield* placeFaults(policy, part);
      yield* nameFaults(policy, part);
    }
  },
);

function* placeFaults(policy: Resource, part: PortRuleOfItem): Generator<Refusal> {
  const { direction, portRule } = part;
  const { source, kind } = policy;
  const place = {
    span: source.key(portRule, 'listener'),
    field: fieldText([...source.path(portRule), 'listener']),
    confidence: 'proven' as const,
    by: 'agent' as const,
  };
  if (direction === 'ingress')
    yield { ...place, message: `Only what goes out can be sent to a listener, ${STORED}.` };
  else if (l7KindsOf(policy, part).length > 0)
    yield {
      ...place,
      message: `A listener does not go with \`rules\` that judge requests, ${STORED}. Leave one of the two out.`,
    };
  const config = fieldIn(policy, portRule.listener!, 'envoyConfig');
  if (
    config === undefined ||
    fieldIn(policy, config, 'kind') !== 'CiliumEnvoyConfig' ||
    kind.id !== 'cilium/CiliumClusterwideNetworkPolicy'
  )
    return;
  yield {
    ...valuePlace(policy, config, 'kind'),
    confidence: 'proven',
    by: 'agent',
    message:
      'A policy for the whole cluster cannot name a CiliumEnvoyConfig, which belongs to a namespace: Cilium then works out no policy for the pods that it selects.',
    fixes: [
      {
        title: 'Change to `CiliumClusterwideEnvoyConfig`',
        safe: false,
        edits: () => setScalar(policy, config, 'kind', 'CiliumClusterwideEnvoyConfig'),
      },
    ],
  };
}

function* nameFaults(policy: Resource, { portRule }: PortRuleOfItem): Generator<Refusal> {
  const listener = portRule.listener!;
  const config = fieldIn(policy, listener, 'envoyConfig');
  const so = refusedByServer(policy);
  for (const object of [listener, ...(config === undefined ? [] : [config])])
    if (fieldIn(policy, object, 'name') === '')
      yield {
        ...valuePlace(policy, object, 'name'),
        confidence: 'proven',
        message: `This name is empty, ${so}. Write that of the ${object === listener ? 'listener' : 'configuration'}.`,
      };
  const priority = fieldIn(policy, listener, 'priority');
  if (priority !== undefined && (priority < 1 || priority > 100))
    yield {
      ...valuePlace(policy, listener, 'priority'),
      confidence: 'proven',
      message: `There is no priority ${priority}, ${so}. Priorities of listeners go from 1, which has the word first, to 100.`,
    };
}

import type { NetworkPolicy, NetworkPolicyPort } from '../model/networkPolicy.ts';
import { setScalar } from '../model/edit.ts';
import type { Resource } from '../model/resource.ts';
import { CILIUM_POLICIES, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import { refusedByServer } from './ciliumWalk.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { portsIn, valuePlace } from './walk.ts';

/** Ranges of ports that have no beginning, or no end behind it. */
export default admissionRule(
  {
    code: 'invalid-end-port',
    title: 'A port range without a proper beginning or end',
    category: 'refused',
    severity: 'error',
    docs: `\`endPort\` ends a range that begins at a numeric \`port\`: it needs one, must not be below it, and is at most
65535. Beside a named port, or without a port, the API server refuses the whole object. Of Cilium's policies it refuses only
an end that is no port; \`backwards-port-range\` says where Cilium ignores one.`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* ciliumFaults(policy);
    else if (isOf(policy, KUBERNETES_SHAPED)) yield* rangeFaults(policy);
  },
);

/** Ends that do not suit the port are Cilium's to ignore; only what can be no port is refused. */
function* ciliumFaults(policy: Resource): Generator<Refusal> {
  for (const part of schemaPartsIn(policy)) {
    const { step, value, node } = part;
    const { minimum = 0, maximum = Infinity } = node;
    if (step !== 'endPort' || typeof value !== 'number') continue;
    if (value >= minimum && value <= maximum) continue;
    yield {
      ...partPlace(policy, part),
      message: `There is no port ${value}, ${refusedByServer(policy)}. Ports go up to ${maximum}.`,
    };
  }
}

function* rangeFaults(policy: Resource<NetworkPolicy>): Generator<Refusal> {
  for (const entry of portsIn(policy)) {
    const fault = faultOf(policy, entry);
    if (fault === null) continue;
    yield { ...valuePlace(policy, entry, 'endPort'), confidence: 'proven', ...fault };
  }
}

function faultOf(
  policy: Resource,
  entry: NetworkPolicyPort,
): Pick<Refusal, 'message' | 'fixes' | 'implied'> | null {
  const { port, endPort } = entry;
  if (endPort === undefined) return null;
  if (port === undefined)
    return {
      message: `A range that ends at ${endPort} needs a \`port\` where it begins; the API server refuses it without.`,
    };
  if (typeof port === 'string')
    return {
      // The quotes are reported, and without them there is a number.
      ...(/^[0-9]+$/.test(port) && { implied: true }),
      message: `A range cannot begin at the named port \`${port}\`, and the API server refuses it. Give \`port\` as a number, or leave \`endPort\` out.`,
    };
  if (endPort < port && endPort >= 1)
    return {
      message: `This range ends at ${endPort}, below its beginning ${port}, so the API server refuses it.`,
      fixes: [
        {
          title: `Make it the range from ${endPort} to ${port}`,
          safe: false,
          edits: () => [
            ...setScalar(policy, entry, 'port', endPort),
            ...setScalar(policy, entry, 'endPort', port),
          ],
        },
      ],
    };
  if (endPort < 1 || endPort > 65535)
    return {
      message: `There is no port ${endPort}, so the API server refuses this range. Ports go from 1 to 65535.`,
    };
  return null;
}

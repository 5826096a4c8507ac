import type { CalicoProtocol } from '../model/calico.ts';
import { removeKey } from '../model/edit.ts';
import { CALICO_RULED, CILIUM_KINDS, isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { hasPorts, isProtocol, PORT_PROTOCOLS, PROTOCOLS } from './calicoProtocol.ts';
import { calicoRulesIn, ignoredBy } from './calicoWalk.ts';
import { refusedByServer } from './ciliumWalk.ts';
import { partPlace, schemaPartsIn, wordsOf } from './parts.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { fieldIn, itemsIn, portsIn, valuePlace } from './walk.ts';

/** Protocols that do not exist, or have no ports where they are needed. */
export default admissionRule(
  {
    code: 'invalid-protocol',
    title: 'A protocol that the kind does not know',
    category: 'refused',
    severity: 'error',
    docs: `A port entry of a NetworkPolicy is for \`TCP\`, \`UDP\` or \`SCTP\`, in capitals; left out, it is for TCP. It cannot
speak of ICMP. Calico's rules take \`TCP\`, \`UDP\`, \`ICMP\`, \`ICMPv6\`, \`SCTP\`, \`UDPLite\`, or a number from 1 to 255; the ports
of its host endpoints take those with ports. Cilium's ports are for \`TCP\`, \`UDP\`, \`SCTP\` or \`ANY\`, from 1.19 on also for
\`VRRP\` and \`IGMP\`, and from 1.20 on for \`GRE\`, \`IPIP\`, \`IPV6\`, \`ESP\` and \`AH\`; messages of ICMP are \`icmps\`. The API
server refuses the whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  [...KUBERNETES_SHAPED, ...CALICO_RULED, 'calico/HostEndpoint', ...CILIUM_KINDS],
  function* (policy) {
    if (isOf(policy, KUBERNETES_SHAPED)) yield* entryFaults(policy, portsIn(policy));
    else if (isOf(policy, CILIUM_KINDS)) yield* ciliumFaults(policy);
    else if (isOf(policy, CALICO_RULED)) {
      for (const { rule } of calicoRulesIn(policy))
        for (const key of ['protocol', 'notProtocol'] as const) {
          const protocol = fieldIn(policy, rule, key);
          if (protocol !== undefined && !isProtocol(protocol))
            yield unknownProtocol(policy, rule, key, protocol, PROTOCOLS);
        }
    } else if (isOf(policy, ['calico/HostEndpoint'])) {
      const spec = fieldIn(policy, policy.body, 'spec');
      for (const [, port] of itemsIn(policy, spec && fieldIn(policy, spec, 'ports'))) {
        const protocol = fieldIn(policy, port, 'protocol');
        if (protocol !== undefined && !hasPorts(protocol))
          yield unknownProtocol(policy, port, 'protocol', protocol, PORT_PROTOCOLS);
      }
    }
  },
);

function* entryFaults(
  policy: Resource,
  ports: readonly { readonly protocol?: string }[],
): Generator<Refusal> {
  for (const port of ports) {
    const { protocol } = port;
    if (protocol === undefined || (PORT_PROTOCOLS as readonly string[]).includes(protocol))
      continue;
    const place = { ...valuePlace(policy, port, 'protocol'), confidence: 'proven' as const };
    if (protocol === '') {
      yield {
        ...place,
        message:
          'The protocol is empty, and the API server refuses that. Leave the key out for TCP.',
        fixes: [
          {
            title: 'Remove it, which means TCP',
            safe: false,
            edits: () => removeKey(policy, port, 'protocol'),
          },
        ],
      };
      continue;
    }
    const { advice, fixes } = suggestion(policy, port, 'protocol', protocol, PORT_PROTOCOLS);
    yield {
      ...place,
      message: `\`${protocol}\` is no protocol of NetworkPolicy, so the API server refuses this policy. ${advice}`,
      fixes,
    };
  }
}

/** Protocols that the definitions do not list, and such as came with later releases. */
function* ciliumFaults(resource: Resource): Generator<Refusal> {
  for (const part of schemaPartsIn(resource)) {
    const { object, step, value, node } = part;
    const words = wordsOf(part);
    if (step !== 'protocol' || words.length === 0 || typeof value !== 'string') continue;
    const since = node['x-values']?.[value];
    if (since !== undefined)
      yield {
        ...partPlace(resource, part),
        of: 'Cilium',
        until: since,
        message: `Ports can be for ${value} since Cilium ${since}.`,
      };
    if (words.includes(value)) continue;
    const isIcmp = /^icmp(?:v?[46])?$/i.test(value);
    const usual = words.filter((word) => node['x-values']?.[word] === undefined);
    const { advice, fixes } = suggestion(resource, object, step, value, usual);
    yield {
      ...partPlace(resource, part),
      message: `${value === '' ? 'An empty text' : `\`${value}\``} is no protocol of ports, ${refusedByServer(resource)}. ${isIcmp ? 'Messages of ICMP are listed in `icmps`, in an item without `toPorts`.' : advice}`,
      fixes: isIcmp ? [] : fixes,
    };
  }
}

function unknownProtocol(
  policy: Resource,
  object: object,
  key: string,
  protocol: CalicoProtocol,
  choices: readonly string[],
): Refusal {
  const what = choices === PROTOCOLS ? 'no protocol' : 'no protocol with ports';
  const { advice, fixes } = suggestion(policy, object, key, String(protocol), choices);
  const isNumber = /^-?\d+$/.test(String(protocol));
  return {
    ...valuePlace(policy, object, key),
    confidence: 'proven',
    message: `${protocol === '' ? 'An empty text' : `\`${protocol}\``} is ${what}, ${ignoredBy(policy)}. ${isNumber && choices === PROTOCOLS ? 'Protocols have numbers from 1 to 255.' : advice}`,
    fixes,
  };
}

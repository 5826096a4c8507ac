import { LAST_PORT } from '../policy/ciliumPort.ts';
import type { HostEndpoint } from '../model/calico.ts';
import { setKey, setScalar } from '../model/edit.ts';
import {
  ADMIN_KINDS,
  CALICO_RULED,
  CILIUM_POLICIES,
  isOf,
  KUBERNETES_SHAPED,
} from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { calicoPortFaults } from './calicoPortFaults.ts';
import { entitiesIn, ignoredBy, thingOf } from './calicoWalk.ts';
import { ciliumPortFaults, redirectPortFaults } from './ciliumPorts.ts';
import { portNameFault } from './grammar.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, itemsIn, portsIn, valuePlace } from './walk.ts';

/** Port numbers out of range, and port names that no container can have. */
export default admissionRule(
  {
    code: 'invalid-port',
    title: 'A port that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `A port is a number from 1 to 65535, or the name that a container gives one of its ports: at most 15 lower-case
letters, digits and single \`-\` inside, with at least one letter. A number in quotes is a name, and one without a letter
is refused. To mean every port, leave \`port\` out. The kinds of administrators take numbers where they ask for them; names
are not checked there. In Calico's rules a number may stand in quotes, and a range is written \`8000:8100\`. In Cilium's a
port is a text: a number in quotes, of which 0 means every port, or the name of a service. The API server looks at it
loosely; what Cilium cannot read it stores, and enforces nothing of the whole policy. A zero at the beginning makes a number
octal. Protocols without ports have port 0 or, with a flag of its agent, none.`,
    since: '0.1.0',
    fixable: true,
  },
  [
    ...KUBERNETES_SHAPED,
    ...ADMIN_KINDS,
    ...CALICO_RULED,
    'calico/HostEndpoint',
    ...CILIUM_POLICIES,
    'cilium/CiliumLocalRedirectPolicy',
  ],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) {
      yield* ciliumPortFaults(policy);
      return;
    }
    if (isOf(policy, ['cilium/CiliumLocalRedirectPolicy'])) {
      yield* redirectPortFaults(policy);
      return;
    }
    if (isOf(policy, CALICO_RULED)) {
      for (const directed of entitiesIn(policy)) yield* calicoPortFaults(policy, directed);
      return;
    }
    if (!isOf(policy, KUBERNETES_SHAPED)) {
      yield* numberFaults(policy);
      if (isOf(policy, ['calico/HostEndpoint'])) yield* hostPortFaults(policy);
      return;
    }
    for (const entry of portsIn(policy)) {
      const { port } = entry;
      if (port === undefined) continue;
      const place = () => ({
        ...valuePlace(policy, entry, 'port'),
        confidence: 'proven' as const,
      });
      if (typeof port === 'number') {
        if (port >= 1 && port <= 65535) continue;
        const advice =
          port === 0 ? 'To mean every port, leave `port` out.' : 'Ports go from 1 to 65535.';
        yield {
          ...place(),
          message: `There is no port ${port}, so the API server refuses this policy. ${advice}`,
        };
        continue;
      }
      const fault = portNameFault(port);
      if (fault === null) continue;
      if (port === '') {
        yield {
          ...place(),
          message:
            'The port is empty, and the API server refuses that. To mean every port, leave `port` out.',
        };
        continue;
      }
      const number = /^[0-9]{1,5}$/.test(port) ? Number(port) : 0;
      if (number >= 1 && number <= 65535)
        yield {
          ...place(),
          message: `"${port}" in quotes is a port name, and names need a letter, so the API server refuses this policy. Write ${number} without quotes.`,
          fixes: [
            {
              title: `Write ${number} as a number`,
              safe: true,
              edits: () => setScalar(policy, entry, 'port', number),
            },
          ],
        };
      else {
        const range = rangeIn(port);
        const advice =
          range === null
            ? ''
            : ` A range is \`port: ${range.first}\` with \`endPort: ${range.last}\`.`;
        yield {
          ...place(),
          message: `"${port}" cannot be the name of a port, so the API server refuses this policy: it ${fault}.${advice}`,
          fixes:
            range === null || entry.endPort !== undefined
              ? []
              : [
                  {
                    title: `Write the range from ${range.first} to ${range.last}`,
                    safe: true,
                    edits: () => [
                      ...setScalar(policy, entry, 'port', range.first),
                      ...setKey(policy, entry, 'endPort', range.last),
                    ],
                  },
                ],
        };
      }
    }
  },
);

/** Every number of a port in an administrator's policy that is none. */
function* numberFaults(policy: Resource): Generator<Refusal> {
  for (const part of schemaPartsIn(policy)) {
    const { step, value, node } = part;
    if (node.maximum !== LAST_PORT || typeof value !== 'number') continue;
    if (value >= 1 && value <= LAST_PORT) continue;
    const advice =
      value === 0 && (step === 'port' || step === 'number')
        ? `Every port is the range from 1 to ${LAST_PORT}.`
        : `Ports go from 1 to ${LAST_PORT}.`;
    yield {
      ...partPlace(policy, part),
      message: `There is no port ${value}, so the API server refuses this ${thingOf(policy)}. ${advice}`,
    };
  }
}

/** Names that a host endpoint cannot give a port. */
function* hostPortFaults(resource: Resource<HostEndpoint>): Generator<Refusal> {
  const spec = fieldIn(resource, resource.body, 'spec');
  for (const [, port] of itemsIn(resource, spec && fieldIn(resource, spec, 'ports'))) {
    const name = fieldIn(resource, port, 'name');
    const fault = name === undefined ? null : portNameFault(name);
    if (fault === null) continue;
    yield {
      ...valuePlace(resource, port, 'name'),
      confidence: 'proven',
      message: `\`${name!}\` cannot be the name of a port, ${ignoredBy(resource)}: a name ${fault}.`,
    };
  }
}

/** The range that a text such as `8000-8100` tries to be. */
function rangeIn(text: string): { readonly first: number; readonly last: number } | null {
  const [first = 0, last = 0] = (
    /^([0-9]{1,5}) *[-:] *([0-9]{1,5})$/.exec(text)?.slice(1) ?? []
  ).map(Number);
  return first >= 1 && first <= last && last <= 65535 ? { first, last } : null;
}

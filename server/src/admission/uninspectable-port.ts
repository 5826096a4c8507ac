import { setKey, setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { readCiliumPort } from '../policy/ciliumPort.ts';
import { portsOf, type PlacedPort } from './ciliumPorts.ts';
import { l7KindsOf, portRulesIn, STORED, type PortRuleOfItem } from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole, valuePlace } from './walk.ts';

/** Ports whose requests are to be judged, although Cilium cannot look into them. */
export default admissionRule(
  {
    code: 'uninspectable-port',
    title: 'A port whose requests Cilium cannot judge',
    category: 'refused',
    severity: 'error',
    docs: `Where \`rules\` judge requests of HTTP, each port of the same entry needs \`protocol: TCP\`: without a protocol it is
for all of them. DNS goes over any, but needs ports, and no range. None can be port 0, which is every port. Before 1.17
requests of HTTP were judged on no range either. The API server says nothing; Cilium enforces nothing of the whole policy.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of portRulesIn(policy)) {
      const kinds = l7KindsOf(policy, part);
      if (kinds.length === 0) continue;
      const isDns = kinds.includes('dns');
      if (isDns) yield* portlessFault(policy, part);
      for (const placed of portsOf(policy, part)) yield* portFaults(policy, placed, isDns);
    }
  },
);

function* portlessFault(policy: Resource, { portRule }: PortRuleOfItem): Generator<Refusal> {
  const { source } = policy;
  if (!isWhole(policy, portRule) || (portRule.ports?.length ?? 0) > 0) return;
  yield {
    span: source.key(portRule, 'rules'),
    field: fieldText([...source.path(portRule), 'ports']),
    confidence: 'proven',
    by: 'agent',
    message: `DNS rules need \`ports\`, and there are none, ${STORED}.`,
    fixes: [
      {
        title: 'Add port 53',
        safe: false,
        edits: () => setKey(policy, portRule, 'ports', [{ port: '53', protocol: 'ANY' }]),
      },
    ],
  };
}

function* portFaults(policy: Resource, { entry }: PlacedPort, isDns: boolean): Generator<Refusal> {
  const port = fieldIn(policy, entry, 'port');
  const read = port === undefined ? null : readCiliumPort(port);
  const common = { confidence: 'proven', by: 'agent' } as const;
  if (read?.kind === 'number' && read.port === 0) {
    yield {
      ...valuePlace(policy, entry, 'port'),
      ...common,
      message: `Requests are judged on certain ports only, not on port ${port!}, which is every port, ${STORED}.`,
    };
    return;
  }
  const endPort = fieldIn(policy, entry, 'endPort') ?? 0;
  if (read?.kind === 'number' && endPort > read.port)
    yield {
      ...valuePlace(policy, entry, 'endPort'),
      ...common,
      ...(!isDns && { of: 'Cilium', until: '1.17' }),
      message: isDns
        ? `DNS rules do not go with a range of ports, ${STORED}. List the ports one by one.`
        : `Requests are not judged on a range of ports, ${STORED}.`,
    };
  const protocol = fieldIn(policy, entry, 'protocol');
  if (isDns || protocol === 'TCP' || !isWhole(policy, entry)) return;
  const given = protocol === undefined || protocol === 'ANY';
  const place = valuePlace(policy, entry, protocol === undefined ? 'port' : 'protocol');
  yield {
    ...place,
    ...common,
    message:
      `Requests are judged over TCP only, and this port is for ${protocol === undefined ? 'every protocol, as none is written' : protocol === 'ANY' ? 'every protocol' : protocol}, ${STORED}. ${given ? 'Write `protocol: TCP`.' : ''}`.trim(),
    fixes: [overTcp(policy, entry, protocol === undefined, given)],
  };
}

/** Whoever names no protocol can only mean the one over which requests go. */
const overTcp = (policy: Resource, entry: object, absent: boolean, safe: boolean): Fix => ({
  title: absent ? 'Add `protocol: TCP`' : 'Change the protocol to `TCP`',
  safe,
  edits: () =>
    absent ? setKey(policy, entry, 'protocol', 'TCP') : setScalar(policy, entry, 'protocol', 'TCP'),
});

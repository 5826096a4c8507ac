import type { CalicoEntity, CalicoRule } from '../model/calico.ts';
import { prependKey } from '../model/edit.ts';
import { CALICO_RULED } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { readPort } from './calicoPort.ts';
import { hasPorts } from './calicoProtocol.ts';
import { calicoRulesIn, ignoredBy, sidesOf, type DirectedRule } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole, itemsIn } from './walk.ts';
import { fieldText } from '../model/fieldText.ts';

/** Ports of a rule that does not say of which protocol, or whose protocol has none. */
export default admissionRule(
  {
    code: 'ports-without-protocol',
    title: 'Ports without a protocol that has ports',
    category: 'refused',
    severity: 'error',
    docs: `A rule of Calico with \`ports\` or \`notPorts\` needs the \`protocol\` TCP, UDP or SCTP: unlike in a NetworkPolicy of
Kubernetes nothing is assumed, and \`notProtocol\` does not count. Only names of ports go without a protocol, from Calico 3.32
on. Calico refuses the whole policy otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_RULED,
  function* (policy) {
    for (const directed of calicoRulesIn(policy)) {
      const found = portsOf(policy, directed);
      if (found === null || !isWhole(policy, directed.rule)) continue;
      const { protocol } = directed.rule;
      if (protocol === undefined) yield* withoutProtocol(policy, directed.rule, found);
      // A protocol in small letters is another mistake, and this one is gone with it.
      else if (
        !hasPorts(String(protocol).toUpperCase()) &&
        fieldIn(policy, directed.rule, 'protocol') !== undefined
      )
        yield {
          ...placeOf(policy, found),
          message: `\`${protocol}\` has no ports, ${ignoredBy(policy)}. Ports go with the protocols TCP, UDP and SCTP: leave them out, or change the protocol.`,
        };
    }
  },
);

/** The first list of ports of a rule, and whether there is a number in any of them. */
interface Ports {
  readonly entity: CalicoEntity;
  readonly key: 'ports' | 'notPorts';
  readonly numbers: boolean;
}

function portsOf(policy: Resource, { direction, rule }: DirectedRule): Ports | null {
  const lists = sidesOf(policy, direction, rule).flatMap(({ entity }) =>
    (['ports', 'notPorts'] as const).flatMap((key) => {
      const items = itemsIn(policy, fieldIn(policy, entity, key)).map(([, port]) => port);
      if (items.length === 0) return [];
      return [{ entity, key, numbers: items.some((port) => readPort(port).kind !== 'name') }];
    }),
  );
  const [first] = lists;
  return first === undefined ? null : (lists.find(({ numbers }) => numbers) ?? first);
}

function* withoutProtocol(policy: Resource, rule: CalicoRule, ports: Ports): Generator<Refusal> {
  const fixes = ['TCP', 'UDP'].map((protocol) => ({
    title: `Add \`protocol: ${protocol}\``,
    safe: false,
    edits: () => prependKey(policy, rule, 'protocol', protocol),
  }));
  const other = rule.notProtocol === undefined ? '' : ', and `notProtocol` is none';
  yield ports.numbers
    ? {
        ...placeOf(policy, ports),
        message: `Numbers of ports need the protocol that they belong to${other}, ${ignoredBy(policy)}. Add \`protocol\`: TCP, UDP or SCTP.`,
        fixes,
      }
    : {
        ...placeOf(policy, ports),
        of: 'Calico',
        until: '3.32',
        message: `Names of ports need the protocol that they belong to${other}. Add \`protocol\`: TCP, UDP or SCTP.`,
        fixes,
      };
}

const placeOf = (
  { source }: Resource,
  { entity, key }: Ports,
): Pick<Refusal, 'span' | 'field' | 'confidence'> => ({
  span: source.key(entity, key),
  field: fieldText([...source.path(entity), key]),
  confidence: 'proven',
});

import type { CiliumKafka } from '../model/cilium.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { allowingPortRulesIn, STORED } from './ciliumWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { fieldIn, itemsIn, valuePlace } from './walk.ts';

/** Rules about Kafka and other parsers that the releases which know them cannot use. */
export default admissionRule(
  {
    code: 'invalid-kafka-rule',
    title: 'A rule about Kafka, or for another parser, that cannot be used',
    category: 'refused',
    severity: 'error',
    docs: `Cilium before 1.20 judges requests of Kafka by a \`role\` or an \`apiKey\`, not by both; an \`apiVersion\` goes from 0 to
32767; a \`topic\` holds letters, digits, \`.\`, \`_\` and \`-\`. \`l7\` needs the name of its parser in \`l7proto\`, and no key of it
is empty. The API server says nothing; Cilium enforces nothing of the whole policy.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { portRule } of allowingPortRulesIn(policy)) {
      const rules = fieldIn(policy, portRule, 'rules');
      if (rules === undefined) continue;
      for (const [, kafka] of itemsIn(policy, fieldIn(policy, rules, 'kafka')))
        yield* kafkaFaults(policy, kafka);
      const entries = fieldIn(policy, rules, 'l7') ?? [];
      for (const [, entry] of itemsIn(policy, entries))
        if (Object.hasOwn(entry, ''))
          yield {
            ...BEFORE,
            span: policy.source.key(entry, ''),
            field: fieldText(policy.source.path(entry)),
            message: `A key of \`l7\` is empty, ${STORED}.`,
          };
    }
  },
);

const BEFORE = { confidence: 'proven', by: 'agent', of: 'Cilium', until: '1.20' } as const;

/** The kinds of requests, as Cilium calls them. */
const API_KEYS = (
  'produce fetch offsets metadata leaderandisr stopreplica updatemetadata controlledshutdown offsetcommit offsetfetch ' +
  'findcoordinator joingroup heartbeat leavegroup syncgroup describegroups listgroups saslhandshake apiversions ' +
  'createtopics deletetopics deleterecords initproducerid offsetforleaderepoch addpartitionstotxn addoffsetstotxn ' +
  'endtxn writetxnmarkers txnoffsetcommit describeacls createacls deleteacls describeconfigs alterconfigs'
).split(' ');

function* kafkaFaults(policy: Resource, kafka: CiliumKafka): Generator<Refusal> {
  const [role, apiKey, apiVersion, topic] = (
    ['role', 'apiKey', 'apiVersion', 'topic'] as const
  ).map((key) => fieldIn(policy, kafka, key) ?? '') as [string, string, string, string];
  if (role !== '' && apiKey !== '')
    yield {
      ...BEFORE,
      ...valuePlace(policy, kafka, 'apiKey'),
      span: policy.source.key(kafka, 'apiKey'),
      message: `\`apiKey\` does not go with \`role\`, which stands for several, ${STORED}.`,
    };
  else if (apiKey !== '' && !API_KEYS.includes(apiKey.toLowerCase())) {
    const { advice, fixes } = suggestion(policy, kafka, 'apiKey', apiKey, API_KEYS);
    yield {
      ...BEFORE,
      ...valuePlace(policy, kafka, 'apiKey'),
      message: `\`${apiKey}\` is no kind of request, ${STORED}.${fixes.length > 0 ? ` ${advice}` : ''}`,
      fixes,
    };
  }
  if (apiVersion !== '' && !(/^\d{1,5}$/.test(apiVersion) && Number(apiVersion) <= 32767))
    yield {
      ...BEFORE,
      ...valuePlace(policy, kafka, 'apiVersion'),
      message: `There is no version \`${apiVersion}\`, ${STORED}. Versions go from 0 to 32767.`,
    };
  if (topic !== '' && !/^[\w.-]+$/.test(topic))
    yield {
      ...BEFORE,
      ...valuePlace(policy, kafka, 'topic'),
      message: `No topic can be called \`${topic}\`, ${STORED}: it may hold only letters, digits, \`.\`, \`_\` and \`-\`.`,
    };
}

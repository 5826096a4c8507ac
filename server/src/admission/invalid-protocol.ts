import { removeKey } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { suggestion } from './suggestion.ts';
import { portsIn, valuePlace } from './walk.ts';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

/** Protocols other than TCP, UDP and SCTP. */
export default admissionRule(
  {
    code: 'invalid-protocol',
    title: 'A protocol other than TCP, UDP and SCTP',
    category: 'refused',
    severity: 'error',
    docs: `A port entry is for \`TCP\`, \`UDP\` or \`SCTP\`, in capitals; left out, it is for TCP. The API server refuses the
whole object otherwise. NetworkPolicy cannot speak of ICMP.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    for (const port of portsIn(policy)) {
      const { protocol } = port;
      if (protocol === undefined || PROTOCOLS.includes(protocol)) continue;
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
      const { advice, fixes } = suggestion(policy, port, 'protocol', protocol, PROTOCOLS);
      yield {
        ...place,
        message: `\`${protocol}\` is no protocol of NetworkPolicy, so the API server refuses this policy. ${advice}`,
        fixes,
      };
    }
  },
);

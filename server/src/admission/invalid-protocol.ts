import type { NetworkPolicy } from '../model/networkPolicy.ts';
import { removeKey, setScalar } from '../model/edit.ts';
import { nearMiss } from '../model/problems.ts';
import { admissionRule } from './rule.ts';
import { portsIn, valuePlace } from './walk.ts';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

/** Protocols other than TCP, UDP and SCTP. */
export default admissionRule<NetworkPolicy>(
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
  ['NetworkPolicy'],
  function* (policy) {
    for (const port of portsIn(policy)) {
      const { protocol } = port;
      if (protocol === undefined || PROTOCOLS.includes(protocol)) continue;
      const near = nearMiss(protocol, PROTOCOLS);
      const advice =
        protocol === ''
          ? 'Leave the key out for TCP.'
          : near !== null
            ? `Did you mean \`${near}\`?`
            : 'There are `TCP`, `UDP` and `SCTP`; NetworkPolicy cannot speak of others.';
      yield {
        ...valuePlace(policy, port, 'protocol'),
        confidence: 'proven',
        message:
          protocol === ''
            ? `The protocol is empty, and the API server refuses that. ${advice}`
            : `\`${protocol}\` is no protocol of NetworkPolicy, so the API server refuses this policy. ${advice}`,
        fixes: [
          ...(near === null || protocol === ''
            ? []
            : [
                {
                  title: `Change to \`${near}\``,
                  safe: true,
                  edits: () => setScalar(policy, port, 'protocol', near),
                },
              ]),
          ...(protocol === ''
            ? [
                {
                  title: 'Remove it, which means TCP',
                  safe: false,
                  edits: () => removeKey(policy, port, 'protocol'),
                },
              ]
            : []),
        ],
      };
    }
  },
);

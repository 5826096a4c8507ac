import type { CiliumPortRule } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import type { Direction } from '../../../policy/ir.ts';
import { code } from '../../../policy/print.ts';
import { entriesAt, phraseLines } from './entries.ts';
import { namePatternText } from './namePattern.ts';

/** The names that clients of TLS may ask for, or one of them. */
export function serverNameLines(
  { serverNames = [] }: CiliumPortRule,
  [index]: Path,
): readonly string[] {
  if (serverNames.length === 0) return [];
  return [
    ...phraseLines(entriesAt(serverNames, index).map(namePatternText)),
    '',
    '**Only TLS whose client asks for such a name** (SNI): this item lets nothing through without TLS, or with another name.',
    'The name is the client’s own word; where it goes is still for the peers of the item to say. Where rules for the same peers and ports list other names, all of them count for both.',
  ];
}

/** How Cilium's proxy ends the TLS of the client, or opens that to the server (its API of policies, `TLSContext`). */
export function tlsLines(
  { rules, serverNames = [], ...portRule }: CiliumPortRule,
  field: 'terminatingTLS' | 'originatingTLS',
  direction: Direction,
): readonly string[] {
  const tls = portRule[field];
  if (tls?.secret?.name === undefined) return [];
  const { secret, certificate = 'tls.crt', privateKey = 'tls.key', trustedCA = 'ca.crt' } = tls;
  const from = `Secret ${code(secret.namespace === undefined ? secret.name : `${secret.namespace}/${secret.name}`)}`;
  const [client, server] =
    direction === 'egress' ? ['these pods', 'the peers'] : ['the peers', 'these pods'];
  const isBare = Object.keys(rules ?? {}).length === 0 && serverNames.length === 0;
  return [
    ...(field === 'terminatingTLS'
      ? [
          `**Cilium’s proxy ends the TLS of ${client}**, with the certificate ${code(certificate)} and the key ${code(privateKey)} of ${from}.`,
          `They see that certificate in place of the server’s, and have to trust it.`,
        ]
      : [
          `**Cilium’s proxy opens TLS to ${server}**, and trusts the certificates of ${code(trustedCA)} of ${from}.`,
        ]),
    ...(isBare
      ? ['So that `rules` can look at requests; without any, what is allowed stays the same.']
      : []),
  ];
}

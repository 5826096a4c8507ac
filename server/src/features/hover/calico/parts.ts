import { protocolOf } from '../../../policy/lower/calicoPorts.ts';
import { requestsText } from '../../../policy/print.ts';
import type { CalicoScene } from '../scene.ts';
import { messageText, protocolName } from './packets.ts';
import type { ToldRule } from './reading.ts';

/** A part of a rule that speaks of packets, not of their ends. */
export function partLines(
  { written, match }: ToldRule,
  part: string | number,
  { world }: CalicoScene,
): readonly string[] {
  switch (part) {
    case 'protocol':
      return protocolLines(String(written.protocol));
    case 'notProtocol':
      return [
        `**Every protocol but ${protocolName(String(written.notProtocol))}**, those without ports too.`,
      ];
    case 'ipVersion':
      return [
        `**IPv${written.ipVersion} alone**: the rule says nothing of IPv${written.ipVersion === 4 ? 6 : 4}.`,
      ];
    case 'icmp':
    case 'notICMP':
      return written[part]?.type === undefined
        ? []
        : [
            part === 'icmp'
              ? `**${messageText(written, written[part])}** alone.`
              : `**Every message but ${messageText(written, written[part])}**.`,
          ];
    case 'http': {
      if (match?.http === undefined) return [];
      const enforced = world.settings.assumptions.httpRules === 'enforced';
      return [
        `**${requestsText(match.http)}**.`,
        enforced
          ? 'The application layer policy looks at requests here, as the setting `calico.httpRules` says.'
          : 'Only the application layer policy of Calico looks at requests. Where it is not in use this clause counts for nothing, and the rule allows the whole connection.',
        ...(match.http.paths.some(({ kind }) => kind === 'prefix')
          ? ['A prefix ends with a whole segment: `/pub` is not the beginning of `/public`.']
          : []),
      ];
    }
    default:
      return [];
  }
}

function protocolLines(protocol: string): readonly string[] {
  const name = protocolOf(protocol);
  const only = `**${protocolName(protocol)} alone**`;
  return name === 'ICMP' || name === 'ICMPv6'
    ? [
        `${only}, which has no ports: ping and messages about errors. \`icmp\` narrows it to one type.`,
        ...(name === protocol ? [`By its name it means IPv${name === 'ICMP' ? 4 : 6} alone.`] : []),
      ]
    : [`${only}; what is to hold for another protocol needs a rule of its own.`];
}

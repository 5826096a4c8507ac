import type { Endpoint } from '../../policy/endpoint.ts';
import type { Step } from '../../policy/explain.ts';
import { endpointName, list } from '../../policy/print.ts';
import { TIERS } from '../../policy/tiers.ts';
import type { Explained } from '../explain.ts';
import type { Gathered } from '../gather.ts';
import type { Host, Paint } from '../host.ts';
import { rangeIn } from '../report.ts';
import { harmless } from '../../base/harmless.ts';
import { placeText } from './text.ts';

/** `explain` for people: the answer first, then who decides at either end, and where that stands. */
export function explainText(
  explained: Explained,
  gathered: Gathered,
  { paint }: Pick<Host, 'paint'>,
): string {
  const { from, to, egress, ingress, cases, verdict, apart } = explained;
  const split = new Set(cases.map((each) => each.verdict)).size > 1;
  return [
    answer(explained, paint),
    ...(split ? caseLines(explained, paint) : []),
    ...side(`Egress of ${from.name}`, egress, gathered, paint),
    ...side(`Ingress of ${to.name}`, ingress, gathered, paint),
    ...(verdict === 'unknown' && !split
      ? [
          '',
          'What only these files leave open, an inventory of the cluster settles: see `netpol help explain`.',
        ]
      : []),
    ...(apart === null ? [] : ['', harmless(apart)]),
    '',
  ].join('\n');
}

const words = {
  allow: ['green', 'allowed'],
  deny: ['red', 'denied'],
  unknown: ['yellow', 'unknown'],
} as const satisfies Record<Explained['verdict'], readonly [keyof Paint, string]>;

const coloured = (verdict: Explained['verdict'], paint: Paint): string => {
  const [colour, word] = words[verdict];
  return paint.bold(paint[colour](word));
};

const answer = ({ from, to, port, verdict }: Explained, paint: Paint): string =>
  `${coloured(verdict, paint)}: ${harmless(`${from.name} -> ${to.name} on ${port}`)}`;

/** What becomes of each part where one name stands for ends that fare differently. */
function caseLines({ cases }: Explained, paint: Paint): string[] {
  return (['allow', 'deny', 'unknown'] as const).flatMap((verdict) => {
    const pairs = cases
      .filter((each) => each.verdict === verdict)
      .map(({ source, destination }) => `${partName(source)} -> ${partName(destination)}`);
    return pairs.length === 0 ? [] : [`  ${coloured(verdict, paint)} for ${harmless(list(pairs))}`];
  });
}

/** An end that is a part of what was asked about: of a name, some of the addresses that DNS may give for it. */
function partName(end: Endpoint): string {
  if (end.kind === 'pods' || end.name === undefined) return endpointName(end);
  const { kind, family, first, last } = end;
  return `${endpointName(end)} at ${endpointName({ kind, family, first, last })}`;
}

function side(
  title: string,
  steps: readonly Step[],
  { snapshot, nameOf }: Gathered,
  paint: Paint,
): string[] {
  // NetworkPolicy alone has no tiers worth telling.
  const chain = steps.some(
    ({ verdict, tier, policy }) =>
      verdict === 'none' || (policy !== null && tier !== 'NetworkPolicy'),
  );
  const isUsual = steps.every(
    ({ tier, policy, verdict }) =>
      TIERS.includes(tier) || (policy === null && verdict === 'default'),
  );
  // The end of all tiers may be called as one of Calico's is.
  const labels = steps.map(({ tier, policy, verdict }) =>
    isUsual || policy !== null || verdict === 'none' ? tier : '',
  );
  const column = Math.max(...(isUsual ? TIERS : labels).map(({ length }) => length)) + 2;
  const lines = steps.map(({ text, place }, index) => {
    const file = place === null ? undefined : snapshot.files.get(place.uri);
    const where =
      file === undefined
        ? ''
        : `${paint.bold(placeText(nameOf(file.uri), rangeIn(file, place!.chunk, place!.span)))}: `;
    return `  ${chain ? labels[index]!.padEnd(column) : ''}${where}${harmless(text)}`;
  });
  return ['', paint.bold(harmless(title)), ...lines];
}

import { capital } from '../../../base/words.ts';
import type { CalicoEntity } from '../../../model/calico.ts';
import type { Path } from '../../../model/source.ts';
import type { Direction, Peer } from '../../../policy/ir.ts';
import { ownText, peersText } from '../../../policy/print.ts';
import type { CalicoScene } from '../scene.ts';
import { conditionsOf } from './conditions.ts';
import { netLines } from './nets.ts';
import { portEntryLines } from './ports.ts';
import type { Reading, ToldRule } from './reading.ts';
import { foundLines } from './found.ts';
import { serviceLines } from './services.ts';

/** One side of a rule. */
export interface Side {
  readonly reading: Reading;
  readonly told: ToldRule;
  readonly side: 'source' | 'destination';
}

/** The side of a rule that is the other end; the remaining one is the endpoint that the policy selects. */
const FAR: Readonly<Record<Direction, Side['side']>> = { ingress: 'source', egress: 'destination' };

/** What one side of a rule asks for, or one of its conditions. */
export function entityLines(
  place: Side,
  [part, item]: Path,
  scene: CalicoScene,
): readonly string[] {
  const { told, side } = place;
  const entity = told.written[side] ?? {};
  switch (part) {
    case undefined:
      return wholeLines(place, entity, scene);
    case 'nets':
    case 'notNets':
      return netLines(entity, part, item, scene);
    case 'ports':
    case 'notPorts':
      return portEntryLines(place, entity, part, item, scene);
    case 'services':
      return serviceLines(place, entity, scene);
    case 'selector':
    case 'notSelector':
    case 'namespaceSelector':
    case 'serviceAccounts':
      return conditionLines(place, entity, part, scene);
    default:
      return [];
  }
}

/** A whole side: who that is, and what must hold of it. */
function wholeLines(place: Side, entity: CalicoEntity, scene: CalicoScene): readonly string[] {
  const conditions = conditionsOf(entity, scene.member.namespace);
  return [
    headLine(place),
    ...found(place, scene),
    ...(conditions.length < 2
      ? []
      : ['', '**All of these** must hold:', ...conditions.map(({ text }) => `- ${text}`)]),
  ];
}

/** One condition of a side: what it asks for, and whom the side finds with all that stands beside it. */
function conditionLines(
  place: Side,
  entity: CalicoEntity,
  field: keyof CalicoEntity,
  scene: CalicoScene,
): readonly string[] {
  const conditions = conditionsOf(entity, scene.member.namespace);
  const own = conditions.filter((one) => one.field === field);
  const others = conditions.filter((one) => one.field !== field);
  return [
    ...own.map(({ text }) => `${capital(text)}.`),
    ...(others.length === 0
      ? []
      : [`**And** ${others.map(({ text }) => text).join('; **and** ')}.`]),
    '',
    ...found(place, scene),
  ];
}

function headLine({ told, side }: Side): string {
  const { match, direction } = told;
  if (match === null) return '';
  if (side === FAR[direction])
    return `**${direction === 'ingress' ? 'From' : 'To'}** ${peersText(match.peers)}${match.peers === 'everyone' ? ', outside the cluster too' : ''}.`;
  const name = direction === 'ingress' ? 'destination' : 'source';
  const itself = `in an ${direction} rule the ${name} is the selected pod itself`;
  return match.own === undefined
    ? `${capital(itself)}.`
    : `**Only for** ${ownText(match.own)}, of all that the policy selects: ${itself}.`;
}

/** The pods and sets that a side speaks of. */
function found({ told, side }: Side, scene: CalicoScene): readonly string[] {
  const { match, direction } = told;
  if (match === null || match.unsure !== null) return [];
  const [peer] =
    side === FAR[direction]
      ? match.peers === 'everyone'
        ? []
        : match.peers
      : [match.own].filter((own): own is Peer => own !== undefined);
  return peer === undefined ? [] : foundLines(peer, scene);
}

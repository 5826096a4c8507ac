import type { AdminRule } from '../../model/adminPolicy.ts';
import type { Path } from '../../model/source.ts';
import type { Direction, IrRule } from '../../policy/ir.ts';
import { peersText } from '../../policy/print.ts';
import { ruleAt } from '../../rules/support/meaning.ts';
import { adminPeerLines } from './adminPeer.ts';
import { adminPortLines } from './adminPort.ts';
import { actionLines, adminRuleLines } from './adminRule.ts';
import { inForceLines } from './policy.ts';
import { portList } from './ports.ts';
import type { AdminScene } from './scene.ts';
import { anywhereLines } from './selected.ts';
import { selectionOf } from './selection.ts';
import { placedIn, priorityLines, standingLines, type Placed } from './standing.ts';
import { ruleWords } from './tierText.ts';

/** What stands at a place of an administrator's policy, in lines; none where the schema says all that there is. */
export function adminLines(scene: AdminScene, path: Path): readonly string[] {
  const [first, second, ...below] = path;
  const placed = placedIn(scene);
  if (first === 'kind' || (first === 'metadata' && (second === undefined || second === 'name')))
    return summary(placed, scene);
  if (first !== 'spec') return [];
  switch (second) {
    case undefined:
      return summary(placed, scene);
    case 'subject':
      return subjectLines(placed, scene);
    case 'tier':
      return standingLines(placed, scene);
    case 'priority':
      return priorityLines(placed, scene);
    case 'ingress':
    case 'egress':
      return sectionLines(placed, second, below, scene);
    default:
      return [];
  }
}

function subjectLines({ policy }: Placed, scene: AdminScene): readonly string[] {
  const { subject } = policy;
  return [
    ...anywhereLines(subject, selectionOf(subject, scene.world), scene),
    ...inForceLines(policy),
  ];
}

const summary = (placed: Placed, scene: AdminScene): readonly string[] => [
  ...subjectLines(placed, scene),
  '',
  ...standingLines(placed, scene),
];

/** How many rules of a list are told. */
const MOST_RULES = 6;

/** The rules of one direction, one of them, or a part of one. */
function sectionLines(
  placed: Placed,
  direction: Direction,
  [index, part, item, ...below]: Path,
  scene: AdminScene,
): readonly string[] {
  const { policy } = placed;
  if (index === undefined)
    return listLines(policy.rules.filter((rule) => rule.direction === direction));
  const rule = ruleAt(policy, direction, Number(index));
  const written = scene.member.resource.body.spec[direction]?.[Number(index)];
  if (rule === undefined || written === undefined || rule.unsure !== null) return [];
  switch (part) {
    case 'action':
      return actionLines(rule, placed, scene);
    case 'from':
    case 'to':
      return peerAt(rule, written[part] ?? [], item, below, scene);
    case 'ports':
    case 'protocols': {
      const term =
        rule.ports === 'all' || item === undefined ? undefined : rule.ports[Number(item)];
      return term === undefined ? portList(rule) : adminPortLines(term, policy, rule, scene);
    }
    default:
      return adminRuleLines(rule, placed, scene);
  }
}

/** All rules of a direction in their order. */
function listLines(rules: readonly IrRule[]): readonly string[] {
  const shown = rules.slice(0, MOST_RULES);
  return [
    '**The first rule that matches has the word**; what none matches is left to later policies and tiers.',
    ...shown.map((rule) => `- ${ruleWords(rule)}`),
    ...(shown.length < rules.length ? [`- and ${rules.length - shown.length} more`] : []),
  ];
}

function peerAt(
  rule: IrRule,
  written: NonNullable<AdminRule['to']>,
  item: Path[number] | undefined,
  [, inner]: Path,
  scene: AdminScene,
): readonly string[] {
  const { peers } = rule;
  const peer = peers === 'everyone' ? undefined : peers[Number(item)];
  if (item === undefined && peers.length === 1) return peerAt(rule, written, 0, [], scene);
  if (item === undefined || peer === undefined)
    return [`**Any one of these is enough**: ${peersText(peers)}.`];
  return adminPeerLines(
    peer,
    written[Number(item)]!,
    typeof inner === 'number' ? inner : null,
    scene,
  );
}

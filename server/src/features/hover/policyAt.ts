import type { EgressRule, IngressRule, NetworkPolicyPeer } from '../../model/networkPolicy.ts';
import type { Path } from '../../model/source.ts';
import type { Direction, IrPolicy, IrRule } from '../../policy/ir.ts';
import { blockLines, exceptionLines } from './block.ts';
import { policyOf, specOf } from './meaning.ts';
import { overriddenLines } from './overridden.ts';
import { alternativesLine, peerAt, ruleText } from './peers.ts';
import { directionLines, inForceLines, policySummary, togetherLines } from './policy.ts';
import { portLines, portList, protocolLines } from './ports.ts';
import type { PolicyScene } from './scene.ts';
import { subjectLines } from './selected.ts';
import { selectionOf } from './selection.ts';
import { defaultLines, idleLines, typesLines } from './types.ts';

/** What stands at a place of a policy, in lines; none where the schema says all that there is. */
export function policyLines(scene: PolicyScene, path: Path): readonly string[] {
  const [first, second, ...below] = path;
  if (first === 'kind' || (first === 'metadata' && (second === undefined || second === 'name')))
    return policySummary(scene);
  if (first !== 'spec') return [];
  const spec = specOf(scene);
  switch (second) {
    case undefined:
      return [...policySummary(scene), '', ...defaultLines(spec)];
    case 'podSelector':
      return subjectText(scene);
    case 'policyTypes':
      return typesLines(spec);
    case 'ingress':
    case 'egress':
      return sectionLines(scene, second, below);
    default:
      return [];
  }
}

function subjectText(scene: PolicyScene): readonly string[] {
  const policy = policyOf(scene);
  const selection = selectionOf(policy.subject, scene.world);
  return [...subjectLines(policy.subject, selection, scene), ...inForceLines(policy)];
}

/** The rules of one direction: all of them, one, or a part of one. */
function sectionLines(
  scene: PolicyScene,
  direction: Direction,
  [index, part, item, ...below]: Path,
): readonly string[] {
  const spec = specOf(scene);
  const idle = idleLines(spec, direction);
  if (idle.length > 0) return idle;
  const policy = policyOf(scene);
  if (index === undefined) return listLines(policy, direction, scene);
  const rule = policy.rules.find((one) => one.direction === direction && one.index === index);
  const written: (IngressRule & EgressRule) | undefined = spec[direction]?.[Number(index)];
  if (rule === undefined || written === undefined || rule.unsure !== null) return [];
  const place = { scene, policy, rule, written };
  if (part === 'ports') return portsAt(place, item, below);
  const peer = (written[direction === 'ingress' ? 'from' : 'to'] ?? [])[Number(item)];
  if (item === undefined || peer === undefined)
    return [...ruleText(rule, written, scene), ...overriddenLines(policy, [rule], scene)];
  return peerPart(place, Number(item), peer, below);
}

interface RulePlace {
  readonly scene: PolicyScene;
  readonly policy: IrPolicy;
  readonly rule: IrRule;
  readonly written: IngressRule & EgressRule;
}

/** All rules of a direction: who may connect, and what an empty list means. */
function listLines(policy: IrPolicy, direction: Direction, scene: PolicyScene): readonly string[] {
  const { pods } = selectionOf(policy.subject, scene.world);
  return [
    ...directionLines(policy, pods, direction, scene),
    ...togetherLines(policy, pods, [direction], scene),
    ...overriddenLines(
      policy,
      policy.rules.filter((rule) => rule.direction === direction),
      scene,
    ),
    '',
    ...emptyLines(scene, direction),
  ];
}

/** What an empty list and an empty rule mean, as each is often written for the other. */
function emptyLines(scene: PolicyScene, direction: Direction): readonly string[] {
  const rules = specOf(scene)[direction];
  if (rules?.length === 0)
    return [
      `An empty list allows nothing; \`${direction}: [{}]\`, one empty rule, would allow everything.`,
    ];
  return rules?.some((rule) => Object.keys(rule).length === 0) === true
    ? [
        `An empty rule allows everything; \`${direction}: []\`, without any rule, would allow nothing.`,
      ]
    : [];
}

function portsAt(
  { scene, policy, rule, written }: RulePlace,
  item: Path[number] | undefined,
  [field]: Path,
): readonly string[] {
  const entry = item === undefined ? undefined : written.ports?.[Number(item)];
  if (entry === undefined) return portList(rule);
  return field === 'protocol' ? protocolLines(entry) : portLines(entry, policy, rule, scene);
}

function peerPart(
  { scene, rule }: RulePlace,
  index: number,
  peer: NetworkPolicyPeer,
  [kind, field, item]: Path,
): readonly string[] {
  const { ipBlock } = peer;
  if (ipBlock === undefined || (kind !== undefined && kind !== 'ipBlock'))
    return peerAt(rule, index, peer, scene);
  const exception = field === 'except' ? ipBlock.except?.[Number(item)] : undefined;
  return exception === undefined
    ? [...blockLines(ipBlock, scene), ...alternativesLine(rule, index)]
    : exceptionLines(exception, ipBlock);
}

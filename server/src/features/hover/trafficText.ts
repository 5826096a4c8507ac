import { capital } from '../../base/words.ts';
import { isEmpty } from '../../policy/conns.ts';
import { formatConns } from '../../policy/format.ts';
import type { Direction, IrPolicy } from '../../policy/ir.ts';
import { list, peersText, peerText, policyText, portsText } from '../../policy/print.ts';
import { addressesText } from './addresses.ts';
import { tierBullets } from './tierText.ts';
import { atMost, workloadNames, workloadsOf } from './names.ts';
import type { Scene } from './scene.ts';
import type { Layer, Traffic } from './traffic.ts';
import type { Row } from './trafficRows.ts';

/** How many bullets a direction gets before the rest is counted. */
const MOST_ROWS = 4;

/** What becomes of the connections of some pods in one direction, as lines: a sentence, then who may. */
export function trafficLines(
  traffic: Traffic,
  direction: Direction,
  scene: Scene,
): readonly string[] {
  const { isolated, perhapsIsolated, governing } = traffic;
  const name = `**${capital(direction)}**`;
  if (traffic.chain !== null) return chainLines(traffic, traffic.chain, direction, scene);
  if (traffic.tooMany)
    return [`${name} is restricted, and too many workloads are here to tell who may connect.`];
  if (isolated.length + perhapsIsolated.length === 0 && !traffic.denies)
    return [
      direction === 'ingress'
        ? `${name} is not restricted: everyone may connect, ${unlessElsewhere(direction)}.`
        : `${name} is not restricted: everything may be reached, ${unlessElsewhere(direction)}.`,
    ];
  const doubtful = governing.filter(({ unsure }) => unsure !== null);
  const bullets = bulletsOf(traffic, direction, scene);
  const may = direction === 'ingress' ? 'May connect' : 'May be reached';
  if (isolated.length === 0 && !traffic.denies)
    return [
      `${name} is perhaps restricted, by ${uncertain(doubtful)}.${bullets.length > 0 ? ` ${may} in any case:` : ''}`,
      ...bullets.map((bullet) => `- ${bullet}`),
    ];
  const more =
    doubtful.length === 0
      ? []
      : [`- in doubt: whatever else may be allowed by ${uncertain(doubtful)}`];
  const unruled = !governing.some(({ rules }) =>
    rules.some((rule) => rule.direction === direction),
  );
  const onlyHeldBack = bullets.length === 1 && traffic.heldBack.length > 0;
  if (more.length === 0 && (bullets.length === 0 || onlyHeldBack))
    return [
      `${name} is restricted: ${nobody(direction, unruled)}${onlyHeldBack ? ':' : '.'}`,
      ...bullets.map((bullet) => `- ${bullet}`),
    ];
  return [`${name} is restricted. ${may}:`, ...bullets.map((bullet) => `- ${bullet}`), ...more];
}

/** What the tiers say, one after the other, and who may connect in the end. */
function chainLines(
  traffic: Traffic,
  chain: readonly Layer[],
  direction: Direction,
  scene: Scene,
): readonly string[] {
  const unsure = traffic.governing.filter((policy) => policy.unsure !== null);
  const bullets = [
    ...bulletsOf(traffic, direction, scene),
    ...(unsure.length === 0 ? [] : [elseText(unsure)]),
  ];
  const name = `**${capital(direction)}**`;
  const may = direction === 'ingress' ? 'May connect' : 'May be reached';
  return [
    `${name} is decided tier by tier:`,
    ...tierBullets(traffic, chain, direction, scene),
    ...(traffic.tooMany
      ? []
      : bullets.length === 0
        ? ['', `So ${nobody(direction, false)}.`]
        : ['', `${may}:`, ...bullets.map((bullet) => `- ${bullet}`)]),
  ];
}

/** That uncertain policies may decide more, with each reason once, as they often share it. */
function elseText(unsure: readonly IrPolicy[]): string {
  const why = [...new Set(unsure.flatMap((policy) => policy.unsure ?? []))].slice(0, 2);
  return `in doubt: whatever else is for ${atMost(unsure, policyText, 3)} to decide, as ${list(why)}`;
}

/** What is said of everyone is said of this side alone. */
const unlessElsewhere = (direction: Direction): string =>
  direction === 'ingress'
    ? 'unless held back by policies of their own'
    : 'unless kept out by policies of its own';

const nobody = (direction: Direction, whoever: boolean): string =>
  direction === 'ingress'
    ? `${whoever ? 'nobody' : 'nobody that this workspace describes'} may connect`
    : `${whoever ? 'nothing' : 'nothing that this workspace describes'} may be reached`;

/** Policies of which it is not known whether or as what they are in force, with the reasons. */
const uncertain = (policies: readonly IrPolicy[]): string =>
  list(policies.slice(0, 2).map((policy) => `${policyText(policy)} (${policy.unsure!})`));

function bulletsOf(
  { everyone, rows, wide, heldBack }: Traffic,
  direction: Direction,
  scene: Scene,
): readonly string[] {
  const { assumptions } = scene.world.settings;
  const all: string[] = [];
  if (!isEmpty(everyone))
    all.push(
      `${direction === 'ingress' ? 'everyone' : 'everything'}, outside the cluster too, ${onPorts(formatConns(everyone, assumptions.protocols))}, ${unlessElsewhere(direction)}`,
    );
  const certain = rows.filter(({ why }) => why.length === 0);
  const doubtful = rows.filter(({ why }) => why.length > 0);
  for (const row of certain) all.push(rowText(row, direction, scene));
  for (const { rule, peer } of wide) {
    const unsure = rule.unsure === null ? '' : 'in doubt: ';
    all.push(
      `${unsure}${peerText(peer)} on ${portsText(rule.ports)}, ${unlessElsewhere(direction)}`,
    );
  }
  for (const row of doubtful) all.push(rowText(row, direction, scene));
  const shown = all.slice(0, all.length === MOST_ROWS + 1 ? MOST_ROWS + 1 : MOST_ROWS);
  if (shown.length < all.length) shown.push(`and ${all.length - shown.length} more groups`);
  if (heldBack.length > 0) {
    const names = workloadNames(workloadsOf(heldBack), scene);
    shown.push(
      direction === 'ingress'
        ? `not ${names}: let in here, but held back by their own egress policies`
        : `not ${names}: let through here, but kept out by their own ingress policies`,
    );
  }
  return shown;
}

function rowText(row: Row, direction: Direction, scene: Scene): string {
  const { pods, blocks, conn, only, why } = row;
  const who =
    pods.length > 0
      ? workloadNames(workloadsOf(pods), scene)
      : addressesText(blocks, scene.world.settings.assumptions.ipFamilies);
  const some =
    only === null
      ? ''
      : `, ${direction === 'ingress' ? 'only to' : 'only from'} ${workloadNames(workloadsOf(only), scene)}`;
  const text = `${who} ${onPorts(conn)}${some}`;
  return why.length === 0 ? text : `in doubt: ${text}, as ${list(why)}`;
}

/** Connections in a sentence: "on every port", "on TCP 80,443 and UDP 53". */
const onPorts = (conn: string): string =>
  conn === 'All' ? 'on every port' : `on ${list(conn.split('; '))}`;

/** The rules of a policy in words, for pods that nobody knows, or too many to ask about each. */
export function ruleLines(policy: IrPolicy, direction: Direction): readonly string[] {
  const name = `**${capital(direction)}**`;
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  if (rules.length === 0)
    return [
      `${name} is restricted, and this policy ${direction === 'ingress' ? 'lets nobody in' : 'lets nothing out'}.`,
    ];
  const shown = rules.slice(0, MOST_ROWS);
  return [
    `${name} is restricted. This policy lets ${direction === 'ingress' ? 'in' : 'out to'}:`,
    ...shown.map(({ peers, ports }) => `- ${peersText(peers)} on ${portsText(ports)}`),
    ...(shown.length < rules.length ? [`- and by ${rules.length - shown.length} more rules`] : []),
  ];
}

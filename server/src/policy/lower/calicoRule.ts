import type { CalicoHttp, CalicoRule } from '../../model/calico.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Resource } from '../../model/resource.ts';
import { parseBlock, type Family } from '../cidr.ts';
import type { Direction, HttpMatch, HttpPath, IrRule, Verdict } from '../ir.ts';
import { FAMILIES, lowerEntity } from './calicoEntity.ts';
import { lowerPorts, sourcePorts } from './calicoPorts.ts';
import { isMeaningless, meaningless } from './meaningless.ts';

/** The actions that decide, and the verdict of each. */
export const ACTIONS: readonly (readonly [action: string, verdict: Verdict])[] = [
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
];

/** A rule that only logs decides nothing, and the next has the word. */
export function lowerRule(
  resource: Resource,
  namespace: NamespaceKey | null,
  direction: Direction,
  rule: CalicoRule,
  index: number,
): IrRule[] {
  if (rule.action === 'Log') return [];
  const matched = matchOfRule(resource, namespace, direction, rule, index);
  if (matched === null) return [];
  const known = ACTIONS.filter(([action]) => action === rule.action);
  const unsure =
    matched.unsure ??
    (known.length === 0 ? meaningless(`\`${rule.action}\` is no action`).unsure : null);
  return (known.length === 0 ? ACTIONS : known).map(([, verdict]) => ({
    ...matched,
    verdict,
    unsure,
  }));
}

/**
 * What a rule speaks of, whatever it does with it, and whether or not its direction is in force; null where it exists
 * for no family of addresses, or no port that a connection can come from.
 */
export function matchOfRule(
  { source }: Resource,
  namespace: NamespaceKey | null,
  direction: Direction,
  rule: CalicoRule,
  index: number,
): Omit<IrRule, 'verdict'> | null {
  const span = source.of(rule);
  const [near, far] =
    direction === 'ingress' ? [rule.destination, rule.source] : [rule.source, rule.destination];
  const families = familiesOf(rule);
  const from = sourcePorts(rule);
  if (families.length === 0 || from === 'none') return null;
  const peer = lowerEntity(far ?? {}, namespace, families, span);
  const own = lowerEntity(near ?? {}, namespace, FAMILIES, span);
  const ports = lowerPorts(rule, span);
  const unsure = [peer, own, ports, from].find(
    (part) => typeof part === 'object' && isMeaningless(part),
  );
  return {
    direction,
    index,
    name: null,
    peers: typeof peer === 'string' || isMeaningless(peer) ? 'everyone' : [peer],
    ports: typeof ports === 'string' || isMeaningless(ports) ? 'all' : ports,
    ...(typeof own !== 'string' && !isMeaningless(own) && { own }),
    ...(rule.http !== undefined && { http: lowerHttp(rule.http) }),
    unsure: unsure?.unsure ?? null,
    ...(typeof from !== 'string' && from === unsure && from.ports !== null && { from: from.ports }),
    span,
  };
}

/**
 * The IP families that a rule exists for: a list of nets, wanted or not, that has none of a family leaves out all of
 * that family (felix, filtering of nets by IP version).
 */
function familiesOf({ ipVersion, source = {}, destination = {} }: CalicoRule): readonly Family[] {
  const lists = [source.nets, source.notNets, destination.nets, destination.notNets];
  return FAMILIES.filter(
    (family) =>
      (ipVersion === undefined || family === `IPv${ipVersion}`) &&
      lists.every(
        (list = []) =>
          list.length === 0 || list.some((text) => (parseBlock(text)?.family ?? family) === family),
      ),
  );
}

const lowerHttp = ({ methods = [], paths = [] }: CalicoHttp): HttpMatch => ({
  methods,
  paths: paths.flatMap(({ exact, prefix }): readonly HttpPath[] => [
    ...(exact === undefined ? [] : [{ kind: 'exact' as const, path: exact }]),
    ...(prefix === undefined ? [] : [{ kind: 'prefix' as const, path: prefix }]),
  ]),
});

import type { Span } from '../../../base/span.ts';
import type { NetworkPolicyPeer, NetworkPolicyPort } from '../../../model/networkPolicy.ts';
import type { Origin } from '../../../model/rewrite.ts';
import type { Direction } from '../../../policy/ir.ts';
import type { Made } from './conversion.ts';

/** A rule of Kubernetes in the making: any of its peers on any of its ports, or everyone and everything where null. */
export interface Unit {
  readonly peers: readonly NetworkPolicyPeer[] | null;
  readonly ports: readonly NetworkPolicyPort[] | null;
  readonly spans: readonly Span[];
  readonly origins: readonly Origin[];
}

/** Rules of one direction; those that differ in their ports or in their peers alone become one. */
export function rulesOf(units: readonly Unit[], direction: Direction): Made<readonly object[]> {
  const side = direction === 'ingress' ? 'from' : 'to';
  const made = joined(joined(units, 'peers', 'ports'), 'ports', 'peers').map(
    ({ peers, ports, spans, origins }) => {
      const rule = {
        ...(peers !== null && { [side]: peers }),
        ...(ports !== null && { ports }),
      };
      return { value: rule, origins: [...spans.map((from) => ({ of: rule, from })), ...origins] };
    },
  );
  return {
    value: made.map(({ value }) => value),
    origins: made.flatMap(({ origins }) => origins),
  };
}

/** Neighbours that are the same in one part become one with the other parts of both. */
function joined(
  units: readonly Unit[],
  same: 'peers' | 'ports',
  other: 'peers' | 'ports',
): readonly Unit[] {
  const made: Unit[] = [];
  for (const unit of units) {
    const last = made.at(-1);
    if (last === undefined || JSON.stringify(last[same]) !== JSON.stringify(unit[same])) {
      made.push(unit);
      continue;
    }
    const [some, more] = [last[other], unit[other]];
    const all = some === null || more === null ? null : [...some, ...more];
    const [first] = all === null ? [] : more!;
    made[made.length - 1] = {
      ...last,
      [other]: all,
      spans: first === undefined ? [...last.spans, ...unit.spans] : last.spans,
      origins: [
        ...last.origins,
        ...(first === undefined ? [] : unit.spans.map((from) => ({ of: first, from }))),
        ...unit.origins,
      ],
    };
  }
  return made;
}

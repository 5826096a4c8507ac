import { CILIUM_POLICIES, kindOf } from '../../../model/kinds.ts';
import type { NamespaceKey } from '../../../model/namespace.ts';
import type { Path } from '../../../model/resource.ts';
import type { Direction } from '../../../policy/ir.ts';
import { valueAt } from '../selectors.ts';
import type { Spot } from '../spot.ts';

/** A place in a rule of one of Cilium's policies: `spec`, or an entry of `specs`. */
export interface RulePlace {
  /** The steps to the rule. */
  readonly rule: Path;
  /** The steps from there on. */
  readonly below: Path;
  /** The namespace of the policy; null for one of the whole cluster. */
  readonly home: NamespaceKey | null;
}

/** The place in a rule of Cilium's at a cursor; null where it is in none. */
export function rulePlace({ path, body, namespace }: Spot): RulePlace | null {
  const kind = kindOf(String(valueAt(body, ['apiVersion'])), String(valueAt(body, ['kind'])));
  if (kind === null || !CILIUM_POLICIES.some((id) => id === kind.id)) return null;
  const depth = path[0] === 'spec' ? 1 : path[0] === 'specs' ? 2 : 0;
  if (depth === 0 || path.length <= depth) return null;
  return {
    rule: path.slice(0, depth),
    below: path.slice(depth),
    home: kind.namespaced ? namespace : null,
  };
}

/** A place in an item of a rule: an entry of one of its sections. */
export interface ItemPlace extends RulePlace {
  /** The steps to the item. */
  readonly item: Path;
  readonly direction: Direction;
  readonly isDeny: boolean;
  /** The field of the item, and the steps below it. */
  readonly field: string;
  readonly inside: Path;
}

const SECTIONS = /^(ingress|egress)(Deny)?$/;

/** The place in an item of Cilium's at a cursor; null where it is in none. */
export function itemPlace(spot: Spot): ItemPlace | null {
  const place = rulePlace(spot);
  if (place === null) return null;
  const [section, index, field, ...inside] = place.below;
  const found = SECTIONS.exec(String(section));
  if (found === null || typeof index !== 'number' || field === undefined) return null;
  return {
    ...place,
    item: [...place.rule, section!, index],
    direction: found[1] as Direction,
    isDeny: found[2] !== undefined,
    field: String(field),
    inside,
  };
}

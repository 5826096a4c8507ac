import type { CiliumItem, CiliumRule, CiliumSection } from '../../../model/cilium.ts';
import type { Path } from '../../../model/source.ts';
import type { Direction, IrPolicy, IrRule, Verdict } from '../../../policy/ir.ts';
import { lowerAll } from '../../../policy/lower/lower.ts';
import type { CiliumScene } from '../scene.ts';

/** One rule of a policy of Cilium's, `spec` or an entry of `specs`: as it is written, and what it means. */
export interface Reading {
  readonly rule: CiliumRule;
  readonly policy: IrPolicy;
  /** Whether the evaluator asks it; not where another policy of its name stands for it, or Cilium does not enforce. */
  readonly isInForce: boolean;
}

/** The rules of a policy in their order. */
export function readingsOf(scene: CiliumScene): readonly Reading[] {
  const { spec, specs = [] } = scene.member.resource.body;
  const rules = [...(spec === undefined || Object.keys(spec).length === 0 ? [] : [spec]), ...specs];
  const own = lowerAll(scene.member.resource, scene.member);
  const known = enforced(own[0], scene);
  const isInForce = known.length === own.length;
  return rules.flatMap((rule, index) => {
    const policy = (isInForce ? known : own)[index];
    return policy === undefined ? [] : [{ rule, policy, isInForce }];
  });
}

/** The policies that the evaluator has in the place of one. */
function enforced(own: IrPolicy | undefined, { world, home }: CiliumScene): readonly IrPolicy[] {
  if (own === undefined) return [];
  const key = home ?? world.spokenOf(own.subject.namespaces)[0];
  const tiers = key === undefined ? world.clusterTiers() : world.tiers(key);
  return tiers
    .flatMap(({ ranks }) => ranks.flat())
    .filter(
      ({ place }) =>
        place.uri === own.place.uri &&
        place.chunk === own.place.chunk &&
        place.span.start === own.place.span.start,
    );
}

/** The rule at a path of a policy, and the steps below it; null elsewhere. */
export function readingAt(
  path: Path,
  scene: CiliumScene,
): { readonly reading: Reading; readonly below: Path } | null {
  const { spec } = scene.member.resource.body;
  const readings = readingsOf(scene);
  const before = spec === undefined || Object.keys(spec).length === 0 ? 0 : 1;
  const [first, second] = path;
  const reading =
    first === 'spec'
      ? readings[0]
      : first === 'specs' && typeof second === 'number'
        ? readings[before + second]
        : undefined;
  return reading === undefined ? null : { reading, below: path.slice(first === 'spec' ? 1 : 2) };
}

/** An item of a rule, and the rules of the engine that it became: one for each of its ports with conditions of their own. */
export interface ItemReading extends Reading {
  readonly item: CiliumItem;
  readonly direction: Direction;
  readonly verdict: Extract<Verdict, 'allow' | 'deny'>;
  readonly rules: readonly IrRule[];
  /** Those that drop what the item is for, as no peer can prove what it asks for. */
  readonly drops: readonly IrRule[];
}

/** The sections of a rule, those that deny first, as they win. */
export const SECTIONS = [
  { name: 'ingressDeny', direction: 'ingress', verdict: 'deny' },
  { name: 'ingress', direction: 'ingress', verdict: 'allow' },
  { name: 'egressDeny', direction: 'egress', verdict: 'deny' },
  { name: 'egress', direction: 'egress', verdict: 'allow' },
] as const satisfies readonly {
  readonly name: CiliumSection;
  readonly direction: Direction;
  readonly verdict: Verdict;
}[];

/** One of them. */
export type Section = (typeof SECTIONS)[number];

/** The items of a section. What authentication makes of an allow is left out here. */
export const itemsOf = (
  reading: Reading,
  { name, direction, verdict }: Section,
): readonly ItemReading[] =>
  (reading.rule[name] ?? []).map((item, index) => {
    const own = reading.policy.rules.filter(
      (rule) => rule.index === index && rule.direction === direction,
    );
    const rules = own.filter((rule) => rule.verdict === verdict);
    const drops = rules.length > 0 ? [] : own.filter((rule) => rule.authentication !== undefined);
    return { ...reading, item, direction, verdict, rules, drops };
  });

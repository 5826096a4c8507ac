import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { Direction } from '../../policy/ir.ts';
import { effectivePolicyTypes } from '../../policy/lower/k8s.ts';

type Spec = NetworkPolicy['spec'];

/** In which directions a policy restricts its pods, and where that comes from. */
export function typesLines(spec: Spec): readonly string[] {
  const types = effectivePolicyTypes(spec);
  const first =
    types.ingress && types.egress
      ? '**Restricts ingress and egress** of the selected pods: what no policy allows is denied.'
      : types.ingress
        ? '**Restricts ingress** of the selected pods: what no policy allows is denied. Egress is left alone.'
        : types.egress
          ? '**Restricts egress** of the selected pods: what no policy allows is denied. Ingress is left alone.'
          : '**Restricts nothing.**';
  return [
    first,
    ...defaultLines(spec),
    ...(['ingress', 'egress'] as const).flatMap((direction) => idleLines(spec, direction)),
  ];
}

/** Why the directions are what they are where `policyTypes` is missing; nothing where it is written. */
export function defaultLines({ policyTypes, egress }: Spec): readonly string[] {
  if (policyTypes !== undefined && policyTypes.length > 0) return [];
  const start = policyTypes === undefined ? 'Without `policyTypes`' : 'With empty `policyTypes`';
  const rest =
    (egress ?? []).length > 0
      ? 'and egress too, as there is an egress rule'
      : egress === undefined
        ? 'and egress only if there is an egress rule'
        : 'and egress only if there is an egress rule, which `egress: []` is not';
  return [`${start} a policy restricts ingress, ${rest}.`];
}

/** That the rules of a direction count for nothing, where its type is missing. */
export function idleLines(spec: Spec, direction: Direction): readonly string[] {
  const rules = spec[direction] ?? [];
  if (rules.length === 0 || effectivePolicyTypes(spec)[direction]) return [];
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  return [
    `**Without effect**: the ${direction} rules do not count, as \`policyTypes\` leaves out \`${type}\`.`,
  ];
}

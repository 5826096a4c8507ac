import type { IrPolicy, IrRule, PortTerm } from '../../policy/ir.ts';
import { count } from '../../policy/print.ts';
import { nameLines } from './ports.ts';
import type { AdminScene } from './scene.ts';

/** One entry of `ports` or `protocols`. */
export function adminPortLines(
  term: PortTerm,
  policy: IrPolicy,
  rule: IrRule,
  scene: AdminScene,
): readonly string[] {
  if (term.kind === 'named') return nameLines(term.name, null, policy, rule, scene);
  // No kind of administrators leaves ports out.
  if (term.kind === 'except') return [];
  const { protocol, first, last } = term;
  return [
    first === last
      ? `**${protocol} ${first}** of the container, not of a Service.`
      : `**${protocol} ${first} to ${last}**: ${count(last - first + 1, 'port')}.`,
  ];
}

import { count } from '../../../policy/print.ts';
import { implies } from '../../../policy/selector/implies.ts';
import { EVERYTHING, matches, type Truth } from '../../../policy/selector/selector.ts';
import { hostPolicyOf, selectsHost } from '../../../rules/support/hosts.ts';
import { linkedNames } from '../names.ts';
import type { Scene } from '../scene.ts';

/** The host endpoints that a policy of the whole cluster selects, besides pods; nothing where no host can be one of them. */
export function hostLines(scene: Scene): readonly string[] {
  const policy = hostPolicyOf(scene.member);
  const { chosen } = policy;
  if (chosen === null) return [];
  const hosts = scene.world.hosts();
  const line = (truth: Truth, also: string): string[] => {
    const some = hosts.filter((host) => selectsHost(policy, host) === truth);
    return some.length === 0
      ? []
      : [`**${also} ${count(some.length, 'host endpoint')}**: ${linkedNames(some, scene)}`];
  };
  const lines = [...line('yes', 'And'), ...line('unknown', 'And perhaps')];
  if (lines.length > 0) return lines;
  if (matches(chosen, {}) !== 'yes') return [];
  const all = implies(EVERYTHING, chosen);
  return [
    `And ${all ? 'every host endpoint' : 'host endpoints, but for what the labels rule out'}, as hosts live in no namespace; none ${hosts.length === 0 ? 'is described' : 'of those described is one'} in this workspace.`,
  ];
}

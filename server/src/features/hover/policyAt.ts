import type { Location } from '../../model/at.ts';
import { policyOf } from './meaning.ts';
import { inForceLines, policySummary } from './policy.ts';
import type { PolicyScene } from './scene.ts';
import { subjectLines } from './selected.ts';
import { selectionOf } from './selection.ts';

/** What stands at a place of a policy, in lines; none where the schema says all that there is. */
export function policyLines(scene: PolicyScene, { path }: Location): readonly string[] {
  const [first, second, third] = path;
  if (first === 'kind' || (first === 'metadata' && (second === undefined || second === 'name')))
    return policySummary(scene);
  if (first !== 'spec') return [];
  if (second === undefined) return policySummary(scene);
  if (second === 'podSelector') return subjectText(scene);
  void third;
  return [];
}

function subjectText(scene: PolicyScene): readonly string[] {
  const policy = policyOf(scene);
  const selection = selectionOf(policy.subject, scene.world);
  return [...subjectLines(policy.subject, selection, scene), ...inForceLines(policy)];
}

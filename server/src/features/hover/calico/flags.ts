import type { CalicoPolicy } from '../../../model/calico.ts';
import type { CalicoScene } from '../scene.ts';

type Spec = CalicoPolicy['spec'];

/** What the flags for hosts make of a policy, a sentence for each that is set. */
export function flagLines(spec: Spec, { member }: CalicoScene): readonly string[] {
  if (member.namespace !== null) return [];
  const flags = (['doNotTrack', 'preDNAT'] as const).filter((flag) => spec[flag] === true);
  if (flags.length > 0) return flags.map((flag) => FLAGS[flag]);
  if (spec.applyOnForward === true) return [FLAGS.applyOnForward];
  return [];
}

/** What a flag does (Calico documentation, "Host endpoints"). */
export const FLAGS = {
  doNotTrack:
    '**For hosts alone** (`doNotTrack`): asked before connections are tracked, so replies need rules of their own. Pods are not governed by it.',
  preDNAT:
    '**For hosts alone** (`preDNAT`): asked of all that arrives, before the address of a Service or node port is translated. Pods are not governed by it.',
  applyOnForward:
    '**Forwarded traffic too** (`applyOnForward`): on a host endpoint it also holds for what the host passes on, such as traffic to its pods; what none of these policies allows is then denied.',
} as const satisfies Partial<Record<keyof Spec, string>>;

import type { Tier } from '../model/calico.ts';
import { setScalar } from '../model/edit.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import { worldRule } from './rule.ts';
import { MADE_BY_CALICO, tierNamed, tierNamesIn } from './support/tiers.ts';
import { typoOf } from './support/typo.ts';

/** Tiers that are spelled almost as one that there is. */
export default worldRule(
  {
    code: 'unknown-tier',
    title: 'A tier that nothing declares, and a near miss of one',
    category: 'refused',
    severity: 'warning',
    docs: `Calico takes a policy only into a tier that there is; stored past its checks, the policy is tried after all tiers, and
what it does not allow is denied. A tier may be declared elsewhere, so netpol speaks only where the name is almost that of a
tier that a manifest declares, or that Calico makes itself.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CALICO_POLICIES,
  function* ({ resource }, world) {
    const { spec } = resource.body;
    const tier = tierNamed(spec.tier);
    if (MADE_BY_CALICO.includes(tier)) return;
    // A manifest that Calico refuses has an error of its own, and with that repaired there is the tier.
    const isWritten = world
      .clusterMembers('calico/Tier')
      .some(({ resource }) => (resource.body as Partial<Tier>).metadata?.name === tier);
    if (isWritten) return;
    const near = typoOf(tier, [...tierNamesIn(world), ...MADE_BY_CALICO]);
    if (near === null) return;
    yield {
      span: resource.source.value(spec, 'tier'),
      confidence: 'supported',
      message: `No manifest declares a tier \`${tier}\`, and Calico refuses a policy whose tier there is not. Did you mean \`${near}\`?`,
      fixes: [
        {
          title: `Change to \`${near}\``,
          safe: false,
          edits: () => setScalar(resource, spec, 'tier', near),
        },
      ],
    };
  },
);

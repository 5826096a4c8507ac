import { minor } from '../admission/refusals.ts';
import { setKey } from '../model/edit.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import { worldRule } from './rule.ts';
import { MADE_BY_CALICO, tierNamed, tierNamesIn } from './support/tiers.ts';

/** Policies that are called after a tier and stand in another. */
export default worldRule(
  {
    code: 'tier-only-in-name',
    title: 'A policy that is called after a tier and is not in it',
    category: 'inert',
    severity: 'warning',
    docs: `Which tier a policy is in is said by \`tier\` alone, and without it that is \`default\`. Before Calico 3.32 the name of
a policy had to begin with its tier (\`policy-name-without-tier\`); from then on a name such as \`security.block\` means nothing,
and where a Tier \`security\` is declared a policy of this name was surely meant for it.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_POLICIES,
  function* ({ resource }, world) {
    const { metadata, spec } = resource.body;
    const { name = '' } = metadata;
    const [prefix = '', ...rest] = name.split('.');
    if (rest.length === 0 || tierNamed(spec.tier) !== 'default' || MADE_BY_CALICO.includes(prefix))
      return;
    const { calicoVersion } = world.settings;
    // Before, Calico refuses it.
    if (calicoVersion !== null && minor(calicoVersion) < 32) return;
    if (!tierNamesIn(world).has(prefix)) return;
    const why = spec.tier === undefined ? 'without `tier`' : 'by its `tier`';
    yield {
      span: resource.source.value(metadata, 'name'),
      confidence: 'supported',
      message: `\`${name}\` is called after tier \`${prefix}\`, but ${why} it is in \`default\`: its name decides nothing. Set \`tier: ${prefix}\`.`,
      fixes: [
        {
          title: `Put it into tier \`${prefix}\``,
          safe: false,
          edits: () => setKey(resource, spec, 'tier', prefix),
        },
      ],
    };
  },
);

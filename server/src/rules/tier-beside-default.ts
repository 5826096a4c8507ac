import { DEFAULT_ORDER } from '../policy/calicoTiers.ts';
import { DEFAULT_TIER } from '../policy/lower/calico.ts';
import { documentRule } from './rule.ts';
import { MADE_BY_CALICO } from './support/tiers.ts';

/** Tiers that share their place with the default tier. */
export default documentRule(
  {
    code: 'tier-beside-default',
    title: 'A tier with the order of the default tier',
    category: 'inert',
    severity: 'warning',
    docs: `Tiers are asked by \`order\`, those of the same order by name. A tier without \`order\` is not the last one, as its
description says, but has the order 1000000 (libcalico-go, resources/tier.go), which is that of tier \`default\`: by its name
it comes before or after that. Tier \`default\` ends with Deny, so what comes after it is asked only for pods that no policy of
\`default\` selects, NetworkPolicies of Kubernetes included, and for what one of them passes on.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/Tier'],
  function* ({ body, source }) {
    const { metadata, spec = {} } = body;
    const { name = '' } = metadata;
    if (name === '' || MADE_BY_CALICO.includes(name)) return;
    const { order = DEFAULT_ORDER } = spec;
    if (order !== DEFAULT_ORDER) return;
    const isBehind = name > DEFAULT_TIER;
    const given =
      spec.order === undefined
        ? `Without \`order\` this tier has ${DEFAULT_ORDER}, as tier \`default\` has`
        : 'This is the order of tier `default`, too';
    yield {
      span: spec.order === undefined ? source.value(metadata, 'name') : source.value(spec, 'order'),
      severity: isBehind ? 'warning' : 'information',
      confidence: 'proven',
      message: isBehind
        ? `${given}, and by its name it comes after that: policies of \`${name}\` are not asked for pods that a NetworkPolicy or another policy of \`default\` selects. Give it an \`order\` below ${DEFAULT_ORDER}, or above it if that is meant.`
        : `${given}, and only by its name it comes before that. Give it the \`order\` that you mean.`,
    };
  },
);

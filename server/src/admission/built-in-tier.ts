import type { Tier } from '../model/calico.ts';
import { setKey } from '../model/edit.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { refusedBy } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole } from './walk.ts';

/** What a tier that Calico makes itself is like, and in which releases it is there. */
interface BuiltIn {
  readonly order: number;
  readonly defaultAction: string;
  readonly releases: Pick<Refusal, 'of' | 'from' | 'until'>;
}

const SINCE_332 = { of: 'Calico', from: '3.32' } as const;
const BEFORE_332 = { of: 'Calico', until: '3.32' } as const;

const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  default: { order: 1_000_000, defaultAction: 'Deny', releases: {} },
  'kube-admin': { order: 1000, defaultAction: 'Pass', releases: SINCE_332 },
  'kube-baseline': { order: 10_000_000, defaultAction: 'Pass', releases: SINCE_332 },
  adminnetworkpolicy: { order: 1000, defaultAction: 'Pass', releases: BEFORE_332 },
  baselineadminnetworkpolicy: { order: 10_000_000, defaultAction: 'Pass', releases: BEFORE_332 },
};

/** A tier that Calico makes itself, with another place or end. */
export default admissionRule(
  {
    code: 'built-in-tier',
    title: 'A built-in tier that is not as Calico makes it',
    category: 'refused',
    severity: 'error',
    docs: `Tier \`default\` has the order 1000000 and ends with Deny. Tiers \`kube-admin\` (order 1000) and \`kube-baseline\` (order
10000000), which hold the policies of administrators from Calico 3.32 on, end with Pass, and so do \`adminnetworkpolicy\` and
\`baselineadminnetworkpolicy\` before. Calico refuses them with another order or default action.`,
    since: '0.1.0',
    fixable: true,
  },
  ['calico/Tier'],
  function* (tier) {
    const metadata = fieldIn(tier, tier.body, 'metadata');
    const name = (metadata && fieldIn(tier, metadata, 'name')) ?? '';
    const built = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
    const spec = fieldIn(tier, tier.body, 'spec');
    if (built === undefined || spec === undefined || !isWhole(tier, spec)) return;
    // The end is Deny where none is given, which happens before the tier is looked at.
    const { order, defaultAction = 'Deny' } = spec;
    if (order !== built.order) yield fault(tier, spec, name, 'order', built.order, built.releases);
    if (
      defaultAction !== built.defaultAction &&
      (defaultAction === 'Deny' || defaultAction === 'Pass')
    )
      yield fault(tier, spec, name, 'defaultAction', built.defaultAction, built.releases);
  },
);

function fault(
  tier: Resource,
  spec: NonNullable<Tier['spec']>,
  name: string,
  key: 'order' | 'defaultAction',
  right: string | number,
  releases: BuiltIn['releases'],
): Refusal {
  const { source } = tier;
  const given = source.has(spec, key);
  return {
    span: given ? source.value(spec, key) : source.key(tier.body, 'spec'),
    field: fieldText([...source.path(spec), key]),
    confidence: 'proven',
    ...releases,
    message: `\`${name}\` is a tier that Calico makes itself, with \`${key}: ${right}\` and no other, ${refusedBy(tier)}.`,
    fixes: [
      {
        title: `${given ? 'Change to' : 'Set'} \`${key}: ${right}\``,
        safe: true,
        edits: () => setKey(tier, spec, key, right),
      },
    ],
  };
}

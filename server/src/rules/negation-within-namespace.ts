import { calicoRulesIn, sidesOf, type DirectedEntity } from '../admission/calicoWalk.ts';
import type { CalicoEntity, CalicoPolicy } from '../model/calico.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { documentRule } from './rule.ts';
import { isBlank, peerSide } from './support/calicoRules.ts';

/** Negated selectors that were meant for everyone else, and are only for the policy's own namespace. */
export default documentRule(
  {
    code: 'negation-within-namespace',
    title: 'A negated selector that never leaves the namespace',
    category: 'too-open',
    severity: 'warning',
    docs: `In a NetworkPolicy of Calico any selector of a rule confines it to pods and network sets of the policy's own namespace,
\`notSelector\` too (libcalico-go, update processors): without a \`namespaceSelector\` it means the others of this namespace, and
neither other namespaces nor addresses outside the cluster. In a GlobalNetworkPolicy \`notSelector\` alone is everyone else.
A warning where a Deny leaves out ends that a later rule of the policy lets through.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/NetworkPolicy', 'calico/StagedNetworkPolicy'],
  function* (policy) {
    const rules = calicoRulesIn(policy);
    for (const [index, { direction, rule }] of rules.entries()) {
      const end = sidesOf(policy, direction, rule).find(({ side }) => side === peerSide(direction));
      if (end === undefined || !isConfinedNegation(end.entity)) continue;
      const later = rules.slice(index + 1).filter((one) => one.direction === direction);
      const isOpen = later.some(
        (one) => one.rule.action === 'Allow' && isWide(one.rule[peerSide(direction)] ?? {}),
      );
      if (rule.action === 'Allow' || (rule.action === 'Deny' && isOpen))
        yield findingOf(policy, end);
    }
  },
);

/** Whether it is the negation alone that says which endpoints are meant. */
const isConfinedNegation = ({
  notSelector,
  namespaceSelector,
  selector,
  serviceAccounts,
}: CalicoEntity): boolean =>
  !isBlank(notSelector) && [namespaceSelector, selector, serviceAccounts].every(isBlank);

/** Whether ends outside the policy's namespace are among those of an end. */
const isWide = ({
  namespaceSelector,
  selector,
  notSelector,
  serviceAccounts,
}: CalicoEntity): boolean =>
  !isBlank(namespaceSelector) || [selector, notSelector, serviceAccounts].every(isBlank);

function findingOf(
  { source, body }: Resource<CalicoPolicy>,
  { direction, rule, entity }: DirectedEntity,
): Finding {
  const { namespace } = body.metadata;
  const home = namespace === undefined ? 'its own namespace' : `\`${namespace}\``;
  const meant = `Without \`namespaceSelector\` this means only the pods of ${home} that are not \`${entity.notSelector!}\`, neither other namespaces nor addresses outside the cluster`;
  return {
    span: source.key(entity, 'notSelector'),
    ...(rule.action === 'Deny'
      ? {
          confidence: 'proven',
          message: `${meant}, which a later rule lets ${direction === 'ingress' ? 'in' : 'out'}. Allow \`${entity.notSelector!}\` in a rule before, and deny without a selector.`,
        }
      : {
          severity: 'information',
          confidence: 'possible',
          message: `${meant}. If these are meant too, deny \`${entity.notSelector!}\` in a rule before, and allow without a selector.`,
        }),
  };
}

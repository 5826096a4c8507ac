import { entitiesIn } from '../admission/calicoWalk.ts';
import { setKey } from '../model/edit.ts';
import { documentRule } from './rule.ts';
import { isBlank, peerSide } from './support/calicoRules.ts';

/** Services of which a policy of a namespace does not say where they are. */
export default documentRule(
  {
    code: 'service-without-namespace',
    title: 'A Service without its namespace',
    category: 'inert',
    severity: 'warning',
    docs: `\`services\` of a rule names a Service by its name and its namespace. The description of the API says that a
NetworkPolicy without \`namespace\` means its own, but nothing fills it in (libcalico-go, conversion of rules; felix, service
index): the endpoints of no Service match, and the rule never does.`,
    since: '0.1.0',
    fixable: true,
  },
  ['calico/NetworkPolicy', 'calico/StagedNetworkPolicy'],
  function* (policy) {
    for (const { direction, side, entity } of entitiesIn(policy)) {
      const { services } = entity;
      // At the other end it is refused.
      if (side !== peerSide(direction)) continue;
      if (services === undefined || isBlank(services.name) || !isBlank(services.namespace))
        continue;
      const { namespace } = policy.body.metadata;
      const here = namespace === undefined ? 'that of this policy' : `\`${namespace}\``;
      yield {
        span: policy.source.value(services, 'name'),
        confidence: 'proven',
        message: `Without \`namespace\` Calico finds no endpoints of \`${services.name!}\`, not even in ${here}, so this rule never matches. Say in which namespace it is.`,
        fixes:
          namespace === undefined
            ? []
            : [
                {
                  title: `Add \`namespace: ${namespace}\``,
                  safe: false,
                  edits: () => setKey(policy, services, 'namespace', namespace),
                },
              ],
      };
    }
  },
);

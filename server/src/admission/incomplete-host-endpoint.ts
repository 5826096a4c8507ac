import { admissionRule } from './rule.ts';
import { refusedBy } from './calicoWalk.ts';
import { fieldIn, isWhole } from './walk.ts';

/** A host endpoint of which it is not known on which node, or which interface. */
export default admissionRule(
  {
    code: 'incomplete-host-endpoint',
    title: 'A host endpoint without a node or an interface',
    category: 'refused',
    severity: 'error',
    docs: `A HostEndpoint names the \`node\` it is on, and its interface by \`interfaceName\` or \`expectedIPs\`. Calico refuses it
otherwise.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/HostEndpoint'],
  function* (endpoint) {
    const spec = fieldIn(endpoint, endpoint.body, 'spec');
    if (spec === undefined || !isWhole(endpoint, spec)) return;
    const place = {
      span: endpoint.source.key(endpoint.body, 'spec'),
      confidence: 'proven',
    } as const;
    if ((spec.node ?? '') === '')
      yield {
        ...place,
        field: 'spec.node',
        message: `A host endpoint is on a node, and none is named, ${refusedBy(endpoint)}. Add \`node\`.`,
      };
    if ((spec.interfaceName ?? '') === '' && (spec.expectedIPs ?? []).length === 0)
      yield {
        ...place,
        field: 'spec.interfaceName',
        message: `Nothing says which interface of the node is meant, ${refusedBy(endpoint)}. Add \`interfaceName\`, where \`"*"\` means all of them, or \`expectedIPs\`.`,
      };
  },
);

import { setScalar } from '../model/edit.ts';
import { admissionRule } from './rule.ts';
import { ignoredBy } from './calicoWalk.ts';
import { fieldIn, valuePlace } from './walk.ts';

/** A name that no interface of a host endpoint can have. */
export default admissionRule(
  {
    code: 'invalid-interface-name',
    title: 'An interface that no node can have',
    category: 'refused',
    severity: 'error',
    docs: `The \`interfaceName\` of a HostEndpoint is \`*\` for all interfaces, or one name of at most 15 letters, digits, \`_\`, \`.\`
and \`-\`: neither an alias such as \`eth0:1\` nor a pattern such as \`eth*\`. Calico refuses it otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ['calico/HostEndpoint'],
  function* (endpoint) {
    const spec = fieldIn(endpoint, endpoint.body, 'spec');
    const name = (spec && fieldIn(endpoint, spec, 'interfaceName')) ?? '';
    if (spec === undefined || name === '' || /^(?:\*|[\w.-]+)$/.test(name)) return;
    // What is only too long is said by `text-too-long`.
    const isPattern = name.includes('*');
    const [parent = ''] = name.split(':');
    yield {
      ...valuePlace(endpoint, spec, 'interfaceName'),
      confidence: 'proven',
      message: `No interface is called \`${name}\`, ${ignoredBy(endpoint)}. ${isPattern ? 'Patterns are not known: write `"*"` for all interfaces, or an endpoint for each.' : 'A name holds only letters, digits, `_`, `.` and `-`.'}`,
      fixes:
        !isPattern && name.includes(':') && /^[\w.-]{1,15}$/.test(parent)
          ? [
              {
                title: `Write \`${parent}\`, the interface behind the alias`,
                safe: false,
                edits: () => setScalar(endpoint, spec, 'interfaceName', parent),
              },
            ]
          : [],
    };
  },
);

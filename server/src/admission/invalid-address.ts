import { setScalar } from '../model/edit.ts';
import { parseAddress, parseBlock } from '../policy/cidr.ts';
import { ignoredBy } from './calicoWalk.ts';
import { looseness } from './cidr.ts';
import { admissionRule } from './rule.ts';
import { fieldIn, itemsIn, valuePlace } from './walk.ts';

/** What is no address, among the addresses of a host endpoint. */
export default admissionRule(
  {
    code: 'invalid-address',
    title: 'An address that cannot be read',
    category: 'refused',
    severity: 'error',
    docs: `\`expectedIPs\` of a HostEndpoint are single addresses, IPv4 or IPv6, without the length of a prefix. Calico refuses the
whole object otherwise.`,
    since: '0.1.0',
    fixable: true,
  },
  ['calico/HostEndpoint'],
  function* (endpoint) {
    const spec = fieldIn(endpoint, endpoint.body, 'spec');
    const list = spec && fieldIn(endpoint, spec, 'expectedIPs');
    for (const [index, text] of itemsIn(endpoint, list)) {
      const [address = ''] = text.split('/');
      const isBlock = parseBlock(text) !== null;
      const zeros = looseness(`${address}/128`) ?? looseness(`${address}/32`);
      if (!isBlock && parseAddress(text) !== null && zeros !== 'leading-zeros') continue;
      yield {
        ...valuePlace(endpoint, list!, index),
        confidence: 'proven',
        message: `\`${text}\` is no address, ${ignoredBy(endpoint)}.${isBlock ? ' An address is written without the length of a prefix.' : ''}`,
        fixes: isBlock
          ? [
              {
                title: `Write ${address}`,
                safe: true,
                edits: () => setScalar(endpoint, list!, index, address),
              },
            ]
          : [],
      };
    }
  },
);

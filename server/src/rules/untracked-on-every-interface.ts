import { codeList } from '../policy/print.ts';
import { worldRule } from './rule.ts';
import { hostPolicyOf, selectsHost } from './support/hosts.ts';

/** Untracked policies for hosts at which they are never asked. */
export default worldRule(
  {
    code: 'untracked-on-every-interface',
    title: 'An untracked policy for a host endpoint of all interfaces',
    category: 'inert',
    severity: 'warning',
    docs: `A host endpoint with \`interfaceName: "*"\` stands for all interfaces of its node. Policies with \`doNotTrack\` are not
asked there: Felix looks for them by the name of an interface (felix, endpoint manager; Calico documentation, "Host
endpoint"). They need host endpoints that name their interface.`,
    since: '0.1.0',
    fixable: false,
  },
  ['calico/GlobalNetworkPolicy'],
  function* (member, world) {
    const { source, body } = member.resource;
    const policy = hostPolicyOf(member);
    if (policy.list !== 'untracked') return;
    const names = world
      .hosts()
      .filter(({ interfaceName }) => interfaceName === '*')
      .filter((host) => selectsHost(policy, host) === 'yes')
      .map(({ name }) => name);
    if (names.length === 0) return;
    const shown = [...names.slice(0, 3), ...(names.length > 3 ? ['…'] : [])];
    yield {
      span: source.key(body.spec, 'doNotTrack'),
      confidence: 'supported',
      message: `Host endpoint${names.length === 1 ? '' : 's'} ${codeList(shown)} ${names.length === 1 ? 'stands' : 'stand'} for all interfaces (\`interfaceName: "*"\`), where Calico asks no untracked policy: this one does nothing there. Name the interface, or remove \`doNotTrack\`.`,
    };
  },
);

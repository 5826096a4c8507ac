import { setKey } from '../model/edit.ts';
import { list } from '../policy/print.ts';
import { worldRule } from './rule.ts';
import { hostAt, hostPoliciesIn, selectsHost } from './support/hosts.ts';

/** The profile of Calico's that lets everything through. */
const OPEN_PROFILE = 'projectcalico-default-allow';

/** Host endpoints that cut their node off. */
export default worldRule(
  {
    code: 'host-endpoint-without-policy',
    title: 'A host endpoint that cuts off its node',
    category: 'too-closed',
    severity: 'warning',
    docs: `What no policy decides for a host endpoint, its profiles do, and without a profile it is denied: of the traffic of
the node's own processes only what goes over the failsafe ports is left (Calico documentation, "Creating policy for basic
connectivity"; felix, host endpoints). Policies with \`doNotTrack\` or \`preDNAT\` only come before, and let nothing through at
the end.

netpol speaks where no policy of the workspace selects the host endpoint in a direction.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  ['calico/HostEndpoint'],
  function* (member, world) {
    const { resource } = member;
    const { metadata, spec } = resource.body;
    if (spec === undefined || (spec.profiles ?? []).length > 0) return;
    const host = hostAt(member, world);
    if (host === null) return;
    const governed = hostPoliciesIn(world).filter(
      (policy) => policy.list === 'normal' && selectsHost(policy, host) !== 'no',
    );
    const denied = (['ingress', 'egress'] as const).filter((direction) =>
      governed.every(({ directions }) => !directions.includes(direction)),
    );
    if (denied.length === 0) return;
    yield {
      span: resource.source.value(metadata, 'name'),
      confidence: 'supported',
      message: `No policy of this workspace is for ${list(denied, 'or')} of this host endpoint, and it has no profile: Calico denies its node all ${list(denied)} but the failsafe ports. Add a GlobalNetworkPolicy for it, or \`profiles: [${OPEN_PROFILE}]\`.`,
      fixes: [
        {
          title: `Let through what no policy decides: add profile \`${OPEN_PROFILE}\``,
          safe: false,
          edits: () => setKey(resource, spec, 'profiles', [OPEN_PROFILE]),
        },
      ],
    };
  },
);

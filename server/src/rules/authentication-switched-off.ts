import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { minor } from '../admission/refusals.ts';
import { fieldIn } from '../admission/walk.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Settings } from '../workspace/settings.ts';
import { inventoryRule } from './rule.ts';

/** Proofs of identity that Cilium is asked for and does not handle. */
export default inventoryRule(
  {
    code: 'authentication-switched-off',
    title: 'Authentication asked of peers where Cilium has switched it off',
    category: 'too-closed',
    severity: 'error',
    docs: `With \`mesh-auth-enabled=false\` (Helm \`authentication.enabled\`) Cilium handles no proof of identity, but its
policies keep waiting for one: what an item with \`authentication.mode: required\` is for is dropped for good (Cilium's Helm
reference). Since 1.19 it is off unless somebody switches it on, and Cilium's operator then marks a policy with any
\`authentication\` as not valid in its status; the agents enforce it all the same (Cilium 1.19 upgrade notes; operator, policy
validator).

An error where \`netpol.cilium.flags\` tells that it is off; a warning where \`netpol.cilium.version\` is 1.19 or later and nobody
tells. Nothing is said where neither is known.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* ({ resource }, { settings }) {
    const known = switchedOff(settings);
    if (known === null) return;
    for (const { item, denies } of ciliumItemsIn(resource)) {
      const authentication = denies ? undefined : fieldIn(resource, item, 'authentication');
      const mode = authentication && fieldIn(resource, authentication, 'mode');
      if (mode === undefined) continue;
      const isWaiting = mode === 'required';
      if (!isWaiting && known.isOlder) continue;
      yield {
        span: resource.source.key(item, 'authentication'),
        confidence: 'proven',
        severity: isWaiting && known.isTold ? 'error' : 'warning',
        message: isWaiting
          ? `${known.why}, so no peer can prove who it is and Cilium drops all that this item is for. ${known.isTold ? 'Switch it on (Helm `authentication.enabled`), or take `authentication` out.' : TELL}`
          : `${known.why}, so Cilium's operator marks this policy as not valid${known.isTold ? ` (since ${OFF_SINCE})` : ''}, though it is enforced. ${known.isTold ? 'Take `authentication` out.' : TELL}`,
      };
    }
  },
);

const TELL = 'Set `netpol.cilium.flags` if yours runs with `mesh-auth-enabled=true`.';

/** The first release in which it is off by itself, and in which the operator looks (Cilium 1.19 upgrade notes). */
const OFF_SINCE = '1.19';

/** That authentication is off: why, as the beginning of a sentence; null where it may be on. */
function switchedOff({
  assumptions,
  ciliumVersion,
}: Settings): { readonly why: string; readonly isTold: boolean; readonly isOlder: boolean } | null {
  const isOlder = ciliumVersion !== null && minor(ciliumVersion) < minor(OFF_SINCE);
  if (assumptions.mutualAuthentication === 'off')
    return { why: 'Authentication is off (`mesh-auth-enabled=false`)', isTold: true, isOlder };
  if (assumptions.mutualAuthentication === 'on' || ciliumVersion === null || isOlder) return null;
  return {
    why: `Authentication is off by itself since Cilium ${OFF_SINCE}`,
    isTold: false,
    isOlder,
  };
}

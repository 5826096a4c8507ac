import type { CiliumItem } from '../../../model/cilium.ts';
import type { Assumptions } from '../../../policy/assumptions.ts';
import type { CiliumScene } from '../scene.ts';

/** What an item asks of its peers besides (Cilium documentation, "Mutual Authentication"). */
export function authenticationText(
  { authentication }: CiliumItem,
  { world }: CiliumScene,
): readonly string[] {
  switch (authentication?.mode) {
    case 'disabled':
      return [
        '**No proof of identity** is asked of the peers, even where another item asks for one.',
      ];
    case 'required':
      return REQUIRED[world.settings.assumptions.mutualAuthentication];
    case 'test-always-fail':
      return ['**Always dropped**: this mode is for tests, and no peer ever passes.'];
    default:
      return [];
  }
}

const PROOF =
  '**The peers have to prove who they are**: until their agents have done so for both identities, the traffic is dropped.';

/** Nothing is proven where Cilium does not handle proofs (its Helm reference, `authentication.enabled`). */
const REQUIRED: Readonly<Record<Assumptions['mutualAuthentication'], readonly string[]>> = {
  on: [PROOF],
  off: [
    '**Always dropped**: authentication is off, as the setting `cilium.flags` says, so no peer can prove who it is.',
  ],
  unknown: [
    PROOF,
    'Where authentication is off, that is for good (`mesh-auth-enabled`, off by itself since Cilium 1.19; setting `cilium.flags`).',
  ],
};

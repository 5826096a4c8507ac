import type { CiliumItem } from '../../../model/cilium.ts';

/** What an item asks of its peers besides (Cilium documentation, "Mutual Authentication"). */
export function authenticationText({ authentication }: CiliumItem): readonly string[] {
  const mode = authentication?.mode;
  return mode === undefined ? [] : [MODES[mode] ?? ''].filter((text) => text !== '');
}

const MODES: Readonly<Record<string, string>> = {
  disabled: '**No proof of identity** is asked of the peers, even where another item asks for one.',
  required:
    '**The peers have to prove who they are**: until their agents have done so for both identities, the traffic is dropped.',
  'test-always-fail': '**Always dropped**: this mode is for tests, and no peer ever passes.',
};

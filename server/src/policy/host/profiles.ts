import { derive2 } from '../../base/derive.ts';
import type { HostEndpoint } from '../endpoint.ts';
import type { IrPolicy, Tier } from '../ir.ts';
import { EVERY_NAMESPACE } from '../peers.ts';
import { anyRules } from '../lower/calicoProfile.ts';
import { EVERYTHING } from '../selector/selector.ts';
import { code } from '../print.ts';
import type { HostProfile } from './hosts.ts';

/** The place after all tiers of policies in which the profiles of a host have the word. */
export const PROFILES = 'profiles';

/** The profile that lets everything through, which every cluster has. */
export const DEFAULT_ALLOW = 'projectcalico-default-allow';

/**
 * The profiles of a host one after the other, and at the end Deny (felix, rules of host endpoints). One that no manifest
 * has may say anything.
 */
export const profileTier = derive2(
  (host: HostEndpoint, profiles: ReadonlyMap<string, HostProfile>): Tier => ({
    name: PROFILES,
    ranks: host.profiles.map((name) => [profiles.get(name)?.policy ?? unseen(name, host)]),
    tie: 'unspecified',
    rest: 'next',
    aside: 'next',
    isolatesAll: true,
  }),
);

/** A profile that stands nowhere but in the host that names it. */
function unseen(name: string, { place }: HostEndpoint): IrPolicy {
  const why = `profile ${code(name)} is in none of these manifests`;
  const rules = anyRules(why, place.span);
  const isOpen = name === DEFAULT_ALLOW;
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'Profile',
    name,
    namespace: null,
    tier: null,
    priority: null,
    subject: { kind: 'pods', namespaces: EVERY_NAMESPACE, pods: EVERYTHING },
    hosts: { list: 'normal', onForward: false },
    isolates: { ingress: false, egress: false },
    rules: isOpen
      ? rules.flatMap((rule) => (rule.verdict === 'allow' ? [{ ...rule, unsure: null }] : []))
      : rules,
    unsure: isOpen ? null : why,
    place,
  };
}

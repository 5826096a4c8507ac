import { derive2 } from '../base/derive.ts';
import type { HostEndpoint, Profile } from '../model/calico.ts';
import type { Resource } from '../model/resource.ts';
import { list, stringsOf, textOf } from '../model/untyped.ts';
import type { Labels } from '../policy/endpoint.ts';
import type { HostProfile } from '../policy/host/hosts.ts';
import { DEFAULT_ALLOW } from '../policy/host/profiles.ts';
import { lowerProfile } from '../policy/lower/calicoProfile.ts';
import { inForce } from './companions.ts';
import { rivalry } from './duplicates.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/** The Profiles of Calico's that manifests declare, by name; their rules as they stand, without what they speak of. */
export const profilesOf = derive2(
  (companions: Snapshot['companions'], settings: Settings): ReadonlyMap<string, HostProfile> =>
    new Map(
      inForce(companions, settings, 'calico/Profile').map((each) => {
        const { resource, uri } = each.member;
        const policy = lowerProfile(resource, uri);
        const { spec } = resource.body as Partial<Profile>;
        return [
          policy.name,
          {
            policy: { ...policy, unsure: policy.unsure ?? rivalry(each) },
            labels: stringsOf(spec?.labelsToApply),
          },
        ] as const;
      }),
    ),
);

/** The labels that a host is known by, and whether it has no others. */
export interface HostLabels {
  readonly labels: Labels;
  readonly complete: boolean;
}

/**
 * The labels of a host: its own, then those of its profiles in the order in which it names them (felix, labelindex). Behind
 * a profile that is not known no label is sure, as that may give it another value.
 */
export function hostLabels(
  { body, opaque }: Resource,
  profiles: ReadonlyMap<string, HostProfile>,
): HostLabels {
  if (opaque !== null) return { labels: {}, complete: false };
  const { metadata, spec } = body as Partial<HostEndpoint>;
  const given = list(spec?.profiles)
    .map(textOf)
    .filter((name) => name !== DEFAULT_ALLOW)
    .map((name) => profiles.get(name ?? ''));
  const unknown = given.findIndex((profile) => profile === undefined || profile.policy.unsure);
  const complete = unknown < 0;
  const sure = complete ? given : given.slice(0, unknown);
  return {
    labels: {
      ...Object.assign({}, ...sure.map((profile) => profile?.labels).reverse()),
      ...stringsOf(metadata?.labels),
    },
    complete,
  };
}

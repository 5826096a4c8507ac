import type { Edit } from '../../../base/edits.ts';
import type { KindId } from '../../../model/bodies.ts';
import { prependKey, removeKey, setScalar } from '../../../model/edit.ts';
import { CALICO_GROUP, CALICO_STORAGE_GROUP, policyVersions } from '../../../model/kinds.ts';
import type { Resource } from '../../../model/resource.ts';
import { hasCalico } from '../../../workspace/calico.ts';
import type { Member } from '../../../workspace/snapshot.ts';
import { together, type Rewriting, type Way } from './way.ts';

/*
 * Calico's staged policies are tried out: what they would do is told, and nothing is enforced. Each has a twin of the
 * same fields that is.
 */

const TWINS = [
  ['calico/NetworkPolicy', 'calico/StagedNetworkPolicy'],
  ['calico/GlobalNetworkPolicy', 'calico/StagedGlobalNetworkPolicy'],
  ['kubernetes/NetworkPolicy', 'calico/StagedKubernetesNetworkPolicy'],
] as const satisfies readonly (readonly [KindId, KindId])[];

/** The first release of Calico that has staged policies. */
const FIRST = 30;

const kindIn = (id: KindId): string => id.slice(id.indexOf('/') + 1);

const versionOf = (id: KindId): string =>
  id.startsWith('calico/') ? `${CALICO_GROUP}/v3` : policyVersions.get(kindIn(id))!;

/** Between policies that are in force and their staged twins. */
export const stagingWays: readonly Way[] = TWINS.flatMap(([enforced, staged]): readonly Way[] => [
  {
    from: staged,
    to: enforced,
    named: kindIn(enforced),
    title: (count) =>
      count === 1 ? 'Enforce this staged policy' : `Enforce these ${count} staged policies`,
    done: 'enforced',
    isOffered: () => true,
    rewrite: ({ resource }) => enforce(resource, enforced),
  },
  {
    from: enforced,
    to: staged,
    named: kindIn(staged),
    title: (count) =>
      count === 1
        ? 'Stage this policy, so that it is tried out and enforces nothing'
        : `Stage these ${count} policies, so that they are tried out and enforce nothing`,
    done: 'staged',
    isOffered: ({ snapshot }) => hasCalico(snapshot),
    rewrite: (member, { snapshot: { settings } }) => stage(member, staged, settings.calicoVersion),
  },
]);

/** Only what is to be set has anything to enforce. */
function enforce(resource: Resource, id: KindId): Rewriting {
  const { spec = {} } = resource.body as { readonly spec?: { readonly stagedAction?: string } };
  const { stagedAction = 'Set' } = spec;
  if (stagedAction !== 'Set')
    return {
      reason: `its \`stagedAction\` is \`${stagedAction}\`, and only what is to be \`Set\` can be put in force`,
    };
  return renamed(
    resource,
    id,
    ...(resource.source.has(spec, 'stagedAction')
      ? [removeKey(resource, spec, 'stagedAction')]
      : []),
  );
}

function stage({ resource }: Member, id: KindId, release: string | null): Rewriting {
  if (release !== null && Number(release.split('.')[1]) < FIRST)
    return { reason: `Calico has staged policies from 3.${FIRST} on` };
  const { spec } = resource.body as { readonly spec?: object };
  const isEmpty = spec === undefined || resource.source.keys(spec).length === 0;
  return renamed(
    resource,
    id,
    ...(isEmpty ? [] : [prependKey(resource, spec, 'stagedAction', 'Set')]),
  );
}

function renamed(
  resource: Resource,
  id: KindId,
  ...others: readonly (readonly Edit[])[]
): Rewriting {
  const { body, kind } = resource;
  if (kind.group === CALICO_STORAGE_GROUP) return { reason: 'it is written as Calico stores it' };
  const version = versionOf(id);
  return together(
    setScalar(resource, body, 'kind', kindIn(id)),
    ...(body.apiVersion === version ? [] : [setScalar(resource, body, 'apiVersion', version)]),
    ...others,
  );
}

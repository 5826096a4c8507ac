import type { NamespaceKey } from '../../model/namespace.ts';
import { mapping } from '../../model/untyped.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { mappingsBelow, nameUnder, type NameMention } from './mention.ts';

const CLUSTERWIDE = 'CiliumClusterwideEnvoyConfig';

/**
 * Where a configuration of Envoy has its name, or where a policy of Cilium's names one for its listeners; without a kind the
 * policy's own scope decides.
 */
export function envoyConfigNames(member: Member): readonly NameMention[] {
  const { resource, namespace } = member;
  const { kind, body } = resource;
  if (kind.dialect !== 'cilium') return [];
  const config = { member, of: 'EnvoyConfig' } as const;
  if (kind.name === CLUSTERWIDE || kind.name === 'CiliumEnvoyConfig')
    return nameUnder(mapping(body.metadata), 'name', {
      ...config,
      role: 'declares',
      reach: () => [configsOf(namespace)],
    });
  return mappingsBelow(body, '').flatMap(([key, part]) =>
    key === 'envoyConfig'
      ? nameUnder(part, 'name', {
          ...config,
          role: 'asks',
          reach: () => [configsOf(part['kind'] === CLUSTERWIDE ? null : namespace)],
        })
      : [],
  );
}

/** The configurations of a namespace, or of the cluster, as a group. */
const configsOf = (namespace: NamespaceKey | null): string => `configurations ${namespace ?? ''}`;

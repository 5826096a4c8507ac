import type { CiliumEnvoyConfig } from '../model/cilium.ts';
import { namespaceName, type NamespaceKey } from '../model/namespace.ts';
import { mappings, textOf } from '../model/untyped.ts';
import { listenerName, type ListenerHome } from '../policy/cilium/listeners.ts';
import { companionsOf } from './companions.ts';
import type { Member } from './member.ts';
import type { Snapshot } from './snapshot.ts';

/** How a policy speaks of a configuration of Envoy: with a kind, or without one, and from which namespace. */
interface Reference {
  readonly kind: string | null;
  /** Null for a policy of the whole cluster. */
  readonly home: NamespaceKey | null;
}

/**
 * The configurations of Envoy that a policy can name: of its namespace, or of the cluster. Without a kind the policy's own
 * scope decides (Cilium, API of policies, `EnvoyConfig`).
 */
export function envoyConfigs(
  companions: Snapshot['companions'],
  { kind, home }: Reference,
): readonly Member[] {
  const isClusterwide = kind === null ? home === null : kind === 'CiliumClusterwideEnvoyConfig';
  return isClusterwide
    ? companionsOf(companions, 'cilium/CiliumClusterwideEnvoyConfig').map(({ member }) => member)
    : companionsOf(companions, 'cilium/CiliumEnvoyConfig')
        .map(({ member }) => member)
        .filter(({ namespace }) => home !== null && namespace === home);
}

/** The names of the listeners that a configuration of Envoy holds. */
export const listenersIn = ({ resource }: Member): readonly string[] =>
  mappings((resource.body as Partial<CiliumEnvoyConfig>).spec?.resources).flatMap((each) =>
    LISTENER.test(textOf(each['@type']) ?? '') ? (textOf(each['name']) ?? []) : [],
  );

/** Whether a configuration of Envoy has a listener of a name, as Cilium compares them. */
export function holdsListener(config: Member, name: string): boolean {
  const { namespace, resource } = config;
  const home: ListenerHome = {
    namespace: namespace === null ? '' : (namespaceName(namespace) ?? ''),
    config: textOf(resource.body.metadata?.name) ?? '',
    isForced: namespace !== null,
  };
  const asked = listenerName(name, home);
  return listenersIn(config).some((one) => listenerName(one, home) === asked);
}

/** The type of a listener among Envoy's (its API, version 3). */
const LISTENER = /\.Listener$/;

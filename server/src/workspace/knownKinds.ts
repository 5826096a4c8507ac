import { minor } from '../admission/refusals.ts';
import type { Kind } from '../model/kinds.ts';
import type { Enforcer } from '../policy/assumptions.ts';
import type { Truth } from '../policy/selector/selector.ts';
import { toldOf } from './ciliumFlags.ts';
import type { Settings } from './settings.ts';

/** The releases of Calico that enforce a kind, by their minor numbers; without a last one the newest does, too. */
export interface Releases {
  readonly first: number;
  readonly last?: number;
}

/**
 * The releases of Calico that take policies of administrators into tiers of its own (libcalico-go, conversion of each kind,
 * by tag). The one for ClusterNetworkPolicy took the place of the other two.
 */
const IN_CALICO: ReadonlyMap<string, Releases> = new Map([
  ['AdminNetworkPolicy', { first: 29, last: 31 }],
  ['BaselineAdminNetworkPolicy', { first: 30, last: 31 }],
  ['ClusterNetworkPolicy', { first: 32 }],
]);

/** The releases of Calico that enforce a kind of administrators' policies; null for other kinds. */
export const calicoReleases = ({ dialect, name }: Kind): Releases | null =>
  dialect === 'admin' ? (IN_CALICO.get(name) ?? null) : null;

/**
 * Of administrators' kinds Cilium enforces this one alone, from a release on and only where a flag says so (Cilium 1.20
 * documentation, "Network Policy"; cilium/cilium, issue 23380).
 */
export const IN_CILIUM = {
  kind: 'ClusterNetworkPolicy',
  since: '1.20',
  flag: 'enable-k8s-cluster-network-policy',
} as const;

const BY_FLAG = { on: 'yes', off: 'no', unknown: 'unknown' } as const;

function isKnownToCilium({ name }: Kind, { ciliumVersion, ciliumFlags }: Settings): Truth {
  const isOlder = ciliumVersion !== null && minor(ciliumVersion) < minor(IN_CILIUM.since);
  return name !== IN_CILIUM.kind || isOlder ? 'no' : BY_FLAG[toldOf(IN_CILIUM.flag, ciliumFlags)];
}

const OTHER: Partial<Record<Enforcer, Kind['dialect']>> = { calico: 'cilium', cilium: 'calico' };

/**
 * Whether what enforces knows policies of a kind; it ignores those that it does not. Whoever names no release of Calico
 * is taken to have the newest, but what that no longer knows is not known.
 */
export function isKnown(kind: Kind, settings: Settings): Truth {
  const { assumptions, calicoVersion } = settings;
  const { enforcer } = assumptions;
  if (OTHER[enforcer] === kind.dialect) return 'no';
  if (enforcer === 'cilium' && kind.dialect === 'admin') return isKnownToCilium(kind, settings);
  const releases = enforcer === 'calico' ? calicoReleases(kind) : null;
  if (releases === null) return 'yes';
  const { first, last = Infinity } = releases;
  if (calicoVersion === null) return last === Infinity ? 'yes' : 'unknown';
  const release = minor(calicoVersion);
  return first <= release && release <= last ? 'yes' : 'no';
}

/** The releases of Calico that enforce a kind, in words: "3.29 to 3.31". */
export const releasesText = ({ first, last }: Releases): string =>
  last === undefined
    ? `3.${first} and later`
    : `3.${first} ${last === first + 1 ? 'and' : 'to'} 3.${last}`;

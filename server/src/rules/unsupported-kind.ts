import { minor } from '../admission/refusals.ts';
import {
  ADMIN_KINDS,
  CALICO_POLICIES,
  CILIUM_POLICIES,
  kindOf,
  POLICY_GROUP,
  type Kind,
} from '../model/kinds.ts';
import { calicoReleases, IN_CILIUM, isKnown, releasesText } from '../workspace/knownKinds.ts';
import { toldOf } from '../workspace/ciliumFlags.ts';
import type { Settings } from '../workspace/settings.ts';
import { inventoryRule } from './rule.ts';

/** Policies that the network plugin leaves out, as it does not know their kind. */
export default inventoryRule(
  {
    code: 'unsupported-kind',
    title: 'A policy of a kind that the network plugin does not know',
    category: 'inert',
    severity: 'warning',
    docs: `The API server stores a policy of every kind that is defined; whether anything enforces it is up to the network
plugin. Calico enforces AdminNetworkPolicy in its releases 3.29 to 3.31, BaselineAdminNetworkPolicy in 3.30 and 3.31, and
ClusterNetworkPolicy, which took their place, from 3.32 on (Calico's release notes). Cilium enforces ClusterNetworkPolicy
alone, from 1.20 on and with \`enable-k8s-cluster-network-policy=true\` (Cilium documentation, "Network Policy"). Neither Calico nor Cilium enforces the
policies of the other. A policy that is ignored denies nothing.

Which plugin runs is in no manifest: it is what \`netpol.enforcer\` says, or what netpol guesses where the policies of one
plugin are the only ones beside those of Kubernetes. Name its release in \`netpol.calico.version\` or \`netpol.cilium.version\`,
and that flag in \`netpol.cilium.flags\`.`,
    since: '0.1.0',
    fixable: false,
    absence: true,
  },
  [...ADMIN_KINDS, ...CALICO_POLICIES, 'calico/StagedKubernetesNetworkPolicy', ...CILIUM_POLICIES],
  function* ({ resource }, { settings }) {
    const { kind, body, source } = resource;
    const known = isKnown(kind, settings);
    if (known === 'yes') return;
    yield {
      span: source.value(body, 'kind'),
      confidence: 'supported',
      message: messageOf(kind, settings),
    };
  },
);

function messageOf(kind: Kind, settings: Settings): string {
  const { name } = kind;
  const { assumptions, calicoVersion } = settings;
  if (assumptions.enforcer === 'cilium' && name === IN_CILIUM.kind) return unlessCilium(settings);
  const releases = assumptions.enforcer === 'calico' ? calicoReleases(kind) : null;
  if (releases === null)
    return `${assumptions.enforcer === 'calico' ? 'Calico' : 'Cilium'} is what enforces here (\`netpol.enforcer\`), and it ignores ${name}, so this policy denies and allows nothing. Write it in a kind that is enforced.`;
  return calicoVersion === null
    ? `Calico enforces ${name} only in releases ${releasesText(releases)}; later ones ignore it, so that this policy denies and allows nothing. Write a ClusterNetworkPolicy, or name your release in \`netpol.calico.version\`.`
    : `Calico ${calicoVersion} ignores ${name} (releases ${releasesText(releases)} enforce it), so this policy denies and allows nothing. Write a ${successor(settings)}.`;
}

/** The kind for policies of administrators that the release of Calico knows; its own where it knows none. */
const successor = (settings: Settings): string =>
  isKnown(kindOf(`${POLICY_GROUP}/v1alpha2`, 'ClusterNetworkPolicy')!, settings) === 'yes'
    ? 'ClusterNetworkPolicy'
    : 'GlobalNetworkPolicy';

/** Why Cilium may ignore a ClusterNetworkPolicy, and what to do. */
function unlessCilium({ ciliumVersion, ciliumFlags }: Settings): string {
  const { kind, since, flag } = IN_CILIUM;
  const only = `Cilium enforces ${kind} only since ${since} and with \`${flag}=true\``;
  if (ciliumVersion !== null && minor(ciliumVersion) < minor(since))
    return `Cilium ${ciliumVersion} ignores ${kind} (${since} is the first that can enforce it), so this policy denies and allows nothing. Write a CiliumClusterwideNetworkPolicy.`;
  return toldOf(flag, ciliumFlags) === 'off'
    ? `${only}, so this policy denies and allows nothing. Switch it on (Helm \`k8sClusterNetworkPolicy.enabled\`), or write a CiliumClusterwideNetworkPolicy.`
    : `${only}; by itself it ignores this policy, which then denies and allows nothing. Tell \`netpol.cilium.flags\` if yours runs with it.`;
}

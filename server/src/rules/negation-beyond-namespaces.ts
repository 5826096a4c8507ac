import { ciliumItemsIn, endpointsIn } from '../admission/ciliumWalk.ts';
import type { CiliumPolicy } from '../model/cilium.ts';
import { appendItem } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import type { LabelSelector, NetworkPolicy } from '../model/networkPolicy.ts';
import { orUnlabelled } from '../policy/cilium/kubernetes.ts';
import type { Direction, PodPeer } from '../policy/ir.ts';
import { lowerEndpoints } from '../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../policy/lower/meaningless.ts';
import { CILIUM_LABELS, KUBERNETES_NAME } from '../policy/vocabulary.ts';
import { asksForCluster, ASKS_FOR_CLUSTER } from '../workspace/ciliumFlags.ts';
import type { Settings } from '../workspace/settings.ts';
import { inventoryRule, type MemberOf } from './rule.ts';
import { listedRules } from './support/lists.ts';
import { meaningOfRule } from './support/meaning.ts';

/** Selectors of peers that only leave namespaces out, and so are for what is in none. */
export default inventoryRule(
  {
    code: 'negation-beyond-namespaces',
    title: 'Left out namespaces that let in what has none',
    category: 'too-open',
    severity: 'warning',
    docs: `To Cilium nodes and what is outside the cluster are ends with labels like pods, only that they have no namespace.
\`NotIn\` and \`DoesNotExist\` hold of a label that is not there, so a selector of peers that only leaves namespaces out, and asks
for nothing that has to be there, is for the whole internet, too: in a CiliumNetworkPolicy, and in a NetworkPolicy where Cilium
enforces it (cilium/cilium, issue 46949). A CiliumClusterwideNetworkPolicy is spared where it names namespaces by their labels,
not by \`io.kubernetes.pod.namespace\`. An expression that some label of the namespace \`Exists\` leaves only pods.

Since Cilium 1.19 such a selector asks for the own cluster besides (\`policy-default-local-cluster\`), which nothing outside
has as a label, unless it names clusters itself. A warning where \`netpol.cilium.version\` or \`netpol.cilium.flags\` tell
that this is not so; information where neither tells.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy', ...CILIUM_POLICIES],
  function* (member, { settings }) {
    const { resource } = member;
    const [peers, required] = isOf(resource, CILIUM_POLICIES)
      ? [peersOfCilium({ ...member, resource }), `k8s:${CILIUM_LABELS.namespace}`]
      : settings.assumptions.enforcer === 'cilium'
        ? [peersOfKubernetes({ ...member, resource } as MemberOf<NetworkPolicy>), KUBERNETES_NAME]
        : [[], ''];
    for (const { selector, open, direction, denies } of peers) {
      const where = whereFor(open, settings);
      const { matchExpressions } = selector;
      if (where === null || matchExpressions === undefined) continue;
      const does = denies ? 'denies' : direction === 'ingress' ? 'lets in' : 'lets out to';
      yield {
        span: resource.source.key(selector, 'matchExpressions'),
        ...where.evidence,
        message: `${where.text} this ${does} nodes and everything outside the cluster, too: they are in no namespace that it leaves out. For pods alone ask that they have one: \`${required}\` with \`Exists\`.`,
        fixes: [
          {
            title: 'Mean pods alone: require that they are in a namespace',
            safe: false,
            edits: () =>
              appendItem(resource, matchExpressions, { key: required, operator: 'Exists' }),
          },
        ],
      };
    }
  },
);

/** A selector of peers that may be for more than pods. */
interface OpenPeer {
  readonly selector: LabelSelector;
  readonly open: NonNullable<PodPeer['orUnlabelled']>;
  readonly direction: Direction;
  readonly denies: boolean;
}

const peersOfCilium = ({ resource, namespace }: MemberOf<CiliumPolicy>): readonly OpenPeer[] =>
  ciliumItemsIn(resource).flatMap((part) =>
    endpointsIn(part).flatMap((selector) => {
      const { direction, denies } = part;
      const found = lowerEndpoints(selector, namespace);
      const open = isMeaningless(found) || found.kind !== 'pods' ? undefined : found.orUnlabelled;
      return open === undefined ? [] : [{ selector, open, direction, denies }];
    }),
  );

const peersOfKubernetes = (member: MemberOf<NetworkPolicy>): readonly OpenPeer[] =>
  listedRules(member.resource).flatMap(({ direction, index, peers }) =>
    peers.flatMap(({ namespaceSelector }, place) => {
      const meaning = meaningOfRule(member, direction, index)?.peers;
      const peer = meaning === 'everyone' ? undefined : meaning?.[place];
      const open = peer?.kind === 'pods' ? orUnlabelled(peer).orUnlabelled : undefined;
      return open === undefined || namespaceSelector === undefined
        ? []
        : [{ selector: namespaceSelector, open, direction, denies: false }];
    }),
  );

/** Where such a selector is for more than pods, as the beginning of a sentence, and how sure that is of this cluster; null where it is not. */
function whereFor(
  open: OpenPeer['open'],
  settings: Settings,
): {
  readonly text: string;
  readonly evidence: Pick<Finding, 'severity' | 'confidence'>;
} | null {
  const { ciliumVersion } = settings;
  const sure = { confidence: 'supported' } as const;
  if (open === 'always') return { text: 'In Cilium', evidence: sure };
  switch (asksForCluster(settings)) {
    case 'on':
      return null;
    case 'off':
      return {
        text:
          ciliumVersion === null
            ? 'With `policy-default-local-cluster=false`'
            : `In Cilium ${ciliumVersion}`,
        evidence: sure,
      };
    case 'unknown':
      return {
        text: `Before Cilium ${ASKS_FOR_CLUSTER}`,
        evidence: { severity: 'information', confidence: 'possible' },
      };
  }
}

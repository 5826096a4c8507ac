import { compare } from '../base/order.ts';
import type { CalicoEntity } from '../model/calico.ts';
import { setKey } from '../model/edit.ts';
import { CALICO_POLICIES } from '../model/kinds.ts';
import type { AddressSet, Peer, SetPeer } from '../policy/ir.ts';
import { NAMESPACE_LABEL } from '../policy/lower/calicoSelectors.ts';
import { code, listFew, qualified } from '../policy/print.ts';
import { parse } from '../policy/selector/calico/parse.ts';
import { matches } from '../policy/selector/selector.ts';
import { worldRule } from './rule.ts';
import { isBlank, peerSide } from './support/calicoRules.ts';
import { turnOf } from './support/turn.ts';

/** Peers of all pods of some namespaces that let in the addresses of their network sets, too. */
export default worldRule(
  {
    code: 'network-set-among-pods',
    title: 'A peer of all pods that admits network sets too',
    category: 'too-open',
    severity: 'information',
    docs: `A selector of Calico's rules looks at network sets as it does at pods: a NetworkSet is in its namespace, and
\`namespaceSelector\` without a selector, or with \`all()\`, means the addresses of the sets there as well (Calico documentation,
"NetworkSet"). These are mostly outside the cluster. \`projectcalico.org/orchestrator == 'k8s'\` is true of pods alone.

netpol speaks where the workspace shows such a set.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_POLICIES,
  function* (member, world) {
    const { resource } = member;
    for (const rule of turnOf(member, member.namespace, world)?.policy.rules ?? []) {
      const entity = resource.body.spec[rule.direction]?.[rule.index]?.[peerSide(rule.direction)];
      if (entity === undefined || rule.verdict !== 'allow' || rule.peers === 'everyone') continue;
      if (!meansEveryPod(entity)) continue;
      const sets = rule.peers.flatMap(setsIn);
      if (sets.length === 0) continue;
      const key = entity.namespaceSelector === undefined ? 'selector' : 'namespaceSelector';
      yield {
        span: resource.source.value(entity, key),
        confidence: 'supported',
        message: `This means network sets as well as pods, so it also lets ${rule.direction === 'ingress' ? 'in' : 'out to'} the addresses of ${setsText(sets)}. Add \`${PODS}\` to \`selector\` if only pods are meant.`,
        fixes: [
          {
            title: 'Select pods only',
            safe: false,
            edits: () => setKey(resource, entity, 'selector', PODS),
          },
        ],
      };
    }
  },
);

const PODS = "projectcalico.org/orchestrator == 'k8s'";

/** Whether an end is all that lives in some namespaces, whatever its labels. */
const meansEveryPod = ({ selector, namespaceSelector, ...others }: CalicoEntity): boolean =>
  (isBlank(selector) || parse(selector!).expression?.kind === 'all') &&
  parse(namespaceSelector ?? '').expression?.kind !== 'global' &&
  isBlank({ ...others, ports: undefined, notPorts: undefined });

/** The sets of namespaces that a peer asks for; those of none are there for such as ask for everything. */
const setsIn = (peer: Peer): readonly AddressSet[] =>
  peer.kind === 'any'
    ? peer.of
        .filter((part): part is SetPeer & Peer => part.kind === 'sets')
        .flatMap(({ sets, known }) =>
          known.filter(
            ({ labels, nets }) =>
              labels[NAMESPACE_LABEL] !== undefined &&
              nets.length > 0 &&
              matches(sets, labels) === 'yes',
          ),
        )
    : [];

function setsText(sets: readonly AddressSet[]): string {
  const names = sets
    .map(({ name, labels }) => code(qualified(labels[NAMESPACE_LABEL]!, name)))
    .sort(compare);
  return listFew(names);
}

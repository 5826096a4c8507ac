import { calicoRulesIn } from '../../admission/calicoWalk.ts';
import type { CalicoEntity, CalicoPolicy } from '../../model/calico.ts';
import { setKey } from '../../model/edit.ts';
import type { Finding } from '../../model/finding.ts';
import { namespaceName } from '../../model/namespace.ts';
import type { AddressSet, PodPeer } from '../../policy/ir.ts';
import { NAMESPACE_LABEL } from '../../policy/lower/calicoSelectors.ts';
import { partsIn } from '../../policy/peers.ts';
import { code, namespaceText } from '../../policy/print.ts';
import { parse } from '../../policy/selector/calico/parse.ts';
import { selectorOf } from '../../policy/selector/calico/selectorOf.ts';
import {
  EVERYTHING,
  isEverything,
  matches,
  type Selector,
} from '../../policy/selector/selector.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { isBlank, peerSide } from './calicoRules.ts';
import { DNS_NAMESPACE, meansClusterDns } from './clusterDns.ts';
import { hostPodsOf, namesText } from './pods.ts';
import { turnOf } from './turn.ts';

/*
 * Peers of a NetworkPolicy of Calico's that mean what lives elsewhere: a `selector` alone stays in the namespace of its
 * policy.
 */

/** Peers that match nothing where they look, and something elsewhere. */
export function* strayPeers(member: MemberOf<CalicoPolicy>, world: World): Generator<Finding> {
  const { resource } = member;
  for (const { direction, rule } of calicoRulesIn(resource)) {
    const entity = rule[peerSide(direction)];
    if (entity === undefined || !isConfined(entity)) continue;
    const { expression } = parse(entity.selector!);
    if (expression === null) continue;
    const finding = straying(member, entity, selectorOf(expression), world);
    if (finding !== null) yield finding;
  }
}

/** Whether a selector is all that says which endpoints are meant. */
const isConfined = ({ selector, namespaceSelector, serviceAccounts }: CalicoEntity): boolean =>
  !isBlank(selector) && [namespaceSelector, serviceAccounts].every(isBlank);

function straying(
  member: MemberOf<CalicoPolicy>,
  entity: CalicoEntity,
  selector: Selector,
  world: World,
): Finding | null {
  const namespace = member.namespace!;
  if (isEverything(selector)) return null;
  const here: PodPeer = {
    kind: 'pods',
    namespaces: { kind: 'own', namespace },
    pods: selector,
    vocabulary: 'calico',
    withoutHosts: true,
  };
  const { pods, open } = world.podsOf(here);
  if (open || pods.length > 0 || hostPodsOf(here, world).length > 0) return null;
  const sets = setsFor(member, world).filter(({ labels }) => matches(selector, labels) !== 'no');
  if (sets.some(({ labels, unsure }) => unsure !== null || labels[NAMESPACE_LABEL] === namespace))
    return null;
  const globals = sets.filter(({ labels }) => labels[NAMESPACE_LABEL] === undefined);
  return (
    inNoNamespace(member, entity, globals) ??
    atDns(member, entity, selector) ??
    inOtherNamespace(member, entity, here, world)
  );
}

/** The sets of addresses that the manifests have. */
export function setsFor(member: MemberOf<CalicoPolicy>, world: World): readonly AddressSet[] {
  const rules = turnOf(member, member.namespace, world)?.policy.rules ?? [];
  return rules.flatMap(partsIn).find((part) => part.kind === 'sets')?.known ?? [];
}

function inNoNamespace(
  member: MemberOf<CalicoPolicy>,
  entity: CalicoEntity,
  [set]: readonly AddressSet[],
): Finding | null {
  if (set === undefined) return null;
  return strayed(
    member,
    entity,
    `\`${entity.selector}\` is true of \`${set.name}\`, which lives in no namespace, and a \`selector\` alone stays in that of the policy, so this matches nothing.`,
    'global()',
  );
}

function atDns(
  member: MemberOf<CalicoPolicy>,
  entity: CalicoEntity,
  selector: Selector,
): Finding | null {
  const name = namespaceName(member.namespace!);
  if (name === null || name === DNS_NAMESPACE || !meansClusterDns(selector)) return null;
  return strayed(
    member,
    entity,
    `The DNS of the cluster runs in namespace \`${DNS_NAMESPACE}\`, and a \`selector\` alone stays in that of the policy, \`${name}\`, so this matches nothing.`,
    inNamespace(DNS_NAMESPACE),
  );
}

function inOtherNamespace(
  member: MemberOf<CalicoPolicy>,
  entity: CalicoEntity,
  here: PodPeer,
  world: World,
): Finding | null {
  const own = world.inventory(member.namespace!);
  if (own.info.name === null || own.pods.length === 0) return null;
  const { pods } = world.podsOf({
    ...here,
    namespaces: { kind: 'matching', selector: EVERYTHING },
  });
  const [first, ...others] = [...new Set(pods.map((pod) => pod.namespace))];
  if (first === undefined || first.name === null || others.length > 0) return null;
  return strayed(
    member,
    entity,
    `No pod in ${namespaceText(own.info)} has \`${entity.selector}\`, but ${namesText(pods)} in ${namespaceText(first)} ${pods.length === 1 ? 'does' : 'do'}, and a \`selector\` alone stays in the namespace of the policy.`,
    inNamespace(first.name),
  );
}

const inNamespace = (name: string): string => `projectcalico.org/name == '${name}'`;

const strayed = (
  { resource }: MemberOf<CalicoPolicy>,
  entity: CalicoEntity,
  message: string,
  namespaceSelector: string,
): Finding => ({
  span: resource.source.value(entity, 'selector'),
  confidence: 'supported',
  message: `${message} Add \`namespaceSelector: ${namespaceSelector}\` beside it.`,
  fixes: [
    {
      title: `Add ${code(`namespaceSelector: ${namespaceSelector}`)}`,
      safe: false,
      edits: () => setKey(resource, entity, 'namespaceSelector', namespaceSelector),
    },
  ],
});

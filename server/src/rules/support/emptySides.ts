import type { CalicoPolicy } from '../../model/calico.ts';
import type { Finding } from '../../model/finding.ts';
import type { IrRule } from '../../policy/ir.ts';
import { partsOf } from '../../policy/peers.ts';
import { matchesPeers } from '../../policy/resolve.ts';
import { areApart } from '../../policy/selector/implies.ts';
import { matches } from '../../policy/selector/selector.ts';
import type { World } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { peerSide } from './calicoRules.ts';
import { podEndpoints, subjectEndpoints, wantedPods } from './endpoints.ts';
import { namesText } from './pods.ts';
import { turnOf } from './turn.ts';

/**
 * Rules of Calico's that narrow their policy to none of the pods that it selects here, though others have the labels. Where
 * the labels alone tell it, it is another rule's to say.
 */
export function* emptySides(member: MemberOf<CalicoPolicy>, world: World): Generator<Finding> {
  const { source, body } = member.resource;
  if (body.spec.applyOnForward === true) return;
  const policy = turnOf(member, member.namespace, world)?.policy;
  if (policy === undefined || policy.unsure !== null) return;
  const selected = world.podsOf(policy.subject);
  if (selected.open || selected.pods.length === 0) return;
  for (const { direction, index, own, unsure } of policy.rules) {
    const far = peerSide(direction);
    const near = far === 'source' ? 'destination' : 'source';
    const entity = body.spec[direction]?.[index]?.[near];
    if (own === undefined || unsure !== null || entity?.selector === undefined) continue;
    if (mayBeAt(own, world, selected.pods)) continue;
    if (wantedPods(own).every((part) => areApart(podEndpoints(part), subjectEndpoints(policy))))
      continue;
    const meant = wantedPods(own).map((part) => world.podsOf(part));
    const others = meant.flatMap(({ pods }) => pods);
    if (others.length === 0 || meant.some(({ open }) => open)) continue;
    yield {
      span: source.value(entity, 'selector'),
      confidence: 'supported',
      message: `In an ${direction} rule \`${near}\` is the pod that the policy selects, here ${namesText(selected.pods)}, and \`${entity.selector}\` is ${namesText(others)}, so this rule never matches. Put it into a policy for ${others.length === 1 ? 'that' : 'those'}, or name the other end in \`${far}\`.`,
    };
  }
}

/** Whether one of the pods may be on the near side of a rule, or a host or network set that the workspace shows. */
const mayBeAt = (
  own: NonNullable<IrRule['own']>,
  { settings }: World,
  pods: Parameters<typeof namesText>[0],
): boolean =>
  pods.some((pod) => matchesPeers([own], pod, settings.assumptions).truth !== 'no') ||
  partsOf(own).some(
    (part) =>
      part.kind === 'sets' && part.known.some(({ labels }) => matches(part.sets, labels) !== 'no'),
  );

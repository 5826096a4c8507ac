import { STORED } from '../../admission/ciliumWalk.ts';
import { judge, isClean, refusals } from '../../admission/refusals.ts';
import { CALICO_STORAGE_GROUP } from '../../model/kinds.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import { problemsOf } from '../../model/read.ts';
import type { IrPolicy } from '../../policy/ir.ts';
import { meaningOf } from '../../rules/support/meaning.ts';
import type { FileContext, Member } from '../../workspace/snapshot.ts';
import type { World } from '../../workspace/world.ts';
import type { PolicyScene } from './scene.ts';

/**
 * Why it is not said what an object means, in a sentence; null where it is. A patch and a template have a meaning that
 * is not known here, and a policy that the API server refuses has none. What is refused is not said where the cursor is
 * on it, as editors show the finding beside a hover.
 */
export function withheld(
  { resource }: Member,
  { fragment }: FileContext,
  { settings }: World,
  offset: number,
): string | null {
  if (fragment)
    return 'A kustomization names this file under its patches: what it means is known only when it is applied to its object.';
  if (resource.opaque !== null) return `Its meaning is not known here: ${resource.opaque}.`;
  if (resource.kind.id === null || isClean(resource, settings)) return null;
  const syntax = problemsOf(resource.chunk)[0];
  if (syntax !== undefined)
    return `This document cannot be read to its end, so what it means is not known: ${syntax.message}`;
  const first =
    resource.problems.find(({ code }) => code !== 'unknown-field' && code !== 'duplicate-key') ??
    refusals(resource).find((refusal) => judge(refusal, settings).severity === 'error');
  // The finding says by itself what the first sentence says here.
  const because =
    first === undefined || (first.span.start <= offset && offset <= first.span.end)
      ? ''
      : ` ${first.message.replace(', so the API server refuses this policy', '').replace(`, ${STORED}`, '')}`;
  const { role, name } = resource.kind;
  if (first !== undefined && 'by' in first && first.by === 'agent')
    return `**Cilium enforces nothing of this ${role === 'policy' ? 'policy' : name}.**${because}`;
  if (resource.kind.group === CALICO_STORAGE_GROUP)
    return `**Nothing checks this ${role === 'policy' ? 'policy' : name} where it is written.**${because}`;
  return role === 'policy'
    ? `**The API server refuses this policy**, so it restricts and allows nothing.${because}`
    : `**The API server refuses this ${name}**, so the cluster does not have it.${because}`;
}

/**
 * A policy as the evaluator has it. Of equal manifests of one name only the first counts, so it stands for the others;
 * where netpol's evaluator has none, as between two edits, the manifest is read by itself.
 */
export function policyOf({ member, world }: PolicyScene): IrPolicy {
  const own = meaningOf(member);
  const known = world.policies(member.namespace!);
  const here = known.find(
    ({ place }) =>
      place.uri === own.place.uri &&
      place.chunk === own.place.chunk &&
      place.span.start === own.place.span.start,
  );
  return here ?? known.find(({ name }) => name === own.name && name !== '') ?? own;
}

/** The spec as it was written. */
export const specOf = ({ member }: PolicyScene): NetworkPolicy['spec'] => member.resource.body.spec;

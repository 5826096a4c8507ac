import { CodeActionKind } from 'vscode-languageserver-types';
import { judge, isClean, refusals } from '../../admission/refusals.ts';
import { applyEdits, type Edit } from '../../base/edits.ts';
import { kinds } from '../../model/kinds.ts';
import { resourcesOf } from '../../model/read.ts';
import type { Resource } from '../../model/resource.ts';
import { code } from '../../policy/print.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Action, Context, DocumentEdits } from '../feature.ts';
import { calicoWays } from './conversion/calicoWays.ts';
import { ciliumWays } from './conversion/ciliumWays.ts';
import { globalWay } from './conversion/globalWay.ts';
import { stagingWays } from './conversion/staging.ts';
import type { Rewriting, Way } from './conversion/way.ts';
import type { Producer } from './producer.ts';
import { membersByHead } from './selected.ts';

const ways: readonly Way[] = [...calicoWays, globalWay, ...ciliumWays, ...stagingWays];

/** From one kind to another: all policies whose heads are selected, together or not at all. */
export const conversions: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) => {
    const members = membersByHead(context, selection);
    return ways
      .filter(({ isOffered }) => isOffered(context))
      .flatMap((way) => {
        const own = members.filter(({ resource }) => resource.kind.id === way.from);
        return own.length === 0 ? [] : [actionFor(way, own, context)];
      });
  },
};

function actionFor(way: Way, members: readonly Member[], context: Context): Action {
  const action: Action = {
    title: way.title(members.length),
    kind: CodeActionKind.RefactorRewrite,
    preferred: false,
    repairs: null,
    edits: () => [],
  };
  const twice = members.find((one, at) =>
    members
      .slice(0, at)
      .some((other) => nameOf(other) === nameOf(one) && isOneFor(way, one, other)),
  );
  if (twice !== undefined)
    return {
      ...action,
      refused: `These cannot be ${way.done}: two of them are called ${code(nameOf(twice) ?? '')}.`,
    };
  const parts = new Map<Member['resource']['chunk'], readonly Edit[]>();
  for (const member of members) {
    const converted = editsFor(way, member, context);
    if ('reason' in converted)
      return {
        ...action,
        refused: `${nameOf(member) === undefined ? 'It' : `${member.resource.kind.name} ${code(nameOf(member)!)}`} cannot be ${way.done}: ${converted.reason}.`,
      };
    const { chunk } = member.resource;
    parts.set(chunk, [...(parts.get(chunk) ?? []), ...converted.edits]);
  }
  const edits = [...parts].map(([chunk, made]): DocumentEdits => ({ chunk, edits: made }));
  return { ...action, edits: () => edits };
}

/** Whether two policies of one name would be one: those of a namespace are apart, those of the cluster are not. */
const isOneFor = ({ to }: Way, one: Member, other: Member): boolean =>
  one.namespace === other.namespace || !kinds.some(({ id, namespaced }) => id === to && namespaced);

const nameOf = ({ resource }: Member): string | undefined => resource.body.metadata?.name;

/** What makes a policy of another kind of one; or why it cannot be done, as a clause. */
function editsFor(way: Way, member: Member, context: Context): Rewriting {
  const { resource, namespace } = member;
  const { body, source } = resource;
  const { policies, clusterPolicies, settings } = context.snapshot;
  if (!isClean(resource, settings)) return { reason: 'it has mistakes of its own' };
  if (nameOf(member) === undefined) return { reason: 'it has no name of its own' };
  if (!source.has(body, 'kind')) return { reason: 'its kind is written in the list around it' };
  const beside = [...(policies.get(namespace ?? '') ?? []), ...clusterPolicies];
  if (beside.some((one) => one.resource.kind.id === way.to && nameOf(one) === nameOf(member)))
    return { reason: `there is a ${way.named} of that name` };
  const rewriting = way.rewrite(member, context);
  if ('reason' in rewriting) return rewriting;
  const reason = refusalAfter(rewriting.edits, resource, context);
  return reason === null ? rewriting : { reason };
}

/** What would be refused in the new policy, as a clause. */
function refusalAfter(
  edits: readonly Edit[],
  { chunk, body }: Resource,
  { snapshot: { settings, reading } }: Context,
): string | null {
  const text = applyEdits(chunk.text, edits);
  const place = resourcesOf(chunk, reading.maxDocumentBytes).findIndex((one) => one.body === body);
  const made = resourcesOf({ text }, reading.maxDocumentBytes)[place];
  if (made === undefined) return 'its text cannot be changed without that around it';
  const refused = [...made.problems, ...refusals(made)].find(
    (each) => judge(each, settings).severity === 'error',
  );
  return refused === undefined
    ? null
    : `it would be refused: ${refused.message.replace(/\.$/, '')}`;
}

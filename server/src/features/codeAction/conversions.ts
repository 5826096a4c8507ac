import { CodeActionKind } from 'vscode-languageserver-types';
import { isClean, judge, refusals } from '../../admission/refusals.ts';
import { applyEdits, type Edit } from '../../base/edits.ts';
import type { KindId } from '../../model/bodies.ts';
import { setScalar } from '../../model/edit.ts';
import { CALICO_GROUP } from '../../model/kinds.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import { resourcesOf } from '../../model/read.ts';
import type { Resource } from '../../model/resource.ts';
import { rewriteKey } from '../../model/rewrite.ts';
import { code } from '../../policy/print.ts';
import { hasCalico, networkSets } from '../../workspace/calico.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Action, Context, DocumentEdits } from '../feature.ts';
import type { Conversion } from './conversion/conversion.ts';
import { toCalico } from './conversion/toCalico.ts';
import type { Producer } from './producer.ts';
import { membersByHead } from './selected.ts';

/** A kind, the kind that says the same, and how. */
interface Way {
  readonly from: KindId;
  readonly to: KindId;
  readonly apiVersion: string;
  /** The new kind in words: of one policy, and of several. */
  readonly named: readonly [one: string, more: string];
  readonly isOffered: (context: Context) => boolean;
  readonly convert: (member: Member, context: Context) => Conversion;
}

const ways: readonly Way[] = [
  {
    from: 'kubernetes/NetworkPolicy',
    to: 'calico/NetworkPolicy',
    apiVersion: `${CALICO_GROUP}/v3`,
    named: ['a NetworkPolicy of Calico', 'NetworkPolicies of Calico'],
    isOffered: ({ snapshot }) => hasCalico(snapshot),
    convert: ({ resource, namespace }, { snapshot, world }) =>
      toCalico(resource as Resource<NetworkPolicy>, {
        namespace: namespace!,
        sets: networkSets(snapshot.companions, world.namespaces()),
        assumptions: snapshot.settings.assumptions,
      }),
  },
];

/** From one kind to another that says the same: all policies whose heads are selected together, as none says who needs whom. */
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
  const [one, more] = way.named;
  const action: Action = {
    title:
      members.length === 1
        ? `Convert to ${one} that means the same`
        : `Convert these ${members.length} to ${more} that mean the same`,
    kind: CodeActionKind.RefactorRewrite,
    preferred: false,
    repairs: null,
    edits: () => [],
  };
  const parts = new Map<Member['resource']['chunk'], readonly Edit[]>();
  for (const member of members) {
    const converted = editsFor(way, member, context);
    if ('reason' in converted)
      return {
        ...action,
        refused: `${nameOf(member) === undefined ? 'It' : `${member.resource.kind.name} ${code(nameOf(member)!)}`} cannot be converted: ${converted.reason}.`,
      };
    const { chunk } = member.resource;
    parts.set(chunk, [...(parts.get(chunk) ?? []), ...converted.edits]);
  }
  const edits = [...parts].map(([chunk, made]): DocumentEdits => ({ chunk, edits: made }));
  return { ...action, edits: () => edits };
}

const nameOf = ({ resource }: Member): string | undefined => resource.body.metadata?.name;

/** What writes a policy as another kind; or why it cannot be done, as a clause. */
function editsFor(
  way: Way,
  member: Member,
  context: Context,
): { readonly edits: readonly Edit[] } | { readonly reason: string } {
  const { resource } = member;
  const { body, source } = resource;
  const { policies, settings } = context.snapshot;
  if (!isClean(resource, settings)) return { reason: 'it has mistakes of its own' };
  if (nameOf(member) === undefined) return { reason: 'it has no name of its own' };
  if (!source.has(body, 'kind')) return { reason: 'its kind is written in the list around it' };
  const rivals = policies.get(member.namespace!) ?? [];
  if (rivals.some((one) => one.resource.kind.id === way.to && nameOf(one) === nameOf(member)))
    return { reason: `there is ${way.named[0]} of that name` };
  const conversion = way.convert(member, context);
  if ('reason' in conversion) return conversion;
  const parts = [
    setScalar(resource, body, 'apiVersion', way.apiVersion),
    rewriteKey(resource, body, 'spec', conversion.spec, conversion.origins),
  ];
  if (parts.some((edits) => edits.length === 0))
    return {
      reason:
        'an anchor or alias, or a comment within brackets, stands where the text has to change',
    };
  const edits = parts.flat();
  const refused = refusalAfter(edits, resource, context);
  return refused === null ? { edits } : { reason: refused };
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
  const refused =
    made &&
    [...made.problems, ...refusals(made)].find(
      (each) => judge(each, settings).severity === 'error',
    );
  return refused === undefined
    ? null
    : `it would be refused: ${refused.message.replace(/\.$/, '')}`;
}

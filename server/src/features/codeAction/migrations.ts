import { CodeActionKind } from 'vscode-languageserver-types';
import type { AdminPolicy } from '../../model/adminPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import { count } from '../../policy/print.ts';
import type { Member } from '../../workspace/snapshot.ts';
import type { Action, Context, DocumentEdits } from '../feature.ts';
import { migrationOf } from './migration.ts';
import type { Producer } from './producer.ts';
import { selectedMembers } from './selected.ts';

/** The kinds that ClusterNetworkPolicy replaces. */
const SUPERSEDED: ReadonlySet<string> = new Set([
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
]);

/**
 * From the older kinds to ClusterNetworkPolicy: all policies of one kind in the workspace together, as nothing says how
 * those that stay behind would stand to the new ones in their tier.
 */
export const migrations: Producer = {
  kind: CodeActionKind.RefactorRewrite,
  actions: (context, selection) => {
    const kinds = new Set(
      selectedMembers(context, selection)
        .map(({ resource }) => resource.kind.name)
        .filter((kind) => SUPERSEDED.has(kind)),
    );
    return [...kinds].map((kind) => actionFor(kind, context));
  },
};

function actionFor(kind: string, context: Context): Action {
  const { snapshot, file } = context;
  const members = snapshot.clusterPolicies.filter(({ resource }) => resource.kind.name === kind);
  const action: Action = {
    title: `Migrate ${members.length === 1 ? 'it' : `all ${count(members.length, kind, `${kind.slice(0, -1)}ies`)}`} to ClusterNetworkPolicy`,
    kind: CodeActionKind.RefactorRewrite,
    preferred: false,
    repairs: null,
    edits: () => [],
  };
  const taken = new Set(
    snapshot.clusterPolicies
      .filter(({ resource }) => resource.kind.name === 'ClusterNetworkPolicy')
      .map(nameOf),
  );
  const parts: DocumentEdits[] = [];
  for (const member of members) {
    const { uri, resource } = member;
    const refuse = (reason: string): Action => ({
      ...action,
      refused: `${kind} \`${nameOf(member)}\` cannot be migrated: ${reason}.`,
    });
    if (!resource.sound || resource.opaque !== null)
      return refuse(resource.opaque ?? 'it has mistakes of its own');
    if (taken.has(nameOf(member))) return refuse('there is a ClusterNetworkPolicy of that name');
    const migration = migrationOf(resource as Resource<AdminPolicy>);
    if ('reason' in migration) return refuse(migration.reason);
    parts.push({
      ...(uri !== file.uri && { uri }),
      chunk: resource.chunk,
      edits: migration.edits,
    });
  }
  return { ...action, edits: () => parts };
}

const nameOf = ({ resource }: Member): string => resource.body.metadata?.name ?? '';

import { CompletionItemKind } from 'vscode-languageserver-types';
import { kindOf, policyVersions } from '../../model/kinds.ts';
import type { Choice } from './choice.ts';
import { policies } from './policies.ts';
import type { Source } from './source.ts';

/** What a document that is no object yet can begin with: `apiVersion` and `kind`, and in an empty one whole policies. */
export const beginnings: Source = (spot, context) => {
  const { path, on, body, schema, present, word, layout, version } = spot;
  if (!context.completesSchema || body !== null || schema !== null || path.length !== 1) return [];
  if (on === 'value')
    return (path[0] === 'apiVersion' ? VERSIONS : path[0] === 'kind' ? kindsOf(version) : []).map(
      (value, index, all) => ({
        label: value,
        text: value,
        kind: CompletionItemKind.EnumMember,
        weight: all.length - index,
      }),
    );
  if (word.column > 0 || present.some((key) => !ROOT.has(key))) return [];
  const begin = [
    { key: 'apiVersion', value: VERSIONS[0]! },
    { key: 'kind', value: kindsOf(version)[0]! },
  ]
    .filter(({ key }) => !present.includes(key))
    .map(({ key, value }): Choice => ({
      label: key,
      text: word.isKey ? key : `${key}: ${value}`,
      kind: CompletionItemKind.Property,
      detail: value,
    }));
  return present.length > 0 || word.isKey
    ? begin
    : [...begin, ...policies(layout, context.world.settings)];
};

/** The kinds of policies, the usual one first, and the versions that they have. */
const KINDS = [...policyVersions.keys()];
const VERSIONS = [...new Set(policyVersions.values())];

/** The kinds that a version has; all where it is none of theirs, or not written yet. */
function kindsOf(version: string | null): readonly string[] {
  const own = version === null ? [] : KINDS.filter((name) => kindOf(version, name)?.id != null);
  return own.length > 0 ? own : KINDS;
}

const ROOT: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec']);

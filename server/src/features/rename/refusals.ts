import { labelKeyFault, labelValueFault } from '../../admission/grammar.ts';
import { completenessOf } from '../../model/laterLabels.ts';
import { kinds } from '../../model/kinds.ts';
import { code } from '../../policy/print.ts';
import { hasText } from '../../policy/selector/selector.ts';
import { CILIUM_LABELS, isImplied, isKept, KUBERNETES_NAME } from '../../policy/vocabulary.ts';
import { kustomizationOf } from '../../workspace/kustomization.ts';
import { isKustomization } from '../../workspace/roots.ts';
import { nameOf } from '../../workspace/uri.ts';
import type { Context } from '../feature.ts';
import type { LabelAt } from '../labels/all.ts';
import type { Mention } from '../labels/mention.ts';
import type { Related } from '../labels/related.ts';

/*
 * Why a label cannot be renamed so that surely everything is found as before, each as a sentence.
 */

/** Whatever the new name. */
export function unchangeable(
  { mention, word, value }: LabelAt,
  { byKey }: Related,
  { world, snapshot }: Context,
): string | null {
  const key = mention.key.text;
  if (!world.complete)
    return 'Not all files of this workspace are read, and they may speak of this label.';
  const { chunk } = mention.member.resource;
  if (!word.open && chunk.text.slice(word.span.start, word.span.end) !== word.text)
    return `Here stands ${code(word.text)} by another spelling, as an alias is: rename it where it is written out.`;
  if (word.open) return 'A template fills this in, so its name is not known here.';
  if (isGiven(key))
    return `The label ${code(key)} is given by the cluster, so it has this key and its value whatever manifests say.`;
  const giver = giverOf(key, snapshot);
  if (giver !== null) return giver;
  if (value === null) return null;
  const open = byKey(key).find(({ values }) => values.some((each) => each.open));
  return open === undefined
    ? null
    : `${where(open)} has a template in the place of a value of ${code(key)}, which may stand for ${code(value)}.`;
}

/** What a kustomization gives to all that it builds stands in no manifest of these. */
function giverOf(key: string, { landmarks }: Context['snapshot']): string | null {
  const found = [...landmarks].find(
    ([uri, text]) =>
      isKustomization(uri) && text.includes(key) && kustomizationOf(text).labels.includes(key),
  );
  return found === undefined
    ? null
    : `${nameOf(found[0])} gives the label ${code(key)} to what it builds, which a rename would not reach.`;
}

/** Labels that the control plane, controllers or agents give. */
const isGiven = (key: string): boolean =>
  isImplied(key) ||
  key === KUBERNETES_NAME ||
  key.startsWith('projectcalico.org/') ||
  key.startsWith(CILIUM_LABELS.ofNamespace) ||
  LATER.has(key);

const LATER: ReadonlySet<string> = new Set(
  kinds.flatMap((kind) => {
    const complete = completenessOf(kind);
    return typeof complete === 'boolean' ? [] : complete.but;
  }),
);

/** Where the new name is none that a label can have. */
export function nameFault({ value }: LabelAt, name: string): string | null {
  const fault = value === null ? labelKeyFault(name) : labelValueFault(name);
  if (fault !== null)
    return `${name === '' ? 'The empty text' : code(name)} is no label ${value === null ? 'key' : 'value'}: it ${fault}.`;
  return value === null && isGiven(name)
    ? `The label ${code(name)} is given by the cluster, and manifests cannot have it.`
    : null;
}

/** Where something else has the new name, or a selector would find others than before. */
export function collision(
  { mention, value }: LabelAt,
  name: string,
  { byKey, same }: Related,
  { world }: Context,
): string | null {
  const key = mention.key.text;
  if (value === null) {
    if (isKept(key) !== isKept(name) && same.some(isReadByCilium(world)))
      return `Cilium knows pods by no label ${code(isKept(key) ? name : key)}, so that its selectors would find others than before.`;
    const [other] = byKey(name);
    return other === undefined
      ? null
      : `${where(other)} has a label ${code(name)} already, and the two would no longer be told apart.`;
  }
  const alike = byKey(key);
  const other = alike.find(({ values }) => values.some(({ text }) => text === name));
  if (other !== undefined)
    return `${where(other)} has ${code(`${key}: ${name}`)} already, and the two would no longer be told apart.`;
  const partial = alike.find(({ compares, values }) =>
    values.some(({ text }) => {
      if (compares === null || compares === 'whole') return false;
      const condition = { op: 'text', key, where: compares, text } as const;
      return hasText(value, condition) !== hasText(name, condition);
    }),
  );
  return partial === undefined
    ? null
    : `${where(partial)} compares a part of the value of ${code(key)}, and would no longer find the same.`;
}

/** Whether Cilium looks for pods by what a place says; where it enforces, it reads all policies so. */
const isReadByCilium =
  ({ settings }: Context['world']) =>
  ({ of, role, member }: Mention): boolean =>
    of === 'endpoints' &&
    role === 'asks' &&
    (member.resource.kind.dialect === 'cilium' ||
      (member.resource.kind.role === 'policy' && settings.assumptions.enforcer === 'cilium'));

const where = ({ member: { uri, resource } }: Mention): string => {
  const name: unknown = (resource.body.metadata as { readonly name?: unknown } | undefined)?.name;
  return `${resource.kind.name}${typeof name === 'string' ? ` ${code(name)}` : ''} in ${nameOf(uri)}`;
};

import type { Expression } from '../../policy/selector/calico/expression.ts';
import { canonical } from '../../policy/selector/calico/canonical.ts';
import { parse } from '../../policy/selector/calico/parse.ts';
import { restrictionsOf } from '../../policy/selector/calico/restrictions.ts';
import { selectorOf } from '../../policy/selector/calico/selectorOf.ts';
import { isMixed } from '../../policy/selector/calico/terms.ts';
import { implies, neverMatches } from '../../policy/selector/implies.ts';
import { EVERYTHING, matches } from '../../policy/selector/selector.ts';
import { code, codeList, count } from '../../policy/print.ts';
import { placeOf } from '../../workspace/member.ts';
import { isHost, meantBy, foundSets, type Meant, type MeantSet } from '../calicoSelector/meant.ts';
import type { SelectorAt } from '../calicoSelector/at.ts';
import type { Context } from '../feature.ts';
import {
  amountText,
  atMost,
  linkedNames,
  namespaceWord,
  workloadNames,
  workloadsOf,
} from './names.ts';
import type { Scene } from './scene.ts';
import { doubtLines } from './selected.ts';
import { namespacesOf, selectionOf, type Selection } from './selection.ts';

/** Whom a text would select in the place of a selector, and what is special about it. */
export function foundLines(
  text: string,
  meant: Meant,
  here: SelectorAt,
  context: Context,
): readonly string[] {
  const expression = parse(text).expression!;
  const selector = selectorOf(expression);
  if (neverMatches(selector)) return [`**Can never match**: ${contradiction(expression)}.`];
  const scene = sceneOf(here, context);
  const everything = implies(EVERYTHING, selector) && expression.kind !== 'global';
  return [
    ...(here.surroundings.field.selects === 'namespaces'
      ? namespaceLines(meant, scene)
      : podLines(text, meant, here, scene)),
    ...otherLines(meant, here, context, scene),
    ...(everything ? ['It matches whatever there is: no label is asked for.'] : []),
    ...(isMixed(parse(text).tokens) ? [`Calico reads it as \`${canonical(expression)}\`.`] : []),
  ];
}

const sceneOf = ({ member }: SelectorAt, { snapshot, world, link }: Context): Scene => ({
  snapshot,
  world,
  link,
  member,
  home: member.namespace,
});

/** Why no labels fulfil an expression. */
function contradiction(expression: Expression): string {
  for (const [label, { present, absent, values }] of restrictionsOf(expression)) {
    if (present && absent)
      return `it asks that the label ${code(label)} is there, and that it is not`;
    if (values?.length === 0) return `no value of ${code(label)} is all that it asks for`;
  }
  return 'its conditions contradict each other';
}

function podLines(
  text: string,
  { pods: peer }: Meant,
  here: SelectorAt,
  scene: Scene,
): readonly string[] {
  if (peer === null) return ['**Selects no pod**: all of them live in a namespace.'];
  const selection = selectionOf(peer, scene.world);
  const { pods } = selection;
  const verb = isLeavingOut(here) ? 'Leaves out' : 'Selects';
  const spaces = [...new Set(pods.map(({ namespace }) => namespace.key))];
  return [
    pods.length === 0
      ? `**${verb} nothing** that this workspace describes: ${whyNone(text, selection, here, scene)}.`
      : `**${verb} ${amountText(pods)}** in ${atMost(spaces, namespaceWord)}: ${workloadNames(workloadsOf(pods), scene)}`,
    ...doubtLines(selection, scene),
  ];
}

const isLeavingOut = ({ surroundings: { field }, key }: SelectorAt): boolean =>
  !field.own && key === 'notSelector';

/** Which of several conditions nothing fulfils, where one of them is to blame. */
function whyNone(
  text: string,
  { looked }: Selection,
  { surroundings }: SelectorAt,
  scene: Scene,
): string {
  if (looked.pods === 0) return 'it holds no pods where this looks for them';
  const among = `none of the ${count(looked.pods, 'workload')} where it looks`;
  const expression = parse(text).expression!;
  const parts = expression.kind === 'and' ? expression.of : [];
  const empty = parts.map(canonical).filter((part) => {
    const { pods = null } = meantBy(part, surroundings) ?? {};
    return pods !== null && selectionOf(pods, scene.world).pods.length === 0;
  });
  if (empty.length > 0) return `${among} is ${codeList(empty.slice(0, 2))}`;
  return parts.length > 0
    ? `${among} fulfils all of its conditions at once`
    : `${among} is ${code(canonical(expression))}`;
}

function namespaceLines({ pods: peer }: Meant, scene: Scene): readonly string[] {
  if (peer === null)
    return ['**Means what lives in no namespace**: global network sets and hosts.'];
  const { certain, possible } = namespacesOf(peer.namespaces, scene.world);
  const named = (infos: typeof certain): string =>
    linkedNames(
      infos.map(({ name, place }) => ({ name: name ?? 'the unnamed one', place })),
      scene,
    );
  const perhaps = possible.filter((info) => !certain.includes(info));
  return [
    certain.length === 0
      ? '**Selects no namespace** that is known here.'
      : `**Selects ${count(certain.length, 'namespace')}**: ${named(certain)}`,
    ...(perhaps.length === 0
      ? []
      : [`Perhaps also ${named(perhaps)}, whose labels are not all known here.`]),
  ];
}

/** Network sets and hosts that are met besides pods. */
function otherLines(
  meant: Meant,
  here: SelectorAt,
  context: Context,
  scene: Scene,
): readonly string[] {
  const { surroundings } = here;
  const found = foundSets(meant, surroundings, context);
  const [hosts, sets] = [found.filter(isHost), found.filter((one) => !isHost(one))];
  const open =
    surroundings.field.own && meant.others !== null && hosts.length === 0
      ? matches(meant.others, {}) === 'yes'
      : false;
  return [
    ...setLines('network set', sets, scene),
    ...setLines('host endpoint', hosts, scene),
    ...(open
      ? ['Host endpoints match it, too: nothing in it asks for a label that they lack.']
      : []),
  ];
}

/** Those that are surely meant, then those that are only perhaps. */
const setLines = (noun: string, found: readonly MeantSet[], scene: Scene): readonly string[] =>
  ([true, false] as const).flatMap((certain) => {
    const some = found.filter((one) => one.certain === certain);
    if (some.length === 0) return [];
    const named = linkedNames(
      some.map(({ set, member }) => ({ name: set.name, place: placeOf(member) })),
      scene,
    );
    return [`${certain ? 'Also' : 'Perhaps also'} ${count(some.length, noun)}: ${named}`];
  });

import { namespaceName, type NamespaceKey } from '../../model/namespace.ts';
import type { PodPeer } from '../../policy/ir.ts';
import { count, list, podsText, selectorText } from '../../policy/print.ts';
import { amountText, atMost, namespaceWord, workloadNames, workloadsOf } from './names.ts';
import type { Scene } from './scene.ts';
import type { Selection } from './selection.ts';

/** What a policy's subject selects: the answer, then what is in doubt. */
export function subjectLines(
  { pods: selector }: PodPeer,
  selection: Selection,
  scene: Scene,
): readonly string[] {
  const { pods, looked } = selection;
  const where = namespaceWord(scene.home!);
  const labels = selectorText(selector);
  const names = workloadNames(workloadsOf(pods), scene);
  const first =
    labels === null
      ? pods.length === 0
        ? `**Selects all pods** of ${where}; none is described in this workspace.`
        : `**Selects all pods** of ${where}, here ${amountText(pods)}: ${names}`
      : pods.length === 0
        ? `**Selects nothing** that this workspace describes: ${noneText(labels, where, looked.pods)}.`
        : `**Selects ${amountText(pods)}** in ${where}: ${names}`;
  return [first, ...doubtLines(selection, scene)];
}

/** What a subject or peer of an administrator's policy selects, in whichever namespaces: the answer, then the doubt. */
export function anywhereLines(
  peer: PodPeer,
  selection: Selection,
  scene: Scene,
): readonly string[] {
  const { pods } = selection;
  const spaces = [...new Set(pods.map(({ namespace }) => namespace.key))];
  return [
    pods.length === 0
      ? `**Selects nothing** that this workspace describes: ${podsText(peer)}.`
      : `**Selects ${amountText(pods)}** in ${spacesText(spaces)}: ${workloadNames(workloadsOf(pods), scene)}`,
    ...doubtLines(selection, scene),
  ];
}

/** Namespaces in a sentence; several without a name are counted. */
function spacesText(spaces: readonly NamespaceKey[]): string {
  const unnamed = spaces.filter((key) => namespaceName(key) === null).length;
  if (unnamed < 2) return atMost(spaces, namespaceWord);
  const named = spaces.filter((key) => namespaceName(key) !== null).map(namespaceWord);
  return atMost([...named, `${unnamed} unnamed namespaces`], (word) => word);
}

const noneText = (labels: string, where: string, others: number): string =>
  others === 0
    ? `it holds no pods of ${where}`
    : `none of the ${count(others, 'workload')} in ${where} is \`${labels}\``;

/** What a peer selects: the answer, then what is in doubt. */
export function peerLines(peer: PodPeer, selection: Selection, scene: Scene): readonly string[] {
  const { pods } = selection;
  const names = workloadNames(workloadsOf(pods), scene);
  return [
    pods.length === 0
      ? `**Selects nothing** that this workspace describes: ${podsText(peer)}`
      : `**Selects ${amountText(pods)}**, ${podsText(peer)}: ${names}`,
    ...doubtLines(selection, scene),
  ];
}

/** What may be selected too, and why that is not known. */
export function doubtLines({ perhaps, why }: Selection, scene: Scene): readonly string[] {
  if (why.length === 0) return [];
  const who = perhaps.length === 0 ? 'others' : workloadNames(workloadsOf(perhaps), scene);
  return [`Perhaps also ${who}: ${list(why.slice(0, 2))}.`];
}

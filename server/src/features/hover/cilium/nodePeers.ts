import type { LabelSelector } from '../../../model/networkPolicy.ts';
import type { Path } from '../../../model/source.ts';
import { conditionsOf } from '../../../policy/lower/ciliumSelectors.ts';
import { code, count, selectorText } from '../../../policy/print.ts';
import { selectorOf } from '../../../policy/selector/k8s.ts';
import { matches } from '../../../policy/selector/selector.ts';
import { nodesOf } from '../../../workspace/nodes.ts';
import { capital } from '../../../base/words.ts';
import { atMost } from '../names.ts';
import type { CiliumScene } from '../scene.ts';
import { entriesAt } from './entries.ts';

/** A list of nodes by their labels, or one of its entries (Cilium documentation, "Node based"). */
export function nodePeerLines(
  selectors: readonly LabelSelector[],
  [index]: Path,
  scene: CiliumScene,
): readonly string[] {
  if (selectors.length === 0) return ['**Nobody**: an empty list makes the item match nothing.'];
  const texts = entriesAt(selectors, index).map((selector) => nodesText(selector, scene));
  return [
    ...(texts.length === 1
      ? texts.map((text) => `**${capital(text)}**, with the pods on their network.`)
      : [
          `**Any one of ${texts.length} alternatives**, with the pods on their network:`,
          ...texts.map((text) => `- ${text}`),
          '',
        ]),
    'The node that a pod runs on is never among them; that is the entity `host`.',
    ...(scene.world.settings.ciliumFlags.includes('enable-node-selector-labels=true')
      ? []
      : [KNOWS]),
  ];
}

const KNOWS =
  'Cilium knows the labels of nodes only with `enable-node-selector-labels` (off by itself; setting `cilium.flags`).';

/** One alternative in words, with the nodes here that it finds. */
function nodesText(selector: LabelSelector, { snapshot }: CiliumScene): string {
  const conditions = conditionsOf(selector);
  const labels = selectorOf({
    matchExpressions: conditions.map(({ requirement, key }) => ({ ...requirement, key })),
  });
  const text = labels === null ? null : selectorText(labels);
  const which = conditions.length === 0 ? 'all other nodes' : `other nodes \`${text ?? '?'}\``;
  const nodes = nodesOf(snapshot.nodes);
  // Labels of another source are none of a node's.
  const isOfNodes = conditions.every(({ source }) => source === 'any' || source === 'node');
  if (nodes === null || labels === null || !isOfNodes) return which;
  const found = nodes.filter((node) => matches(labels, node.labels) === 'yes');
  return found.length === 0
    ? `${which}, of which this workspace describes none`
    : `${which}, here ${count(found.length, 'node')}: ${atMost(found, ({ name }) => code(name))}`;
}

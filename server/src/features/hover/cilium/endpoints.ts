import { labelKeysOf, type LabelSelector } from '../../../model/networkPolicy.ts';
import type { Path } from '../../../model/source.ts';
import type { PodPeer } from '../../../policy/ir.ts';
import { lowerEndpoints } from '../../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../../policy/lower/meaningless.ts';
import { namespaceText, podsText } from '../../../policy/print.ts';
import { isEverything } from '../../../policy/selector/selector.ts';
import { bareKey, CILIUM_LABELS, tellsNamespace } from '../../../policy/vocabulary.ts';
import { amountText, workloadNames, workloadsOf } from '../names.ts';
import { alternativesLine } from '../peers.ts';
import type { CiliumScene } from '../scene.ts';
import { doubtLines, peerLines } from '../selected.ts';
import { selectionOf } from '../selection.ts';
import { entityText } from './entities.ts';
import { entryAt } from './entries.ts';
import type { ItemReading } from './reading.ts';

/** A list of selectors of pods, or one of them: whom it finds, and where it looks. */
export function endpointsLines(
  { item, rules }: ItemReading,
  field: 'fromEndpoints' | 'toEndpoints',
  [index]: Path,
  scene: CiliumScene,
): readonly string[] {
  const selectors = item[field] ?? [];
  const one = entryAt(selectors, index);
  if (selectors.length === 0)
    return [
      '**Nobody**: an empty list makes the item match nothing. `[{}]` would be for all pods.',
    ];
  if (one === undefined)
    return [
      `**Any one of ${selectors.length} alternatives**:`,
      ...selectors.map((selector) => `- ${alternativeText(selector, scene)}`),
    ];
  return [
    ...selectorLines(one, scene),
    ...alternativesLine(rules[0] ?? { peers: 'everyone' }, selectors.indexOf(one)),
  ];
}

function alternativeText(selector: LabelSelector, scene: CiliumScene): string {
  const found = lowerEndpoints(selector, scene.home);
  if (isMeaningless(found)) return found.unsure;
  if (found.kind === 'entity')
    return found.entity === null ? 'labels of what is no pod' : `the entity \`${found.entity}\``;
  const selection = selectionOf(found, scene.world);
  const names = workloadNames(workloadsOf(selection.pods), scene, 3);
  const [doubt] = doubtLines(selection, scene);
  return `${podsText(found)}: ${selection.pods.length === 0 ? 'none is described in this workspace' : `${amountText(selection.pods)}, ${names}`}${doubt === undefined ? '' : `. ${doubt}`}`;
}

function selectorLines(selector: LabelSelector, scene: CiliumScene): readonly string[] {
  const found = lowerEndpoints(selector, scene.home);
  if (isMeaningless(found)) return [`Not certain: ${found.unsure}.`];
  if (found.kind === 'entity') {
    const means = found.entity === null ? null : entityText(found.entity);
    return [
      found.entity === null || means === null
        ? '**What is no pod**: the label is a reserved one.'
        : `**\`${found.entity}\`**: ${means}.`,
      ...(found.doubt === null ? [] : [`Not certain: ${found.doubt}.`]),
      'Beside a reserved label no namespace is added.',
    ];
  }
  return [
    ...peerLines(found, selectionOf(found, scene.world), scene),
    '',
    whereLine(selector, found, scene),
  ];
}

/** In which namespaces a selector looks, and why (pkg/k8s/apis/cilium.io/utils). */
function whereLine(
  selector: LabelSelector,
  { namespaces, pods }: PodPeer,
  { home }: CiliumScene,
): string {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const isEmpty = Object.keys(matchLabels).length + matchExpressions.length === 0;
  const never = isEmpty ? ' An empty selector means all pods, but never nodes or the outside.' : '';
  if (namespaces.kind === 'own' && home !== null)
    return `**Only in ${namespaceText(home)}**: the selector names no namespace, so the policy's own is added. \`k8s:${CILIUM_LABELS.namespace}\` names another, and with the operator Exists all of them.${never}`;
  if (home === null && !speaksOfNamespace(selector))
    return `**In every namespace**, as the policy is for the whole cluster.${never}`;
  return isEverything(pods)
    ? 'Every pod of the namespaces that its labels name, but never nodes or the outside.'
    : 'The namespaces are those that its labels name; the pod has to match the others, too.';
}

const speaksOfNamespace = (selector: LabelSelector): boolean =>
  labelKeysOf(selector).some((key) => tellsNamespace(bareKey(key)));

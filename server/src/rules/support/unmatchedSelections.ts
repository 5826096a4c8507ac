import type { CiliumPolicy } from '../../model/cilium.ts';
import { renameKey } from '../../model/edit.ts';
import type { Finding } from '../../model/finding.ts';
import type { PodEndpoint } from '../../policy/endpoint.ts';
import type { PodPeer } from '../../policy/ir.ts';
import { labelKeyOf } from '../../policy/lower/ciliumSelectors.ts';
import { namespaceText, selectorText } from '../../policy/print.ts';
import { selectorOf } from '../../policy/selector/k8s.ts';
import { EVERYTHING, isEverything, matches } from '../../policy/selector/selector.ts';
import {
  CILIUM_LABELS,
  isKept,
  KUBERNETES_NAME,
  labelsOfNamespace,
  tellsNamespace,
} from '../../policy/vocabulary.ts';
import type { Inventory } from '../../workspace/world.ts';
import type { MemberOf } from '../rule.ts';
import { selectionsOf, spanOfSelection, type Selection } from './ciliumSelections.ts';
import { namesText, workloadsText } from './pods.ts';
import { isSlipOfWord, rightValue, slipIn } from './typo.ts';
import {
  anyPodOf,
  isUnmatched,
  namespaceElsewhere,
  placeText,
  workloadItself,
} from './unmatched.ts';

/*
 * Selectors of Cilium's policies that match no pod, where the workspace shows what was meant.
 */

/** Says of the subjects of a policy, or of its peers, which match no pod. */
export function* unmatchedSelections(
  member: MemberOf<CiliumPolicy>,
  inventory: Inventory,
  role: Selection['role'],
): Generator<Finding> {
  for (const selection of selectionsOf(member)) {
    const { meaning } = selection;
    if (selection.role !== role || !isUnmatched(meaning, inventory)) continue;
    // Of a peer in another namespace another rule speaks.
    if (role === 'peer' && isElsewhere(meaning, inventory)) continue;
    const finding =
      nearValue(member, selection, inventory) ??
      atHome(member, selection, inventory) ??
      (isEverything(meaning.pods) ? null : otherwise(member, selection, inventory));
    if (finding !== null) yield finding;
  }
}

const isElsewhere = (meaning: PodPeer, inventory: Inventory): boolean =>
  meaning.namespaces.kind === 'own' &&
  podsFound({ ...meaning, namespaces: { kind: 'matching', selector: EVERYTHING } }, inventory)
    .length > 0;

/** One value is nearly one that pods or namespaces have, and with that one the selector matches. */
function nearValue(
  { resource }: MemberOf<CiliumPolicy>,
  { selector, meaning, mean }: Selection,
  inventory: Inventory,
): Finding | null {
  const slip = slipIn(
    selector,
    (key, value) => valuesLike(value, labelKeyOf(key), meaning, inventory),
    (repaired) => podsFound(mean(repaired), inventory),
  );
  if (slip === null) return null;
  const { labels, key, value, near, found } = slip;
  return {
    span: resource.source.value(labels, key),
    confidence: 'supported',
    message: `${missing(labelKeyOf(key), value, meaning)} Did you mean \`${near}\` (${workloadsText(found)})?`,
    fixes: [rightValue(resource, slip, ` (matches ${workloadsText(found)})`)],
  };
}

/** What is not there. */
function missing(key: string, value: string, meaning: PodPeer): string {
  if (key === CILIUM_LABELS.namespace)
    return `No namespace here is called \`${value}\`, so this selects nothing.`;
  return tellsNamespace(key)
    ? `No namespace here has \`${key.slice(CILIUM_LABELS.ofNamespace.length)}=${value}\`, so this selects nothing.`
    : `No pod ${placeText(meaning)} has \`${key}=${value}\`.`;
}

const podsFound = (peer: PodPeer | null, inventory: Inventory): readonly PodEndpoint[] =>
  peer === null ? [] : inventory.podsOf(peer).pods;

/** The values of a label that may have been meant by another: those of pods where the selector looks, or of namespaces. */
function valuesLike(
  value: string,
  key: string,
  meaning: PodPeer,
  inventory: Inventory,
): readonly string[] {
  if (tellsNamespace(key)) {
    const label =
      key === CILIUM_LABELS.namespace
        ? KUBERNETES_NAME
        : key.slice(CILIUM_LABELS.ofNamespace.length);
    const values = inventory
      .namespaces()
      .flatMap((info) => labelsOfNamespace(info, undefined)[label] ?? []);
    return values.includes(value) ? [] : values.filter((one) => isSlipOfWord(value, one));
  }
  return isKept(key)
    ? inventory.podsOf(anyPodOf(meaning)).pods.flatMap(({ labels }) => labels[key] ?? [])
    : [];
}

/** A label that the policy's own namespace does not have, where no other is asked for its pods. */
function atHome(
  { resource, namespace }: MemberOf<CiliumPolicy>,
  { role, selector, conditions }: Selection,
  inventory: Inventory,
): Finding | null {
  if (role === 'peer' || namespace === null) return null;
  const { info } = inventory.inventory(namespace);
  if (info.place === null) return null;
  for (const { key, isLabel, requirement } of conditions) {
    if (!key.startsWith(CILIUM_LABELS.ofNamespace)) continue;
    const label = key.slice(CILIUM_LABELS.ofNamespace.length);
    const asked = selectorOf({ matchExpressions: [{ ...requirement, key: label }] });
    if (asked === null) continue;
    if (matches(asked, labelsOfNamespace(info, undefined), info.complete) !== 'no') continue;
    const expression = selector.matchExpressions?.find((one) => one === requirement);
    return {
      span: isLabel
        ? resource.source.key(selector.matchLabels!, requirement.key)
        : resource.source.value(expression!, 'key'),
      confidence: 'supported',
      message: `A CiliumNetworkPolicy is only for pods of its own namespace, and ${namespaceText(info)} does not match \`${selectorText(asked)!}\`: this policy selects nothing. Write a CiliumClusterwideNetworkPolicy to select namespaces by their labels.`,
      also: [{ ...info.place, message: `namespace ${info.name} and its labels` }],
    };
  }
  return null;
}

/** The labels are those of something else than the pods where the selector looks. */
function otherwise(
  member: MemberOf<CiliumPolicy>,
  selection: Selection,
  inventory: Inventory,
): Finding | null {
  const { meaning, role } = selection;
  if (podsFound(anyPodOf(meaning), inventory).length === 0) return null;
  const span = spanOfSelection(member.resource, selection);
  const found = workloadItself(meaning, inventory);
  if (found !== null) return { span, confidence: 'supported', ...found };
  return role === 'peer'
    ? ofNamespaces(member, selection, inventory)
    : elsewhere(member, selection, inventory);
}

/** A label of namespaces, where one of pods is asked for. */
function ofNamespaces(
  { resource, namespace }: MemberOf<CiliumPolicy>,
  { selector, mean }: Selection,
  inventory: Inventory,
): Finding | null {
  const { matchLabels = {} } = selector;
  for (const [key, value] of Object.entries(matchLabels)) {
    const label = labelKeyOf(key);
    if (!isKept(label) || COMMON.test(label)) continue;
    const bearers = inventory
      .namespaces()
      .filter(
        (info) => info.key !== namespace && info.place !== null && info.labels[label] === value,
      );
    const [bearer] = bearers;
    const { [key]: _, ...others } = matchLabels;
    const right = `k8s:${CILIUM_LABELS.ofNamespace}${label}`;
    const pods = podsFound(
      mean({ ...selector, matchLabels: { ...others, [right]: value } }),
      inventory,
    );
    if (bearer === undefined || pods.length === 0) continue;
    return {
      span: resource.source.key(matchLabels, key),
      confidence: 'supported',
      message: `\`${label}=${value}\` is a label of ${bearers.length === 1 ? namespaceText(bearer) : `${bearers.length} namespaces`}, not of pods, so this selects nothing. Cilium keeps the labels of a namespace under \`${CILIUM_LABELS.ofNamespace}\`.`,
      also: [{ ...bearer.place!, message: `namespace ${bearer.name} and its labels` }],
      fixes: [
        {
          title: `Ask for the label of namespaces: \`${right}\` (matches ${workloadsText(pods)})`,
          safe: false,
          edits: () => renameKey(resource, matchLabels, key, right),
        },
      ],
    };
  }
  return null;
}

/** What tools put on everything that they make, namespaces and pods alike. */
const COMMON = /^(?:app|name|app\.kubernetes\.io\/.*|helm\.sh\/.*|kustomize\..*)$/;

/** Pods of another namespace, which a policy is never for. */
function elsewhere(
  { resource }: MemberOf<CiliumPolicy>,
  selection: Selection,
  inventory: Inventory,
): Finding | null {
  const { meaning } = selection;
  if (meaning.namespaces.kind !== 'own') return null;
  const own = inventory.inventory(meaning.namespaces.namespace).info;
  const found = own.name === null ? null : namespaceElsewhere(meaning, inventory);
  if (found === null) return null;
  return {
    span: spanOfSelection(resource, selection),
    confidence: 'supported',
    message: `No pod in ${namespaceText(own)} has \`${selectorText(meaning.pods)!}\`, but ${namesText(found.pods)} in ${namespaceText(found.info)} ${
      found.pods.length === 1 ? 'does' : 'do'
    }. A CiliumNetworkPolicy is only for pods of its own namespace: move it there.`,
  };
}

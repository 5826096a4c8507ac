import { KUBERNETES_NAME } from '../../policy/vocabulary.ts';
import { renameKey } from '../../model/edit.ts';
import type { Finding } from '../../model/finding.ts';
import type { LabelSelector } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import type { Namespaces } from '../../policy/ir.ts';
import { matchesNamespace } from '../../policy/resolve.ts';
import { selectorOf } from '../../policy/selector/k8s.ts';
import type { Inventory } from '../../workspace/world.ts';
import { workloadsText } from './pods.ts';

/**
 * A namespace selected by a label that it does not carry, such as `name: monitoring`, where no namespace can match and
 * the one of that name would; null otherwise. Only a declared namespace with workloads shows that it was meant.
 */
export function inventedLabel(
  resource: Resource,
  inventory: Inventory,
  selector: LabelSelector,
  namespaces: Namespaces,
): Finding | null {
  if (namespaces.kind === 'own' || inventory.spokenOf(namespaces).length > 0) return null;
  const { matchLabels = {} } = selector;
  for (const [key, name] of Object.entries(matchLabels)) {
    const { info, pods } = inventory.inventory(name);
    if (key === KUBERNETES_NAME || info.place === null || pods.length === 0) continue;
    const { [key]: _, ...others } = matchLabels;
    const meant = selectorOf({ ...selector, matchLabels: { ...others, [KUBERNETES_NAME]: name } });
    const named: Namespaces | null = meant && { kind: 'matching', selector: meant };
    const { assumptions } = inventory.settings;
    if (named === null || matchesNamespace(named, info, assumptions).truth !== 'yes') continue;
    return {
      span: resource.source.key(matchLabels, key),
      confidence: 'supported',
      message: `Namespace \`${name}\` (${workloadsText(pods)}) has no label \`${key}=${name}\`, and no other namespace matches, so this selects nothing. Every namespace has its name in \`${KUBERNETES_NAME}\`.`,
      also: [{ ...info.place, message: `namespace ${name} and its labels` }],
      fixes: [
        {
          title: `Select it by its name: \`${KUBERNETES_NAME}\``,
          safe: false,
          edits: () => renameKey(resource, matchLabels, key, KUBERNETES_NAME),
        },
      ],
    };
  }
  return null;
}

import { ciliumItemsIn } from '../admission/ciliumWalk.ts';
import { fieldIn, itemsIn } from '../admission/walk.ts';
import type { CiliumItem, CiliumName, CiliumPolicy } from '../model/cilium.ts';
import { renameKey, setKey } from '../model/edit.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { parseAddress } from '../policy/cidr.ts';
import { canonicalName } from '../policy/fqdn.ts';
import { code, list } from '../policy/print.ts';
import { NAMESPACE_KEY } from '../policy/vocabulary.ts';
import type { Inventory, Service } from '../workspace/world.ts';
import { inventoryRule } from './rule.ts';

/** Names that no connection to the outside is ever made by. */
export default inventoryRule(
  {
    code: 'fqdn-never-matches',
    title: 'A name in `toFQDNs` that opens nothing',
    category: 'inert',
    severity: 'warning',
    docs: `\`toFQDNs\` is for addresses outside of the cluster that DNS has given for a name (Cilium documentation, "DNS based").
Nobody asks DNS for an address, so that one written as a name matches nothing. Nor does the name of a Service whose pods it
selects: connections to it lead to pods, which Cilium knows by their labels and never by a name; \`kubernetes.default\` leads to
the API server, which is an entity. netpol speaks of Services that the workspace shows, and is silent of those without a
selector, behind which may be anything.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* ({ resource }, inventory) {
    for (const { item } of ciliumItemsIn(resource))
      for (const [, name] of itemsIn(resource, fieldIn(resource, item, 'toFQDNs'))) {
        const text = fieldIn(resource, name, 'matchName');
        if (text === undefined) continue;
        const finding = findingOf(resource, item, name, text, inventory);
        if (finding !== null) yield finding;
      }
  },
);

function findingOf(
  policy: Resource<CiliumPolicy>,
  item: CiliumItem,
  name: CiliumName,
  text: string,
  inventory: Inventory,
): Finding | null {
  const span = policy.source.value(name, 'matchName');
  if (parseAddress(text) !== null)
    return {
      span,
      confidence: 'proven',
      message: `\`${text}\` is an address, and nobody asks DNS for one, so this opens nothing. Write \`toCIDR: [${text}/32]\` in place of it.`,
      fixes: replacement(policy, item, 'toCIDR', [`${text}/32`], `Open the address ${text}`),
    };
  const [, service, namespace] = OF_SERVICE.exec(canonicalName(text)) ?? [];
  if (service === undefined || namespace === undefined) return null;
  // Nodes that blocks of addresses are for may be for names, too.
  if (inventory.settings.assumptions.cidrsMatchNodes) return null;
  if (service === 'kubernetes' && namespace === 'default')
    return {
      span,
      confidence: 'proven',
      message: `\`${text}\` leads to the API server, which Cilium never knows by a name, so this opens nothing. Write \`toEntities: [kube-apiserver]\` in place of it.`,
      fixes: replacement(policy, item, 'toEntities', ['kube-apiserver'], 'Open the API server'),
    };
  const found = inventory.inventory(namespace).services.find((one) => one.name === service);
  if (found === undefined || found.selector === null || found.type === 'ExternalName') return null;
  return {
    span,
    confidence: 'supported',
    message: `\`${text}\` is a Service of this cluster: connections to it lead to its pods, which Cilium knows by their labels and never by a name, so this opens nothing. Select them in \`toEndpoints\`, by ${labelsText(found)}.`,
    also: [
      {
        uri: found.member.uri,
        chunk: found.member.resource.chunk,
        span: found.member.resource.source.value(found.member.resource.body.metadata, 'name'),
        message: 'The Service',
      },
    ],
    fixes: replacement(
      policy,
      item,
      'toEndpoints',
      [{ matchLabels: labelsOf(found) }],
      `Open the pods of Service \`${service}\``,
    ),
  };
}

/**
 * The name of a Service, or of a pod behind one, in a cluster of the usual domain (Kubernetes documentation, "DNS for
 * Services and Pods").
 */
const OF_SERVICE = /^(?:[^.]+\.)?([^.]+)\.([^.]+)\.svc\.(?:cluster\.local\.)?$/;

const labelsOf = ({ namespace, selector }: Service): Readonly<Record<string, string>> => ({
  [NAMESPACE_KEY]: namespace,
  ...Object.fromEntries(
    Object.entries(selector ?? {}).map(([key, value]) => [`k8s:${key}`, value]),
  ),
});

const labelsText = (service: Service): string =>
  list(Object.entries(labelsOf(service)).map(([key, value]) => code(`${key}: ${value}`)));

/** Another list of peers in the place of the names, where the name is the only one. */
const replacement = (
  policy: Resource<CiliumPolicy>,
  item: CiliumItem,
  key: string,
  value: readonly unknown[],
  title: string,
): readonly Fix[] =>
  item.toFQDNs?.length !== 1 || policy.source.has(item, key)
    ? []
    : [
        {
          title: `${title} instead: \`${key}\``,
          safe: false,
          edits: () => {
            const renamed = renameKey(policy, item, 'toFQDNs', key);
            const written = setKey(policy, item, 'toFQDNs', value);
            return renamed.length === 0 || written.length === 0 ? [] : [...renamed, ...written];
          },
        },
      ];

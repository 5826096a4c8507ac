import { propertyOf } from '../schema/at.ts';
import { inCilium, isCilium, ofCilium } from './ciliumCounterparts.ts';
import { labelSelectorText } from './labelSelectorText.ts';
import { renamed, rewritten } from './rewording.ts';
import type { Remedy, UnknownKey } from './unknownKey.ts';
import { mapping } from './untyped.ts';

/*
 * Kubernetes and Calico both have a NetworkPolicy, and say the same things in other words. A key of the one in an object
 * of the other is told by its counterpart; where both take the same value, renaming it is certain. Cilium's words are in a
 * file of their own.
 */

/** What an unknown key is in the language of its object, where it is one of the other's; null where it is neither's. */
export function counterpart(key: UnknownKey): Remedy | null {
  const has = (name: string): boolean => propertyOf(key.schema.node, name) !== undefined;
  if (has('performanceHints')) return inCalicoSpec(key);
  if (has('notProtocol')) return inCalicoRule(key);
  if (has('notNets')) return inCalicoEnd(key);
  if (has('nets') || has('methods')) return ofEnterprise(key);
  if (isCilium(key.schema.node)) return inCilium(key);
  if (has('policyTypes')) return ofCilium(key) ?? inKubernetesSpec(key);
  if (has('from') !== has('to') && !has('action')) return ofCilium(key) ?? inKubernetesRule(key);
  return has('ipBlock') ? inKubernetesPeer(key) : null;
}

/** Fields that only the commercial editions of Calico have (Calico Enterprise reference, network policy and set). */
const ENTERPRISE: ReadonlySet<string> = new Set([
  'allowedEgressDomains',
  'domains',
  'headers',
  'networks',
]);

const ofEnterprise = ({ name }: UnknownKey): Remedy | null =>
  ENTERPRISE.has(name)
    ? {
        advice: `Calico Enterprise and Calico Cloud have it, the open-source Calico has not.`,
        fixes: [],
      }
    : null;

/** The words of the policies of the whole cluster. */
const OF_THE_CLUSTER: ReadonlySet<string> = new Set([
  'namespaceSelector',
  'doNotTrack',
  'preDNAT',
  'applyOnForward',
]);

function inCalicoSpec(key: UnknownKey): Remedy | null {
  const { name } = key;
  if (name === 'policyTypes') return renamed(key, 'types', 'Calico calls it `types`.');
  if (name === 'podSelector') return asSelector(key, key.object[name]);
  if (name === 'matchLabels' || name === 'matchExpressions')
    return asSelector(key, { [name]: key.object[name] });
  return OF_THE_CLUSTER.has(name)
    ? {
        advice: `Only policies of the whole cluster have it, such as GlobalNetworkPolicy; this one is for the pods of its own namespace.`,
        fixes: [],
      }
    : null;
}

/** The conditions on an end, and other words for them, which stand in `source` and `destination`. */
const OF_AN_END: ReadonlySet<string> = new Set([
  'cidr',
  'except',
  'ipBlock',
  'namespaceSelector',
  'nets',
  'notNets',
  'notPorts',
  'notSelector',
  'podSelector',
  'selector',
  'serviceAccounts',
  'services',
]);

function inCalicoRule(key: UnknownKey): Remedy | null {
  const { name, object } = key;
  if (name === 'from' || name === 'to') {
    const side = name === 'from' ? 'source' : 'destination';
    return mapping(object[name]) === null
      ? {
          advice: `Calico names the one peer of a rule in \`${side}\`, as a mapping: write a rule for each.`,
          fixes: [],
        }
      : renamed(key, side, `Calico calls it \`${side}\`.`);
  }
  if (name === 'port' || name === 'ports')
    return {
      advice: `In Calico ports belong to an end, \`destination: {ports: [${portsText(object[name])}]}\`, and \`protocol\` stands beside that.`,
      fixes: [],
    };
  return OF_AN_END.has(name)
    ? {
        advice: `Conditions on an end stand in \`source\` (who sends) or \`destination\` (who receives).`,
        fixes: [],
      }
    : null;
}

/** The ports that a list of Kubernetes or of Calico names, as Calico writes them. */
function portsText(value: unknown): string {
  const ports = (listed(value) ?? []).map((entry) => {
    const { port, endPort } = mapping(entry) ?? { port: entry, endPort: undefined };
    if (typeof port !== 'number' && typeof port !== 'string') return '…';
    return typeof endPort === 'number' ? `"${port}:${endPort}"` : String(port);
  });
  return ports.length === 0 ? '…' : ports.join(', ');
}

function inCalicoEnd(key: UnknownKey): Remedy | null {
  const { name, object } = key;
  const value = object[name];
  switch (name) {
    case 'podSelector':
      return asSelector(key, value);
    case 'matchLabels':
    case 'matchExpressions':
      return asSelector(key, { [name]: value });
    case 'ipBlock': {
      const { cidr, except } = mapping(value) ?? {};
      const nets = typeof cidr === 'string' && except === undefined ? [cidr] : null;
      return rewritten(
        key,
        'nets',
        nets,
        'Calico lists blocks in `nets`, and exceptions in `notNets`.',
      );
    }
    case 'cidr':
      return rewritten(key, 'nets', listed(value), 'Calico lists blocks in `nets`.');
    case 'except':
      return rewritten(key, 'notNets', listed(value), 'Calico lists exceptions in `notNets`.');
    case 'port':
      return rewritten(key, 'ports', listed(value), 'Calico lists ports in `ports`.');
    default:
      return ofEnterprise(key);
  }
}

/** A value as a list, itself where it is one. */
const listed = (value: unknown): readonly unknown[] | null =>
  Array.isArray(value) ? value : typeof value === 'object' ? null : [value];

const CALICO = `If Calico's NetworkPolicy is meant, its \`apiVersion\` is \`projectcalico.org/v3\`.`;

/** Fields of Calico's policies and rules that Kubernetes has nothing for. */
const CALICO_ALONE: ReadonlySet<string> = new Set([
  ...OF_THE_CLUSTER,
  'action',
  'http',
  'icmp',
  'notICMP',
  'notNets',
  'notPorts',
  'notProtocol',
  'notSelector',
  'order',
  'performanceHints',
  'serviceAccountSelector',
  'stagedAction',
  'tier',
]);

const ofCalico = ({ name }: UnknownKey): Remedy | null =>
  CALICO_ALONE.has(name) ? { advice: CALICO, fixes: [] } : null;

function inKubernetesSpec(key: UnknownKey): Remedy | null {
  if (key.name === 'types')
    return renamed(key, 'policyTypes', 'Kubernetes calls it `policyTypes`.');
  return key.name === 'selector' && typeof key.object['selector'] === 'string'
    ? { advice: `Kubernetes selects pods by \`podSelector\`. ${CALICO}`, fixes: [] }
    : ofCalico(key);
}

function inKubernetesRule(key: UnknownKey): Remedy | null {
  const side = { source: 'from', destination: 'to' }[key.name];
  return side === undefined || propertyOf(key.schema.node, side) === undefined
    ? ofCalico(key)
    : { advice: `Kubernetes lists peers in \`${side}\`. ${CALICO}`, fixes: [] };
}

function inKubernetesPeer(key: UnknownKey): Remedy | null {
  const advice = {
    cidr: 'A block is `ipBlock: {cidr: …}`.',
    except: 'Exceptions stand in `ipBlock`, beside `cidr`.',
    nets: `A block is \`ipBlock: {cidr: …}\`, and each is a peer of its own. ${CALICO}`,
    notNets: `Exceptions are \`except\` of an \`ipBlock\`. ${CALICO}`,
    selector: `Pods are selected by \`podSelector\`. ${CALICO}`,
  }[key.name];
  return advice === undefined ? ofCalico(key) : { advice, fixes: [] };
}

/** A label selector where Calico has a text. */
function asSelector(key: UnknownKey, selector: unknown): Remedy {
  const written = labelSelectorText(selector);
  const example = written ?? "app == 'web'";
  return rewritten(key, 'selector', written, `Calico selects by a text: \`selector: ${example}\`.`);
}

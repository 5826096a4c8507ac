import { propertyOf, type SchemaNode } from '../schema/at.ts';
import { removeKey } from './edit.ts';
import { moveKey } from './restructure.ts';
import { asCiliumPort } from './portShape.ts';
import { fixesOf, renamed, rewritten } from './rewording.ts';
import type { Remedy, UnknownKey } from './unknownKey.ts';
import { list, mapping, mappings, type Mapping } from './untyped.ts';

/*
 * Words of Kubernetes' NetworkPolicy in policies of Cilium and the other way round, and words of Cilium's that stand in
 * the wrong direction or too high. A rewriting is certain only where both say the same.
 */

/** What an unknown key of one of Cilium's policies is in its language; null where it is none of those that are known. */
export function inCilium(key: UnknownKey): Remedy | null {
  const has = (name: string): boolean => propertyOf(key.schema.node, name) !== undefined;
  if (has('specs')) return ofRule(key);
  if (has('endpointSelector')) return inRule(key);
  if (has('icmps')) return inItem(key);
  return isPortRule(key.schema.node) ? inPortRule(key) : null;
}

/** Whether a schema is of one of Cilium's policies, rules, items, or entries of `toPorts`. */
export const isCilium = (node: SchemaNode): boolean =>
  ['specs', 'endpointSelector', 'icmps'].some((name) => propertyOf(node, name) !== undefined) ||
  isPortRule(node);

/** Entries of `toPorts` have `ports` alone where they deny. */
const isPortRule = (node: SchemaNode): boolean =>
  propertyOf(node, 'terminatingTLS') !== undefined ||
  (Object.keys(node.properties ?? {}).join() === 'ports' &&
    node.properties!['ports']!.type === 'array');

/** What stands beside the rule and belongs into it. */
function ofRule({ text, object, name }: UnknownKey): Remedy | null {
  const spec = mapping(object['spec']);
  if (!OF_RULE.has(name)) return null;
  return {
    advice: `\`${name}\` belongs into \`spec\`.`,
    fixes:
      spec === null || Object.hasOwn(spec, name)
        ? []
        : fixesOf(`Move \`${name}\` into \`spec\``, true, () => moveKey(text, object, name, spec)),
  };
}

const OF_RULE: ReadonlySet<string> = new Set([
  'description',
  'endpointSelector',
  'nodeSelector',
  'ingress',
  'ingressDeny',
  'egress',
  'egressDeny',
  'enableDefaultDeny',
]);

function inRule(key: UnknownKey): Remedy | null {
  const { name, object, text } = key;
  switch (name) {
    case 'podSelector':
      return renamed(key, 'endpointSelector', 'Cilium calls it `endpointSelector`.', true);
    case 'policyTypes': {
      const types = list(object[name]);
      const said = types.every((type) =>
        type === 'Ingress'
          ? hasItems(object, 'ingress')
          : type === 'Egress' && hasItems(object, 'egress'),
      );
      return {
        advice:
          'Cilium denies by default in each direction that has an item; to deny all of it, write one empty item, `ingress: [{}]`.',
        fixes: said
          ? fixesOf('Remove it (same meaning)', true, () => removeKey(text, object, name))
          : [],
      };
    }
    case 'namespaceSelector':
      return {
        advice:
          'A CiliumNetworkPolicy is for pods of its own namespace; for others, a CiliumClusterwideNetworkPolicy has the label of the namespace in `endpointSelector`, as `k8s:io.kubernetes.pod.namespace`.',
        fixes: [],
      };
    default:
      return null;
  }
}

const hasItems = (object: Mapping, section: string): boolean => list(object[section]).length > 0;

/** The peers of an item, by the end of their names. */
const PEERS: ReadonlySet<string> = new Set([
  'Endpoints',
  'CIDR',
  'CIDRSet',
  'Entities',
  'Nodes',
  'Groups',
  'Services',
  'FQDNs',
  'Requires',
]);

function inItem(key: UnknownKey): Remedy | null {
  const { name } = key;
  const { node } = key.schema;
  const isIngress = propertyOf(node, 'fromEndpoints') !== undefined;
  const side = isIngress ? 'from' : 'to';
  if (name === side) return peersOf(key, side);
  if (name === 'ports') return portsOf(key);
  if (name === 'fromPorts')
    return renamed(
      key,
      'toPorts',
      'Ports are those of the destination, `toPorts`, in both directions.',
      false,
    );
  const parts = /^(from|to)([A-Z].*)$/.exec(name);
  if (parts !== null && parts[1] !== side && PEERS.has(parts[2]!)) {
    const turned = `${side}${parts[2]!}`;
    const exists = propertyOf(node, turned) !== undefined;
    const advice = `\`${name}\` is for ${isIngress ? 'egress' : 'ingress'}${exists ? `; the peers of ${isIngress ? 'ingress' : 'egress'} are \`${turned}\`` : ''}.`;
    return exists ? renamed(key, turned, advice, false) : { advice, fixes: [] };
  }
  // What is denied knows neither of the two.
  if (name === 'toFQDNs')
    return {
      advice:
        'Names cannot be denied, as Cilium learns their addresses only while it lets them through: allow those that are wanted, and all others are denied.',
      fixes: [],
    };
  if (name === 'authentication')
    return { advice: 'Only allowed traffic can be asked to authenticate.', fixes: [] };
  if (name === 'auth' && propertyOf(node, 'authentication') !== undefined)
    return {
      advice: 'It is `authentication: {mode: required}`.',
      instead: 'authentication',
      fixes: [],
    };
  return null;
}

/** `from` and `to` of Kubernetes: pods by their labels say the same in Cilium, blocks of addresses nearly. */
function peersOf(key: UnknownKey, side: 'from' | 'to'): Remedy {
  const { object, name } = key;
  const peers = mappings(object[name]);
  const whole = peers.length > 0 && peers.length === list(object[name]).length;
  const only = (field: string): boolean =>
    whole && peers.every((peer) => Object.keys(peer).join() === field && mapping(peer[field]));
  if (only('podSelector'))
    return rewritten(
      key,
      `${side}Endpoints`,
      peers.map((peer) => peer['podSelector']),
      `Cilium lists pods in \`${side}Endpoints\`, each entry a selector.`,
      true,
    );
  if (only('ipBlock'))
    return rewritten(
      key,
      `${side}CIDRSet`,
      peers.map((peer) => peer['ipBlock']),
      `Cilium lists blocks of addresses in \`${side}CIDRSet\`.`,
      false,
    );
  return {
    advice: `Cilium lists pods in \`${side}Endpoints\`, each entry a selector, in which the namespace is a label: \`k8s:io.kubernetes.pod.namespace\`. Addresses are \`${side}CIDR\`; each kind is an item of its own.`,
    fixes: [],
  };
}

/** `ports` of Kubernetes: numbers are texts here, and a protocol that is not written is TCP there and any here. */
function portsOf(key: UnknownKey): Remedy {
  const { object, name } = key;
  const ports = mappings(object[name]).map(asCiliumPort);
  const whole = ports.length > 0 && ports.length === list(object[name]).length;
  const value = whole && ports.every((port) => port !== null) ? [{ ports }] : null;
  return rewritten(
    key,
    'toPorts',
    value,
    'Cilium has the ports of a rule in `toPorts: [{ports: [{port: "80", protocol: TCP}]}]`, with numbers in quotes.',
    true,
  );
}

function inPortRule({ name, schema: { node } }: UnknownKey): Remedy | null {
  const isDeny = propertyOf(node, 'rules') === undefined;
  if (isDeny && /^(?:rules|serverNames|listener|terminatingTLS|originatingTLS)$/.test(name))
    return {
      advice:
        'Ports are denied as a whole, whatever is said there: to let only some requests through, allow those with `rules` in an item that allows.',
      fixes: [],
    };
  if (/^(?:http|dns|kafka)$/.test(name))
    return { advice: `It stands in \`rules\`: \`rules: {${name}: […]}\`.`, fixes: [] };
  return /^(?:port|protocol|endPort)$/.test(name)
    ? {
        advice: 'Ports are a list here: `ports: [{port: "80", protocol: TCP}]`.',
        instead: 'ports',
        fixes: [],
      }
    : null;
}

/** Words of Cilium's in a NetworkPolicy of Kubernetes. */
export function ofCilium(key: UnknownKey): Remedy | null {
  const { name } = key;
  if (name === 'endpointSelector')
    return renamed(key, 'podSelector', `Kubernetes calls it \`podSelector\`. ${MEANT}`, true);
  if (name === 'nodeSelector' || /^(?:in|e)gressDeny$/.test(name))
    return { advice: MEANT, fixes: [] };
  return (/^(?:from|to)([A-Z].*)$/.exec(name) ?? []).slice(1).some((end) => PEERS.has(end)) ||
    name === 'toPorts' ||
    name === 'icmps'
    ? {
        advice: `Kubernetes lists peers in \`from\` and \`to\`, and ports in \`ports\`. ${MEANT}`,
        fixes: [],
      }
    : null;
}

const MEANT =
  "If a policy of Cilium's is meant, its `kind` is `CiliumNetworkPolicy` and its `apiVersion` `cilium.io/v2`.";

import { propertyOf, schemaAt, type Schema, type SchemaNode } from '../schema/at.ts';
import { isSelector } from './misplaced.ts';
import { valueAt, type Path } from './source.ts';
import { list, mapping } from './untyped.ts';

/**
 * What a server that drops an unknown key leaves of the object, as a clause, where that means everything: a selector
 * without conditions, or a rule or policy of Calico without any. Null where something is left.
 */
export function leftWithout(schema: Schema, body: object, path: Path, name: string): string | null {
  const node = schemaAt(schema, path)?.node ?? {};
  const object = mapping(valueAt(body, path)) ?? {};
  if (isSelector(node))
    return Object.keys(object).some((key) => propertyOf(node, key) !== undefined)
      ? null
      : 'a selector of everything';
  if (propertyOf(node, 'performanceHints') !== undefined) {
    const isCluster = propertyOf(node, 'preDNAT') !== undefined;
    const chooses = ['selector', 'serviceAccountSelector', 'namespaceSelector'].some((key) =>
      isCondition(node, object, key),
    );
    if (!SELECTORS.has(name) || chooses) return null;
    return isCluster
      ? 'a policy for every pod and host endpoint'
      : 'a policy for every pod of the namespace';
  }
  return ruleWithout(schema, body, path) ?? ciliumWithout(node, object, name);
}

/** The fields of an item of Cilium's that are no peers. */
const isPorts = (key: string): boolean => key === 'toPorts' || key === 'icmps';

/** What is left of an item of Cilium's, or of one of its entries of `toPorts`, without a key. */
function ciliumWithout(
  node: SchemaNode,
  object: Readonly<Record<string, unknown>>,
  name: string,
): string | null {
  const known = Object.keys(object).filter((key) => isCondition(node, object, key));
  if (propertyOf(node, 'icmps') === undefined) {
    const isDeny = Object.keys(node.properties ?? {}).join() === 'ports';
    const judges = isDeny ? /^(?:rules|serverNames)$/ : /^(?:http|dns|kafka)$/;
    if (!judges.test(name) || !known.includes('ports') || known.includes('rules')) return null;
    return isDeny ? 'everything denied on these ports' : 'every request let through on these ports';
  }
  const isDeny = propertyOf(node, 'authentication') === undefined;
  const does = isDeny ? 'denied' : 'allowed';
  const [ports, peers] = [
    known.filter(isPorts),
    known.filter((key) => /^(?:from|to)[A-Z]/.test(key) && !isPorts(key)),
  ];
  if (ports.length === 0 && peers.length === 0)
    return isDeny
      ? 'an empty item, which names nothing and only denies by default'
      : 'an empty item, which allows nothing and only denies by default';
  if (/^(?:ports|fromPorts)$/.test(name))
    return ports.length > 0 ? null : `every port ${does} for these peers`;
  return peers.length === 0 && /^(?:from|to)(?:[A-Z]|$)/.test(name)
    ? `these ports ${does} for every peer`
    : null;
}

const SELECTORS: ReadonlySet<string> = new Set(['podSelector', 'matchLabels', 'matchExpressions']);

/** What rules do with what they match. */
const VERBS: Readonly<Record<string, string>> = { Allow: 'allows', Deny: 'denies' };

/** A rule of Calico in which the path leads, if nothing that is known makes a condition of it. */
function ruleWithout(schema: Schema, body: object, path: Path): string | null {
  const at = path.slice(0, 3);
  const rule = schemaAt(schema, at);
  const object = mapping(valueAt(body, at));
  if (rule === null || object === null || propertyOf(rule.node, 'notProtocol') === undefined)
    return null;
  const conditions = Object.keys(object).filter((key) => key !== 'action' && key !== 'metadata');
  if (conditions.some((key) => holds(rule, object, key))) return null;
  return `a rule that ${VERBS[String(object['action'])] ?? 'matches'} everything`;
}

/** Whether a key is known and says something, be it further below. */
function holds(schema: Schema, object: Readonly<Record<string, unknown>>, key: string): boolean {
  const below = schemaAt(schema, [key]);
  const value = object[key];
  if (below === null || !isCondition(schema.node, object, key)) return false;
  const inner = below.node.properties === undefined ? null : mapping(value);
  return inner === null || Object.keys(inner).some((part) => holds(below, inner, part));
}

const isCondition = (
  node: SchemaNode,
  object: Readonly<Record<string, unknown>>,
  key: string,
): boolean =>
  propertyOf(node, key) !== undefined &&
  object[key] !== undefined &&
  object[key] !== '' &&
  !(Array.isArray(object[key]) && list(object[key]).length === 0);

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
  return ruleWithout(schema, body, path);
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

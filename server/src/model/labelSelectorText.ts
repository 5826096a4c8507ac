import { list, mapping, textOf } from './untyped.ts';

/**
 * A label selector of Kubernetes as a text in Calico's language, which means the same; null where the selector cannot be
 * read. All texts that Kubernetes takes for keys and values can be written there.
 */
export function labelSelectorText(selector: unknown): string | null {
  const given = mapping(selector);
  if (given === null) return null;
  const { matchLabels = {}, matchExpressions = [], ...others } = given;
  const labels = mapping(matchLabels);
  if (labels === null || !Array.isArray(matchExpressions) || Object.keys(others).length > 0)
    return null;
  const conditions = [
    ...Object.entries(labels).map(([key, value]) =>
      isPlain(value) ? `${key} == '${value}'` : null,
    ),
    ...matchExpressions.map(conditionOf),
  ];
  if (conditions.includes(null)) return null;
  return conditions.length === 0 ? 'all()' : conditions.join(' && ');
}

function conditionOf(expression: unknown): string | null {
  const given = mapping(expression);
  const [key, operator] = [textOf(given?.['key']), textOf(given?.['operator'])];
  const values = list(given?.['values']);
  if (key === null || !values.every(isPlain)) return null;
  const set = `{${values.map((value) => `'${value}'`).join(', ')}}`;
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key} == '${values[0]!}'` : `${key} in ${set}`;
    case 'NotIn':
      return values.length === 1 ? `${key} != '${values[0]!}'` : `${key} not in ${set}`;
    case 'Exists':
      return `has(${key})`;
    case 'DoesNotExist':
      return `!has(${key})`;
    default:
      return null;
  }
}

const isPlain = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes("'");

import { fieldText } from '../../model/fieldText.ts';
import type { Resource } from '../../model/resource.ts';

/** Whether an object of a policy, or a part of it, has a field that does not exist; what was meant is then said there. */
export function hasUnknownField({ problems, source }: Resource, object: object): boolean {
  const path = fieldText(source.path(object));
  return problems.some(
    ({ code, field }) => code === 'unknown-field' && field.startsWith(`${path}.`),
  );
}

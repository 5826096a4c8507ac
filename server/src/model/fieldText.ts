import type { Problem } from './resource.ts';
import type { Path } from './source.ts';

/** A path as steps, and in Kubernetes' own notation. */
export const fieldAt = (path: Path): Pick<Problem, 'field' | 'path'> => ({
  field: fieldText(path),
  path,
});

/** A path in Kubernetes' own notation: `spec.ingress[0].from[1].ipBlock.cidr`. */
export const fieldText = (path: Path): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`,
    '',
  );

/** The last field of a path, with the index into it where it is a list. */
export const fieldName = (path: Path): string => {
  const trailing = path.reduce<number>(
    (start, step, index) => (typeof step === 'string' ? index : start),
    0,
  );
  return fieldText(path.slice(trailing));
};

/** What an object at a path is called in a sentence; the whole of `body` by its kind, unless that is a policy. */
export function ownerText(path: Path, body: object = {}): string {
  const step = path.at(-1);
  if (step === undefined) {
    const { kind } = body as { readonly kind?: unknown };
    return typeof kind !== 'string' || kind.endsWith('Policy') ? 'the policy' : `the ${kind}`;
  }
  const list = path.at(-2);
  if (typeof step !== 'number')
    return step === 'spec' || step === 'metadata' ? `\`${step}\`` : `this \`${step}\``;
  const items: Readonly<Record<string, string>> = {
    ingress: 'an ingress rule',
    egress: 'an egress rule',
    from: 'a peer',
    to: 'a peer',
    ports: 'a ports entry',
    protocols: 'a protocols entry',
    matchExpressions: 'a match expression',
    ownerReferences: 'an owner reference',
  };
  return items[String(list)] ?? `an item of \`${String(list)}\``;
}

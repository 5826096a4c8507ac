import { derive } from '../base/derive.ts';
import { CALICO_POLICIES, CALICO_RULED, isOf } from './kinds.ts';
import type { Path, Resource } from './resource.ts';
import { mapping, mappings, textOf, type Mapping } from './untyped.ts';

/*
 * Where Calico's kinds hold selectors of its own language: those of a policy choose its endpoints, those of a rule one
 * end of the traffic.
 */

/** Which labels a selector asks for: an endpoint's or network set's, or those of its namespace or service account. */
export type Selecting = 'endpoints' | 'namespaces' | 'accounts';

/** A field that holds a selector. */
export interface SelectorField {
  readonly selects: Selecting;
  /** Whether it selects the endpoints that the policy is for, rather than an end of a rule. */
  readonly own: boolean;
  /** How many steps up from it is the spec or the end of a rule that it says something of. */
  readonly depth: number;
}

/** A selector as text, and where it stands. */
export interface SelectorText extends SelectorField {
  readonly object: object;
  readonly key: string;
  readonly text: string;
}

const OWN: Readonly<Record<string, Selecting>> = {
  selector: 'endpoints',
  serviceAccountSelector: 'accounts',
  namespaceSelector: 'namespaces',
};

const OF_ENDS: Readonly<Record<string, Selecting>> = {
  selector: 'endpoints',
  notSelector: 'endpoints',
  namespaceSelector: 'namespaces',
};

const DIRECTIONS = ['ingress', 'egress'];
const SIDES = ['source', 'destination'];

/** The field at the end of a path in an object; null where that holds no selector. */
export function selectorField(resource: Resource, path: Path): SelectorField | null {
  const [spec, direction, index, side, ...rest] = path;
  if (spec !== 'spec' || !isOf(resource, CALICO_RULED)) return null;
  if (path.length === 2) {
    // A policy of one namespace has no such field.
    const isUnknown = direction === 'namespaceSelector' && resource.kind.namespaced;
    return isOf(resource, CALICO_POLICIES) && !isUnknown ? fieldOf(OWN, direction, true, 1) : null;
  }
  if (!DIRECTIONS.includes(String(direction)) || typeof index !== 'number') return null;
  if (!SIDES.includes(String(side))) return null;
  if (rest.length === 1) return fieldOf(OF_ENDS, rest[0], false, 1);
  return rest.length === 2 && rest[0] === 'serviceAccounts' && rest[1] === 'selector'
    ? { selects: 'accounts', own: false, depth: 2 }
    : null;
}

const fieldOf = (
  fields: Readonly<Record<string, Selecting>>,
  key: string | number | undefined,
  own: boolean,
  depth: number,
): SelectorField | null =>
  typeof key === 'string' && Object.hasOwn(fields, key)
    ? { selects: fields[key]!, own, depth }
    : null;

/** Every selector of an object in the order of the API, whatever else stands there; remembered, as many ask for them. */
export const selectorTexts = derive((resource: Resource): readonly SelectorText[] => {
  const spec = mapping(mapping(resource.body)!['spec']);
  if (spec === null || !isOf(resource, CALICO_RULED)) return [];
  const own = isOf(resource, CALICO_POLICIES) ? textsIn(spec, OWN, true) : [];
  const ends = DIRECTIONS.flatMap((direction) =>
    mappings(spec[direction]).flatMap((rule) => SIDES.flatMap((side) => endTexts(rule[side]))),
  );
  return [...own, ...ends];
});

function endTexts(end: unknown): readonly SelectorText[] {
  const entity = mapping(end);
  if (entity === null) return [];
  const accounts = mapping(entity['serviceAccounts']);
  const ofAccounts = { selects: 'accounts', own: false, depth: 2 } as const;
  return [
    ...textsIn(entity, OF_ENDS, false),
    ...(accounts === null ? [] : textAt(accounts, 'selector', ofAccounts)),
  ];
}

const textsIn = (
  object: Mapping,
  fields: Readonly<Record<string, Selecting>>,
  own: boolean,
): readonly SelectorText[] =>
  Object.entries(fields).flatMap(([key, selects]) =>
    textAt(object, key, { selects, own, depth: 1 }),
  );

function textAt(object: Mapping, key: string, field: SelectorField): readonly SelectorText[] {
  const text = textOf(object[key]);
  return text === null ? [] : [{ ...field, object, key, text }];
}

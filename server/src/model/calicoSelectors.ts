import { derive } from '../base/derive.ts';
import { CALICO_POLICIES, CALICO_RULED, isOf } from './kinds.ts';
import type { Resource } from './resource.ts';
import { mapping, mappings, textOf, type Mapping } from './untyped.ts';

/*
 * Where Calico's kinds hold selectors of its own language: those of a policy choose its endpoints, those of a rule one
 * end of the traffic.
 */

/** Which labels a selector asks for: an endpoint's or network set's, or those of its namespace or service account. */
type Selecting = 'endpoints' | 'namespaces' | 'accounts';

/** A field that holds a selector. */
interface SelectorField {
  readonly selects: Selecting;
  /** Whether it selects the endpoints that the policy is for, rather than an end of a rule. */
  readonly own: boolean;
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
  const ofAccounts = { selects: 'accounts', own: false } as const;
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
  Object.entries(fields).flatMap(([key, selects]) => textAt(object, key, { selects, own }));

function textAt(object: Mapping, key: string, field: SelectorField): readonly SelectorText[] {
  const text = textOf(object[key]);
  return text === null ? [] : [{ ...field, object, key, text }];
}

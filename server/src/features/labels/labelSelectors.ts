import { podTemplatePath } from '../../model/podTemplate.ts';
import { valueAt } from '../../model/source.ts';
import { list, mapping, mappings, stringsOf, textOf, type Mapping } from '../../model/untyped.ts';
import type { Namespaces } from '../../policy/ir.ts';
import { EVERY_NAMESPACE } from '../../policy/peers.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { selectorIn } from '../completion/selectors.ts';
import { NAMESPACES, podsIn } from './groups.ts';
import { keyWord, valueWord, type Mention } from './mention.ts';

/*
 * The selectors of Kubernetes, in policies, workloads and Services. Anything may stand where a part should
 * be, as documents may be half-typed.
 */

/** What the selectors of an object ask for. */
export function askedIn(member: Member): readonly Mention[] {
  const { kind, body } = member.resource;
  const spec = mapping(mapping(body)?.['spec']);
  if (spec === null) return [];
  if (kind.role === 'policy' && kind.dialect !== 'cilium') return ofPolicy(member, spec);
  return kind.role === 'service' || kind.role === 'workload' ? ofWorkload(member, spec) : [];
}

const own = ({ namespace }: Member): Namespaces =>
  namespace === null ? EVERY_NAMESPACE : { kind: 'own', namespace };

/** Selectors of pods look where the one of namespaces beside them says, else into the namespace of the policy. */
function ofPolicy(member: Member, object: Mapping): readonly Mention[] {
  return Object.entries(object).flatMap(([key, value]): readonly Mention[] => {
    const inner = mapping(value);
    if (inner === null) return mappings(value).flatMap((item) => ofPolicy(member, item));
    if (key === 'podSelector') return asked(member, inner, podsIn(besideOf(object) ?? own(member)));
    return key === 'namespaceSelector' || key === 'namespaces'
      ? [...asked(member, inner, null), ...ofPolicy(member, inner)]
      : ofPolicy(member, inner);
  });
}

function besideOf(object: Mapping): Namespaces | null {
  const selector = mapping(object['namespaceSelector']);
  return selector === null ? null : { kind: 'matching', selector: selectorIn(selector) };
}

/** The selector of a workload or Service, and those by which pods keep near to others or away from them. */
function ofWorkload(member: Member, spec: Mapping): readonly Mention[] {
  const { body } = member.resource;
  const reach = podsIn(own(member));
  const selector = mapping(spec['selector']);
  const isPlain =
    selector !== null && !('matchLabels' in selector || 'matchExpressions' in selector);
  const path = podTemplatePath(body);
  const template = path === null ? null : mapping(valueAt(body, [...path, 'spec']));
  return [
    ...(selector === null
      ? []
      : isPlain
        ? entries(member, selector, reach)
        : asked(member, selector, reach)),
    ...(template === null ? [] : placing(member, template)),
  ];
}

function placing(member: Member, object: Mapping): readonly Mention[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const inner = mapping(value);
    if (inner === null) return mappings(value).flatMap((item) => placing(member, item));
    const others = 'namespaceSelector' in object || 'namespaces' in object;
    return key === 'labelSelector'
      ? asked(member, inner, podsIn(others ? EVERY_NAMESPACE : own(member)))
      : placing(member, inner);
  });
}

/**
 * How a selector speaks of a key: the prefix before the label's own, and where it looks for pods, or (null) that it
 * means namespaces.
 */
export interface Spoken {
  readonly prefix: string;
  readonly reach: Mention['reach'] | null;
}

/** What a selector asks for; `spokenOf` is null for keys that no manifest gives anything. */
export function askedWith(
  member: Member,
  selector: Mapping,
  spokenOf: (key: string) => Spoken | null,
): readonly Mention[] {
  const labels = mapping(selector['matchLabels']);
  return [
    ...(labels === null ? [] : entriesWith(member, labels, spokenOf)),
    ...mappings(selector['matchExpressions']).flatMap((expression) =>
      expressed(member, expression, spokenOf),
    ),
  ];
}

/** What a selector of Kubernetes asks for: of pods where it looks for them, else (null) of namespaces. */
const asked = (
  member: Member,
  selector: Mapping,
  reach: Mention['reach'] | null,
): readonly Mention[] => askedWith(member, selector, () => ({ prefix: '', reach }));

const entries = (member: Member, labels: Mapping, reach: Mention['reach']): readonly Mention[] =>
  entriesWith(member, labels, () => ({ prefix: '', reach }));

const to = (reach: Mention['reach'] | null): Pick<Mention, 'of' | 'reach'> =>
  reach === null ? { of: 'namespaces', reach: () => NAMESPACES } : { of: 'endpoints', reach };

const entriesWith = (
  member: Member,
  labels: Mapping,
  spokenOf: (key: string) => Spoken | null,
): readonly Mention[] =>
  Object.entries(stringsOf(labels)).flatMap(([key, value]): readonly Mention[] => {
    const spoken = spokenOf(key);
    return spoken === null
      ? []
      : [
          {
            member,
            role: 'asks',
            ...to(spoken.reach),
            key: keyWord(member.resource, labels, key, spoken.prefix),
            values: [valueWord(member.resource, labels, key, value) ?? []].flat(),
            compares: 'whole',
          },
        ];
  });

function expressed(
  member: Member,
  expression: Mapping,
  spokenOf: (key: string) => Spoken | null,
): readonly Mention[] {
  const { resource } = member;
  const key = textOf(expression['key']);
  const spoken = key === null ? null : spokenOf(key);
  const word = spoken === null ? null : valueWord(resource, expression, 'key', key!, spoken.prefix);
  if (spoken === null || word === null) return [];
  const values = list(expression['values']);
  return [
    {
      member,
      role: 'asks',
      ...to(spoken.reach),
      key: word,
      values: values.flatMap((value, index) =>
        typeof value === 'string' ? (valueWord(resource, values, index, value) ?? []) : [],
      ),
      compares: values.length === 0 ? null : 'whole',
    },
  ];
}

import { span } from '../../base/span.ts';
import { selectorTexts, type SelectorText } from '../../model/calicoSelectors.ts';
import { placedText } from '../../model/characters.ts';
import { isImplied, INHERITED } from '../../policy/vocabulary.ts';
import { termsIn, type Term } from '../../policy/selector/calico/terms.ts';
import { tokenize } from '../../policy/selector/calico/tokenize.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { meantBy, foundSets, surroundingsOf, type Surroundings } from '../calicoSelector/meant.ts';
import type { Context } from '../feature.ts';
import { NAMESPACES, podsIn, setsOf } from './groups.ts';
import { textWord, type Mention } from './mention.ts';

/** What the selectors of a policy of Calico ask for; of service accounts no manifest that is read tells the labels. */
export const askedByCalico = (member: Member): readonly Mention[] =>
  selectorTexts(member.resource).flatMap((selector) =>
    selector.selects === 'accounts'
      ? []
      : termsIn(tokenize(selector.text).tokens).flatMap((term) =>
          mentionOf(term, selector, member),
        ),
  );

function mentionOf(term: Term, selector: SelectorText, member: Member): readonly Mention[] {
  const { resource, namespace } = member;
  const { object, key, text, selects } = selector;
  const { label, operator, values } = term;
  const placed = placedText(resource, object, key, text);
  const word = (start: number, end: number): Mention['key'] =>
    textWord(resource, object, key, placed, span(start, end));
  const inherits = selects === 'endpoints' && label.text.startsWith(INHERITED.namespace);
  // What Calico gives all pods, and what they inherit of service accounts, no manifest says.
  if (selects === 'endpoints' && isImplied(label.text) && !inherits) return [];
  const start = label.span.start + (inherits ? INHERITED.namespace.length : 0);
  const path = [...resource.source.path(object), key];
  const surroundings = surroundingsOf(selector, path, resource.body, namespace);
  return [
    {
      member,
      role: 'asks',
      ...(selects === 'namespaces' || inherits
        ? { of: 'namespaces', reach: () => NAMESPACES }
        : { of: 'endpoints', reach: (context) => reachOf(surroundings, context) }),
      key: word(start, label.span.end),
      values: values.map(({ span: { start: from, end } }) => word(from, end)),
      compares: comparing(operator),
    },
  ];
}

function comparing(operator: Term['operator']): Mention['compares'] {
  switch (operator) {
    case null:
    case 'has':
      return null;
    case 'contains':
      return 'anywhere';
    case 'starts with':
      return 'start';
    case 'ends with':
      return 'end';
    default:
      return 'whole';
  }
}

/** The pods, sets and hosts that a selector may find; all where what stands beside it cannot be read. */
function reachOf(surroundings: Surroundings, context: Context): readonly string[] {
  const everywhere = { ...surroundings, namespace: null, namespaceSelector: undefined };
  const everyone = meantBy('all()', surroundings) ?? meantBy('all()', everywhere)!;
  const pods = everyone.pods === null ? [] : podsIn(everyone.pods.namespaces)(context);
  const sets = foundSets(everyone, surroundings, context).map(({ member }) =>
    setsOf(member.namespace),
  );
  return [...pods, ...new Set(sets)];
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import { textOf } from '../../../model/untyped.ts';
import { ENTITIES } from '../../../policy/cilium/entities.ts';
import { bareKey } from '../../../policy/vocabulary.ts';
import { stringText } from '../../../yaml/scalar.ts';
import { carriersText, valuesText, type CarriedKey } from '../carried.ts';
import type { Choice } from '../choice.ts';
import { valueChoices } from '../labels.ts';
import { valueAt } from '../selectors.ts';
import type { Source } from '../source.ts';
import type { Spot } from '../spot.ts';
import { askableAt, type Askable, type Of, type SelectorPlace } from './askable.ts';
import { itemPlace, rulePlace } from './place.ts';

/** The label keys and values that Cilium's selectors can ask for, whether or not a key names the source of its label. */
export const ciliumLabels: Source = (spot, context) => {
  const place = placeOf(spot);
  if (place === null) return [];
  const carried = askableAt(place, spot, context);
  const beginsSource = spot.word.gap !== '' && place.key !== null && SOURCES.has(place.key);
  return place.key === null || beginsSource
    ? keyChoices(carried, place, { spot, beginsSource })
    : valueChoices(valuesOf(place.key, carried), spot);
};

interface Place extends SelectorPlace {
  /** The key whose value is typed; null where a key is. */
  readonly key: string | null;
}

/** The sources before a key of a label that manifests can tell; after the colon the key is still to come. */
const SOURCES: ReadonlySet<string> = new Set(['k8s', 'any']);

function placeOf(spot: Spot): Place | null {
  const rule = rulePlace(spot);
  const found = rule === null ? null : selectorAt(spot);
  if (rule === null || found === null) return null;
  const { path, on, body } = spot;
  const place = { ...rule, of: found.of, selector: path.slice(0, found.depth) };
  const [list, index, field, ...more] = path.slice(found.depth);
  if (list === 'matchLabels' && index !== undefined && field === undefined)
    return { ...place, key: on === 'key' ? null : String(index) };
  if (list !== 'matchExpressions' || on === 'key') return null;
  if (field === 'key' && more.length === 0) return { ...place, key: null };
  if (field !== 'values' || more.length !== 1) return null;
  const key = textOf(valueAt(body, [...place.selector, list, index!, 'key']));
  return key === null ? null : { ...place, key };
}

/** Which selector a place is in, and how many steps lead to it. */
function selectorAt(spot: Spot): { readonly of: Of; readonly depth: number } | null {
  const { rule, below } = rulePlace(spot)!;
  if (below[0] === 'endpointSelector') return { of: 'subject', depth: rule.length + 1 };
  if (below[0] === 'nodeSelector') return { of: 'nodes', depth: rule.length + 1 };
  const item = itemPlace(spot);
  if (item === null || typeof item.inside[0] !== 'number') return null;
  const depth = item.item.length + 2;
  switch (item.field) {
    case 'fromEndpoints':
    case 'toEndpoints':
      return { of: 'peer', depth };
    case 'fromNodes':
    case 'toNodes':
      return { of: 'nodes', depth };
    case 'fromCIDRSet':
    case 'toCIDRSet':
      return item.inside[1] === 'cidrGroupSelector' ? { of: 'groups', depth: depth + 1 } : null;
    case 'toServices':
      return item.inside[1] === 'k8sServiceSelector' && item.inside[2] === 'selector'
        ? { of: 'services', depth: depth + 2 }
        : null;
    default:
      return null;
  }
}

/** The prefix of labels that Cilium gives to what is no pod. */
const RESERVED = 'reserved:';

function valuesOf(key: string, { own, given }: Askable): CarriedKey['values'] {
  if (key.startsWith(RESERVED))
    return new Map([['', { noun: 'entity', count: 1, one: key.slice(RESERVED.length) }]]);
  const bare = bareKey(key);
  return (given.get(bare) ?? own.get(bare))?.values ?? new Map();
}

/** The sources of Kubernetes' labels as a key begins with them; what Cilium gives is usually written with its own. */
function prefixesIn({ word }: Spot): { readonly own: string; readonly given: string } {
  const typed = /^["']?(k8s:|any:)/.exec(word.text)?.[1];
  return { own: typed ?? '', given: typed ?? 'k8s:' };
}

function keyChoices(
  { own, given }: Askable,
  { of }: Place,
  { spot, beginsSource }: { readonly spot: Spot; readonly beginsSource: boolean },
): Choice[] {
  const prefixes = beginsSource ? { own: '', given: '' } : prefixesIn(spot);
  const taken = spot.on === 'key' || beginsSource ? spot.present.map(bareKey) : [];
  const common = { spot, beginsSource };
  return [
    ...[...own].map(([key, { any, values }]) => ({
      key,
      choice: keyChoice(`${prefixes.own}${key}`, common, {
        detail: carriersText(any),
        documentation: valuesText(values),
        weight: any.count,
      }),
    })),
    ...[...given].map(([key, { detail, values }], index) => ({
      key,
      choice: keyChoice(`${prefixes.given}${key}`, common, {
        detail,
        documentation: valuesText(values),
        weight: -1 - index,
      }),
    })),
    ...(of === 'peer' && !beginsSource ? reservedChoices(common) : []),
  ].flatMap(({ key, choice }) => (taken.includes(key) ? [] : [choice]));
}

interface Common {
  readonly spot: Spot;
  readonly beginsSource: boolean;
}

function keyChoice(
  label: string,
  { spot: { on, word, quote, flow }, beginsSource }: Common,
  more: Pick<Choice, 'detail' | 'documentation' | 'weight'>,
): Choice {
  const text = beginsSource ? label : stringText(label, quote, flow);
  const begins = (on === 'key' && !word.isKey) || beginsSource;
  return {
    label,
    text: begins ? `${text}: ` : text,
    kind: CompletionItemKind.Property,
    retrigger: begins,
    ...(beginsSource && { joins: true }),
    ...more,
  };
}

/** What is no pod has labels without a value. */
const reservedChoices = (
  common: Common,
): readonly { readonly key: string; readonly choice: Choice }[] =>
  ENTITIES.filter((entity) => !GROUPS.has(entity)).map((entity, index) => {
    const key = `${RESERVED}${entity}`;
    const choice = keyChoice(key, common, {
      detail: `entity ${entity}`,
      weight: -1000 - index,
    });
    return {
      key,
      choice:
        common.spot.on === 'key' && !common.spot.word.isKey
          ? { ...choice, text: `${choice.text}""`, retrigger: false }
          : choice,
    };
  });

/** Entities that are several at once, and no label stands for. */
const GROUPS: ReadonlySet<string> = new Set(['cluster', 'cluster-mesh']);

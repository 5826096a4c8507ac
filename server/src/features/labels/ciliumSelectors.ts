import { list, mapping, mappings, type Mapping } from '../../model/untyped.ts';
import type { Namespaces } from '../../policy/ir.ts';
import { everyPod, lowerEndpoints, lowerSubject } from '../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../policy/lower/meaningless.ts';
import { CILIUM_LABELS } from '../../policy/vocabulary.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { labelSelectorIn } from '../completion/selectors.ts';
import { CIDR_GROUPS, podsIn } from './groups.ts';
import { askedWith, type Spoken } from './labelSelectors.ts';
import type { Mention } from './mention.ts';

/*
 * The selectors of Cilium's kinds. A key may say before itself where its label comes from, and labels of namespaces stand
 * among those of pods. Anything may stand where a part should be, as documents may be half-typed.
 */

/** What the selectors of an object of Cilium's ask for. */
export const askedByCilium = (member: Member): readonly Mention[] =>
  selectorsIn(member).flatMap(({ selector, of }) => {
    switch (of) {
      case 'namespaces':
        return askedWith(member, selector, () => ({ prefix: '', reach: null }));
      case 'groups':
        return askedWith(member, selector, groupKey);
      default:
        return askedWith(member, selector, (key) => podKey(key, podsIn(of)));
    }
  });

/** A selector of pods, and the namespaces in which it looks for them. */
interface SelectorOfPods {
  readonly selector: Mapping;
  readonly namespaces: Namespaces;
}

/** The selectors of pods of an object of Cilium's. */
export const ciliumSelectors = (member: Member): readonly SelectorOfPods[] =>
  selectorsIn(member).flatMap(({ selector, of }) =>
    typeof of === 'string' ? [] : [{ selector, namespaces: of }],
  );

/** A selector, and what it selects: pods of some namespaces, namespaces, or CIDR groups. */
interface Found {
  readonly selector: Mapping;
  readonly of: Namespaces | 'namespaces' | 'groups';
}

function selectorsIn(member: Member): readonly Found[] {
  const { kind, body } = member.resource;
  if (kind.dialect !== 'cilium') return [];
  const { spec, specs } = body as { readonly spec?: unknown; readonly specs?: unknown };
  return [spec, ...list(specs)].flatMap((rule) => below(member, mapping(rule) ?? {}));
}

/** All selectors below a part of an object. */
const below = (member: Member, part: Mapping): readonly Found[] =>
  Object.entries(part).flatMap(([key, value]) => {
    const found = mapping(value);
    return (found === null ? mappings(value) : [found]).flatMap((inner) =>
      selectorAt(member, key, inner),
    );
  });

function selectorAt(member: Member, key: string, selector: Mapping): readonly Found[] {
  switch (key) {
    case 'endpointSelector':
    case 'localEndpointSelector':
      return [{ selector, of: subjectNamespaces(member, selector) }];
    case 'fromEndpoints':
    case 'toEndpoints':
    case 'fromRequires':
    case 'toRequires':
      return [{ selector, of: peerNamespaces(member, selector) }];
    case 'podSelector':
      return [{ selector, of: everyPod(null).namespaces }];
    case 'namespaceSelector':
      return [{ selector, of: 'namespaces' }];
    case 'cidrGroupSelector':
      return [{ selector, of: 'groups' }];
    default:
      return below(member, selector);
  }
}

/** The namespaces in which a rule selects pods; all that it could where its selector cannot be read. */
function subjectNamespaces({ namespace }: Member, selector: Mapping): Namespaces {
  const found = lowerSubject(labelSelectorIn(selector), namespace);
  return isMeaningless(found) ? everyPod(namespace).namespaces : found.namespaces;
}

function peerNamespaces({ namespace }: Member, selector: Mapping): Namespaces {
  const found = lowerEndpoints(labelSelectorIn(selector), namespace);
  return isMeaningless(found) || found.kind !== 'pods'
    ? everyPod(null).namespaces
    : found.namespaces;
}

/** A key among labels of pods; null for labels that no manifest gives. */
function podKey(key: string, reach: Mention['reach']): Spoken | null {
  const [prefix = ''] = /^(?:k8s|any):/.exec(key) ?? [];
  const bare = key.slice(prefix.length);
  if (bare.startsWith(CILIUM_LABELS.ofNamespace))
    return { prefix: prefix + CILIUM_LABELS.ofNamespace, reach: null };
  return /:|^io\.(?:kubernetes|cilium)\./.test(bare) ? null : { prefix, reach };
}

/** A key among labels of CIDR groups. */
function groupKey(key: string): Spoken | null {
  const [prefix = ''] = /^(?:cidrgroup|any):/.exec(key) ?? [];
  return key.slice(prefix.length).includes(':') ? null : { prefix, reach: () => CIDR_GROUPS };
}

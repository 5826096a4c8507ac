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
export function askedByCilium(member: Member): readonly Mention[] {
  const { kind, body } = member.resource;
  if (kind.dialect !== 'cilium') return [];
  const { spec, specs } = body as { readonly spec?: unknown; readonly specs?: unknown };
  return [spec, ...list(specs)].flatMap((rule) => below(member, mapping(rule) ?? {}));
}

/** All selectors below a part of an object. */
const below = (member: Member, part: Mapping): readonly Mention[] =>
  Object.entries(part).flatMap(([key, value]) => {
    const found = mapping(value);
    return (found === null ? mappings(value) : [found]).flatMap((inner) =>
      selectorAt(member, key, inner),
    );
  });

function selectorAt(member: Member, key: string, inner: Mapping): readonly Mention[] {
  switch (key) {
    case 'endpointSelector':
    case 'localEndpointSelector':
      return ofPods(member, inner, subjectNamespaces(member, inner));
    case 'fromEndpoints':
    case 'toEndpoints':
    case 'fromRequires':
    case 'toRequires':
      return ofPods(member, inner, peerNamespaces(member, inner));
    case 'podSelector':
      return ofPods(member, inner, everyPod(null).namespaces);
    case 'namespaceSelector':
      return askedWith(member, inner, () => ({ prefix: '', reach: null }));
    case 'cidrGroupSelector':
      return askedWith(member, inner, groupKey);
    default:
      return below(member, inner);
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

const ofPods = (member: Member, selector: Mapping, namespaces: Namespaces): readonly Mention[] =>
  askedWith(member, selector, (key) => podKey(key, podsIn(namespaces)));

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

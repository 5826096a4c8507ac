import { podTemplatePath } from '../../model/podTemplate.ts';
import { valueAt } from '../../model/source.ts';
import { list, mapping, type Mapping } from '../../model/untyped.ts';
import { everyPod } from '../../policy/lower/ciliumSelectors.ts';
import { CILIUM_LABELS } from '../../policy/vocabulary.ts';
import type { Member } from '../../workspace/snapshot.ts';
import { ciliumSelectors } from '../labels/ciliumSelectors.ts';
import { podsIn, podsOf } from '../labels/groups.ts';
import { askedWith } from '../labels/labelSelectors.ts';
import { valueWord } from '../labels/mention.ts';
import type { NameMention } from './mention.ts';

/*
 * The names of service accounts: at the account, in pod templates, under the label by which Cilium knows pods of one, and in
 * rules of Calico. An account is of a namespace like the pods that run as it.
 */

/** The places of an object that name a service account. */
export function serviceAccountNames(member: Member): readonly NameMention[] {
  const { kind, body } = member.resource;
  switch (kind.role) {
    case 'account':
      return own(member, mapping(body.metadata), 'name', 'declares');
    case 'workload':
      return ofTemplate(member);
    case 'policy':
      if (kind.dialect === 'cilium') return ofCilium(member);
      return kind.dialect === 'calico' ? ofCalico(member, body) : [];
    default:
      return [];
  }
}

function ofTemplate(member: Member): readonly NameMention[] {
  const path = podTemplatePath(member.resource.body);
  const spec = path === null ? null : mapping(valueAt(member.resource.body, [...path, 'spec']));
  const key = spec?.['serviceAccountName'] === undefined ? 'serviceAccount' : 'serviceAccountName';
  return own(member, spec, key, 'asks');
}

/** A name of an account in the namespace of the object that has it. */
function own(
  member: Member,
  object: Mapping | null,
  step: string,
  role: NameMention['role'],
): readonly NameMention[] {
  const { namespace } = member;
  return object === null || namespace === null
    ? []
    : wordsOf(member, object, [step]).map((word) => ({
        member,
        of: 'ServiceAccount',
        role,
        word,
        reach: () => [podsOf(namespace)],
      }));
}

const ofCilium = (member: Member): readonly NameMention[] =>
  ciliumSelectors(member).flatMap(({ selector, namespaces }) =>
    askedWith(member, selector, (key) => {
      const [prefix = ''] = /^(?:k8s|any):/.exec(key) ?? [];
      return key.slice(prefix.length) === CILIUM_LABELS.serviceAccount
        ? { prefix, reach: podsIn(namespaces) }
        : null;
    }).flatMap(({ values, reach }) =>
      values.map((word): NameMention => ({
        member,
        of: 'ServiceAccount',
        role: 'asks',
        word,
        reach,
      })),
    ),
  );

/**
 * The names in a rule of Calico: of the policy's own namespace, unless it says otherwise (Calico documentation,
 * "EntityRule").
 */
function ofCalico(member: Member, part: unknown): readonly NameMention[] {
  const object = mapping(part);
  if (object === null) return list(part).flatMap((item) => ofCalico(member, item));
  const names = mapping(object['serviceAccounts'])?.['names'];
  const isOwn = member.namespace !== null && object['namespaceSelector'] === undefined;
  const { namespaces } = everyPod(isOwn ? member.namespace : null);
  return [
    ...(Array.isArray(names) ? wordsOf(member, names, [...names.keys()]) : []).map(
      (word): NameMention => ({
        member,
        of: 'ServiceAccount',
        role: 'asks',
        word,
        reach: podsIn(namespaces),
      }),
    ),
    ...Object.values(object).flatMap((value) => ofCalico(member, value)),
  ];
}

const wordsOf = (
  { resource }: Member,
  object: Mapping | readonly unknown[],
  steps: readonly (string | number)[],
) =>
  steps.flatMap((step) => {
    const text = (object as Readonly<Record<string | number, unknown>>)[step];
    return typeof text === 'string' ? (valueWord(resource, object, step, text) ?? []) : [];
  });

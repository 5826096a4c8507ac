import { fieldText } from '../model/fieldText.ts';
import type { CalicoRule } from '../model/calico.ts';
import { CALICO_RULED, isOf } from '../model/kinds.ts';
import type { Metadata, Resource } from '../model/resource.ts';
import { calicoRulesIn, refusedBy } from './calicoWalk.ts';
import { calicoPolicyNameFault } from './calicoNames.ts';
import { byteLength, dnsLabelFault, dnsSubdomainFault, labelKeyFault } from './grammar.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { isStandIn } from './standIn.ts';
import { entriesIn, fieldIn, isWhole, itemsIn, valuePlace } from './walk.ts';

/** What all annotations of an object may take together, in bytes. */
const MOST_ANNOTATIONS = 256 * 1024;

/** What an owner is known by. */
const OWNER_KEYS = ['apiVersion', 'kind', 'name', 'uid'] as const;

/** Metadata that no object can have. */
export default admissionRule(
  {
    code: 'invalid-metadata',
    title: 'Metadata that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `An object needs \`name\` or \`generateName\`. A name is a DNS name of at most 253 lower-case characters; a namespace
is one part of such a name, of at most 63, and so is a tier of Calico; the name of a policy of Calico has two parts at
most. Annotation keys and finalizers have the form of label keys, and all annotations
together take at most 256 KiB. An owner has an API version, kind, name and uid, and at most one owner is the controller.
The API server refuses the object otherwise.`,
    since: '0.1.0',
    fixable: false,
  },
  null,
  function* (resource) {
    const metadata = fieldIn(resource, resource.body, 'metadata');
    if (metadata === undefined) return;
    yield* nameFaults(resource, metadata);
    // Of an object that lives in no namespace the server clears it.
    const namespace = fieldIn(resource, metadata, 'namespace') ?? '';
    if (namespace !== '' && resource.kind.namespaced)
      yield* fault(resource, 'namespace', 'namespace', namespace, dnsLabelFault(namespace));
    yield* annotationFaults(resource, metadata);
    yield* finalizerFaults(resource, metadata);
    yield* ownerFaults(resource, metadata);
    if (isOf(resource, CALICO_RULED))
      for (const { rule } of calicoRulesIn(resource)) yield* ruleFaults(resource, rule);
  },
);

function* nameFaults(resource: Resource, metadata: Metadata): Generator<Refusal> {
  const [name = '', generateName = ''] = (['name', 'generateName'] as const).map((key) =>
    fieldIn(resource, metadata, key),
  );
  if (name === '' && generateName === '' && isWhole(resource, metadata)) {
    yield {
      span: resource.source.has(metadata, 'name')
        ? resource.source.key(metadata, 'name')
        : resource.source.key(resource.body, 'metadata'),
      field: 'metadata.name',
      confidence: 'proven',
      message: `This ${resource.kind.name} has no name, and the API server refuses it without. Set \`metadata.name\`.`,
    };
    return;
  }
  const { name: kind } = resource.kind;
  if (name !== '') {
    const wrong = dnsSubdomainFault(name);
    if (wrong !== null) yield* fault(resource, 'name', kind, name, wrong);
    else yield* calicoNameFault(resource, name);
  }
  if (generateName !== '') {
    // A prefix may end with a dash, as the server puts more behind it.
    const begun = generateName.replace(/[^]-$/, 'a');
    yield* fault(resource, 'generateName', kind, generateName, dnsSubdomainFault(begun));
  }
}

function* calicoNameFault(resource: Resource, name: string): Generator<Refusal> {
  const wrong = calicoPolicyNameFault(resource.kind, name);
  if (wrong === null || isStandIn(name)) return;
  yield {
    ...valuePlace(resource, resource.body.metadata, 'name'),
    confidence: 'proven',
    message: `No ${resource.kind.name} can be called \`${name}\`, ${refusedBy(resource)}: ${wrong}.`,
  };
}

/** Annotations of one of Calico's rules are like those of objects. */
function* ruleFaults(resource: Resource, rule: CalicoRule): Generator<Refusal> {
  const metadata = fieldIn(resource, rule, 'metadata');
  if (metadata !== undefined) yield* annotationFaults(resource, metadata);
}

function* annotationFaults(
  resource: Resource,
  metadata: Pick<Metadata, 'annotations'>,
): Generator<Refusal> {
  const { source } = resource;
  const annotations = fieldIn(resource, metadata, 'annotations') ?? {};
  let size = 0;
  for (const [key, value] of entriesIn(resource, annotations)) {
    size += byteLength(key) + byteLength(value);
    const fault = isStandIn(key) ? null : labelKeyFault(key.toLowerCase());
    if (fault === null) continue;
    yield {
      span: source.key(annotations, key),
      field: fieldText(source.path(annotations)),
      confidence: 'proven',
      message: `The annotation key \`${key}\` cannot exist, so the API server refuses the object: it ${fault}.`,
    };
  }
  if (size > MOST_ANNOTATIONS)
    yield {
      span: source.key(metadata, 'annotations'),
      field: fieldText([...source.path(metadata), 'annotations']),
      confidence: 'proven',
      message: `The annotations take ${Math.ceil(size / 1024)} KiB together, and the API server refuses more than 256.`,
    };
}

function* finalizerFaults(resource: Resource, metadata: Metadata): Generator<Refusal> {
  const { finalizers = [] } = metadata;
  for (const [index, finalizer] of itemsIn(resource, finalizers)) {
    const fault = isStandIn(finalizer) ? null : labelKeyFault(finalizer);
    if (fault === null) continue;
    yield {
      ...valuePlace(resource, finalizers, index),
      confidence: 'proven',
      message: `No finalizer can be called \`${finalizer}\`, so the API server refuses the object: it ${fault}.`,
    };
  }
}

/** What an owner lacks altogether is said by the schema; here what is empty, and controllers behind the first. */
function* ownerFaults(resource: Resource, metadata: Metadata): Generator<Refusal> {
  const owners = itemsIn(resource, metadata.ownerReferences).map(([, owner]) => owner);
  for (const owner of owners)
    for (const key of OWNER_KEYS) {
      if (fieldIn(resource, owner, key) !== '') continue;
      yield {
        ...valuePlace(resource, owner, key),
        confidence: 'proven',
        message: `This owner has an empty \`${key}\`, and the API server refuses the object without. Write the owner's own.`,
      };
    }
  const [first, ...further] = owners.filter(
    (owner) => fieldIn(resource, owner, 'controller') === true,
  );
  for (const owner of further)
    yield {
      ...valuePlace(resource, owner, 'controller'),
      confidence: 'proven',
      message: `An object has at most one controller, and here \`${first?.name ?? ''}\` is one already, so the API server refuses the object. Leave \`controller\` to one of them.`,
    };
}

function* fault(
  resource: Resource,
  key: 'name' | 'generateName' | 'namespace',
  kind: string,
  text: string,
  wrong: string | null,
): Generator<Refusal> {
  if (wrong === null || isStandIn(text)) return;
  yield {
    ...valuePlace(resource, resource.body.metadata, key),
    confidence: 'proven',
    message: `No ${kind} can be called \`${text}\`, so the API server refuses it: a name ${wrong}.`,
  };
}

import { fieldText } from '../model/problems.ts';
import type { Metadata, Resource } from '../model/resource.ts';
import { byteLength, dnsLabelFault, dnsSubdomainFault, labelKeyFault } from './grammar.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { isStandIn } from './standIn.ts';
import { entriesIn, fieldIn, isWhole, valuePlace } from './walk.ts';

/** What all annotations of an object may take together, in bytes. */
const MOST_ANNOTATIONS = 256 * 1024;

/** Names, namespaces and annotations that no object can have. */
export default admissionRule(
  {
    code: 'invalid-metadata',
    title: 'A name, namespace or annotation that cannot exist',
    category: 'refused',
    severity: 'error',
    docs: `An object needs \`name\` or \`generateName\`. A name is a DNS name of at most 253 lower-case characters; a namespace
is one part of such a name, of at most 63. Annotation keys have the form of label keys, and all annotations together take
at most 256 KiB. The API server refuses the object otherwise.`,
    since: '0.1.0',
    fixable: false,
  },
  null,
  function* (resource) {
    const metadata = fieldIn(resource, resource.body, 'metadata');
    if (metadata === undefined) return;
    yield* nameFaults(resource, metadata);
    const namespace = fieldIn(resource, metadata, 'namespace') ?? '';
    if (namespace !== '')
      yield* fault(resource, 'namespace', 'namespace', namespace, dnsLabelFault(namespace));
    yield* annotationFaults(resource, metadata);
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
  if (name !== '') yield* fault(resource, 'name', kind, name, dnsSubdomainFault(name));
  if (generateName !== '') {
    // A prefix may end with a dash, as the server puts more behind it.
    const begun = generateName.replace(/[^]-$/, 'a');
    yield* fault(resource, 'generateName', kind, generateName, dnsSubdomainFault(begun));
  }
}

function* annotationFaults(resource: Resource, metadata: Metadata): Generator<Refusal> {
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
      span: source.key(resource.body.metadata, 'annotations'),
      field: 'metadata.annotations',
      confidence: 'proven',
      message: `The annotations take ${Math.ceil(size / 1024)} KiB together, and the API server refuses more than 256.`,
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

import { SymbolKind } from 'vscode-languageserver-types';
import { isOf, KUBERNETES_SHAPED } from '../model/kinds.ts';
import { namespaceName } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import { membersOf } from '../workspace/member.ts';
import type { Member } from '../workspace/snapshot.ts';
import { calicoDetails, calicoEntries } from './documentSymbol/calico.ts';
import { ciliumEntries } from './documentSymbol/cilium.ts';
import { policyEntries } from './documentSymbol/policy.ts';
import { feature, type Entry } from './feature.ts';

/** The objects of a file, and of each policy its selector, its rules and their peers. */
export const documentSymbol = feature({
  method: 'textDocument/documentSymbol',
  capability: { documentSymbolProvider: true },
  run({ file, snapshot, outlines }) {
    if (!outlines) return [];
    const membersIn = membersOf(file.context, snapshot.reading);
    return file.chunks.flatMap(({ chunk }) => membersIn(chunk).map(entryOf));
  },
});

function entryOf({ resource, namespace }: Member): Entry {
  const { kind, chunk, body, source } = resource;
  const metadata: { readonly [field in 'name' | 'generateName']?: unknown } = body.metadata ?? {};
  const [name, prefix] = [textOf(metadata.name), textOf(metadata.generateName)];
  const home = namespace === null ? null : namespaceName(namespace);
  const span = source.of(body);
  const named = name === '' ? source.value(body, 'kind') : source.value(metadata, 'name');
  const isPolicy = kind.role === 'policy';
  const isCalico = kind.dialect === 'calico' && !isOf(resource, KUBERNETES_SHAPED);
  return {
    chunk,
    span,
    name: name !== '' ? name : prefix !== '' ? `${prefix}…` : `${kind.name} without a name`,
    detail: [
      kind.name,
      ...(home === null ? [] : [home]),
      ...(isCalico ? calicoDetails(resource) : []),
    ].join(' · '),
    kind: isPolicy ? SymbolKind.Class : SymbolKind.Object,
    // Merge keys bring names from elsewhere.
    selection: named.start >= span.start && named.end <= span.end ? named : span,
    children: isPolicy ? entriesOf(resource) : [],
  };
}

function entriesOf(resource: Resource): readonly Entry[] {
  const { dialect } = resource.kind;
  if (dialect === 'cilium') return ciliumEntries(resource);
  return dialect === 'calico' && !isOf(resource, KUBERNETES_SHAPED)
    ? calicoEntries(resource)
    : policyEntries(resource);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

import { KUBERNETES_NAME } from '../policy/vocabulary.ts';
import { derive, derive2 } from '../base/derive.ts';
import { compare } from '../base/order.ts';
import { namespaceName, type NamespaceKey } from '../model/namespace.ts';
import { podTemplateOf } from '../model/podTemplate.ts';
import type { Resource } from '../model/resource.ts';
import { stringsOf } from '../model/untyped.ts';
import type { Assumptions } from '../policy/assumptions.ts';
import type { Labels, NamespaceInfo, PodEndpoint } from '../policy/endpoint.ts';
import { counted, rivalry, type Counted } from './duplicates.ts';
import { placeOf, type Member } from './member.ts';
import { servicesOf } from './service.ts';
import type { NamespaceObjects, Snapshot } from './snapshot.ts';
import type { NamespaceInventory } from './world.ts';

/** What runs in a namespace. It lives as long as the objects of the namespace do. */
export const inventoryOf = derive2(
  (objects: NamespaceObjects, assumptions: Assumptions): NamespaceInventory => {
    const info = infoOf(objects, assumptions);
    const workloads = counted(objects.workloads);
    const plain = workloads.filter(({ member }) => member.resource.opaque === null);
    return {
      info,
      pods: plain.flatMap((each) =>
        withAccount(endpointsOf(each, info), accountsOf(objects.accounts)),
      ),
      services: servicesOf(objects.services),
      workloads: objects.workloads,
      unsure: hidden(workloads),
    };
  },
);

/** Why pods may run in the namespace of which nothing is known: a template among its workloads. */
function hidden(workloads: readonly Counted[]): string | null {
  const opaque = workloads.find(({ member }) => member.resource.opaque !== null);
  if (opaque === undefined) return null;
  const { kind, body, opaque: why } = opaque.member.resource;
  const name = (body.metadata as Resource['body']['metadata'] | undefined)?.name;
  return `${kind.name}${name === undefined ? '' : ` \`${name}\``} cannot be read: ${why}`;
}

type Declared = Pick<NamespaceObjects, 'key' | 'declarations'>;

/** The namespace itself. It depends on the Namespace manifests only, so edits of workloads keep it. */
const infoOf = ({ key, declarations }: Declared, assumptions: Assumptions): NamespaceInfo =>
  declarations.length === 0 ? undeclared(assumptions, key) : declared(declarations);

const undeclaredUnder = derive(({ undeclaredNamespaces }: Assumptions) => ({
  bare: undeclaredNamespaces === 'bare',
  known: new Map<NamespaceKey, NamespaceInfo>(),
}));

/** A namespace that no manifest declares; one object for each key. */
function undeclared(assumptions: Assumptions, key: NamespaceKey): NamespaceInfo {
  const { bare, known } = undeclaredUnder(assumptions);
  let info = known.get(key);
  if (info === undefined) {
    const name = namespaceName(key);
    const labels = name === null ? {} : { [KUBERNETES_NAME]: name };
    info = { key, name, labels, complete: bare && name !== null, place: null };
    known.set(key, info);
  }
  return info;
}

/** A declared namespace. Where several manifests declare it, only the labels that all agree on are known. */
const declared = derive((declarations: readonly Member[]): NamespaceInfo => {
  const { resource } = declarations[0]!;
  const name = resource.body.metadata.name!;
  const all = counted(declarations).map(({ member }) => member.resource);
  const plain = all.filter(({ opaque }) => opaque === null);
  const implied = { [KUBERNETES_NAME]: name };
  const [first = implied, ...others] = plain.map(({ body }): Labels => ({
    ...stringsOf(body.metadata.labels),
    ...implied,
  }));
  const agreed = Object.entries(first).filter(([key, value]) =>
    others.every((labels) => labels[key] === value),
  );
  const sameKeys = others.every(
    (labels) => Object.keys(labels).length === Object.keys(first).length,
  );
  return {
    key: name,
    name,
    labels: Object.fromEntries(agreed),
    complete:
      plain.length === all.length && sameKeys && agreed.length === Object.keys(first).length,
    place: placeOf(declarations[0]!),
  };
});

const endpointsOf = derive2((each: Counted, namespace: NamespaceInfo): readonly PodEndpoint[] => {
  const { resource } = each.member;
  const template = podTemplateOf(resource);
  if (template === null) return [];
  const { kind, body } = resource;
  const name = nameOf(body);
  // A static pod is controlled by its node, which says nothing of what it is.
  const owner = template.controller?.kind === 'Node' ? null : template.controller;
  return [
    {
      kind: 'pods',
      namespace,
      owner: owner ?? { name, kind: kind.name },
      name,
      labels: template.labels,
      complete: template.complete,
      ports: template.ports,
      addresses: template.addresses,
      hostNetwork: template.hostNetwork,
      hostAddress: template.hostAddress,
      node: template.node,
      dnsPolicy: template.dnsPolicy,
      serviceAccount: template.serviceAccount,
      replicas: template.replicas,
      unsure: rivalry(each),
      place: placeOf(each.member),
    },
  ];
});

/** The labels of the ServiceAccounts that manifests declare, by name; without those that they contradict each other about. */
const accountsOf = derive(
  (accounts: readonly Member[]): ReadonlyMap<string, Labels> =>
    new Map(
      counted(accounts)
        .filter((each) => each.member.resource.opaque === null && rivalry(each) === null)
        .map(({ member: { resource } }) => [
          nameOf(resource.body),
          stringsOf((resource.body.metadata as Resource['body']['metadata'] | undefined)?.labels),
        ]),
    ),
);

/** Pods with the labels of the account that they run as, where these are known. */
const withAccount = derive2(
  (pods: readonly PodEndpoint[], accounts: ReadonlyMap<string, Labels>): readonly PodEndpoint[] =>
    pods.map((pod) => {
      const accountLabels = accounts.get(pod.serviceAccount ?? '');
      return accountLabels === undefined ? pod : { ...pod, accountLabels };
    }),
);

/** The name of an object that need not be typed to its end; empty where it has none. */
function nameOf({ metadata }: { readonly metadata?: unknown }): string {
  const { name, generateName }: Record<string, unknown> = { ...(metadata as object | undefined) };
  return [name, generateName].find((text) => typeof text === 'string') ?? '';
}

/** A namespace that nothing uses. */
export const emptyInventory = (assumptions: Assumptions, key: NamespaceKey): NamespaceInventory =>
  inventoryOf(noObjects(undeclared(assumptions, key)), assumptions);

const noObjects = derive(({ key }: NamespaceInfo): NamespaceObjects => {
  return { key, declarations: [], workloads: [], services: [], accounts: [] };
});

/** Every namespace of a snapshot, in the order of their keys. */
export const namespacesOf = derive2(
  (namespaces: Snapshot['namespaces'], assumptions: Assumptions): readonly NamespaceInfo[] =>
    [...namespaces]
      .map(([key, declarations]) => infoOf({ key, declarations }, assumptions))
      .sort((a, b) => compare(a.key, b.key)),
);

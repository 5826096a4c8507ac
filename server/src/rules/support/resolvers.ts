import { KUBERNETES_NAME } from '../../policy/vocabulary.ts';
import { derive, derive2 } from '../../base/derive.ts';
import type { Labels, NamespaceInfo, PodEndpoint } from '../../policy/endpoint.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Service, World } from '../../workspace/world.ts';
import { dnsRedirectsIn, isSettled, type DnsRedirect } from './dnsRedirects.ts';

/*
 * Who answers the DNS queries of pods: what the workspace shows, what settings name, and in their absence the usual pods.
 */

/** Pods that answer DNS: the namespace they are in, their labels, and the ports they listen on. */
export interface Resolver {
  /** The name of its Service. */
  readonly name: string;
  readonly namespace: string;
  /** The labels by which its Service selects them. */
  readonly selector: Labels;
  readonly labels: Labels;
  /** Whether they have no other labels. */
  readonly complete: boolean;
  readonly ports: readonly number[];
  /** What leads queries to it that are asked of the Service of others; null where they are asked of its own. */
  readonly redirect: DnsRedirect | null;
}

/** A resolver where it runs. */
export interface PlacedResolver extends Resolver {
  readonly home: NamespaceInfo;
  /** Whether it stands in for one that the workspace does not show. */
  readonly assumed: boolean;
}

/** The resolvers of the usual clusters: kube-dns and CoreDNS under one label, and OpenShift's, whose pods listen on 5353. */
const usual: readonly [Resolver, Resolver] = [
  resolver('kube-dns', 'kube-system', { 'k8s-app': 'kube-dns' }, 53),
  resolver(
    'dns-default',
    'openshift-dns',
    { 'dns.operator.openshift.io/daemonset-dns': 'default' },
    5353,
  ),
];

function resolver(name: string, namespace: string, labels: Labels, port: number): Resolver {
  return {
    name,
    namespace,
    selector: labels,
    labels,
    complete: false,
    ports: [port],
    redirect: null,
  };
}

/** What CoreDNS and OpenShift call the ports of their pods. */
export const PORT_NAMES: Readonly<Record<string, 'UDP' | 'TCP'>> = { dns: 'UDP', 'dns-tcp': 'TCP' };

/**
 * The resolvers that the workspace shows, in their absence the usual ones, and those of the settings. Where Cilium leads
 * queries to other pods, those answer.
 */
export const resolversIn = (world: World): readonly PlacedResolver[] =>
  [
    ...usual.map((one) => answeringIn(one, world).answering),
    ...namedIn(world.settings).map((one) => placed(one, world.inventory(one.namespace).info)),
  ].reduce(joined);

/** Resolvers that queries for their Service surely no longer reach, as Cilium leads them to other pods. */
export const bypassedIn = (world: World): readonly PlacedResolver[] =>
  usual.map((one) => answeringIn(one, world).bypassed).reduce(joined);

/** Who answers the queries in a namespace, and who would do so without redirects. */
interface Answering {
  readonly answering: readonly PlacedResolver[];
  readonly bypassed: readonly PlacedResolver[];
}

function answeringIn(one: Resolver, world: World): Answering {
  const { info, pods, services } = world.inventory(one.namespace);
  const found = foundIn(info)(pods, services);
  const shown = found.length > 0 ? found : standIn(one, info);
  return ledBy(shown, dnsRedirectsIn(one.namespace, world))(world.settings);
}

const ledBy = derive2((shown: readonly PlacedResolver[], redirects: readonly DnsRedirect[]) =>
  derive(({ assumptions: { enforcer } }: Settings): Answering => {
    if (redirects.length === 0) return { answering: shown, bypassed: [] };
    const settled = redirects.filter(
      (one) => enforcer === 'cilium' && isSettled(one, redirects) && askedBy(one, shown) !== null,
    );
    const bypassed = shown.filter((one) =>
      settled.some((redirect) => isSelected(one.labels, askedBy(redirect, shown)!)),
    );
    const { home } = shown[0]!;
    return {
      answering: [
        ...settled.flatMap((redirect) => ledTo(redirect, home, false)),
        ...shown.filter((one) => !bypassed.includes(one)),
        ...redirects
          .filter((redirect) => !settled.includes(redirect))
          .flatMap((redirect) => ledTo(redirect, home, true)),
      ],
      bypassed,
    };
  }),
);

/** What the Service of a redirect selects; null where nothing tells. */
const askedBy = ({ service }: DnsRedirect, shown: readonly PlacedResolver[]): Labels | null =>
  [...shown, ...usual.filter(({ namespace }) => namespace === shown[0]?.namespace)].find(
    ({ name }) => name === service,
  )?.selector ?? null;

/** The pods of a redirect as resolvers: those that are shown, or such as it asks for. */
function ledTo(
  redirect: DnsRedirect,
  home: NamespaceInfo,
  assumed: boolean,
): readonly PlacedResolver[] {
  const { labels, pods, ports } = redirect;
  const shared = { namespace: home.key, home, ports, redirect, assumed };
  return pods.length === 0
    ? [{ ...shared, name: redirect.name, selector: labels, labels, complete: false }]
    : pods
        .filter(({ hostNetwork }) => !hostNetwork)
        .map((pod) => ({
          ...shared,
          name: pod.owner.name,
          selector: Object.keys(labels).length > 0 ? labels : pod.labels,
          labels: pod.labels,
          complete: true,
        }));
}

const joined = derive2(
  (some: readonly PlacedResolver[], more: readonly PlacedResolver[]): readonly PlacedResolver[] => [
    ...some,
    ...more,
  ],
);

const standIn = derive2((one: Resolver, home: NamespaceInfo): readonly PlacedResolver[] => [
  { ...one, home, assumed: true },
]);

const placed = derive2((one: Resolver, home: NamespaceInfo): readonly PlacedResolver[] => [
  { ...one, home, assumed: false },
]);

/** The resolvers that settings name, written `namespace/key=value`. */
const namedIn = derive(({ dnsResolvers }: Settings): readonly Resolver[] =>
  dnsResolvers.flatMap((text) => {
    const match = /^([a-z0-9-]+)\/([^=]+)=(.*)$/.exec(text);
    return match === null ? [] : [resolver(match[3]!, match[1]!, { [match[2]!]: match[3]! }, 53)];
  }),
);

/** The resolver to allow where none is: one that the workspace shows or the settings name, else kube-dns. */
export function usualResolver(world: World): PlacedResolver {
  const resolvers = resolversIn(world);
  return resolvers.find(({ assumed }) => !assumed) ?? resolvers[0]!;
}

/** The pods of a namespace that are behind a Service for UDP 53, on the ports to which it leads. */
const foundIn = derive((home: NamespaceInfo) =>
  derive2((pods: readonly PodEndpoint[], services: readonly Service[]): readonly PlacedResolver[] =>
    services.flatMap((service) => pods.flatMap((pod) => behind(service, pod, home))),
  ),
);

function behind(
  { name, namespace, selector, ports }: Service,
  { labels, ports: open }: PodEndpoint,
  home: NamespaceInfo,
): readonly PlacedResolver[] {
  if (selector === null) return [];
  if (!isSelected(labels, selector)) return [];
  const listens = ports
    .filter(({ port, protocol }) => port === 53 && protocol === 'UDP')
    .flatMap(({ target }) =>
      typeof target === 'number'
        ? [target]
        : open.filter(({ name: own }) => own === target).map(({ number }) => number),
    );
  return listens.length === 0
    ? []
    : [
        {
          name,
          namespace,
          selector,
          labels,
          complete: true,
          ports: listens,
          redirect: null,
          home,
          assumed: false,
        },
      ];
}

const isSelected = (labels: Labels, selector: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The egress rule that lets DNS out to a resolver, as it is written into a policy. */
export const dnsRuleFor = ({ namespace, selector, ports }: Resolver) => ({
  to: [
    {
      namespaceSelector: { matchLabels: { [KUBERNETES_NAME]: namespace } },
      podSelector: { matchLabels: selector },
    },
  ],
  ports: ports.flatMap((port) => [
    { protocol: 'UDP', port },
    { protocol: 'TCP', port },
  ]),
});

/** An egress rule that lets DNS out. */
export type DnsRule = ReturnType<typeof dnsRuleFor>;

/** The egress rule that lets DNS out to kube-dns or CoreDNS. */
export const dnsRule = dnsRuleFor(usual[0]);

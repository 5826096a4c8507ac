import { isClean } from '../admission/refusals.ts';
import type { ApiServer } from '../admission/rule.ts';
import { derive, derive2 } from '../base/derive.ts';
import type { RedirectPort } from '../model/cilium.ts';
import type { Place } from '../model/finding.ts';
import { isOf } from '../model/kinds.ts';
import { namespaceName, type NamespaceKey } from '../model/namespace.ts';
import type { Labels, PodEndpoint } from '../policy/endpoint.ts';
import { conditionsOf, isOfKubernetes, lowerSubject } from '../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../policy/lower/meaningless.ts';
import { matches, type Selector } from '../policy/selector/selector.ts';
import { placeOf, type Member } from './member.ts';
import type { Service, World } from './world.ts';

/*
 * Where Cilium leads what pods send to a Service, in place of the pods behind it (Cilium documentation, "Local Redirect
 * Policy"). Policies see the pods that it leads to.
 */

/** A CiliumLocalRedirectPolicy for a Service. */
export interface Redirect {
  readonly name: string;
  /** The Service, which is in the namespace of the policy, as the pods are. */
  readonly service: string;
  /** The ports of the Service that are led elsewhere; null where all are. */
  readonly frontend: readonly RedirectPort[] | null;
  readonly backend: readonly RedirectPort[];
  /** What selects the pods that it leads to. */
  readonly pods: Selector;
  /** The labels that it asks of them, as far as it names their values. */
  readonly labels: Labels;
  readonly place: Place;
}

/** The redirects of a namespace that Cilium takes; a template of one is none. */
export const redirectsIn = (namespace: NamespaceKey, world: World): readonly Redirect[] =>
  redirectsAmong(world.companionMembers(namespace), world.settings);

const redirectsAmong = derive2(
  (members: readonly Member[], server: ApiServer): readonly Redirect[] =>
    members.flatMap((member) => redirectOf(member, server) ?? []),
);

function redirectOf(member: Member, server: ApiServer): Redirect | null {
  const { resource, namespace } = member;
  if (!isOf(resource, ['cilium/CiliumLocalRedirectPolicy'])) return null;
  if (namespace === null || resource.opaque !== null || !isClean(resource, server)) return null;
  const { metadata, spec } = resource.body;
  const asked = spec?.redirectFrontend.serviceMatcher;
  if (spec === undefined || asked?.namespace !== namespaceName(namespace)) return null;
  const { localEndpointSelector, toPorts } = spec.redirectBackend;
  const subject = lowerSubject(localEndpointSelector, namespace);
  if (isMeaningless(subject) || subject.namespaces.kind !== 'own') return null;
  return {
    name: metadata.name ?? '',
    service: asked.serviceName,
    frontend: asked.toPorts ?? null,
    backend: toPorts,
    pods: subject.pods,
    labels: Object.fromEntries(
      conditionsOf({ matchLabels: localEndpointSelector.matchLabels ?? {} })
        .filter(isOfKubernetes)
        .map(({ key, requirement }) => [key, requirement.values?.[0] ?? '']),
    ),
    place: placeOf(member),
  };
}

/** The pods of its namespace that a redirect surely leads to; those on the network of their node among them. */
export const podsBehindRedirect = derive((redirect: Redirect) =>
  derive((pods: readonly PodEndpoint[]): readonly PodEndpoint[] =>
    pods.filter((pod) => matches(redirect.pods, pod.labels, pod.complete) === 'yes'),
  ),
);

/**
 * The ports of pods to which a redirect leads what is sent to one port of a Service; none where it leaves that port alone.
 * Ports are told apart by their names where there are several (Cilium documentation, "ServiceMatcher").
 * @param service null where no manifest shows it, so that the name of its port is not known
 */
export function portsBehindRedirect(
  { frontend, backend }: Redirect,
  port: number,
  protocol: string,
  service: Service | null,
): readonly number[] {
  const open = service?.ports.find((one) => one.port === port && one.protocol === protocol);
  if (service !== null && open === undefined) return [];
  const asked = frontend?.find((one) => Number(one.port) === port && one.protocol === protocol);
  if (frontend !== null && asked === undefined) return [];
  const name = asked?.name ?? open?.name ?? null;
  return backend
    .filter((one) => one.protocol === protocol)
    .filter((one) => backend.length === 1 || name === null || one.name === name)
    .map((one) => Number(one.port));
}

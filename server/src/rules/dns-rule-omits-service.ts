import type { CiliumItem, CiliumPolicy } from '../model/cilium.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import { namespaceName } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import { askedLabel } from '../policy/candidates.ts';
import { patternsMeet } from '../policy/fqdn.ts';
import type { IrPolicy, IrRule } from '../policy/ir.ts';
import { code, list, listFew } from '../policy/print.ts';
import type { Service, World } from '../workspace/world.ts';
import { worldRule } from './rule.ts';
import { placeOfUse } from './support/aliases.ts';
import { letAsk } from './support/ciliumDnsRules.ts';
import { askedNames } from './support/ciliumNames.ts';
import { ciliumBeside, rulesInForce, type RuleInForce } from './support/ciliumPolicies.ts';
import { allowingItems } from './support/ciliumRules.ts';
import { dnsOf } from './support/dns.ts';
import { canBePort } from './support/meets.ts';
import { isBehind, namesText, podsOfRule } from './support/pods.ts';

/** Services whose pods a policy opens to pods that may not ask DNS for their names. */
export default worldRule(
  {
    code: 'dns-rule-omits-service',
    title: 'A list of DNS names without those of the Services that are opened',
    category: 'too-closed',
    severity: 'warning',
    docs: `Where \`rules.dns\` lists names, Cilium's proxy refuses all other queries of the pods, also those for Services (Cilium
documentation, "DNS based"). A policy that opens the pods behind a Service and lists only names of the outside thus leaves the
Service without an address: a connection by its name fails before any rule for it matters.

netpol speaks of pods and Services that the workspace shows, where all of the policies for the pods together let them ask for
none of the Services behind which the pods of an item are. It is silent where some list has a name of Services, under
whichever domain, where another rule lets the pods ask for anything, for peers that no label is asked of, and where
\`netpol.cilium.dnsRules\` says that rules for DNS are elsewhere. So it is where the pods may reach the API server, the entity
\`kube-apiserver\`, which tells controllers and scrapers the addresses of others. Other pods that need no names: ignore it there.`,
    since: '0.1.0',
    fixable: true,
    absence: true,
  },
  CILIUM_POLICIES,
  function* (member, world) {
    for (const each of rulesInForce(member, world)) {
      if (each.policy.unsure !== null || each.rule.egress === undefined) continue;
      if (reachesApiServer(each.policy, world)) continue;
      const opened = openedIn(each, world);
      const asked = opened.length === 0 ? null : askedNames(each.policy, world);
      if (asked === null || asked.flat().some(isOfServices)) continue;
      const { pods } = world.podsOf(each.policy.subject);
      if (pods.some(({ dnsPolicy }) => dnsPolicy === 'None' || dnsPolicy === 'Default')) continue;
      for (const { item, services } of opened)
        if (!asked.some((names) => services.some((service) => mayAskFor(service, names))))
          yield findingOf(member.resource, each, item, services, asked.flat(), world);
    }
  },
);

/** Whether some rule may let pods of a policy reach the API server, which knows the addresses of other pods. */
const reachesApiServer = (policy: IrPolicy, world: World): boolean =>
  ciliumBeside(policy.subject, world).some(({ rules }) =>
    rules.some(
      ({ direction, verdict, peers }) =>
        direction === 'egress' &&
        verdict === 'allow' &&
        peers !== 'everyone' &&
        peers.some((peer) => peer.kind === 'entities' && peer.entities.includes('kube-apiserver')),
    ),
  );

/** An item that opens pods, and the Services that lead to them. */
interface Opened {
  readonly item: CiliumItem;
  readonly services: readonly Service[];
}

/** The items of a rule that open pods which Services lead to, on ports of theirs; those for DNS left out. */
const openedIn = (each: RuleInForce, world: World): readonly Opened[] =>
  allowingItems(each).flatMap(({ item, direction, rules }) => {
    if (direction === 'ingress') return [];
    const services = rules.flatMap((one) => servicesOf(one, world));
    return services.length === 0 ? [] : [{ item, services: [...new Set(services)] }];
  });

function servicesOf(rule: IrRule, world: World): readonly Service[] {
  if (rule.peers === 'everyone' || rule.queries !== undefined) return [];
  if (!rule.peers.every((peer) => peer.kind === 'pods' && askedLabel(peer.pods) !== null))
    return [];
  const { UDP, TCP } = dnsOf([rule], world);
  if (UDP || TCP) return [];
  const pods = podsOfRule(rule, world)?.pods ?? [];
  const namespaces = [...new Set(pods.map(({ namespace }) => namespace.key))];
  return namespaces
    .filter((key) => namespaceName(key) !== null)
    .flatMap((key) => world.inventory(key).services)
    .filter(
      (service) =>
        service.type !== 'ExternalName' &&
        pods.some((pod) => isBehind(service, pod)) &&
        leadsTo(service, rule),
    );
}

/** Whether a Service leads to ports that a rule may be for. */
const leadsTo = ({ ports: open }: Service, { ports }: IrRule): boolean =>
  ports === 'all' ||
  open.some(
    ({ target, protocol }) =>
      typeof target === 'string' || ports.some((term) => canBePort(term, protocol, target)),
  );

/** Whether a name or pattern is one of Services, whatever the domain of the cluster. */
const isOfServices = (text: string): boolean => /(?:^|\.)svc(?:\.|$)/i.test(text);

/** Whether one of some names or patterns may be one by which a Service, or a pod behind it, is asked for. */
function mayAskFor({ name, namespace }: Service, names: readonly string[]): boolean {
  const spellings = [name, `${name}.${namespaceName(namespace)}`, `${name}.*.svc`];
  const forms = [...spellings, ...DOMAINS.map((domain) => `${name}.*.svc.${domain}`)];
  return names.some((pattern) =>
    forms.some((form) => patternsMeet(pattern, form) || patternsMeet(pattern, `**.${form}`)),
  );
}

/** The domain of a cluster may be another than the usual. */
const DOMAINS = ['*', '*.*', '*.*.*', '*.*.*.*'];

function findingOf(
  policy: Resource<CiliumPolicy>,
  { rule, policy: { subject } }: RuleInForce,
  item: CiliumItem,
  services: readonly Service[],
  asked: readonly string[],
  world: World,
): Finding {
  const { source } = policy;
  const names = services.map(nameOf);
  const shown = listFew([...new Set(asked)].map(code));
  const items = rule.egress!;
  const key = source.key(item, source.has(item, 'toServices') ? 'toServices' : 'toEndpoints');
  return {
    span: placeOfUse(policy, [[items, items.indexOf(item)]], key),
    confidence: 'supported',
    message: `${namesText(world.podsOf(subject).pods)} cannot find these pods by ${services.length === 1 ? 'their Service' : 'any of their Services'}: Cilium's proxy refuses DNS queries for ${list(names.slice(0, 3).map(code), 'or')}, as \`rules.dns\` lists only ${shown}. Add ${services.length === 1 ? 'it' : 'one'} there, or \`matchPattern: "*"\`.`,
    also: services.slice(0, 3).map(({ member }) => ({
      uri: member.uri,
      chunk: member.resource.chunk,
      span: member.resource.source.value(member.resource.body.metadata, 'name'),
      message: 'The Service',
    })),
    fixes: letAsk(policy, rule, { matchName: names[0]! }),
  };
}

const nameOf = ({ name, namespace }: Service): string =>
  `${name}.${namespaceName(namespace)}.svc.cluster.local`;

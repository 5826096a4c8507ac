import {
  givenName,
  type CiliumItem,
  type CiliumName,
  type CiliumPolicy,
  type CiliumPort,
  type CiliumPortRule,
  type CiliumRule,
} from '../../model/cilium.ts';
import { appendItem, setKey } from '../../model/edit.ts';
import { editable } from '../../model/layout.ts';
import type { Fix } from '../../model/finding.ts';
import { fieldText } from '../../model/fieldText.ts';
import type { Resource } from '../../model/resource.ts';
import type { IrRule } from '../../policy/ir.ts';
import { speaksOfNames } from '../../policy/namePeers.ts';
import { NAMESPACE_KEY } from '../../policy/vocabulary.ts';
import type { Dns } from './dns.ts';
import type { Resolver } from './resolvers.ts';

/** What has Cilium's proxy look at DNS queries for whichever name, and learn the addresses that answers give. */
const EVERY_QUERY = { dns: [{ matchPattern: '*' }] } as const;

/**
 * The item of `egress` that lets DNS out to a resolver, as policies of Cilium have it.
 * @param inspects whether the proxy shall look at the queries, without which rules for names have no addresses
 */
export const ciliumDnsItem = (
  { namespace, selector, ports }: Resolver,
  inspects: boolean,
): CiliumItem => ({
  toEndpoints: [
    {
      matchLabels: {
        [NAMESPACE_KEY]: namespace,
        ...Object.fromEntries(
          Object.entries(selector).map(([key, value]) => [`k8s:${key}`, value]),
        ),
      },
    },
  ],
  toPorts: [
    {
      ports: ports.map((port) => ({ port: String(port), protocol: 'ANY' })),
      ...(inspects && { rules: EVERY_QUERY }),
    },
  ],
});

/** Whether a rule lets pods out to names, whose addresses Cilium has to learn. */
export const isForNames = (rule: IrRule): boolean =>
  rule.direction === 'egress' && rule.verdict === 'allow' && speaksOfNames(rule);

/** Lets DNS out in a rule of the policy itself, where `dns` is what it lets out. */
export function allowDnsInCilium(
  resource: Resource<CiliumPolicy>,
  rule: CiliumRule,
  dns: Dns,
  item: CiliumItem,
): Fix {
  const { body, source } = resource;
  const missing = dns.UDP ? 'TCP' : dns.TCP ? 'UDP' : null;
  const where =
    (body.specs?.length ?? 0) === 0 ? 'this policy' : `\`${fieldText(source.path(rule))}\``;
  return {
    title:
      missing !== null
        ? `Allow DNS over ${missing} in ${where} too`
        : `Allow DNS in ${where}${looksAtQueries({ egress: [item] }) ? ', and let Cilium see every query' : ''}`,
    safe: false,
    edits: () => {
      if (missing !== null) {
        const ports = portsOfDns(rule);
        const edits =
          ports === undefined
            ? []
            : appendItem(resource, ports, { ...ports[0]!, protocol: missing });
        // An item that has nobody look at queries would undo what others say of them.
        if (edits.length > 0 || looksAtQueries(rule)) return edits;
      }
      return rule.egress === undefined
        ? setKey(resource, rule, 'egress', [item])
        : appendItem(resource, rule.egress, item);
    },
  };
}

const looksAtQueries = ({ egress = [] }: CiliumRule): boolean =>
  egress.some(({ toPorts = [] }) => toPorts.some(({ rules }) => rules?.dns !== undefined));

/** The ports of the entry that lets DNS out over one protocol: what it says of queries is to hold over the other, too. */
const portsOfDns = ({ egress = [] }: CiliumRule): readonly CiliumPort[] | undefined =>
  egress
    .flatMap(({ toPorts = [] }) => toPorts)
    .map(({ ports = [] }) => ports)
    .find((ports) => ports.length === 1 && isPortOfDns(ports[0]!));

/**
 * Has Cilium's proxy look at the queries that an item of `egress` lets out. Nothing where it has no entry for the ports of
 * DNS alone: others would be looked at as if they were DNS, and refused.
 */
export function lookAtQueries(
  resource: Resource<CiliumPolicy>,
  { toPorts = [] }: CiliumItem,
): readonly Fix[] {
  const entries = toPorts.filter((entry) => isForDnsAlone(entry) && editable(resource, entry));
  return entries.length === 0
    ? []
    : [
        {
          title: 'Let Cilium see every query: add `rules.dns` to the rule for port 53',
          safe: false,
          edits: () => entries.flatMap((entry) => setKey(resource, entry, 'rules', EVERY_QUERY)),
        },
      ];
}

/** Whether an item has an entry for the ports of DNS alone, which `rules.dns` can be added to. */
export const hasEntryForDns = ({ toPorts = [] }: CiliumItem): boolean =>
  toPorts.some(isForDnsAlone);

/** Whether an entry is for ports of DNS, and has no conditions of its own. */
const isForDnsAlone = ({
  ports = [],
  rules,
  serverNames,
  listener,
  terminatingTLS,
}: CiliumPortRule): boolean =>
  [serverNames, listener, terminatingTLS].every((part) => part === undefined) &&
  // An empty list has nobody look at queries.
  (rules === undefined || (Object.keys(rules).join() === 'dns' && rules.dns?.length === 0)) &&
  ports.length > 0 &&
  ports.every(isPortOfDns);

const isPortOfDns = ({ port = '', endPort = 0, protocol = 'ANY' }: CiliumPort): boolean =>
  /^(?:53|5353|dns|dns-tcp)$/.test(port) &&
  (endPort === 0 || endPort <= Number(port)) &&
  ['ANY', 'UDP', 'TCP'].includes(protocol);

/** Adds a name to the first list of names that a rule lets its pods ask for; nothing where it has none. */
export function letAsk(
  policy: Resource<CiliumPolicy>,
  { egress = [] }: CiliumRule,
  name: CiliumName,
): readonly Fix[] {
  const list = egress
    .flatMap(({ toPorts = [] }) => toPorts)
    .map(({ rules }) => rules?.dns)
    .find((names) => names !== undefined && names.length > 0);
  return list === undefined
    ? []
    : [
        {
          title: `Let DNS queries for \`${givenName(name) ?? ''}\` through`,
          safe: false,
          edits: () => appendItem(policy, list, { ...name }),
        },
      ];
}

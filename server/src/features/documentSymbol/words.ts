import type { LabelSelectorRequirement } from '../../model/networkPolicy.ts';
import { mapping, mappings, stringsOf, textOf, type Mapping } from '../../model/untyped.ts';
import { list, selectorText } from '../../policy/print.ts';
import { selectorOf } from '../../policy/selector/k8s.ts';

/*
 * Parts of a policy in a few plain words, for the outline. Anything may stand where a part should be.
 */

/** How many ports are named before they are counted. */
const MOST_PORTS = 3;

/** Up to how many addresses or names are told. */
const MOST_TEXTS = 2;

/** The conditions of a label selector as kubectl writes them, "…" where they cannot be read; null where it has none. */
export function selectorWords(selector: Mapping): string | null {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (mapping(matchLabels) === null || !Array.isArray(matchExpressions)) return '…';
  const readable = selectorOf({
    matchLabels: stringsOf(matchLabels),
    matchExpressions: mappings(matchExpressions).flatMap(requirementIn),
  });
  return readable === null ? null : selectorText(readable);
}

function requirementIn({ key, operator, values }: Mapping): readonly LabelSelectorRequirement[] {
  if (typeof key !== 'string' || !OPERATORS.has(operator)) return [];
  const texts = Array.isArray(values) ? values.filter((one) => typeof one === 'string') : [];
  return [{ key, operator: operator as string, values: texts }];
}

const OPERATORS: ReadonlySet<unknown> = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/** One peer: "pods app=web", "pods app=web in namespaces team=ops", "10.0.0.0/8 except 2 blocks". */
export function peerWords(peer: Mapping): string {
  const [pods, namespaces, block] = ['podSelector', 'namespaceSelector', 'ipBlock'].map((name) =>
    mapping(peer[name]),
  );
  if (block) {
    const { cidr, except } = block;
    const cut = Array.isArray(except) ? except.length : 0;
    const text = typeof cidr === 'string' && cidr !== '' ? cidr : 'addresses';
    return cut === 0 ? text : `${text} except ${cut === 1 ? '1 block' : `${cut} blocks`}`;
  }
  if (!pods && !namespaces) return adminPeerWords(peer);
  const labels = pods ? selectorWords(pods) : null;
  const who = labels === null ? 'all pods' : `pods ${labels}`;
  if (!namespaces) return who;
  const where = selectorWords(namespaces);
  return where === null ? `${who} in every namespace` : `${who} in namespaces ${where}`;
}

/** A subject or peer of an administrator's policy: "all pods in namespaces team=ops", "nodes pool=edge". */
function adminPeerWords(peer: Mapping): string {
  const [namespaces, pods, nodes] = ['namespaces', 'pods', 'nodes'].map((name) =>
    mapping(peer[name]),
  );
  if (namespaces) return peerWords({ namespaceSelector: namespaces });
  if (pods) return peerWords({ namespaceSelector: {}, ...pods });
  if (nodes) {
    const labels = selectorWords(nodes);
    return labels === null ? 'every node' : `nodes ${labels}`;
  }
  const texts = [peer['networks'], peer['domainNames']]
    .flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : []))
    .filter((value) => typeof value === 'string');
  if (texts.length === 0) return 'peer';
  return texts.length > MOST_TEXTS ? `${texts[0]!} and ${texts.length - 1} more` : list(texts);
}

/** The ports of a rule: "every port", "TCP 80 and UDP 53", "5 ports". */
export function portsWords({ ports, protocols }: Mapping): string {
  const entries = [...mappings(ports), ...mappings(protocols)];
  if (entries.length === 0) return 'every port';
  return entries.length > MOST_PORTS ? `${entries.length} ports` : list(entries.map(portWords));
}

function portWords(entry: Mapping): string {
  const { portNumber, portRange, namedPort, destinationNamedPort } = entry;
  const name = textOf(namedPort) ?? textOf(destinationNamedPort);
  if (name !== null) return `port ${name}`;
  const known = mapping(portNumber) ?? mapping(portRange);
  if (known !== null)
    return numbersWords(textOf(known['protocol']), known['port'] ?? known['start'], known['end']);
  for (const protocol of ['tcp', 'udp', 'sctp']) {
    const ports = mapping(entry[protocol]);
    if (ports === null) continue;
    const { number, range } = mapping(ports['destinationPort']) ?? {};
    return numbersWords(
      protocol.toUpperCase(),
      number ?? mapping(range)?.['start'],
      mapping(range)?.['end'],
    );
  }
  return numbersWords(textOf(entry['protocol']), entry['port'], entry['endPort']);
}

function numbersWords(protocol: string | null, port: unknown, endPort: unknown): string {
  const name = protocol === null || protocol === '' ? 'TCP' : protocol;
  if (typeof port !== 'number' && typeof port !== 'string') return `every ${name} port`;
  return typeof endPort === 'number' ? `${name} ${port}-${endPort}` : `${name} ${port}`;
}

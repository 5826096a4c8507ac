import type { LabelSelectorRequirement } from '../../model/networkPolicy.ts';
import { mapping, mappings, stringsOf, type Mapping } from '../../model/untyped.ts';
import { list, selectorText } from '../../policy/print.ts';
import { selectorOf } from '../../policy/selector/k8s.ts';

/*
 * Parts of a policy in a few plain words, for the outline. Anything may stand where a part should be.
 */

/** How many ports are named before they are counted. */
const MOST_PORTS = 3;

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
  if (!pods && !namespaces) return 'peer';
  const labels = pods ? selectorWords(pods) : null;
  const who = labels === null ? 'all pods' : `pods ${labels}`;
  if (!namespaces) return who;
  const where = selectorWords(namespaces);
  return where === null ? `${who} in every namespace` : `${who} in namespaces ${where}`;
}

/** The ports of a rule: "every port", "TCP 80 and UDP 53", "5 ports". */
export function portsWords(ports: unknown): string {
  const entries = mappings(ports);
  if (entries.length === 0) return 'every port';
  return entries.length > MOST_PORTS ? `${entries.length} ports` : list(entries.map(portWords));
}

function portWords({ protocol, port, endPort }: Mapping): string {
  const name = typeof protocol === 'string' && protocol !== '' ? protocol : 'TCP';
  if (typeof port !== 'number' && typeof port !== 'string') return `every ${name} port`;
  return typeof endPort === 'number' ? `${name} ${port}-${endPort}` : `${name} ${port}`;
}

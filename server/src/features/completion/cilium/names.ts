import { CompletionItemKind } from 'vscode-languageserver-types';
import { derive } from '../../../base/derive.ts';
import { CILIUM_POLICIES } from '../../../model/kinds.ts';
import { list, mapping, mappings, textOf } from '../../../model/untyped.ts';
import { count } from '../../../policy/print.ts';
import type { Member, Snapshot } from '../../../workspace/snapshot.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { Choice } from '../choice.ts';
import type { Spot } from '../spot.ts';

/** How a DNS name is written: by itself, as a pattern of names, or as what clients of TLS ask for. */
type Field = 'matchName' | 'matchPattern' | 'serverName';

/**
 * The DNS names and patterns that policies of the workspace have; of patterns also the one for every name. Servers are asked
 * for by the names that lead to them, too.
 */
export function nameChoices(field: Field, spot: Spot, { snapshot }: Context): Choice[] {
  const { quote, word } = spot;
  const uses = new Map<string, number>();
  for (const member of policiesIn(snapshot))
    for (const text of new Set(asked(field, namesIn(member))))
      uses.set(text, (uses.get(text) ?? 0) + 1);
  // What is typed is in the policy that holds the cursor, and need not be proposed for that alone.
  const typed = word.text.replace(/^["']|["']$/g, '');
  const others = [...uses].filter(([text, number]) => text !== typed || number > 1);
  const known = others.map(([text, number]): Choice => ({
    label: text,
    text: stringText(text, quote),
    kind: CompletionItemKind.Value,
    detail: `in ${count(number, 'policy', 'policies')}`,
    weight: number,
  }));
  return field !== 'matchPattern'
    ? known.filter(({ label }) => !spot.present.includes(label))
    : [
        ...known.filter(({ label }) => label !== '*'),
        {
          label: '*',
          text: stringText('*', quote),
          kind: CompletionItemKind.Value,
          detail: 'every name',
          weight: -1,
        },
      ];
}

const asked = (field: Field, names: Names): readonly string[] =>
  field === 'serverName' ? [...names.serverName, ...names.matchName] : names[field];

const policiesIn = ({ policies, clusterPolicies }: Snapshot): readonly Member[] =>
  [...policies.values(), clusterPolicies]
    .flat()
    .filter(({ resource }) => CILIUM_POLICIES.some((id) => id === resource.kind.id));

type Names = Readonly<Record<Field, readonly string[]>>;

/** The names and patterns that a policy has anywhere. */
const namesIn = derive(({ resource }: Member): Names => {
  const found: Record<Field, string[]> = { matchName: [], matchPattern: [], serverName: [] };
  const { spec, specs } = resource.body as { readonly spec?: unknown; readonly specs?: unknown };
  const rules = [mapping(spec) ?? [], ...list(specs).map((rule) => mapping(rule) ?? [])].flat();
  for (const rule of rules)
    for (const item of mappings((rule as { readonly egress?: unknown }).egress)) {
      for (const ports of mappings(item['toPorts']))
        found.serverName.push(...list(ports['serverNames']).flatMap((name) => textOf(name) ?? []));
      for (const name of [...mappings(item['toFQDNs']), ...askedIn(item['toPorts'])]) {
        const [whole, pattern] = [textOf(name['matchName']), textOf(name['matchPattern'])];
        if (whole !== null && whole !== '') found.matchName.push(whole);
        if (pattern !== null && pattern !== '') found.matchPattern.push(pattern);
      }
    }
  return found;
});

const askedIn = (toPorts: unknown) =>
  mappings(toPorts).flatMap((ports) => mappings(mapping(ports['rules'])?.['dns']));

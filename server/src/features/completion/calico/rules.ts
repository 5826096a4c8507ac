import { CompletionItemKind } from 'vscode-languageserver-types';
import { manifestText } from '../../../model/written.ts';
import { CALICO_RULED, kindOf } from '../../../model/kinds.ts';
import type { Direction } from '../../../policy/ir.ts';
import type { Choice } from '../choice.ts';
import { valueAt } from '../selectors.ts';
import type { Source } from '../source.ts';

/** Whole rules for the lists of Calico's policies, where a rule has not been begun. */
export const calicoRules: Source = (
  { path, on, body, present, flow, word, column, layout },
  { completesSchema },
) => {
  const [spec, direction] = path;
  const isRule =
    spec === 'spec' && (direction === 'ingress' || direction === 'egress') && path.length === 4;
  if (!completesSchema || !isRule || on !== 'key' || flow || present.length > 0 || word.isKey)
    return [];
  const kind = kindOf(String(valueAt(body, ['apiVersion'])), String(valueAt(body, ['kind'])));
  if (!CALICO_RULED.some((id) => id === kind?.id)) return [];
  const rules = RULES[direction];
  return rules.map(({ label, about, rule }, index): Choice => ({
    label,
    text: manifestText(rule, layout.unit, layout.list > 0)
      .trimEnd()
      .replaceAll('\n', `\n${' '.repeat(column)}`),
    kind: CompletionItemKind.Snippet,
    snippet: true,
    detail: about,
    weight: rules.length - index,
  }));
};

/** A rule to begin with. */
interface Beginning {
  readonly label: string;
  readonly about: string;
  readonly rule: object;
}

const rulesFor = (direction: Direction): readonly Beginning[] => {
  const [side, word] = direction === 'ingress' ? ['source', 'from'] : ['destination', 'to'];
  const ports = { ports: ['${2:8080}'] };
  const pods = { selector: `app == '\${1:web}'` };
  return [
    {
      label: `action: Allow ${word} pods`,
      about: 'Pods by their labels, to one port',
      rule: {
        action: 'Allow',
        protocol: 'TCP',
        ...(direction === 'ingress'
          ? { source: pods, destination: ports }
          : { destination: { ...pods, ...ports } }),
      },
    },
    {
      label: `action: Allow ${word} namespace`,
      about: 'All pods of one namespace',
      rule: {
        action: 'Allow',
        [side]: { namespaceSelector: `projectcalico.org/name == '\${1:monitoring}'` },
      },
    },
    {
      label: `action: Allow ${word} addresses`,
      about: 'Addresses inside or outside the cluster',
      rule: { action: 'Allow', [side]: { nets: ['${1:192.0.2.0/24}'] } },
    },
    {
      label: 'action: Deny the rest',
      about: 'The last word on what no rule before it matches',
      rule: { action: 'Deny' },
    },
    {
      label: 'action: Pass the rest',
      about: 'Leaves what no rule before it matches to the next tier',
      rule: { action: 'Pass' },
    },
  ];
};

const RULES: Readonly<Record<Direction, readonly Beginning[]>> = {
  ingress: rulesFor('ingress'),
  egress: rulesFor('egress'),
};

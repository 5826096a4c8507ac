import type { Random } from './random.ts';

type Mutation = (text: string, random: Random, other: string) => string;

const place = (text: string, random: Random): number => random.below(text.length + 1);

const inserted = (text: string, at: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at);

const onLines =
  (
    change: (lines: string[], at: number, random: Random, other: readonly string[]) => void,
  ): Mutation =>
  (text, random, other) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random, other.split('\n'));
    return lines.join('\n');
  };

/** What changes how a line is read when it stands in the wrong place. */
const pieces = [
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\ud83d',
  '"',
  "'",
  '`',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '#',
  ' #',
  '- ',
  '? ',
  '| ',
  '>-',
  '&a ',
  '*a',
  '*a ',
  '!!str ',
  '!!binary ',
  '!x ',
  '<<: ',
  '<<: *a',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '{{ x }}',
  '{{- if x }}\n',
  '${X}',
  '${X:=y}',
  '<x>',
  '~',
  'null',
  '__proto__: ',
  'constructor: ',
  'toString',
  '-1',
  '1e999',
  '0x',
  '0o17',
  '.nan',
  '9007199254740993',
  '2001:db8::/32',
  '10.0.0.1/8',
  '0.0.0.0/0',
  '# netpol-ignore[x]',
  'matchLabels:',
  'podSelector: {}',
  'namespaceSelector:',
  'ipBlock:',
  'ports:',
  'ingress:',
  'egress:',
  'policyTypes: [Ingress]',
  'kind: List\n',
  'kind: NetworkPolicy\n',
  'kind: CiliumNetworkPolicy\n',
  'kind: GlobalNetworkPolicy\n',
  'apiVersion: cilium.io/v2\n',
  'apiVersion: projectcalico.org/v3\n',
  'specs:\n',
  'endpointSelector: {}',
  'fromEndpoints:',
  'toFQDNs:',
  'toPorts:',
  'rules:',
  'selector: has(a)',
  'all()',
  '!',
  '**.',
  '(a+)+$',
  'items:\n',
  'metadata:\n',
  'spec:\n',
] as const;

const mutations: readonly Mutation[] = [
  (text, random) => inserted(text, place(text, random), random.pick(pieces)),
  (text, random) => inserted(text, place(text, random), random.pick(pieces)),
  (text, random) => {
    const [a, b] = [place(text, random), place(text, random)].sort((x, y) => x - y);
    return text.slice(0, a) + text.slice(Math.min(b!, a! + 80));
  },
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  (text, random, other) => text.slice(0, place(text, random)) + other.slice(place(other, random)),
  (text, random) => {
    const at = place(text, random);
    return inserted(text, at, text.slice(at, at + random.below(200)).repeat(1 + random.below(3)));
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('  ', '\t'),
  (text) => `\ufeff${text}`,
  (text, random) =>
    text.replaceAll(random.pick(['- ', ': ', '  ', '"', '\n']), random.pick(pieces)),
  (text, random) => text.replace(/: *[\w.-]+$/m, `: ${random.pick(pieces)}`),
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at]!)),
  onLines(
    (lines, at, random) => (lines[at] = ' '.repeat(random.below(9)) + lines[at]!.trimStart()),
  ),
  onLines((lines, at) => (lines[at] = lines[at]!.replace(/^ {1,2}/, ''))),
  onLines((lines, at, random) => {
    const to = random.below(lines.length);
    [lines[at], lines[to]] = [lines[to]!, lines[at]!];
  }),
  onLines((lines, at, random, other) => lines.splice(at, 0, other[random.below(other.length)]!)),
  onLines((lines, at, random) => {
    const value = random.pick([
      'null',
      '',
      '{}',
      '[]',
      '1',
      'true',
      '""',
      '[{}]',
      '[null]',
      '"1"',
      'x',
    ]);
    lines[at] = lines[at]!.replace(/:.*$/, `: ${value}`);
  }),
  onLines((lines, at) => (lines[at] += '&a x')),
];

/** A document with one to six accidents. */
export function mutated(text: string, random: Random, documents: readonly string[]): string {
  let result = text;
  for (let times = 1 + random.below(6); times > 0; times--)
    result = random.pick(mutations)(result, random, random.pick(documents));
  return result;
}

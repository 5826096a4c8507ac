import { pluginMakers } from './plugins.ts';
import type { Maker, Random } from './random.ts';

/*
 * Texts that are made to hurt a reader of YAML. Each maker takes a size, in the order of magnitude of units of text.
 */

/** A policy around any text for its `spec`. */
const policy = (spec: string, name = 'p'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n${spec}`;

/** Lists of aliases of lists of aliases: a billion values in a few lines. */
const explodingAliases: Maker = (random, size) => {
  const [width, height] = [2 + random.below(9), 3 + Math.min(random.below(12), size >> 5)];
  const lines = Array.from({ length: height }, (_, level) => {
    const items = level === 0 ? 'x' : `*a${level - 1}`;
    return `  a${level}: &a${level} [${Array.from({ length: width }, () => items).join(', ')}]`;
  });
  return `${policy(lines.join('\n'))}\n  ingress: *a${height - 1}\n`;
};

/** Merge keys of mappings of merge keys. */
const explodingMerges: Maker = (random) => {
  const height = 2 + random.below(24);
  const lines = Array.from({ length: height }, (_, level) =>
    level === 0
      ? '  m0: &m0 {a: 1, b: 2}'
      : `  m${level}: &m${level}\n    <<: [*m${level - 1}, *m${random.below(level)}]\n    k${level}: *m${level - 1}`,
  );
  return `${policy(lines.join('\n'))}\n  podSelector: *m${height - 1}\n`;
};

/** Anchors that hold themselves. */
const cycles: Maker = (random) =>
  random.pick([
    'a: &a [*a]\n',
    policy('  &s\n  podSelector: *s\n  ingress: [{from: [*s]}]\n'),
    '&r\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: *r\nspec: *r\n',
    policy('  podSelector: &p\n    <<: *p\n    matchLabels: &l {<<: *l, a: *l}\n'),
  ]);

const deepFlow: Maker = (random, size) => {
  const [open, close] = random.pick([
    ['[', ']'],
    ['{a: ', '}'],
    ['[{', '}]'],
    ['? [', ']'],
  ] as const);
  const text = open.repeat(size) + (random.once(2) ? close.repeat(size) : '');
  return random.once(2) ? text : policy(`  podSelector: ${text}\n`);
};

const deepBlock: Maker = (random, size) => {
  const depth = Math.min(size, 2000);
  const line = random.pick(['a:', '- a:', '? a', '-']);
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}${line}\n`).join('');
};

const compactDeep: Maker = (random, size) =>
  random.pick(['- ', '? ', '-\t', '- ? ', ': ']).repeat(size);

/** What backtracking chokes on, in the places where texts are matched by patterns. */
const regexLike: Maker = (random, size) => {
  const unit = random.pick([
    'a',
    '.',
    '-',
    ' ',
    '\t',
    '{{',
    '${',
    '<a',
    '#',
    '%',
    '"',
    "'",
    '\\',
    '_',
    '0',
    ':',
    '- ',
    '*a',
    '{#',
    '\r',
    ', ',
    '/',
    '?',
    '${A',
    '{% ',
    '::',
    '1.',
    '\u00a0',
    '\n ',
    '\n#',
    '\n%',
    ' #',
    'kind:',
  ]);
  const run = unit.repeat(size);
  const end = random.pick(['', '!', '\n', '}', ' x', '"']);
  return random.pick([
    () => policy(`  podSelector:\n    matchLabels:\n      app: ${run}${end}\n`),
    () => policy(`  podSelector: {} # ${run}${end}\n`),
    () => policy(`  ingress:\n    - from:\n        - ipBlock: {cidr: "${run}${end}"}\n`),
    () => policy(`  podSelector: {}\n  policyTypes: [${run}${end}]\n`),
    () => `# netpol-ignore[${run}${end}\n${policy('  podSelector: {}\n')}`,
    () => policy(`  podSelector: {}\n`, run + end),
    () => run + end + policy('  podSelector: {}\n'),
    () => `${policy('  podSelector: {}\n')}${run}${end}`,
  ])();
};

const hugeScalar: Maker = (random, size) => {
  const value = random.pick(['x', '1', 'é', '😀', 'x ', 'x\n    ', '\\n', '0']).repeat(size);
  const [before, after] = random.pick([
    ['', ''],
    ['"', '"'],
    ["'", "'"],
    ['|\n    ', ''],
    ['>-\n    ', ''],
  ] as const);
  return policy(`  podSelector:\n    matchLabels: ${before}${value}${after}\n`);
};

const manyKeys: Maker = (random, size) => {
  const same = random.once(2);
  const lines = Array.from({ length: size >> 3 }, (_, at) => `      k${same ? 0 : at}: v${at}\n`);
  return policy(`  podSelector:\n    matchLabels:\n${lines.join('')}`);
};

const manyPeers: Maker = (random, size) => {
  const peer = random.pick([
    (at: number) => `        - ipBlock: {cidr: 10.${at & 255}.${(at >> 8) & 255}.0/24}\n`,
    (at: number) => `        - podSelector: {matchLabels: {app: a${at}}}\n`,
    (at: number) =>
      `        - namespaceSelector: {}\n          podSelector: {matchLabels: {a: b${at}}}\n`,
    () => `        -\n`,
  ]);
  const peers = Array.from({ length: size >> 5 }, (_, at) => peer(at));
  return policy(`  podSelector: {}\n  ingress:\n    - from:\n${peers.join('')}`);
};

const binary: Maker = (random, size) =>
  Array.from({ length: size }, () =>
    String.fromCharCode(random.below(random.once(4) ? 65536 : 256)),
  ).join('');

const nulBytes: Maker = (random, size) => {
  const text = policy('  podSelector: {}\n  policyTypes: [Ingress]\n');
  const at = random.below(text.length);
  return text.slice(0, at) + '\u0000'.repeat(1 + random.below(size)) + text.slice(at);
};

/** UTF-16 read as if it were UTF-8 or Latin-1, cut anywhere; and lone halves of characters. */
const truncatedUtf16: Maker = (random) => {
  const text = policy('  podSelector: {matchLabels: {app: "é😀"}}\n');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  const cut = bytes.subarray(0, random.below(bytes.length));
  return random.pick([
    () => cut.toString('latin1'),
    () => cut.toString('utf8'),
    () => cut.toString('utf16le'),
    () => text.replaceAll('😀', random.pick(['\ud83d', '\ude00', '\ude00\ud83d'])),
  ])();
};

const brokenTemplates: Maker = (random, size) => {
  const piece = (): string =>
    random.pick([
      '{{',
      '}}',
      '{{- if .Values.x }}',
      '{{ end }}',
      '{%',
      '%}',
      '{#',
      '#}',
      '${',
      '${A:=',
      '${A}',
      '}',
      '<x>',
      '\n',
      '  ',
      'a: ',
      '{{ "{{" }}',
      '{{/*',
      '*/}}',
      '- ',
      '$',
      '{{ include "a" . | nindent 4 }}',
    ]);
  const noise = Array.from({ length: Math.min(size, 400) }, piece).join('');
  return random.once(2) ? noise : policy(`  podSelector:\n    ${noise}\n`);
};

/** Documents of a few units each, as many as make `size`. */
const tinyDocuments: Maker = (random, size) =>
  random
    .pick([
      '---\n',
      '--- a\n',
      '...\n',
      '---\r\n',
      '%YAML 1.1\n---\n',
      'a: 1\n---\n',
      '---\n# NetworkPolicy\n',
    ])
    .repeat(Math.ceil(size / 8));

/** Whole manifests, as many as make `size`: policies of one namespace or of many, workloads, or nothing of interest. */
const smallDocuments: Maker = (random, size) => {
  const document = random.pick([
    (at: number) =>
      policy(
        `  podSelector: {matchLabels: {app: a${at}}}\n  ingress:\n    - from: [{podSelector: {matchLabels: {app: b${at}}}}]\n`,
        `p${at}`,
      ),
    (at: number) =>
      policy(`  podSelector: {}\n  policyTypes: [Egress]\n`, `p${at}`).replace('shop', `n${at}`),
    (at: number) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p${at}, namespace: shop, labels: {app: a${at}}}\nspec: {containers: [{name: c}]}\n`,
    (at: number) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c${at}\ndata:\n  key: value\n`,
  ]);
  const parts: string[] = [];
  for (let [at, length] = [0, 0]; length < size; at++) {
    const part = `---\n${document(at)}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
};

/** A list kind that holds all. */
const hugeList: Maker = (random, size) => {
  const item = random.pick([
    '  - apiVersion: networking.k8s.io/v1\n    kind: NetworkPolicy\n    metadata: {name: p, namespace: shop}\n    spec: {podSelector: {}}\n',
    '  - metadata: {name: p}\n',
    '  -\n',
    '  - {}\n',
  ]);
  const kind = random.pick(['List', 'NetworkPolicyList', 'PodList']);
  return `apiVersion: ${random.pick(['v1', 'networking.k8s.io/v1'])}\nkind: ${kind}\nitems:\n${item.repeat(Math.ceil(size / item.length))}`;
};

const makers: readonly Maker[] = [
  explodingAliases,
  explodingMerges,
  cycles,
  deepFlow,
  deepBlock,
  compactDeep,
  regexLike,
  regexLike,
  regexLike,
  hugeScalar,
  manyKeys,
  manyPeers,
  binary,
  nulBytes,
  truncatedUtf16,
  brokenTemplates,
  tinyDocuments,
  smallDocuments,
  hugeList,
  ...pluginMakers,
];

/** A text made to hurt, mostly of some kilobytes, now and then of up to three megabytes. */
export function hostileText(random: Random): string {
  const size = 1 << (random.once(100) ? 16 + random.below(6) : 2 + random.below(11));
  return random.pick(makers)(random, size);
}

/** A file of `size` units full of small documents. */
export const hugeFile = (random: Random, size: number): string =>
  random.pick([tinyDocuments, smallDocuments, smallDocuments])(random, size);

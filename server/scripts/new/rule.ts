import type { Generated } from '../gen/validators.ts';

/** The list of rules, to which a new one is added. */
export const LIST = 'server/src/rules/all.ts';

/** Whether a name can be the code of a rule: words of lower-case letters and digits, joined by dashes. */
export const isRuleCode = (name: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name);

/** The files of a new rule: itself, a fixture in which it fires, one in which it is silent, and the list with it added. */
export function newRule(code: string, list: string): Generated[] {
  return [
    { path: `server/src/rules/${code}.ts`, text: ruleText(code) },
    { path: `test/rules/${code}/fires.yaml`, text: fixtureText('the pattern') },
    { path: `test/rules/${code}/silent.yaml`, text: fixtureText('what looks like it and is fine') },
    { path: LIST, text: withRule(list, code) },
  ];
}

const ruleText = (code: string): string => `import { documentRule } from './rule.ts';

/** The pattern, in one sentence. */
export default documentRule(
  {
    code: '${code}',
    title: '',
    category: 'clarity',
    severity: 'hint',
    docs: \`Why it matters, and what to do.\`,
    since: '0.1.0',
    fixable: false,
  },
  ['kubernetes/NetworkPolicy'],
  function* () {
    // yield { span, confidence, message };
  },
);
`;

const fixtureText = (what: string): string => `#- policy.yaml
# ${what}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {}
`;

/** Puts the rule's two lines where they stand in order. */
function withRule(list: string, code: string): string {
  const name = code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const lines = list.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const entries = lines.filter((line) => /^ {2}\w+,$/.test(line));
  const sortedImports = [...imports, `import ${name} from './${code}.ts';`].sort((a, b) =>
    pathOf(a) < pathOf(b) ? -1 : 1,
  );
  const sortedEntries = [...entries, `  ${name},`].sort();
  const [first, last] = [lines.indexOf(entries[0]!), lines.indexOf(entries.at(-1)!)];
  return [
    ...sortedImports,
    ...lines.slice(imports.length, first),
    ...sortedEntries,
    ...lines.slice(last + 1),
  ].join('\n');
}

const pathOf = (line: string): string => /from '(.+)'/.exec(line)![1]!;

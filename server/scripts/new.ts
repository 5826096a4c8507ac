/*
 * `npm run new -- rule NAME`: writes the pieces of a rule and puts it in the list. What it writes compiles, and its
 * fixture fails until the rule finds something.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRuleCode, LIST, newRule } from './new/rule.ts';

const [what, name = ''] = process.argv.slice(2);
if (what !== 'rule' || !isRuleCode(name)) {
  console.error('usage: npm run new -- rule NAME, where NAME is words-joined-by-dashes');
  process.exit(2);
}

const files = newRule(name, readFileSync(LIST, 'utf8'));
const taken = files.find(({ path }) => path !== LIST && existsSync(path));
if (taken !== undefined) {
  console.error(`${taken.path} is there already`);
  process.exit(1);
}
for (const { path, text } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
console.log(`\nNext: the check in server/src/rules/${name}.ts, the YAML of both fixtures, then
  UPDATE=1 npm run test:run -- test/rules    and read the markers that it puts
  npm run gen                                for the page and the table
and a line in CHANGELOG.md.`);

import { canonicalName, isAnyName, isDomainName, matchesName } from '../../../policy/fqdn.ts';
import { code, list } from '../../../policy/print.ts';

/** A name, or a pattern with names that it matches and names that one may take it to match. */
export function namePatternText(text: string): string {
  if (isAnyName(text)) return `**${code(text)}** matches every name`;
  if (!text.includes('*')) return `**${code(text)}**, and no name below it`;
  const examples = examplesOf(text);
  const matched = examples.filter((name) => matchesName(text, canonicalName(name)));
  const others = examples.filter((name) => !matched.includes(name));
  const not = others.length === 0 ? '' : `, not ${list(others.map(code), 'or')}`;
  return `**${code(text)}** matches ${list(matched.map(code))}${not}`;
}

/**
 * Names like a pattern: with something or nothing for its stars, without what its stars stand for alone, and one label
 * deeper.
 */
function examplesOf(pattern: string): readonly string[] {
  const filled = (by: string): string => pattern.replaceAll(/\*+/g, by).replace(/\.$/, '');
  const bare = pattern.replace(/^(?:\*+\.)+/, '').replace(/\.$/, '');
  const found = [filled('a'), `b.${filled('a')}`, bare, filled('')];
  return [...new Set(found)].filter(
    (name) => isDomainName(name) && !/(?:^|\.)-|-(?:\.|$)/.test(name),
  );
}

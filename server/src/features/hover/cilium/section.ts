import { directionLines, emptyText } from './enforcement.ts';
import { itemsOf, type Reading, type Section } from './reading.ts';
import { itemWords } from './words.ts';

/** How many items of a section are told. */
const MOST_ITEMS = 6;

/** A section of a rule: what its items allow or deny, and whether the rest is denied. */
export function sectionLines(reading: Reading, section: Section): readonly string[] {
  if ((reading.rule[section.name] ?? []).length === 0) return [emptyText(section.name)];
  return [
    ...itemBullets(reading, section),
    '',
    ...(section.verdict === 'deny'
      ? ['What it lists is denied whatever any rule allows, however narrow that is.']
      : []),
    ...directionLines(reading.rule, section.direction),
  ];
}

/** The items of a section, a bullet each. */
export function itemBullets(reading: Reading, section: Section): readonly string[] {
  const items = itemsOf(reading, section);
  const shown = items.slice(0, MOST_ITEMS);
  return [
    ...shown.flatMap((item) => itemWords(item).map((words) => `- ${words}`)),
    ...(shown.length < items.length ? [`- and ${items.length - shown.length} more`] : []),
  ];
}

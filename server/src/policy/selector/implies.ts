import { derive } from '../../base/derive.ts';
import { hasText, type Selector, type TextCondition } from './selector.ts';

/*
 * Questions about selectors alone, without any labels at hand. Both are one search: is there a set of labels that
 * satisfies some selectors and fails others? Per key that is a question of which values are left.
 */

/** What a key may still be: absent or not; and one of `values`, or anything but them that fulfils `texts`. */
interface Room {
  readonly absent: boolean;
  readonly only: boolean;
  readonly values: ReadonlySet<string>;
  readonly texts: readonly WantedText[];
}

interface WantedText {
  readonly condition: TextCondition;
  readonly wanted: boolean;
}

interface Goal {
  readonly selector: Selector;
  readonly wanted: boolean;
}

const FREE: Room = { absent: true, only: false, values: new Set(), texts: [] };
const NO_VALUE: Room = { ...FREE, only: true };

/**
 * Nested alternatives can need exponentially many steps; after this many the search gives up and labels count as
 * possible. Selectors of the Kubernetes API need a few steps for each of their conditions.
 */
const STEPS = 20_000;

/** Nor is it tried with more alternatives than these at once, each of which nests the search once more. */
const CHOICES = 500;

/** Whether no set of labels can match. False where that is too costly to find out. */
export const neverMatches = derive(
  (selector: Selector): boolean => !satisfiable([{ selector, wanted: true }]),
);

/** Whether no set of labels can match both. False where that is too costly to find out. */
export function areApart(a: Selector, b: Selector): boolean {
  const [left, right] = [pinned(a), pinned(b)];
  if (left === null || right === null)
    return !satisfiable([a, b].map((selector) => ({ selector, wanted: true })));
  for (const [key, values] of left) {
    const others = right.get(key);
    if (values !== ANY && others !== undefined && others !== ANY)
      if (!values.some((value) => others.includes(value))) return true;
  }
  return false;
}

/** Whether all labels that match `narrow` match `wide` too. False where that is too costly to find out. */
export function implies(narrow: Selector, wide: Selector): boolean {
  if (narrow === wide) return true;
  const [inner, outer] = [pinned(narrow), pinned(wide)];
  if (inner === null || outer === null)
    return !satisfiable([
      { selector: narrow, wanted: true },
      { selector: wide, wanted: false },
    ]);
  for (const [key, values] of outer) {
    const own = inner.get(key);
    if (own === undefined) return false;
    if (values !== ANY && (own === ANY || !own.every((value) => values.includes(value))))
      return false;
  }
  return true;
}

/** That a label may have any value, but must be there. */
const ANY = 'any';

/**
 * The values that a selector leaves each key that it names, where it is no more than that: almost every one is. Pairs
 * of those are told apart without a search, as a namespace of many policies has very many pairs.
 */
const pinned = derive(
  (selector: Selector): ReadonlyMap<string, readonly string[] | typeof ANY> | null => {
    const values = new Map<string, readonly string[] | typeof ANY>();
    for (const part of conjuncts(selector)) {
      if (part.op !== 'exists' && part.op !== 'in') return null;
      const before = values.get(part.key) ?? ANY;
      if (part.op === 'exists') values.set(part.key, before);
      else if (part.values.length === 0 || before !== ANY) return null;
      else values.set(part.key, part.values);
    }
    return values;
  },
);

const conjuncts = (selector: Selector): readonly Selector[] =>
  selector.op === 'all' ? selector.of.flatMap(conjuncts) : [selector];

function satisfiable(goals: readonly Goal[]): boolean {
  let steps = 0;
  function search(pending: readonly Goal[], before: ReadonlyMap<string, Room>): boolean {
    const rooms = new Map(before);
    const choices: Goal[] = [];
    // Conditions before alternatives: they close branches early. What they consist of is appended as it is found.
    const conditions = [...pending];
    for (const { selector, wanted } of conditions) {
      if (++steps > STEPS) return true;
      if (isChoice(selector, wanted)) choices.push({ selector, wanted });
      else if (selector.op === 'not') conditions.push({ selector: selector.of, wanted: !wanted });
      else if (selector.op === 'all' || selector.op === 'any')
        for (const part of selector.of) conditions.push({ selector: part, wanted });
      else {
        const room = narrowed(rooms.get(selector.key) ?? FREE, selector, wanted);
        if (!hasRoom(room)) return false;
        rooms.set(selector.key, room);
      }
    }
    const [choice, ...rest] = choices;
    if (choice === undefined || choices.length > CHOICES) return true;
    const { selector, wanted } = choice;
    return partsOf(selector).some((part) => search([{ selector: part, wanted }, ...rest], rooms));
  }
  return search(goals, new Map());
}

const partsOf = (selector: Selector): readonly Selector[] =>
  selector.op === 'all' || selector.op === 'any' ? selector.of : [];

const isChoice = (selector: Selector, wanted: boolean): boolean =>
  (selector.op === 'any' && wanted) || (selector.op === 'all' && !wanted);

const hasRoom = ({ absent, only, values, texts }: Room): boolean =>
  absent || (only ? values.size > 0 : canHold(texts));

function narrowed(
  room: Room,
  condition: Extract<Selector, { op: 'in' | 'exists' | 'text' }>,
  wanted: boolean,
): Room {
  switch (condition.op) {
    case 'exists':
      return wanted ? { ...room, absent: false } : { ...NO_VALUE, absent: room.absent };
    case 'text':
      return withText({ ...room, absent: room.absent && !wanted }, { condition, wanted });
    case 'in': {
      const asked = new Set(condition.values);
      if (!wanted) return without(room, asked);
      const values = room.only
        ? [...asked].filter((value) => room.values.has(value))
        : [...asked].filter((value) => !room.values.has(value) && fulfils(value, room.texts));
      return { ...NO_VALUE, absent: false, values: new Set(values) };
    }
  }
}

function without(room: Room, asked: ReadonlySet<string>): Room {
  if (!room.only) return { ...room, values: new Set([...room.values, ...asked]) };
  return { ...room, values: new Set([...room.values].filter((value) => !asked.has(value))) };
}

function withText(room: Room, text: WantedText): Room {
  if (!room.only) return { ...room, texts: [...room.texts, text] };
  return { ...room, values: new Set([...room.values].filter((value) => fulfils(value, [text]))) };
}

const fulfils = (value: string, texts: readonly WantedText[]): boolean =>
  texts.every(({ condition, wanted }) => hasText(value, condition) === wanted);

/**
 * Whether some value fulfils the conditions on its text. One that has all that is wanted can be made of the longest
 * start, the longest end and the rest between them, parted by a character that no condition speaks of; it has nothing
 * besides. So it is enough that starts fit each other, ends fit each other, and nothing unwanted lies in what is
 * wanted. There are infinitely many of them, so that values that are ruled out do not count.
 */
function canHold(texts: readonly WantedText[]): boolean {
  const wanted = texts.filter((text) => text.wanted).map(({ condition }) => condition);
  const unwanted = texts.filter((text) => !text.wanted).map(({ condition }) => condition);
  const fit = wanted.every((one) =>
    wanted.every(
      (other) =>
        one.where === 'anywhere' ||
        one.where !== other.where ||
        hasText(one.text, other) ||
        hasText(other.text, one),
    ),
  );
  return fit && !unwanted.some((one) => one.text === '' || wanted.some((has) => brings(has, one)));
}

/** Whether every value that fulfils one condition fulfils the other. */
const brings = (has: TextCondition, other: TextCondition): boolean =>
  (other.where === 'anywhere' || other.where === has.where) && hasText(has.text, other);

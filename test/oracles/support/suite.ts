import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { top } from '../../support/material.ts';

/** One case of a suite: what it is called, what upstream says, and what netpol says. */
export interface OracleCase {
  readonly name: string;
  readonly expected: unknown;
  /** Runs netpol; an exception is the answer `error: …`. */
  readonly actual: () => unknown;
}

/** A case in which netpol differs on purpose. */
interface Exception {
  readonly suite: string;
  readonly case: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly reason: string;
  /** The published sentence that decides it. */
  readonly fact: string;
}

const exceptions = JSON.parse(
  readFileSync(path.join(top, 'test/oracles/exceptions.json'), 'utf8'),
) as readonly Exception[];

/**
 * Compares netpol with the verdicts of another implementation and prints how far they agree. Fails on any
 * disagreement that is not an exception, and on an exception that agrees again or has vanished from the suite.
 */
export function suite(name: string, cases: readonly OracleCase[]): void {
  test(`oracle ${name}`, () => {
    const known = new Map(
      exceptions
        .filter((exception) => exception.suite === name)
        .map((exception) => [exception.case, exception]),
    );
    const answers = cases.map((each) => ({
      ...each,
      answer: plain(answerOf(each)),
      expected: plain(each.expected),
    }));
    const agreeing = answers.filter(({ answer, expected }) => isDeepStrictEqual(answer, expected));
    const excepted = answers.filter(
      (each) =>
        !agreeing.includes(each) && isDeepStrictEqual(known.get(each.name)?.actual, each.answer),
    );
    console.log(`oracle ${name}: ${agreeing.length}/${cases.length} (${excepted.length} excepted)`);
    const wrong = answers.filter((each) => !agreeing.includes(each) && !excepted.includes(each));
    const idle = [...known.keys()].filter((key) => !excepted.some((each) => each.name === key));
    assert.deepEqual(
      wrong.map(({ name, expected, answer }) => ({ case: name, expected, actual: answer })),
      [],
    );
    assert.deepEqual(idle, [], 'exceptions that agree again, or are no cases any more');
    assert.ok(cases.length > 0, 'a suite without cases shows nothing');
  });
}

function answerOf({ actual }: OracleCase): unknown {
  try {
    return actual();
  } catch (error) {
    return `error: ${String(error)}`;
  }
}

/** As JSON has it, so that an exception can be written down. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

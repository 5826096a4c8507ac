import type { Severity } from '../model/finding.ts';

/** The values that a setting takes. `Value` is what they are in the program. */
export interface SettingType<Value> {
  /** The values in words, after "must be". */
  readonly what: string;
  /** JSON schema of the values, as editors read it. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Null for a good value, else what is wrong, as a clause to stand after `what`: empty, or ", but ...". */
  readonly wrong: (value: unknown) => string | null;
  /** The value that a text of the command line stands for; not checked yet. */
  readonly fromText: (text: string) => unknown;
  /** Never there; it only carries the type. */
  readonly value?: Value;
}

const got = (value: unknown): string => `, but is ${JSON.stringify(value) ?? typeof value}`;

/** `true` or `false`. */
export const yesOrNo: SettingType<boolean> = {
  what: '`true` or `false`',
  schema: { type: 'boolean' },
  wrong: (value) => (typeof value === 'boolean' ? null : got(value)),
  fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};

/** One of the given words. */
export const choice = <const Word extends string>(words: readonly Word[]): SettingType<Word> => ({
  what: oneOf(words, 'or'),
  schema: { type: 'string', enum: words },
  wrong: (value) => ((words as readonly unknown[]).includes(value) ? null : got(value)),
  fromText: (text) => text,
});

/** A text of a form that `what` describes and `fits` decides; `pattern` says the same to editors where it can. */
export const text = (
  what: string,
  fits: (value: string) => boolean,
  pattern?: string,
): SettingType<string> => ({
  what,
  schema: pattern === undefined ? { type: 'string' } : { type: 'string', pattern },
  wrong: (value) => (typeof value === 'string' && fits(value) ? null : got(value)),
  fromText: (given) => given,
});

/** A whole number of at least `least`. */
export const count = (least: number): SettingType<number> => ({
  what: `a whole number of at least ${least}`,
  schema: { type: 'integer', minimum: least },
  wrong: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? null : got(value),
  fromText: (given) => (/^\d+$/.test(given) ? Number(given) : given),
});

/** A list of at least `least` values; on the command line they are separated by commas. */
export const listOf = <Value>(
  item: SettingType<Value>,
  least = 0,
): SettingType<readonly Value[]> => ({
  what: `a list, each entry ${item.what}`,
  schema: {
    type: 'array',
    items: item.schema,
    ...(least > 0 && { minItems: least }),
  },
  wrong(value) {
    if (!Array.isArray(value)) return got(value);
    if (value.length < least) return ', and not empty';
    for (const entry of value) {
      const wrong = item.wrong(entry);
      if (wrong !== null) return `, but one${wrong.replace(/^, but/, '')}`;
    }
    return null;
  },
  fromText: (given) =>
    given === '' ? [] : given.split(',').map((part) => item.fromText(part.trim())),
});

/** A value that may also be unset, which is null. */
export const nullable = <Value>(type: SettingType<Value>): SettingType<Value | null> => ({
  what: type.what,
  schema: { ...type.schema, type: [type.schema['type'], 'null'] },
  wrong: type.wrong,
  fromText: (given) => (given === '' ? null : type.fromText(given)),
});

const levels: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Severities by rule code. */
export const severities: SettingType<Readonly<Record<string, Severity | 'off'>>> = {
  what: 'an object from rule codes to `error`, `warning`, `information`, `hint` or `off`',
  schema: { type: 'object', additionalProperties: { type: 'string', enum: levels } },
  wrong(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return got(value);
    const bad = Object.entries(value).find(([, level]) => !levels.includes(level));
    return bad === undefined ? null : `, but \`${bad[0]}\` is ${JSON.stringify(bad[1])}`;
  },
  fromText: (given) => {
    const pairs = given.split(',').map((part) => part.split('='));
    return Object.fromEntries(pairs.map(([code, level]) => [code!.trim(), level?.trim()]));
  },
};

/** Words as code in a list: "`a`, `b` or `c`". */
export const oneOf = (words: readonly string[], word: string): string => {
  const marked = words.map((each) => `\`${each}\``);
  return marked.length < 2
    ? marked.join('')
    : `${marked.slice(0, -1).join(', ')} ${word} ${marked.at(-1)!}`;
};

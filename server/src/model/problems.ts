import type { Span } from '../base/span.ts';
import { capital } from '../base/words.ts';
import { schemaOf, type SchemaName } from '../schema/at.ts';
import { shapeErrors, type ShapeError } from '../schema/validate.ts';
import { fieldAt, ownerText } from './fieldText.ts';
import type { Editable } from './layout.ts';
import type { Problem } from './resource.ts';
import { valueAt, type Path, type Source } from './source.ts';
import { isMeant, unknownField } from './unknownField.ts';
import type { Judged } from './unknownKey.ts';
import { wrongType } from './wrongType.ts';

/** The mistakes of shape in one object, each at its key or value and once. */
export const shapeProblems = (name: SchemaName, body: object, text: Editable): Problem[] =>
  shapeErrors(name, body).map((error) => problemOf({ text, body, root: schemaOf(name) }, error));

function problemOf(judged: Judged, error: ShapeError): Problem {
  switch (error.kind) {
    case 'unknown-field':
      return unknownField(judged, error.path, error.name);
    case 'missing-field':
      return missingField(judged, error.path, error.name);
    case 'wrong-type':
      return wrongType(judged, error.path, error.expected);
  }
}

function missingField(judged: Judged, path: Path, name: string): Problem {
  const { text, body } = judged;
  return {
    code: 'missing-field',
    ...fieldAt([...path, name]),
    span: keySpan(body, text.source, path),
    confidence: 'proven',
    message: `${capital(ownerText(path, body))} needs \`${name}\`, and the API server refuses it without.`,
    ...(isMeant(judged, path, name) && { implied: true as const }),
  };
}

function keySpan(body: object, source: Source, path: Path): Span {
  const parent = valueAt(body, path.slice(0, -1));
  const step = path.at(-1);
  if (step === undefined || typeof parent !== 'object' || parent === null)
    return firstKey(body, source);
  return typeof step === 'string'
    ? source.key(parent, step)
    : firstKey(valueAt(body, path) as object, source);
}

/** The first key of a mapping: the shortest mark that tells which list item is meant. */
function firstKey(object: object, source: Source): Span {
  const [first] = Object.keys(object);
  return first === undefined ? source.of(object) : source.key(object, first);
}

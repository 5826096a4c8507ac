import { capital } from '../base/words.ts';
import { propertyOf, schemaAt, type Schema } from '../schema/at.ts';
import { counterpart } from './counterparts.ts';
import { renameKey } from './edit.ts';
import { fieldAt, ownerText } from './fieldText.ts';
import type { Fix } from './finding.ts';
import { leftWithout } from './lost.ts';
import { misplaced } from './misplaced.ts';
import { nearMiss } from './nearMiss.ts';
import type { Problem } from './resource.ts';
import { moveKey } from './restructure.ts';
import { valueAt, type Path } from './source.ts';
import { unknownKeyAt, type Judged, type Remedy, type UnknownKey } from './unknownKey.ts';

/** A key that is no field of the object at a path, with what it was probably meant to be. */
export function unknownField(judged: Judged, path: Path, name: string): Problem {
  const key = unknownKeyAt(judged, path, name);
  const { advice, fixes, span } = misplaced(key) ??
    counterpart(key) ??
    misspelt(key) ??
    otherSide(key) ??
    strayed(key) ?? {
      advice: `Known here: ${fieldsOf(key)
        .map((field) => `\`${field}\``)
        .join(', ')}.`,
      fixes: [],
    };
  const { text, body, root } = judged;
  const left = leftWithout(root, body, path, name);
  return {
    code: 'unknown-field',
    ...fieldAt([...path, name]),
    span: span ?? text.source.key(key.object, name),
    confidence: 'proven',
    message: `\`${name}\` is not a field of ${ownerText(path, body)}: kubectl refuses it, and a client that does not check drops it silently${left === null ? '' : `, which leaves ${left}`}. ${advice}`,
    fixes,
  };
}

/** Whether an unknown key of the object at a path, which is reported, was meant to be the field. */
export function isMeant(judged: Judged, path: Path, field: string): boolean {
  const known = Object.keys(schemaAt(judged.root, path)?.node.properties ?? {});
  return Object.keys(valueAt(judged.body, path) as object).some(
    (name) =>
      !known.includes(name) &&
      [
        misplaced(unknownKeyAt(judged, path, name))?.instead,
        SIDES[name],
        nearMiss(name, known),
      ].includes(field),
  );
}

const fieldsOf = ({ schema }: UnknownKey): readonly string[] =>
  Object.keys(schema.node.properties ?? {});

/** A key that is close to a field that is still free. */
function misspelt(key: UnknownKey): Remedy | null {
  const { object, name } = key;
  const near = nearMiss(
    name,
    fieldsOf(key).filter((field) => !Object.hasOwn(object, field)),
  );
  return near === null
    ? null
    : { advice: `Did you mean \`${near}\`?`, fixes: renaming(key, near, true) };
}

/** The peers of the other direction. */
function otherSide(key: UnknownKey): Remedy | null {
  const { path, object, name } = key;
  const side = SIDES[name];
  if (side === undefined || !fieldsOf(key).includes(side)) return null;
  return {
    advice: `${capital(ownerText(path))} names its peers in \`${side}\`.`,
    fixes: Object.hasOwn(object, side) ? [] : renaming(key, side, false),
  };
}

/** Ingress has its peers in `from`, egress in `to`; whether the key or the section is wrong only the author knows. */
const SIDES: Readonly<Record<string, string>> = { from: 'to', to: 'from' };

const renaming = ({ text, object, name }: UnknownKey, to: string, safe: boolean): Fix[] =>
  text.source.shared(object)
    ? []
    : [{ title: `Change to \`${to}\``, safe, edits: () => renameKey(text, object, name, to) }];

/** A field of an object further up. */
function strayed(key: UnknownKey): Remedy | null {
  const home = homeOf(key.root, key.path, key.name);
  return (
    home && {
      advice: `\`${key.name}\` belongs to ${ownerText(home.path, key.body)}, beside \`${home.neighbour}\`.`,
      fixes: moving(key, home),
    }
  );
}

/** Moving is certain only where the right place is still free and the move can be written down. */
function moving({ text, body, object, name }: UnknownKey, home: Home): Fix[] {
  const target = valueAt(body, home.path) as object;
  if (Object.hasOwn(target, name) || moveKey(text, object, name, target).length === 0) return [];
  return [
    {
      title: `Move \`${name}\` to ${ownerText(home.path, body)}`,
      safe: true,
      edits: () => moveKey(text, object, name, target),
    },
  ];
}

/** The object further up in which a misplaced field is at home, and the field of it that leads to where it stands. */
interface Home {
  readonly path: Path;
  readonly neighbour: string;
}

function homeOf(root: Schema, path: Path, name: string): Home | null {
  for (let length = path.length - 1; length >= 0; length--) {
    const above = schemaAt(root, path.slice(0, length));
    if (above === null || propertyOf(above.node, name) === undefined) continue;
    const neighbour = path[length];
    return typeof neighbour === 'string' ? { path: path.slice(0, length), neighbour } : null;
  }
  return null;
}

import { objectKey } from '../../policy/party.ts';
import type { Member } from '../../workspace/member.ts';

/** The name of an object by which a comparison knows it. */
export function keyOf({ uri, resource, namespace }: Member): string {
  const { kind, body } = resource;
  // An object need not be typed to its end.
  const { name, generateName }: Record<string, unknown> = {
    ...(body.metadata as object | undefined),
  };
  const known = [name, generateName].find((text) => typeof text === 'string') ?? '';
  return objectKey(uri, kind.name, namespace, known);
}

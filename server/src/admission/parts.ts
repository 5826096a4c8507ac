import { derive } from '../base/derive.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { schemaBelow, schemaOf, type Schema, type SchemaNode } from '../schema/at.ts';
import type { Channel, Refusal } from './rule.ts';
import { entriesIn, itemsIn } from './walk.ts';

/** A value of a policy, where it stands, and what the schema says of it. */
export interface SchemaPart {
  readonly object: object;
  readonly step: string | number;
  readonly value: unknown;
  readonly node: SchemaNode;
  /** The only channel of the Network Policy API that looks at it; null where both do. */
  readonly channel: Channel | null;
}

/**
 * Every value of a policy's spec that can be judged, with its schema, in the order of the text: what is of the wrong type
 * or filled in by a template is left out, and so are unknown fields with all that they hold.
 */
export const schemaPartsIn = derive((policy: Resource): readonly SchemaPart[] =>
  policy.kind.schema === null
    ? []
    : below(policy, policy.body, schemaOf(policy.kind.schema), null).filter(
        ({ object, step }) => object !== policy.body || step === 'spec',
      ),
);

function below(
  policy: Resource,
  object: object,
  schema: Schema,
  outer: Channel | null,
): readonly SchemaPart[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(object)
    ? itemsIn(policy, object as unknown[])
    : entriesIn(policy, object as Record<string, unknown>);
  return entries.flatMap(([step, value]) => {
    const found = schemaBelow(schema, step);
    if (found === null || found.node.readOnly === true) return [];
    const channel = found.node['x-channel'] ?? outer;
    const part = { object, step, value, node: found.node, channel };
    return typeof value === 'object' && value !== null
      ? [part, ...below(policy, value, found, channel)]
      : [part];
  });
}

/** The values that the schema of a part lists, as texts; none where it lists none. */
export const wordsOf = ({ node }: SchemaPart): readonly string[] => (node.enum ?? []).map(String);

/** From which release of a plugin a bound of its schema holds, as a refusal says it. */
export const sinceOf = (
  { kind }: Resource,
  { node }: SchemaPart,
  keyword: string,
): Pick<Refusal, 'of' | 'from'> => {
  const from = node['x-since']?.[keyword];
  return from === undefined ? {} : { of: kind.dialect === 'cilium' ? 'Cilium' : 'Calico', from };
};

/** What a refusal of a part says of its place: the value, or the key where that is the guilty one. */
export const partPlace = (
  { source }: Resource,
  { object, step, channel }: SchemaPart,
  on: 'key' | 'value' = 'value',
): Pick<Refusal, 'span' | 'field' | 'channel' | 'confidence'> => ({
  span:
    on === 'key' && typeof step === 'string'
      ? source.key(object, step)
      : source.value(object, step),
  field: fieldText([...source.path(object), step]),
  confidence: 'proven',
  ...(channel !== null && { channel }),
});

/** Every entry of `networks` that is a text. */
export const networksIn = (
  policy: Resource,
): readonly { readonly object: object; readonly step: number; readonly value: string }[] =>
  schemaPartsIn(policy).flatMap(({ step, value }) =>
    step === 'networks' && Array.isArray(value)
      ? itemsIn<unknown>(policy, value).flatMap(([index, text]) =>
          typeof text === 'string' ? [{ object: value, step: index, value: text }] : [],
        )
      : [],
  );

import adminNetworkPolicy from './generated/adminNetworkPolicy.schema.js';
import baselineAdminNetworkPolicy from './generated/baselineAdminNetworkPolicy.schema.js';
import calicoGlobalNetworkPolicy from './generated/calicoGlobalNetworkPolicy.schema.js';
import calicoGlobalNetworkSet from './generated/calicoGlobalNetworkSet.schema.js';
import calicoHostEndpoint from './generated/calicoHostEndpoint.schema.js';
import calicoNetworkPolicy from './generated/calicoNetworkPolicy.schema.js';
import calicoNetworkSet from './generated/calicoNetworkSet.schema.js';
import calicoProfile from './generated/calicoProfile.schema.js';
import calicoStagedGlobalNetworkPolicy from './generated/calicoStagedGlobalNetworkPolicy.schema.js';
import calicoStagedKubernetesNetworkPolicy from './generated/calicoStagedKubernetesNetworkPolicy.schema.js';
import calicoStagedNetworkPolicy from './generated/calicoStagedNetworkPolicy.schema.js';
import calicoTier from './generated/calicoTier.schema.js';
import ciliumCIDRGroup from './generated/ciliumCIDRGroup.schema.js';
import ciliumClusterwideEnvoyConfig from './generated/ciliumClusterwideEnvoyConfig.schema.js';
import ciliumClusterwideNetworkPolicy from './generated/ciliumClusterwideNetworkPolicy.schema.js';
import ciliumEgressGatewayPolicy from './generated/ciliumEgressGatewayPolicy.schema.js';
import ciliumEnvoyConfig from './generated/ciliumEnvoyConfig.schema.js';
import ciliumLocalRedirectPolicy from './generated/ciliumLocalRedirectPolicy.schema.js';
import ciliumNetworkPolicy from './generated/ciliumNetworkPolicy.schema.js';
import clusterNetworkPolicy from './generated/clusterNetworkPolicy.schema.js';
import networkPolicy from './generated/networkPolicy.schema.js';

/** The parts of a JSON Schema that netpol's own schemas use. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'cidr';
  /** Fields of which exactly one has to be there. */
  readonly 'x-one-of'?: readonly string[];
  /** Fields of which one at least has to be there. */
  readonly 'x-some-of'?: readonly string[];
  /** The channel of the Network Policy API that has the field; absent where all have it. */
  readonly 'x-channel'?: 'experimental';
  /** By keyword, the first release of Calico, or of Cilium, whose definitions hold it; absent where all that are known do. */
  readonly 'x-since'?: Readonly<Record<string, string>>;
  /** By value of `enum`, the first release of Cilium that takes it; absent where all that are known do. */
  readonly 'x-values'?: Readonly<Record<string, string>>;
  /** The first release of Cilium that has the field, and the first that no longer has it. */
  readonly 'x-releases'?: { readonly since?: string; readonly until?: string };
  readonly default?: unknown;
  readonly deprecated?: boolean;
  /** Set by the server alone. */
  readonly readOnly?: boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** A schema node with the definitions that its references speak of. */
export interface Schema {
  readonly node: SchemaNode;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/** The name of a kind's schema. */
export type SchemaName =
  | 'networkPolicy'
  | 'adminNetworkPolicy'
  | 'baselineAdminNetworkPolicy'
  | 'clusterNetworkPolicy'
  | 'calicoNetworkPolicy'
  | 'calicoGlobalNetworkPolicy'
  | 'calicoStagedNetworkPolicy'
  | 'calicoStagedGlobalNetworkPolicy'
  | 'calicoStagedKubernetesNetworkPolicy'
  | 'calicoNetworkSet'
  | 'calicoGlobalNetworkSet'
  | 'calicoTier'
  | 'calicoHostEndpoint'
  | 'calicoProfile'
  | 'ciliumNetworkPolicy'
  | 'ciliumClusterwideNetworkPolicy'
  | 'ciliumCIDRGroup'
  | 'ciliumLocalRedirectPolicy'
  | 'ciliumEnvoyConfig'
  | 'ciliumClusterwideEnvoyConfig'
  | 'ciliumEgressGatewayPolicy';

const roots: Readonly<Record<SchemaName, SchemaNode>> = {
  networkPolicy,
  adminNetworkPolicy,
  baselineAdminNetworkPolicy,
  clusterNetworkPolicy,
  calicoNetworkPolicy,
  calicoGlobalNetworkPolicy,
  calicoStagedNetworkPolicy,
  calicoStagedGlobalNetworkPolicy,
  calicoStagedKubernetesNetworkPolicy,
  calicoNetworkSet,
  calicoGlobalNetworkSet,
  calicoTier,
  calicoHostEndpoint,
  calicoProfile,
  ciliumNetworkPolicy,
  ciliumClusterwideNetworkPolicy,
  ciliumCIDRGroup,
  ciliumLocalRedirectPolicy,
  ciliumEnvoyConfig,
  ciliumClusterwideEnvoyConfig,
  ciliumEgressGatewayPolicy,
};

/** The whole schema of a kind. */
export const schemaOf = (name: SchemaName): Schema => ({
  node: roots[name],
  definitions: roots[name].$defs ?? {},
});

/** The schema of one key or item below `schema`; null where it says nothing of it. References are followed. */
export function schemaBelow(schema: Schema, step: string | number): Schema | null {
  const { node, definitions } = schema;
  const below =
    typeof step === 'number'
      ? node.items
      : (propertyOf(node, step) ??
        (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined));
  return below === undefined ? null : { node: followed(below, definitions), definitions };
}

/** The property of that name; a field may be called `constructor`, so nothing inherited counts. */
export const propertyOf = ({ properties }: SchemaNode, name: string): SchemaNode | undefined =>
  properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;

/** The schema at the end of `path`, or null where it says nothing of it. */
export const schemaAt = (schema: Schema, path: readonly (string | number)[]): Schema | null =>
  path.reduce<Schema | null>((at, step) => (at === null ? null : schemaBelow(at, step)), schema);

/** The node that a reference names, with the reference's own description first. */
function followed(node: SchemaNode, definitions: Schema['definitions']): SchemaNode {
  if (node.$ref === undefined) return node;
  const { $ref, ...own } = node;
  const target = definitions[$ref.slice('#/$defs/'.length)];
  return target === undefined ? own : { ...followed(target, definitions), ...own };
}

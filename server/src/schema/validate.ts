import type { SchemaName } from './at.ts';
import adminNetworkPolicy from './generated/adminNetworkPolicy.js';
import baselineAdminNetworkPolicy from './generated/baselineAdminNetworkPolicy.js';
import calicoGlobalNetworkPolicy from './generated/calicoGlobalNetworkPolicy.js';
import calicoGlobalNetworkSet from './generated/calicoGlobalNetworkSet.js';
import calicoHostEndpoint from './generated/calicoHostEndpoint.js';
import calicoNetworkPolicy from './generated/calicoNetworkPolicy.js';
import calicoNetworkSet from './generated/calicoNetworkSet.js';
import calicoProfile from './generated/calicoProfile.js';
import calicoStagedGlobalNetworkPolicy from './generated/calicoStagedGlobalNetworkPolicy.js';
import calicoStagedKubernetesNetworkPolicy from './generated/calicoStagedKubernetesNetworkPolicy.js';
import calicoStagedNetworkPolicy from './generated/calicoStagedNetworkPolicy.js';
import calicoTier from './generated/calicoTier.js';
import ciliumCIDRGroup from './generated/ciliumCIDRGroup.js';
import ciliumClusterwideEnvoyConfig from './generated/ciliumClusterwideEnvoyConfig.js';
import ciliumClusterwideNetworkPolicy from './generated/ciliumClusterwideNetworkPolicy.js';
import ciliumEgressGatewayPolicy from './generated/ciliumEgressGatewayPolicy.js';
import ciliumEnvoyConfig from './generated/ciliumEnvoyConfig.js';
import ciliumLocalRedirectPolicy from './generated/ciliumLocalRedirectPolicy.js';
import ciliumNetworkPolicy from './generated/ciliumNetworkPolicy.js';
import clusterNetworkPolicy from './generated/clusterNetworkPolicy.js';
import networkPolicy from './generated/networkPolicy.js';

/** What a value lacks of its schema's shape, as one of three mistakes; `path` leads to the guilty object. */
export type ShapeError =
  | {
      readonly kind: 'unknown-field';
      readonly path: readonly (string | number)[];
      readonly name: string;
    }
  | {
      readonly kind: 'missing-field';
      readonly path: readonly (string | number)[];
      readonly name: string;
    }
  | {
      readonly kind: 'wrong-type';
      readonly path: readonly (string | number)[];
      readonly expected: readonly string[];
    };

const validators = {
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
} as const;

/** The shape errors of a decoded object, in the order of the schema; one mistake gives one error. */
export function shapeErrors(name: SchemaName, value: object): ShapeError[] {
  const validate = validators[name];
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error): ShapeError => {
    const path = stepsOf(error.instancePath, value);
    if (error.keyword === 'additionalProperties')
      return { kind: 'unknown-field', path, name: String(error.params['additionalProperty']) };
    if (error.keyword === 'required')
      return { kind: 'missing-field', path, name: String(error.params['missingProperty']) };
    return {
      kind: 'wrong-type',
      path,
      expected: [error.params['type'] as string | string[]].flat(),
    };
  });
}

/** The steps of a JSON pointer; those into arrays as numbers. */
function stepsOf(pointer: string, root: object): (string | number)[] {
  let at: unknown = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(at) ? Number(name) : name;
      at = (at as Readonly<Record<string | number, unknown>>)[step];
      return step;
    });
}

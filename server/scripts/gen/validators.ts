import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** One file that `npm run gen` writes: its path from the top of the repository, and its text. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** The schemas that are compiled, by the name of their validator. */
const schemas = {
  networkPolicy: 'schemas/k8s/networkpolicy.v1.json',
  adminNetworkPolicy: 'schemas/policy/adminnetworkpolicy.v1alpha1.json',
  baselineAdminNetworkPolicy: 'schemas/policy/baselineadminnetworkpolicy.v1alpha1.json',
  clusterNetworkPolicy: 'schemas/policy/clusternetworkpolicy.v1alpha2.json',
  calicoNetworkPolicy: 'schemas/policy/caliconetworkpolicy.v3.json',
  calicoGlobalNetworkPolicy: 'schemas/policy/calicoglobalnetworkpolicy.v3.json',
  calicoStagedNetworkPolicy: 'schemas/policy/calicostagednetworkpolicy.v3.json',
  calicoStagedGlobalNetworkPolicy: 'schemas/policy/calicostagedglobalnetworkpolicy.v3.json',
  calicoStagedKubernetesNetworkPolicy: 'schemas/policy/calicostagedkubernetesnetworkpolicy.v3.json',
  calicoNetworkSet: 'schemas/policy/caliconetworkset.v3.json',
  calicoGlobalNetworkSet: 'schemas/policy/calicoglobalnetworkset.v3.json',
  calicoTier: 'schemas/policy/calicotier.v3.json',
  calicoHostEndpoint: 'schemas/policy/calicohostendpoint.v3.json',
  calicoProfile: 'schemas/policy/calicoprofile.v3.json',
  ciliumNetworkPolicy: 'schemas/policy/ciliumnetworkpolicy.v2.json',
  ciliumClusterwideNetworkPolicy: 'schemas/policy/ciliumclusterwidenetworkpolicy.v2.json',
  ciliumCIDRGroup: 'schemas/policy/ciliumcidrgroup.v2.json',
  ciliumLocalRedirectPolicy: 'schemas/policy/ciliumlocalredirectpolicy.v2.json',
  ciliumEnvoyConfig: 'schemas/policy/ciliumenvoyconfig.v2.json',
  ciliumClusterwideEnvoyConfig: 'schemas/policy/ciliumclusterwideenvoyconfig.v2.json',
  ciliumEgressGatewayPolicy: 'schemas/policy/ciliumegressgatewaypolicy.v2.json',
} as const;

/** Values are judged by `admission/`, so that one mistake is reported once: these keywords only feed completion and hover. */
const notCompiled = new Set([
  'enum',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'x-one-of',
  'x-some-of',
  'x-values',
  'x-channel',
  'x-since',
  'x-releases',
  'readOnly',
  'default',
  'deprecated',
  'description',
  'title',
  '$schema',
]);

/**
 * Compiles every schema to a module of plain functions, so that nothing is compiled when netpol runs, and writes the
 * schema itself as a module for hover and completion.
 */
export function validators(): Generated[] {
  return Object.entries(schemas).flatMap(([name, path]) => {
    const ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      strict: true,
      allowUnionTypes: true,
      // A definition that is used often is a function once, rather than code at each use.
      inlineRefs: false,
      code: { source: true, esm: true, lines: true },
    });
    const schema = bundled(path);
    const validate = ajv.compile(shapeOf(schema) as object);
    const code = (standalone as unknown as { default: typeof standalone }).default(ajv, validate);
    return [
      { path: `server/src/schema/generated/${name}.js`, text: `${code}\n` },
      {
        path: `server/src/schema/generated/${name}.d.ts`,
        text: `import type { ValidateFunction } from 'ajv';\n\ndeclare const validate: ValidateFunction;\nexport default validate;\n`,
      },
      {
        path: `server/src/schema/generated/${name}.schema.js`,
        text: `export default ${JSON.stringify(schema, null, 2)};\n`,
      },
      {
        path: `server/src/schema/generated/${name}.schema.d.ts`,
        text: `import type { SchemaNode } from '../at.ts';\n\ndeclare const schema: SchemaNode;\nexport default schema;\n`,
      },
    ];
  });
}

/** A schema file on its own: what it refers to in other files becomes its own definitions. */
function bundled(path: string): object {
  const definitions: Record<string, unknown> = {};
  const own = (file: string, node: unknown): unknown => {
    if (Array.isArray(node)) return node.map((item) => own(file, item));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === '$ref' ? adopted(file, value as string) : own(file, value),
      ]),
    );
  };
  const adopted = (from: string, reference: string): string => {
    const [file, name] = reference.split('#/$defs/') as [string, string];
    const home = file === '' ? from : posix.join(posix.dirname(from), file);
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = null;
      definitions[name] = own(home, (read(home)['$defs'] as Record<string, unknown>)[name]);
    }
    return `#/$defs/${name}`;
  };
  const { $defs: _, ...root } = read(path);
  return { ...(own(path, root) as object), $defs: definitions };
}

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

function shapeOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shapeOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'properties' || key === '$defs')
        return [
          [
            key,
            Object.fromEntries(
              Object.entries(value as object).map(([name, part]) => [name, shapeOf(part)]),
            ),
          ],
        ];
      return notCompiled.has(key) ? [] : [[key, shapeOf(value)]];
    }),
  );
}

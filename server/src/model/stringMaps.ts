import type { Schema, SchemaNode } from '../schema/at.ts';

const strings: SchemaNode = { additionalProperties: { type: 'string' } };

const holding = (properties: Readonly<Record<string, SchemaNode>>): SchemaNode => ({ properties });

const metadata = holding({ labels: strings, annotations: strings });

const template = holding({ metadata });

/**
 * Where objects that no schema of netpol describes hold maps of strings: in metadata, pod templates, and the selectors
 * of Services. Read with it, a label without a value has the empty one, as with the API server (encoding/json).
 */
export const stringMaps: Schema = {
  node: holding({
    metadata,
    spec: holding({
      // That of a workload is a label selector.
      selector: { ...strings, properties: { matchLabels: strings, matchExpressions: {} } },
      template,
      jobTemplate: holding({ spec: holding({ template }) }),
    }),
  }),
  definitions: {},
};

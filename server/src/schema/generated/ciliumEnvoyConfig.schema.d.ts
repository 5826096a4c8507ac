import type { SchemaNode } from '../at.ts';

declare const schema: SchemaNode;
export default schema;

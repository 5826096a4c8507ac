import type { Chunk } from '../model/chunk.ts';
import { locate, type Location } from '../model/at.ts';
import { membersOf } from '../workspace/member.ts';
import { feature, type Context } from './feature.ts';
import { withheld } from './hover/meaning.ts';
import { policyLines } from './hover/policyAt.ts';
import type { PolicyScene, Scene } from './hover/scene.ts';

/** What the thing under the cursor means in this workspace; where there is nothing better, what its field is for. */
export const hover = feature({
  method: 'textDocument/hover',
  capability: { hoverProvider: true },
  run(context, { chunk, offset }) {
    const location = pointedAt(chunk, offset);
    const lines = location === null ? [] : linesOf(context, chunk, location);
    return location === null || lines.length === 0
      ? null
      : { chunk, span: location.span, markdown: markdownOf(lines) };
  },
});

function linesOf(context: Context, chunk: Chunk, location: Location): readonly string[] {
  const { world, link, file, snapshot } = context;
  const member = membersOf(
    file.context,
    snapshot.reading,
  )(chunk).find(({ resource }) => resource === location.resource);
  if (member === undefined) return [];
  const field = location.schema?.node.description ?? null;
  const fieldLines = field === null ? [] : [field];
  const scene: Scene = { world, link, member, home: member.namespace };
  if (member.resource.kind.role !== 'policy') return fieldLines;
  const without = withheld(member, file.context, world);
  if (without !== null) return [without, ...(field === null ? [] : ['', field])];
  const lines = policyLines(scene as PolicyScene, location);
  return lines.length === 0 ? fieldLines : lines;
}

/** Each line its own; Markdown would join those that follow each other, but for two blanks at the end. */
const markdownOf = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/([^\n])\n(?=[^\n-])/g, '$1  \n')
    .trim();

/** What the cursor points at: of a dash the item that it begins; of blanks and comments nothing. */
function pointedAt(chunk: Chunk, offset: number): Location | null {
  const location = locate(chunk, offset);
  if (location === null || location.on === 'key') return location;
  const value = (location.object as Record<string | number, unknown>)[location.step];
  if (typeof value !== 'object' || value === null) return location;
  const { text } = chunk;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1);
  if (/(?:^|\s)#/.test(line) || /\s$/.test(line)) return null;
  const dash = /^\s*(?:-\s+)*-$/.test(line) ? /\S/.exec(text.slice(offset + 1)) : null;
  if (dash === null) return location;
  const inside = locate(chunk, offset + 1 + dash.index);
  const step =
    inside?.resource === location.resource ? inside.path[location.path.length] : undefined;
  if (inside === null || typeof step !== 'number' || !Array.isArray(value)) return location;
  return {
    ...location,
    object: value,
    step,
    path: [...location.path, step],
    span: location.resource.source.value(value, step),
    schema: null,
  };
}

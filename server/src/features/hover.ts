import type { Chunk } from '../model/chunk.ts';
import { locate, type Location } from '../model/at.ts';
import { isOf } from '../model/kinds.ts';
import type { Path } from '../model/source.ts';
import { membersOf } from '../workspace/member.ts';
import { feature, type At, type Context } from './feature.ts';
import { adminLines } from './hover/adminAt.ts';
import { calicoLines } from './hover/calico/at.ts';
import { companionLines } from './hover/companion.ts';
import { stagedKubernetesLines } from './hover/calico/stagedKubernetes.ts';
import { ciliumLines } from './hover/cilium/at.ts';
import { calicoSelectorAt } from './hover/calicoSelector.ts';
import { withheld } from './hover/meaning.ts';
import { namespaceLines } from './hover/namespace.ts';
import { policyLines } from './hover/policyAt.ts';
import type { AdminScene, CalicoScene, PolicyScene, Scene, StagedScene } from './hover/scene.ts';
import { serviceLines } from './hover/service.ts';
import { workloadLines } from './hover/workload.ts';

/** What the thing under the cursor means in this workspace; where there is nothing better, what its field is for. */
export const hover = feature({
  method: 'textDocument/hover',
  capability: { hoverProvider: true },
  run(context, at) {
    const { chunk, offset } = at;
    const inside = calicoSelectorAt(context, at);
    if (inside !== null)
      return { chunk, span: inside.span, markdown: markdownOf(asFarAsRead(inside.lines, context)) };
    const location = pointedAt(chunk, offset);
    const lines = location === null ? [] : linesOf(context, at, location);
    return location === null || lines.length === 0
      ? null
      : { chunk, span: location.span, markdown: markdownOf(lines) };
  },
});

function linesOf(context: Context, { chunk, offset }: At, location: Location): readonly string[] {
  const { world, link, file, snapshot } = context;
  const { resource, path, schema } = location;
  const members = membersOf(file.context, snapshot.reading)(chunk);
  const member = members.find((one) => one.resource === resource);
  if (member === undefined) return [];
  const description = schema?.node.description;
  const field = description === undefined ? [] : [description];
  const without = withheld(member, file.context, world, offset);
  if (without !== null)
    return resource.kind.id !== null || isName(path) ? [without, '', ...field] : [];
  const lines = meaningLines({ snapshot, world, link, member, home: member.namespace }, path);
  if (lines.length === 0) return field;
  return asFarAsRead(lines, context);
}

const asFarAsRead = (lines: readonly string[], { world }: Context): readonly string[] =>
  world.complete ? lines : [...lines, '', UNREAD];

const UNREAD = 'Not all files of this workspace are read yet, so there may be more.';

/** What the engine says of a place of an object; nothing where only the schema has a word. */
function meaningLines(scene: Scene, path: Path): readonly string[] {
  const { resource, namespace } = scene.member;
  if (path[0] === 'metadata' && path[1] === 'namespace')
    return namespace === null ? [] : namespaceLines(namespace, scene);
  switch (resource.kind.role) {
    case 'policy':
      return policyTexts(scene, path);
    case 'workload':
      return workloadLines(scene, path);
    case 'service':
      return serviceLines(scene, path);
    case 'namespace':
      return isName(path) ? declaredLines(scene) : [];
    case 'companion':
      return companionLines(scene, path);
    case 'account':
    case 'node':
      return [];
  }
}

function policyTexts(scene: Scene, path: Path): readonly string[] {
  switch (scene.member.resource.kind.dialect) {
    case 'kubernetes':
      return policyLines(scene as PolicyScene, path);
    case 'admin':
      return adminLines(scene as AdminScene, path);
    case 'calico':
      return isOf(scene.member.resource, ['calico/StagedKubernetesNetworkPolicy'])
        ? stagedKubernetesLines(scene as StagedScene, path)
        : calicoLines(scene as CalicoScene, path);
    case 'cilium':
      return ciliumLines(scene, path);
  }
}

function declaredLines(scene: Scene): readonly string[] {
  const name: unknown = scene.member.resource.body.metadata?.name;
  return typeof name === 'string' && name !== '' ? namespaceLines(name, scene) : [];
}

/** Whether a place stands for the whole object: its kind and its name. */
const isName = (path: Path): boolean =>
  ['kind', 'metadata', 'metadata/name'].includes(path.join('/'));

/**
 * Each line its own; Markdown would join those that follow each other, but for two blanks at the end, and what follows a
 * list with its last item.
 */
const markdownOf = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^(- .*)\n(?=[^\n-])/gm, '$1\n\n')
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
    span: { start: offset, end: location.resource.source.value(value, step).end },
    schema: null,
  };
}

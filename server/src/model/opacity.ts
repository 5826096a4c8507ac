import type { Tree } from '../yaml/parse.ts';
import type { Decoded } from './decode.ts';
import type { Kind } from './kinds.ts';
import { podTemplatePath } from './podTemplate.ts';
import type { KubernetesObject } from './resource.ts';
import type { Path } from './source.ts';

/** Why it cannot be known from the manifest what it will mean; null where it can. */
export function opacityOf(
  kind: Kind,
  body: KubernetesObject,
  { unknown, source }: Decoded,
  tree: Tree,
): string | null {
  const { start, end } = source.of(body);
  const control = tree.holes.some(
    (hole) =>
      hole.control && (kind.id !== null || (hole.span.start < end && start < hole.span.end)),
  );
  if (control || unknown.some((path) => matters(kind, body, path)))
    return 'it is a template, and what it means is known only when it is filled in';
  return null;
}

/** Whether a value at this path decides what the object means: a policy's spec, a pod's labels and ports, any namespace. */
function matters(kind: Kind, body: KubernetesObject, path: Path): boolean {
  const text = path.join('/');
  if (text === 'metadata/namespace') return true;
  // Rules find network sets and hosts by their labels.
  if (kind.role === 'companion' && text.startsWith('metadata/labels')) return true;
  // Cilium's policies may have several specs, each with a description of what is meant.
  if (kind.id !== null)
    return ['spec', 'specs'].includes(String(path[0])) && path.at(-1) !== 'description';
  if (kind.role === 'service') return path[0] === 'spec';
  if (text === 'metadata/name' || text.startsWith('metadata/labels')) return true;
  const template = podTemplatePath(body)?.join('/');
  if (template === undefined) return false;
  const below =
    template === ''
      ? text
      : text.startsWith(`${template}/`)
        ? text.slice(template.length + 1)
        : null;
  return (
    below !== null && /^metadata\/labels|^spec\/(?:hostNetwork|dnsPolicy)$|\/ports\//.test(below)
  );
}

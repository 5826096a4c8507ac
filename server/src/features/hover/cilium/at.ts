import type { Path } from '../../../model/source.ts';
import type { CiliumScene } from '../scene.ts';
import { defaultDenyLines, enforcementLines } from './enforcement.ts';
import { itemLines } from './item.ts';
import { logLines } from './log.ts';
import { partLines } from './parts.ts';
import { summaryLines, subjectLines } from './policy.ts';
import { itemsOf, readingAt, SECTIONS, type Reading } from './reading.ts';
import { sectionLines } from './section.ts';

/** What stands at a place of a policy of Cilium's, in lines; none where the schema says all that there is. */
export function ciliumLines(scene: CiliumScene, path: Path): readonly string[] {
  const [first, second] = path;
  if (first === 'kind' || (first === 'metadata' && (second === undefined || second === 'name')))
    return summaryLines(scene);
  if (first === 'specs' && second === undefined) return summaryLines(scene);
  const found = readingAt(path, scene);
  return found === null ? [] : ruleLines(found.reading, found.below, scene);
}

function ruleLines(reading: Reading, below: Path, scene: CiliumScene): readonly string[] {
  const [field, index, part, ...inside] = below;
  switch (field) {
    case undefined:
      return summaryLines(scene, reading);
    case 'endpointSelector':
    case 'nodeSelector':
      return [...subjectLines(reading, scene), '', ...enforcementLines(reading, scene)];
    case 'log':
      return logLines(reading.rule);
    case 'enableDefaultDeny':
      return index === 'ingress' || index === 'egress'
        ? defaultDenyLines(reading, index, scene)
        : enforcementLines(reading, scene);
    default: {
      const section = SECTIONS.find(({ name }) => name === field);
      if (section === undefined) return [];
      if (index === undefined) return sectionLines(reading, section);
      const item = itemsOf(reading, section)[Number(index)];
      if (item === undefined) return [];
      return part === undefined
        ? itemLines(item, scene)
        : partLines(item, [part, ...inside], scene);
    }
  }
}

import type { LabelSelector } from '../../../model/networkPolicy.ts';
import type { Path } from '../../../model/source.ts';
import type { Direction } from '../../../policy/ir.ts';
import { lowerEndpoints } from '../../../policy/lower/ciliumSelectors.ts';
import { isMeaningless } from '../../../policy/lower/meaningless.ts';
import { podsText } from '../../../policy/print.ts';
import type { CiliumScene } from '../scene.ts';
import { entriesAt } from './entries.ts';

/**
 * What an item requires of peers: all that it asks holds of the peers in every rule for the same pods (Cilium
 * documentation, "Requires based"), until Cilium 1.19 has none of it.
 */
export function requiresLines(
  selectors: readonly LabelSelector[],
  [index]: Path,
  direction: Direction,
  { home }: CiliumScene,
): readonly string[] {
  const texts = entriesAt(selectors, index).flatMap((selector) => {
    const found = lowerEndpoints(selector, home);
    return !isMeaningless(found) && found.kind === 'pods' ? [podsText(found)] : [];
  });
  if (texts.length === 0) return [];
  return [
    ...(texts.length === 1
      ? texts.map((text) => `**All peers must be among ${text}**.`)
      : ['**All peers must be among each of these**:', ...texts.map((text) => `- ${text}`), '']),
    `That is asked in every rule about ${direction} for these pods, those of other policies included. It allows nobody by itself, and Cilium 1.19 has none of it.`,
  ];
}

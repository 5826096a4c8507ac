import type { NodeChoice } from '../../../policy/ir.ts';
import { codeList, count, selectorText } from '../../../policy/print.ts';
import { matches } from '../../../policy/selector/selector.ts';
import type { CiliumScene } from '../scene.ts';

/** How many nodes are named. */
const MOST_NODES = 5;

/** The nodes that a rule is for, and whether Cilium enforces policies for nodes (its documentation, "Host policies"). */
export function nodeLines({ nodes, known }: NodeChoice, { world }: CiliumScene): readonly string[] {
  const labels = selectorText(nodes);
  const which = labels === null ? 'every node' : `nodes \`${labels}\``;
  const found = (known.described ?? []).filter((node) => matches(nodes, node.labels) === 'yes');
  const shown = found.slice(0, MOST_NODES).map(({ name }) => name);
  const more = found.length - shown.length;
  const names =
    found.length === 0
      ? 'none is described in this workspace'
      : `here ${count(found.length, 'node')}, ${codeList(shown)}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    `**For ${which}**: ${names}.`,
    'It guards what runs on the node itself, and pods on its network; other pods it does not.',
    FIREWALL[world.settings.assumptions.hostFirewall],
  ];
}

const FIREWALL = {
  on: "Cilium's host firewall is on, as the setting `cilium.flags` says, so it is enforced.",
  off: "**Enforces nothing**: Cilium's host firewall is off, as the setting `cilium.flags` says.",
  unknown:
    'Cilium enforces it only with its host firewall (`enable-host-firewall`, off by itself; setting `cilium.flags`).',
} as const;

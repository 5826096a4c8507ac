import type { Assumptions } from '../assumptions.ts';
import type { Endpoint } from '../endpoint.ts';
import type { PodPeer } from '../ir.ts';
import { NO, unknown, type Match } from '../match.ts';

/**
 * Whether a selector that only leaves namespaces out is for an end that is in none. Since its release 1.19 Cilium asks for
 * its own cluster besides, where the selector speaks of none, unless `policy-default-local-cluster` is told otherwise. What
 * is outside never has that label; nodes have it with `enable-node-selector-labels` (cilium/cilium, pull requests 46996,
 * 40609 and 46068).
 */
export function matchesUnlabelled(
  { orUnlabelled }: PodPeer,
  end: Endpoint,
  { beyondNamespaces }: Assumptions,
): Match {
  if (orUnlabelled === undefined || (end.kind === 'pods' && !end.hostNetwork)) return NO;
  if (orUnlabelled === 'always') return ALWAYS;
  if (beyondNamespaces === 'anyone') return BEFORE;
  return beyondNamespaces === 'nodes' && end.kind === 'pods' ? NODES : NO;
}

const ALWAYS = unknown(
  'a selector that only leaves namespaces and clusters out may be for nodes and the world, too',
);
const BEFORE = unknown(
  'a selector that only leaves namespaces out may be for nodes and the world, too, and surely is before Cilium 1.19',
);
const NODES = unknown(
  'a selector that only leaves namespaces out is for nodes, too, where they have the label of their cluster (`enable-node-selector-labels`)',
);

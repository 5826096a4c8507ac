import type { Endpoint } from './endpoint.ts';
import { matchesName } from './fqdn.ts';
import type { IrRule, NamePeer } from './ir.ts';
import { NO, YES, unknown, type Match } from './match.ts';
import { code, codeList, list } from './print.ts';

/** Whether a rule of Cilium's is for names, whose addresses Cilium has to learn. */
export const speaksOfNames = ({ peers }: IrRule): boolean =>
  peers !== 'everyone' &&
  peers.some((peer) => peer.kind === 'names' && peer.vocabulary === 'cilium');

/** What DNS answers is known to nobody here. Names inside the cluster are those of its pods, all others are outside. */
export function matchesNames({ names, vocabulary }: NamePeer, end: Endpoint): Match {
  if (vocabulary === 'cilium') return matchesOutside(names, end);
  const possible = names.filter((name) => isOfCluster(name) === (end.kind === 'pods'));
  return possible.length === 0
    ? NO
    : unknown(`the addresses of ${codeList(possible)} are known to DNS only`);
}

/** The names that Cilium sees asked for are never those of pods to it, whatever DNS answers. */
function matchesOutside(names: readonly string[], end: Endpoint): Match {
  if (end.kind === 'pods') return NO;
  const { name } = end;
  if (name === undefined)
    return unknown(`it holds only for addresses that DNS gave for ${list(names.map(code), 'or')}`);
  return names.some((pattern) => matchesName(pattern, name)) ? YES : NO;
}

/** Whether a name is one that the cluster's own DNS answers for (Kubernetes documentation, "DNS for Services and Pods"). */
const isOfCluster = (name: string): boolean =>
  /\.(?:svc|pod)(?:\.|$)|\.cluster\.local\.?$/.test(name);

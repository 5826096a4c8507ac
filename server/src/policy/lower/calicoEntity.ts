import { EVERY_NAMESPACE } from '../peers.ts';
import type { Span } from '../../base/span.ts';
import type { CalicoEntity } from '../../model/calico.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { parseBlock, type Family } from '../cidr.ts';
import type { Peer } from '../ir.ts';
import type { Expression } from '../selector/calico/expression.ts';
import { selectorOf } from '../selector/calico/selectorOf.ts';
import { matching, pods, scopeOf } from './calicoPods.ts';
import { areLegible, endpointsOf, entityExpression, isGlobal, saidBy } from './calicoSelectors.ts';
import { isMeaningless, meaningless, type Meaningless } from './meaningless.ts';

/** The families of IP. */
export const FAMILIES: readonly Family[] = ['IPv4', 'IPv6'];

/** Whom one side of a rule speaks of; `families` are those of IP for which the rule exists. */
export function lowerEntity(
  entity: CalicoEntity,
  namespace: NamespaceKey | null,
  families: readonly Family[],
  span: Span,
): Peer | 'everyone' | Meaningless {
  const { selector, notSelector, namespaceSelector, serviceAccounts, nets, notNets } = entity;
  if (!areLegible(selector, notSelector, namespaceSelector, serviceAccounts?.selector))
    return meaningless('a selector of it cannot be read');
  const bad = [...(nets ?? []), ...(notNets ?? [])].find((text) => parseBlock(text) === null);
  if (bad !== undefined) return meaningless(`\`${bad}\` is not a CIDR`);
  const parts: Peer[] = [];
  const chosen = entityExpression(entity, namespace);
  if (chosen !== null) parts.push(selected(entity, chosen, namespace, span));
  if (notSelector !== undefined && notSelector.trim() !== '') {
    const left = saidBy(notSelector);
    const of = [
      { ...pods(EVERY_NAMESPACE, left), span },
      { kind: 'sets' as const, sets: selectorOf(left), known: [], span },
    ];
    parts.push({ kind: 'not', of: { kind: 'any', of, span }, span });
  }
  if (nets !== undefined && nets.length > 0) parts.push(addresses(nets, span));
  if (notNets !== undefined && notNets.length > 0)
    parts.push({ kind: 'not', of: addresses(notNets, span), span });
  // What wants some addresses of a family wants that family.
  if (families.length === 1 && (nets ?? []).length === 0)
    parts.push(addresses([families[0] === 'IPv4' ? '0.0.0.0/0' : '::/0'], span));
  const { name = '', namespace: of } = entity.services ?? {};
  if (entity.services !== undefined)
    parts.push({ kind: 'service', namespace: of ?? '', name, known: null, span });
  return parts.length === 0
    ? 'everyone'
    : parts.length === 1
      ? parts[0]!
      : { kind: 'all', of: parts, span };
}

/** Whom one end of a rule speaks of by itself; null where that is everyone, or cannot be read. */
export function endOf(
  entity: CalicoEntity,
  namespace: NamespaceKey | null,
  span: Span,
): Peer | null {
  const peer = lowerEntity(entity, namespace, FAMILIES, span);
  return typeof peer === 'string' || isMeaningless(peer) ? null : peer;
}

/** Pods and network sets; what lives in no namespace is no pod. */
function selected(
  entity: CalicoEntity,
  chosen: Expression,
  namespace: NamespaceKey | null,
  span: Span,
): Peer {
  const sets = { kind: 'sets' as const, sets: selectorOf(chosen), known: [], span };
  if (isGlobal(entity.namespaceSelector)) return sets;
  const { namespaceSelector } = entity;
  const within =
    namespaceSelector === undefined || namespaceSelector.trim() === ''
      ? scopeOf(namespace)
      : matching(saidBy(namespaceSelector));
  return {
    kind: 'any',
    of: [{ ...pods(within, endpointsOf(entity) ?? null), span }, sets],
    span,
  };
}

const addresses = (cidrs: readonly string[], span: Span): Peer => ({
  kind: 'addresses',
  blocks: cidrs.map((cidr) => ({ cidr, except: [] })),
  span,
});

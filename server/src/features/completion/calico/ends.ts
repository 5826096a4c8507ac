import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CalicoEntity, CalicoPolicy } from '../../../model/calico.ts';
import type { NamespaceKey } from '../../../model/namespace.ts';
import { textOf } from '../../../model/untyped.ts';
import type { PodEndpoint } from '../../../policy/endpoint.ts';
import type { Direction, PodPeer } from '../../../policy/ir.ts';
import { subjectOf } from '../../../policy/lower/calico.ts';
import { endOf } from '../../../policy/lower/calicoEntity.ts';
import { areLegible } from '../../../policy/lower/calicoSelectors.ts';
import { partsOf } from '../../../policy/peers.ts';
import { count } from '../../../policy/print.ts';
import { EVERYTHING } from '../../../policy/selector/selector.ts';
import { stringText } from '../../../yaml/scalar.ts';
import type { Context } from '../../feature.ts';
import type { Choice } from '../choice.ts';
import { formsOf, portsOf } from '../ports.ts';
import { valueAt } from '../selectors.ts';
import type { Spot } from '../spot.ts';

/** One side of a rule of Calico's, and the namespace of its policy; null for one of the whole cluster. */
export interface End {
  readonly direction: Direction;
  readonly index: number;
  readonly side: 'source' | 'destination';
  readonly home: NamespaceKey | null;
}

/** The service accounts that pods run as, in the namespaces that the side speaks of. */
export function accountChoices(end: End, spot: Spot, { world }: Context): Choice[] {
  const { selector: _, ...within } = entityAt(end, spot);
  const { pods } = world.podsOf(podsOf(within, end.home));
  return grouped(pods, ({ serviceAccount }) => serviceAccount).map(([name, owners]) => ({
    label: name,
    text: stringText(name, spot.quote),
    kind: CompletionItemKind.Value,
    detail: `of ${whose(owners)}`,
    weight: owners.length,
  }));
}

/** The ports of the pods at the destination, by number and by name; of a source nobody knows. */
export function portChoices(end: End, spot: Spot, context: Context): Choice[] {
  if (end.side === 'source') return [];
  const protocol = valueAt(spot.body, ['spec', end.direction, end.index, 'protocol']);
  return portsOf(destinations(end, spot, context), protocol).flatMap((known): Choice[] => {
    const base = { kind: CompletionItemKind.Constant, weight: known.owners.size };
    const { byNumber, byName } = formsOf(known);
    return [
      // A number in quotes is one, too.
      {
        ...base,
        ...byNumber,
        text: spot.quote === '' ? byNumber.label : stringText(byNumber.label, spot.quote),
      },
      ...(byName === null
        ? []
        : [{ ...base, ...byName, text: stringText(byName.label, spot.quote) }]),
    ];
  });
}

/** The pods at the destination: of an ingress rule those that the policy selects, of an egress rule its other end. */
function destinations(end: End, spot: Spot, { world }: Context): readonly PodEndpoint[] {
  if (end.direction === 'egress') return world.podsOf(podsOf(entityAt(end, spot), end.home)).pods;
  const spec = textsAt(spot, ['spec'], SUBJECT) as CalicoPolicy['spec'];
  const isLegible = areLegible(spec.selector, spec.namespaceSelector, spec.serviceAccountSelector);
  return world.podsOf(subjectOf(isLegible ? spec : {}, end.home)).pods;
}

const SUBJECT = ['selector', 'namespaceSelector', 'serviceAccountSelector'];

/** A half-typed side of a rule: the selectors of it that are texts. */
const entityAt = ({ direction, index, side }: End, spot: Spot): CalicoEntity =>
  textsAt(spot, ['spec', direction, index, side], ['selector', 'namespaceSelector']);

const textsAt = (
  spot: Spot,
  path: readonly (string | number)[],
  keys: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const text = textOf(valueAt(spot.body, [...path, key]));
      return text === null ? [] : [[key, text]];
    }),
  );

/** The pods that a side speaks of; all that the policy can see where that cannot be read. */
function podsOf(entity: CalicoEntity, home: NamespaceKey | null): PodPeer {
  const { selector, namespaceSelector } = entity;
  const peer = areLegible(selector, namespaceSelector)
    ? endOf(entity, home, { start: 0, end: 0 })
    : null;
  return (
    (peer === null ? [] : partsOf(peer)).find((part) => part.kind === 'pods') ?? {
      kind: 'pods',
      namespaces:
        home === null
          ? { kind: 'matching', selector: EVERYTHING }
          : { kind: 'own', namespace: home },
      pods: EVERYTHING,
    }
  );
}

function grouped(
  pods: readonly PodEndpoint[],
  by: (pod: PodEndpoint) => string | undefined,
): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, Set<string>>();
  for (const pod of pods) {
    const key = by(pod);
    if (key === undefined) continue;
    const owners = groups.get(key) ?? new Set();
    groups.set(key, owners.add(pod.owner.name));
  }
  return [...groups].map(([key, owners]) => [key, [...owners]]);
}

const whose = (owners: readonly string[]): string =>
  owners.length === 1 ? owners[0]! : count(owners.length, 'workload');

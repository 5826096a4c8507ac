import type { CalicoEntity, CalicoPolicy } from '../../model/calico.ts';
import type { SelectorField } from '../../model/calicoSelectors.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import { valueAt, type Path } from '../../model/source.ts';
import { mapping, textOf } from '../../model/untyped.ts';
import type { PodPeer } from '../../policy/ir.ts';
import { subjectOf } from '../../policy/lower/calico.ts';
import { endOf } from '../../policy/lower/calicoEntity.ts';
import { areLegible, subjectExpression } from '../../policy/lower/calicoSelectors.ts';
import { partsOf, setsMeant } from '../../policy/peers.ts';
import { selectorOf } from '../../policy/selector/calico/selectorOf.ts';
import type { Selector } from '../../policy/selector/selector.ts';
import { describedSets, type DescribedSet } from '../../workspace/calico.ts';
import type { Context } from '../feature.ts';

/** What decides where a selector looks: its field, the namespace of its policy, and the selector of namespaces beside it. */
export interface Surroundings {
  readonly field: SelectorField;
  /** Null for policies of the whole cluster. */
  readonly namespace: NamespaceKey | null;
  readonly namespaceSelector: string | undefined;
  /** The other fields beside it that say whom the policy, or the end of the rule, means. */
  readonly besides: readonly string[];
}

/** The fields that narrow a subject or an end of a rule. */
const NARROWING: ReadonlySet<string> = new Set([
  'selector',
  'notSelector',
  'namespaceSelector',
  'serviceAccountSelector',
  'serviceAccounts',
  'services',
  'nets',
  'notNets',
]);

/** The surroundings of the field at the end of a path. */
export function surroundingsOf(
  field: SelectorField,
  path: Path,
  body: object,
  namespace: NamespaceKey | null,
): Surroundings {
  const owner = mapping(valueAt(body, path.slice(0, -field.depth)));
  const key = path.at(-field.depth);
  const isScoped = field.selects !== 'namespaces' && (!field.own || namespace === null);
  const beside = isScoped ? textOf(owner?.['namespaceSelector']) : null;
  return {
    field,
    namespace,
    namespaceSelector: beside ?? undefined,
    besides: Object.keys(owner ?? {}).filter(
      (one) =>
        NARROWING.has(one) && one !== key && (one !== 'namespaceSelector' || beside === null),
    ),
  };
}

/** Whom a selector means by itself: what stands beside it counts only as far as it says where to look. */
export interface Meant {
  /** Null where no pod can be meant. */
  readonly pods: PodPeer | null;
  /** The network sets and hosts that are meant, by their labels; null where none can be. */
  readonly others: Selector | null;
}

/** Whom a selector means in its field; null where it, or what it depends on, cannot be read. */
export function meantBy(text: string, surroundings: Surroundings): Meant | null {
  const { field, namespace, namespaceSelector } = surroundings;
  if (!areLegible(text, namespaceSelector)) return null;
  if (field.own) {
    const spec = subjectWith(text, surroundings);
    return {
      pods: subjectOf(spec, namespace),
      others: namespace === null ? selectorOf(subjectExpression(spec, null)) : null,
    };
  }
  const end = endOf(entityWith(text, field, namespaceSelector), namespace, { start: 0, end: 0 });
  if (end === null) return null;
  const parts = partsOf(end);
  return {
    pods: parts.find((part) => part.kind === 'pods') ?? null,
    others: parts.find((part) => part.kind === 'sets')?.sets ?? null,
  };
}

function subjectWith(
  text: string,
  { field, namespaceSelector }: Surroundings,
): CalicoPolicy['spec'] {
  if (field.selects === 'namespaces') return { namespaceSelector: text };
  const beside = namespaceSelector === undefined ? {} : { namespaceSelector };
  return field.selects === 'accounts'
    ? { ...beside, serviceAccountSelector: text }
    : { ...beside, selector: text };
}

function entityWith(
  text: string,
  { selects }: SelectorField,
  namespaceSelector: string | undefined,
): CalicoEntity {
  if (selects === 'namespaces') return { namespaceSelector: text };
  const beside = namespaceSelector === undefined ? {} : { namespaceSelector };
  return selects === 'accounts'
    ? { ...beside, serviceAccounts: { selector: text } }
    : { ...beside, selector: text };
}

/** A set or host, and whether it is surely meant; what it inherits may not be known. */
export interface MeantSet extends DescribedSet {
  readonly certain: boolean;
}

/** The network sets and hosts of the workspace that are meant; a policy itself can hold for hosts alone. */
export function foundSets(
  { others }: Meant,
  { field }: Surroundings,
  { snapshot, world }: Context,
): readonly MeantSet[] {
  if (others === null) return [];
  const described = describedSets(snapshot, world.namespaces()).filter(
    (one) => !field.own || isHost(one),
  );
  const known = described.map(({ set }) => set);
  const meant = new Map(
    setsMeant({ kind: 'sets', sets: others, known }).map(({ set, truth }) => [set, truth]),
  );
  return described.flatMap((one) => {
    const truth = meant.get(one.set);
    return truth === undefined ? [] : [{ ...one, certain: truth === 'yes' }];
  });
}

/** Whether it is a host rather than a network set. */
export const isHost = ({ member }: DescribedSet): boolean =>
  member.resource.kind.name === 'HostEndpoint';

import type { CiliumItem, CiliumPolicy, CiliumRule } from '../../model/cilium.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Resource } from '../../model/resource.ts';
import { proven } from '../cilium/proofs.ts';
import type { Direction, IrPolicy, IrRule } from '../ir.ts';
import { lowerPeers } from './ciliumPeers.ts';
import { lowerPorts, type Ports } from './ciliumPorts.ts';
import { everyNode, everyPod, lowerNodes, lowerSubject } from './ciliumSelectors.ts';
import { isMeaningless } from './meaningless.ts';

/** Where a policy lives; the namespace is null for those of the whole cluster. */
interface Home {
  readonly namespace: NamespaceKey | null;
  readonly uri: string;
}

/**
 * A CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy as IR: one policy for each of its rules, as each selects pods of
 * its own. Total: an opaque resource becomes a policy that may decide anything, and what has no meaning makes its rule
 * unsure.
 */
export function lowerCiliumPolicy(
  resource: Resource<CiliumPolicy>,
  { namespace, uri }: Home,
): readonly IrPolicy[] {
  const { body, source, opaque } = resource;
  const metadata = (body as Partial<CiliumPolicy>).metadata ?? {};
  const at = metadata.name === undefined ? source.of(body) : source.value(metadata, 'name');
  const common = {
    apiVersion: body.apiVersion,
    kind: resource.kind.name,
    name: metadata.name ?? metadata.generateName ?? '',
    namespace,
    tier: null,
    priority: null,
    place: { uri, chunk: resource.chunk, span: at },
  };
  if (opaque !== null)
    return [
      {
        ...common,
        subject: everyPod(namespace),
        isolates: { ingress: true, egress: true },
        rules: DIRECTIONS.flatMap((direction) =>
          (['deny', 'allow'] as const).map((verdict): IrRule => ({
            direction,
            index: 0,
            name: null,
            verdict,
            peers: 'everyone',
            ports: 'all',
            unsure: opaque,
            span: at,
          })),
        ),
        unsure: opaque,
      },
    ];
  const { spec, specs = [] } = body;
  const rules: readonly (readonly [rule: CiliumRule, prefix: string])[] = [
    ...(spec === undefined || isNothing(spec) ? [] : [[spec, ''] as const]),
    ...specs.map((rule, index) => [rule, `specs[${index}].`] as const),
  ];
  return rules.map(([rule, prefix]) => ({
    ...common,
    ...subjectOf(rule, namespace),
    isolates: { ingress: isolates(rule, 'ingress'), egress: isolates(rule, 'egress') },
    // A deny wins, wherever it stands.
    rules: [true, false].flatMap((isDeny) =>
      DIRECTIONS.flatMap((direction) =>
        sectionOf(rule, direction, isDeny).flatMap((item, index) =>
          lowerItem(item, index, {
            resource,
            namespace,
            direction,
            isDeny,
            prefix,
            isOpen: rule.enableDefaultDeny?.[direction] === false,
          }),
        ),
      ),
    ),
  }));
}

const DIRECTIONS = ['ingress', 'egress'] as const satisfies readonly Direction[];

/** A `spec` that is only there because the schema lets nothing be read without one. */
const isNothing = (rule: CiliumRule): boolean => Object.keys(rule).length === 0;

function subjectOf(
  { endpointSelector, nodeSelector }: CiliumRule,
  namespace: NamespaceKey | null,
): Pick<IrPolicy, 'subject' | 'unsure'> {
  const [subject, most] =
    nodeSelector === undefined
      ? [lowerSubject(endpointSelector ?? {}, namespace), everyPod(namespace)]
      : [lowerNodes(nodeSelector), everyNode];
  return isMeaningless(subject)
    ? { subject: most, unsure: subject.unsure }
    : { subject, unsure: null };
}

const sectionOf = (
  rule: CiliumRule,
  direction: Direction,
  isDeny: boolean,
): readonly CiliumItem[] => (isDeny ? rule[`${direction}Deny`] : rule[direction]) ?? [];

/** A direction of which a rule speaks at all is denied but for what is allowed, unless the rule says otherwise. */
const isolates = (rule: CiliumRule, direction: Direction): boolean =>
  [true, false].some((isDeny) => sectionOf(rule, direction, isDeny).length > 0) &&
  rule.enableDefaultDeny?.[direction] !== false;

/** The part of a policy that an item stands in. */
interface Section {
  readonly resource: Resource;
  readonly namespace: NamespaceKey | null;
  readonly direction: Direction;
  readonly isDeny: boolean;
  /** What is written before the name of the list. */
  readonly prefix: string;
  /** Whether the rule lets through what none of its items is for. */
  readonly isOpen: boolean;
}

/**
 * An item that names neither peers nor ports matches nothing. What one requires holds of the peers in all rules for its pods,
 * those of other policies included, until Cilium 1.19 has none of it (Cilium documentation, "Requires based").
 */
function lowerItem(item: CiliumItem, index: number, section: Section): readonly IrRule[] {
  const rules = rulesOf(item, index, section);
  const field = section.direction === 'ingress' ? 'fromRequires' : 'toRequires';
  if ((item[field] ?? []).length === 0) return rules;
  const unsure = `what \`${field}\` asks of all peers of these pods is not evaluated`;
  return [
    {
      ...place(item, index, section),
      verdict: 'deny',
      peers: 'everyone',
      ports: 'all',
      unsure,
    },
    ...rules.map((rule) => ({ ...rule, unsure: rule.unsure ?? unsure })),
  ];
}

/** Where a rule of an item stands. */
const place = (
  item: CiliumItem,
  index: number,
  { resource: { source }, direction, isDeny, prefix }: Section,
): Pick<IrRule, 'direction' | 'index' | 'section' | 'name' | 'span'> => {
  const section = `${prefix}${direction}${isDeny ? 'Deny' : ''}`;
  return {
    direction,
    index,
    ...(section !== direction && { section }),
    name: null,
    span: source.of(item),
  };
};

/** What an item says by itself. */
function rulesOf(item: CiliumItem, index: number, section: Section): readonly IrRule[] {
  const { resource, namespace, direction, isDeny } = section;
  const { source } = resource;
  const found = lowerPorts(item, source, isDeny);
  const { peers, given, unsure } = lowerPeers(item, { source, namespace, direction, isDeny });
  if (found === null && !given) return [];
  if (peers !== 'everyone' && peers.length === 0) return [];
  return (found ?? [EVERY_PORT]).flatMap((ports) => {
    const rule: IrRule = {
      ...place(item, index, section),
      verdict: isDeny ? 'deny' : 'allow',
      peers,
      ports: ports.ports,
      unsure: unsure ?? ports.unsure,
    };
    return limited(rule, ports, section).flatMap((one) => proven(one, item.authentication?.mode));
  });
}

/**
 * What a proxy does not let through that is told of some traffic only: some of it may be refused though other rules
 * allow it, or none is isolated (cilium/cilium, issue 38676).
 */
function limited(
  all: IrRule,
  { requests, queries, limits }: Ports,
  { isOpen }: Section,
): readonly IrRule[] {
  const rule: IrRule = {
    ...all,
    ...(requests !== undefined && { requests }),
    ...(queries !== undefined && { queries }),
  };
  if (limits === 'anyway') return [{ ...all, verdict: 'deny' }, rule];
  if (limits === undefined || !isOpen) return [rule];
  const unsure =
    all.unsure ??
    'older releases of Cilium refuse what its rules are not for, even with `enableDefaultDeny: false`';
  return [rule, { ...all, verdict: 'deny', unsure, gone: '1.18' }];
}

const EVERY_PORT: Ports = { ports: 'all', unsure: null };

import { derive, derive2 } from '../base/derive.ts';
import { list, mapping, stringsOf, textOf, type Mapping } from '../model/untyped.ts';
import type { IrPolicy, IrRule, KnownNodes, Node } from '../policy/ir.ts';
import { exchanged, partsIn } from '../policy/peers.ts';
import type { Member } from './member.ts';

/** The nodes that manifests describe; null where there are none, as every cluster has some. */
export const nodesOf = derive((members: readonly Member[]): readonly Node[] | null =>
  members.length === 0 ? null : members.map(nodeOf),
);

const nodeOf = derive(({ resource: { body } }: Member): Node => {
  const { name, labels } = body.metadata;
  const status = mapping((body as unknown as Mapping)['status']);
  return {
    name: textOf(name) ?? '',
    labels: stringsOf(labels),
    addresses: list(status?.['addresses']).flatMap(
      (one) => textOf(mapping(one)?.['address']) ?? [],
    ),
  };
});

/** The nodes that manifests describe, and the addresses of others that pods tell of. */
export const knownNodes = derive2(
  (members: readonly Member[], addresses: readonly string[]): KnownNodes => {
    const described = nodesOf(members);
    const own = new Set((described ?? []).flatMap((node) => node.addresses));
    return { described, others: addresses.filter((address) => !own.has(address)) };
  },
);

/** The policies with the nodes that there are filled into their `nodes` peers; the same where nothing speaks of nodes. */
export const withNodes = (
  policies: readonly IrPolicy[],
  nodes: readonly Node[] | null,
): readonly IrPolicy[] => (nodes === null ? policies : filledIn(policies, nodes));

const filledIn = derive2((policies: readonly IrPolicy[], nodes: readonly Node[]) =>
  policies.map((policy) =>
    policy.rules.some(speaksOfNodes)
      ? { ...policy, rules: policy.rules.map((rule) => withKnown(rule, nodes)) }
      : policy,
  ),
);

const speaksOfNodes = (rule: IrRule): boolean => partsIn(rule).some(({ kind }) => kind === 'nodes');

const withKnown = (rule: IrRule, known: readonly Node[]): IrRule =>
  rule.peers === 'everyone'
    ? rule
    : {
        ...rule,
        peers: rule.peers.map((peer) =>
          exchanged(peer, (part) => (part.kind === 'nodes' ? { ...part, known } : part)),
        ),
      };

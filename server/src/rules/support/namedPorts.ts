import type { CalicoPolicy } from '../../model/calico.ts';
import type { NetworkPolicy } from '../../model/networkPolicy.ts';
import type { Resource } from '../../model/resource.ts';
import type { Direction } from '../../policy/ir.ts';
import type { ItemPort } from './ciliumDestinations.ts';
import { listedRules } from './lists.ts';

/** A port that a rule asks for by its name. */
export interface NamedPort {
  readonly name: string;
  /** The protocol that it must have; null where any will do. */
  readonly protocol: string | null;
  /** Where the name stands. */
  readonly holder: object;
  readonly step: string | number;
  /** What says the protocol. */
  readonly owner: object;
}

/** The place of a rule in its policy, and its named ports. */
type OfRule = readonly [
  place: { readonly direction: Direction; readonly index: number },
  ports: readonly NamedPort[],
];

/** The named ports of each rule of a policy as Kubernetes writes them, where the protocol is TCP unless given. */
export const kubernetesNamedPorts = (policy: Resource): readonly OfRule[] =>
  listedRules(policy as Resource<NetworkPolicy>).map(({ direction, index, rule }) => [
    { direction, index },
    (rule.ports ?? []).flatMap((entry): NamedPort[] =>
      typeof entry.port === 'string'
        ? [
            {
              name: entry.port,
              protocol: entry.protocol ?? 'TCP',
              holder: entry,
              step: 'port',
              owner: entry,
            },
          ]
        : [],
    ),
  ]);

/** The named ports of the destinations of each rule of Calico; of the others than UDP and SCTP Felix makes TCP. */
export const calicoNamedPorts = ({ body: { spec } }: Resource<CalicoPolicy>): readonly OfRule[] =>
  (['ingress', 'egress'] as const).flatMap((direction) =>
    (spec[direction] ?? []).map((rule, index): OfRule => {
      const list = rule.destination?.ports ?? [];
      return [
        { direction, index },
        list.flatMap((port, step): NamedPort[] =>
          /^(?:\d+|\d+:\d+)$/.test(String(port))
            ? []
            : [
                {
                  name: String(port),
                  protocol: PROTOCOLS[String(rule.protocol)] ?? null,
                  holder: list,
                  step,
                  owner: rule,
                },
              ],
        ),
      ];
    }),
  );

/** Those of an item of Cilium's that have names, where the protocol is any unless given. */
export const ciliumNamedPorts = (ports: readonly ItemPort[]): readonly NamedPort[] =>
  ports.flatMap(({ entry, read, protocol }) =>
    read.kind === 'name'
      ? [{ name: read.name, protocol, holder: entry, step: 'port', owner: entry }]
      : [],
  );

/** The protocols that have named ports, by name and by number (IANA, "Protocol Numbers"). */
const PROTOCOLS: Readonly<Record<string, string>> = {
  TCP: 'TCP',
  6: 'TCP',
  UDP: 'UDP',
  17: 'UDP',
  SCTP: 'SCTP',
  132: 'SCTP',
};

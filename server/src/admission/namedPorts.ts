import type { AdminPolicy, AdminRule } from '../model/adminPolicy.ts';
import type { Resource } from '../model/resource.ts';
import { fieldText } from '../model/fieldText.ts';
import { fieldIn, isWhole, itemsIn, valuePlace } from './walk.ts';

/** A named port in a rule that goes to something other than pods. */
export interface NamedPort {
  readonly place: ReturnType<typeof valuePlace>;
  /** The path of the rule, where the API server reports it. */
  readonly ruleField: string;
  readonly name: string;
  /** The field of the first such peer. */
  readonly peer: 'networks' | 'nodes' | 'domainNames';
}

/** Every named port of an egress rule that has a peer without named ports (Network Policy API reference, `namedPort`). */
export function* namedPortsOfAddresses(resource: Resource): Generator<NamedPort> {
  const policy = resource as Resource<AdminPolicy>;
  const spec = fieldIn(policy, policy.body, 'spec');
  const egress = spec && fieldIn(policy, spec, 'egress');
  for (const [, rule] of itemsIn(policy, egress)) {
    const peer = peerIn(policy, rule);
    if (peer === undefined) continue;
    const ruleField = fieldText(policy.source.path(rule));
    for (const key of ['namedPort', 'destinationNamedPort'] as const)
      for (const [, entry] of itemsIn<Named>(policy, fieldIn(policy, rule, LISTS[key]))) {
        const name = isWhole(policy, entry) ? entry[key] : undefined;
        if (name === undefined) continue;
        yield { place: valuePlace(policy, entry, key), ruleField, name, peer };
      }
  }
}

type Named = { readonly [Key in keyof typeof LISTS]?: string };

const LISTS = { namedPort: 'ports', destinationNamedPort: 'protocols' } as const;

function peerIn(policy: Resource, rule: AdminRule): NamedPort['peer'] | undefined {
  const peers = itemsIn(policy, fieldIn(policy, rule, 'to')).map(([, peer]) => peer);
  return (['networks', 'nodes', 'domainNames'] as const).find((field) =>
    peers.some((peer) => fieldIn(policy, peer, field) !== undefined),
  );
}

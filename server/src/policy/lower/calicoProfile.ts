import type { Profile } from '../../model/calico.ts';
import type { Resource } from '../../model/resource.ts';
import type { IrPolicy, IrRule } from '../ir.ts';
import { EVERYTHING } from '../selector/selector.ts';
import { EVERY_NAMESPACE } from '../peers.ts';
import { lowerRule } from './calicoRule.ts';

/** A Profile as the last policy of the hosts that name it. After it comes nothing, so that Pass denies. */
export function lowerProfile(resource: Resource<Profile>, uri: string): IrPolicy {
  const { body, source, opaque, chunk } = resource;
  const { metadata, spec = {} } = body as Partial<Profile>;
  const span = metadata?.name === undefined ? source.of(body) : source.value(metadata, 'name');
  return {
    apiVersion: body.apiVersion,
    kind: resource.kind.name,
    name: metadata?.name ?? '',
    namespace: null,
    tier: null,
    priority: null,
    subject: { kind: 'pods', namespaces: EVERY_NAMESPACE, pods: EVERYTHING },
    endpoints: EVERYTHING,
    hosts: { list: 'normal', onForward: false },
    isolates: { ingress: false, egress: false },
    rules:
      opaque !== null
        ? anyRules(opaque, span)
        : (['ingress', 'egress'] as const).flatMap((direction) =>
            (spec[direction] ?? []).flatMap((rule, index) =>
              lowerRule(resource, null, direction, rule, index).map(endingHere),
            ),
          ),
    unsure: opaque,
    place: { uri, chunk, span },
  };
}

const endingHere = (rule: IrRule): IrRule => ({
  ...rule,
  verdict: rule.verdict === 'pass' ? 'deny' : rule.verdict,
});

/** Rules that may allow or deny anything in either direction, for the reason told. */
export const anyRules = (unsure: string, span: IrRule['span']): readonly IrRule[] =>
  (['ingress', 'egress'] as const).flatMap((direction) =>
    (['allow', 'deny'] as const).map((verdict): IrRule => ({
      direction,
      index: 0,
      name: null,
      verdict,
      peers: 'everyone',
      ports: 'all',
      unsure,
      span,
    })),
  );

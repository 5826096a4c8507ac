import type { CiliumHttp, CiliumPolicy } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Resource } from '../model/resource.ts';
import { patternFault } from '../policy/requestPattern.ts';
import { allowingPortRulesIn, refusedByServer, STORED } from './ciliumWalk.ts';
import type { Refusal } from './rule.ts';
import { fieldIn, itemsIn, valuePlace } from './walk.ts';

/** What is wrong with conditions on HTTP in Cilium's policies; the agent reads no host and no `headers` ahead. */
export function* ciliumHttpFaults(policy: Resource<CiliumPolicy>): Generator<Refusal> {
  for (const { portRule } of allowingPortRulesIn(policy)) {
    const rules = fieldIn(policy, portRule, 'rules');
    for (const [, http] of itemsIn(policy, rules && fieldIn(policy, rules, 'http'))) {
      yield* patternFaults(policy, http);
      yield* headerFaults(policy, http);
    }
  }
}

function* patternFaults(policy: Resource, http: CiliumHttp): Generator<Refusal> {
  for (const key of ['method', 'path'] as const) {
    const text = fieldIn(policy, http, key);
    const wrong = text === undefined ? null : patternFault(text);
    if (wrong === null) continue;
    const isStar = text === '*';
    yield {
      ...valuePlace(policy, http, key),
      confidence: 'proven',
      by: 'agent',
      message: `\`${text!}\` is no regular expression, ${STORED}: it ${wrong}.${isStar ? ` Any ${key} is \`.*\`, or no \`${key}\` at all.` : ''}`,
      fixes: isStar
        ? [
            {
              title: `Write \`.*\` (any ${key})`,
              safe: true,
              edits: () => setScalar(policy, http, key, '.*'),
            },
          ]
        : [],
    };
  }
}

function* headerFaults(policy: Resource, http: CiliumHttp): Generator<Refusal> {
  for (const [, match] of itemsIn(policy, fieldIn(policy, http, 'headerMatches'))) {
    if (fieldIn(policy, match, 'name') === '')
      yield {
        ...valuePlace(policy, match, 'name'),
        confidence: 'proven',
        message: `The name of this header is empty, ${refusedByServer(policy)}.`,
      };
    const secret = fieldIn(policy, match, 'secret');
    if (secret !== undefined && fieldIn(policy, secret, 'name') === '')
      yield {
        ...valuePlace(policy, secret, 'name'),
        confidence: 'proven',
        by: 'agent',
        message: `The name of this Secret is empty, ${STORED}.`,
      };
  }
}

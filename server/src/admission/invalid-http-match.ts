import type { CalicoHttp } from '../model/calico.ts';
import { removeItem, removeKey, setScalar } from '../model/edit.ts';
import { CALICO_RULED, CILIUM_POLICIES, isOf } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { protocolName } from './calicoProtocol.ts';
import {
  calicoRulesIn,
  ignoredBy,
  refusedBy,
  type DirectedRule,
  type Ruled,
} from './calicoWalk.ts';
import { ciliumHttpFaults } from './ciliumHttp.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { fieldIn, isWhole, itemsIn, itemSpan, valuePlace } from './walk.ts';

/** Conditions on HTTP where there can be none, and such as cannot be read. */
export default admissionRule(
  {
    code: 'invalid-http-match',
    title: 'A condition on HTTP that a rule cannot have',
    category: 'refused',
    severity: 'error',
    docs: `Only ingress rules of Calico that \`Allow\` can ask for HTTP, with protocol TCP or without one. A path is \`exact\` or a
\`prefix\`, begins with \`/\`, and holds no blank, \`?\` or \`#\`; a method is there once. Calico refuses the whole policy
otherwise. In Cilium's policies \`method\` and \`path\` are regular expressions of RE2, compared with the whole value: any path
is \`.*\`, and \`*\` alone is none. Of a policy with one that cannot be read Cilium enforces nothing.`,
    since: '0.1.0',
    fixable: true,
  },
  [...CALICO_RULED, ...CILIUM_POLICIES],
  function* (policy) {
    if (isOf(policy, CILIUM_POLICIES)) yield* ciliumHttpFaults(policy);
    else if (isOf(policy, CALICO_RULED)) yield* calicoFaults(policy);
  },
);

function* calicoFaults(policy: Resource<Ruled>): Generator<Refusal> {
  for (const directed of calicoRulesIn(policy)) {
    const http = fieldIn(policy, directed.rule, 'http');
    if (http === undefined) continue;
    yield* ruleFaults(policy, directed);
    yield* methodFaults(policy, http);
    for (const [, path] of itemsIn(policy, fieldIn(policy, http, 'paths')))
      yield* pathFaults(policy, path);
  }
}

function* ruleFaults(policy: Resource, { direction, rule }: DirectedRule): Generator<Refusal> {
  const { source, kind } = policy;
  const place = {
    span: source.key(rule, 'http'),
    field: fieldText([...source.path(rule), 'http']),
    confidence: 'proven' as const,
  };
  const action = fieldIn(policy, rule, 'action');
  const protocol = fieldIn(policy, rule, 'protocol');
  if (direction === 'egress' && kind.id !== 'calico/Profile')
    yield {
      ...place,
      message: `Only ingress rules can ask for HTTP, ${ignoredBy(policy)}. Let the policy of the destination judge requests.`,
    };
  else if (action !== undefined && action !== 'Allow')
    yield {
      ...place,
      message: `Only a rule that allows can ask for HTTP, and this one has \`action: ${action}\`, ${refusedBy(policy)}. Allow the requests that are wanted; what no rule allows is denied.`,
    };
  else if (protocol !== undefined && protocolName(protocol) !== 'TCP')
    yield {
      ...place,
      message: `HTTP goes over TCP, and this rule is for protocol \`${protocol}\`, ${refusedBy(policy)}.`,
      fixes: [
        {
          title: 'Change the protocol to `TCP`',
          safe: false,
          edits: () => setScalar(policy, rule, 'protocol', 'TCP'),
        },
      ],
    };
}

function* methodFaults(policy: Resource, http: CalicoHttp): Generator<Refusal> {
  const methods = fieldIn(policy, http, 'methods');
  for (const [index, method] of itemsIn(policy, methods))
    if (methods!.indexOf(method) < index)
      yield {
        ...valuePlace(policy, methods!, index),
        confidence: 'proven',
        message: `\`${method}\` is among these methods already, ${ignoredBy(policy)}.`,
        fixes: [
          {
            title: 'Remove it (same meaning)',
            safe: true,
            edits: () => removeItem(policy, methods!, index),
          },
        ],
      };
}

function* pathFaults(
  policy: Resource,
  path: { readonly exact?: string; readonly prefix?: string },
): Generator<Refusal> {
  const given = (['exact', 'prefix'] as const).filter((key) => (path[key] ?? '') !== '');
  const { source } = policy;
  if (given.length !== 1 && isWhole(policy, path)) {
    yield {
      span: given.length === 0 ? itemSpan(policy, path) : source.key(path, 'prefix'),
      field: fieldText(source.path(path)),
      confidence: 'proven',
      message:
        given.length === 0
          ? `This path is empty, ${ignoredBy(policy)}. Give \`exact\` or \`prefix\`.`
          : `A path is either \`exact\` or a \`prefix\`, ${ignoredBy(policy)}. Make them two entries, any of which matches.`,
      fixes:
        given.length === 0
          ? []
          : given.map((key) => ({
              title: `Remove \`${key}\``,
              safe: false,
              edits: () => removeKey(policy, path, key),
            })),
    };
    return;
  }
  for (const key of given) {
    const text = fieldIn(policy, path, key);
    const wrong = text === undefined ? null : pathFault(text);
    if (wrong === null) continue;
    yield {
      ...valuePlace(policy, path, key),
      confidence: 'proven',
      message: `\`${text!}\` ${wrong}, ${ignoredBy(policy)}.`,
      fixes:
        pathFault(`/${text!}`) === null
          ? [
              {
                title: `Write \`/${text!}\``,
                safe: true,
                edits: () => setScalar(policy, path, key, `/${text!}`),
              },
            ]
          : [],
    };
  }
}

/** What is wrong with a path, as a clause. */
function pathFault(path: string): string | null {
  if (!path.startsWith('/')) return 'does not begin with `/`';
  const bad = /[\s?#]/.exec(path)?.[0];
  if (bad === undefined) return null;
  return bad === '?' || bad === '#'
    ? `holds \`${bad}\`, and only the path of a request is compared`
    : 'holds a blank';
}

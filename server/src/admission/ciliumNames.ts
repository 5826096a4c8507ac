import type { CiliumName, CiliumPolicy } from '../model/cilium.ts';
import { renameKey, setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { isDomainName, isNamePattern, LONGEST_NAME } from '../policy/fqdn.ts';
import { ciliumItemsIn, peersIn, allowingPortRulesIn, refusedByServer } from './ciliumWalk.ts';
import type { Refusal } from './rule.ts';
import { fieldIn, itemsIn, valuePlace } from './walk.ts';

/** What is wrong with domain names in Cilium's policies: those of peers, of DNS requests and of TLS. */
export function* ciliumNameFaults(policy: Resource<CiliumPolicy>): Generator<Refusal> {
  for (const part of ciliumItemsIn(policy))
    for (const [, name] of itemsIn(policy, peersIn(policy, part, 'toFQDNs')))
      yield* nameFaults(policy, name);
  for (const { portRule } of allowingPortRulesIn(policy)) {
    const rules = fieldIn(policy, portRule, 'rules');
    for (const [, name] of itemsIn(policy, rules && fieldIn(policy, rules, 'dns')))
      yield* nameFaults(policy, name);
    const names = fieldIn(policy, portRule, 'serverNames') ?? [];
    for (const [index, text] of itemsIn(policy, names))
      yield* serverNameFaults(policy, names, index, text);
  }
}

function* nameFaults(policy: Resource, name: CiliumName): Generator<Refusal> {
  for (const key of ['matchName', 'matchPattern'] as const) {
    const text = fieldIn(policy, name, key);
    // What is too long is said as such.
    if (text === undefined || Array.from(text).length > LONGEST_NAME) continue;
    if (key === 'matchName' ? isDomainName(text) : isNamePattern(text)) continue;
    yield {
      ...valuePlace(policy, name, key),
      confidence: 'proven',
      message: `${text === '' ? 'An empty text' : `\`${text}\``} is no ${key === 'matchName' ? 'name' : 'pattern of names'}, ${refusedByServer(policy)}: it ${faultOf(text, key)}.`,
      fixes: fixesOf(policy, name, key, text),
    };
  }
}

/** Since 1.18 the definitions look at names of TLS; before 1.20 a star could only begin them. */
function* serverNameFaults(
  policy: Resource,
  list: readonly string[],
  index: number,
  text: string,
): Generator<Refusal> {
  if (Array.from(text).length > LONGEST_NAME) return;
  const place = { ...valuePlace(policy, list, index), confidence: 'proven' as const };
  if (!isNamePattern(text))
    yield {
      ...place,
      ...(text !== '' && { of: 'Cilium', from: '1.18' }),
      message: `${text === '' ? 'An empty text' : `\`${text}\``} is no name of a server, ${refusedByServer(policy)}: it ${faultOf(text, 'matchPattern')}.`,
    };
  else if (!isDomainName(text.replace(/^\*{1,2}\./, '')))
    yield {
      ...place,
      of: 'Cilium',
      from: '1.18',
      until: '1.20',
      message: `\`${text}\` has a \`*\` elsewhere than in \`*.\` or \`**.\` at its beginning.`,
    };
}

/** What is wrong with a text, as a clause. */
function faultOf(text: string, key: keyof CiliumName): string {
  if (text === '') return 'has no characters';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'is a URL, of which only the host is compared';
  if (/^[^:/]+:\d+\/?$/.test(text)) return 'has a port, which belongs into `toPorts`';
  if (text.startsWith('.')) return 'begins with a dot';
  if (text.includes('..')) return 'has two dots in a row';
  if (key === 'matchName' && text.includes('*'))
    return 'has a `*`, which only `matchPattern` takes';
  return key === 'matchName'
    ? 'may hold only letters, digits, `-`, `_` and single dots'
    : 'may hold only letters, digits, `-`, `_`, `*` and single dots; a `*` stands for any characters of one label, and other signs of regular expressions for nothing';
}

function fixesOf(
  policy: Resource,
  name: CiliumName,
  key: keyof CiliumName,
  text: string,
): readonly Fix[] {
  if (key === 'matchName' && isNamePattern(text) && name.matchPattern === undefined)
    return [
      {
        title: 'Make it a `matchPattern`',
        safe: true,
        edits: () => renameKey(policy, name, key, 'matchPattern'),
      },
    ];
  const host = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[:/].*$/, '')
    .replace(/^\./, '');
  const reads = key === 'matchName' ? isDomainName(host) : isNamePattern(host);
  return reads && host.includes('.')
    ? [
        {
          title: `Write \`${host}\``,
          safe: false,
          edits: () => setScalar(policy, name, key, host),
        },
      ]
    : [];
}

import { setKey } from '../model/edit.ts';
import type { NetworkPolicyPeer } from '../model/networkPolicy.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { isWhole, itemSpan, peersIn } from './walk.ts';

/** Peers that name nobody. */
export default admissionRule(
  {
    code: 'empty-peer',
    title: 'A peer without a selector or an address block',
    category: 'refused',
    severity: 'error',
    docs: `An entry of \`from\` or \`to\` needs \`podSelector\`, \`namespaceSelector\` or \`ipBlock\`; the API server refuses an
empty one. To mean all pods of all namespaces write \`namespaceSelector: {}\`; to mean everyone, also outside the cluster,
leave \`from\` or \`to\` out.`,
    since: '0.1.0',
    fixable: true,
  },
  ['kubernetes/NetworkPolicy'],
  function* (policy) {
    const misspelling = new Set(
      policy.problems
        .filter(({ code }) => code === 'unknown-field')
        .map(({ path }) => fieldText(path.slice(0, -1))),
    );
    for (const peer of peersIn(policy)) {
      if (!isWhole(policy, peer)) continue;
      const { podSelector, namespaceSelector, ipBlock } = peer;
      if (podSelector ?? namespaceSelector ?? ipBlock) continue;
      const field = fieldText(policy.source.path(peer));
      yield {
        span: itemSpan(policy, peer),
        field,
        confidence: 'proven',
        ...wordsFor(policy, peer),
        // What the author meant to name is then the unknown key, which is reported.
        ...(misspelling.has(field) && { implied: true }),
      };
    }
  },
);

const ALL = {
  podSelector: 'all pods of this namespace',
  namespaceSelector: 'all pods of all namespaces',
} as const;

function wordsFor(policy: Resource, peer: NetworkPolicyPeer): Pick<Refusal, 'message' | 'fixes'> {
  const bare = (['podSelector', 'namespaceSelector'] as const).filter((key) =>
    policy.source.has(peer, key),
  );
  const [only] = bare;
  if (only === undefined && policy.source.has(peer, 'ipBlock'))
    return {
      message:
        '`ipBlock` without a value counts as left out, so this peer selects nobody and the API server refuses it. Give it a `cidr` such as `192.0.2.0/24`.',
    };
  if (only === undefined || bare.length > 1)
    return {
      message:
        'This peer selects nobody and the API server refuses it: it needs `podSelector`, `namespaceSelector` or `ipBlock`. For all pods of all namespaces write `namespaceSelector: {}`.',
    };
  return {
    message: `\`${only}\` without a value counts as left out, so this peer selects nobody and the API server refuses it. For ${ALL[only]} write \`${only}: {}\`.`,
    fixes: [
      {
        title: `Write \`${only}: {}\` (${ALL[only]})`,
        safe: false,
        edits: () => setKey(policy, peer, only, {}),
      },
    ],
  };
}

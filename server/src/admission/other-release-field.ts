import { CILIUM_KINDS } from '../model/kinds.ts';
import { partPlace, schemaPartsIn } from './parts.ts';
import { admissionRule } from './rule.ts';

/** Fields that Cilium has no more, or not yet. */
export default admissionRule(
  {
    code: 'other-release-field',
    title: 'A field that only other releases of Cilium have',
    category: 'refused',
    severity: 'error',
    docs: `\`fromRequires\` and \`toRequires\` went with Cilium 1.19, whose API server refuses them with any entry. Rules about
Kafka and other protocols (\`kafka\`, \`l7proto\`, \`l7\`) went with 1.20: the API server drops them, and refuses the \`rules\` that
are then left without any. \`cidrGroupSelector\` came with 1.17 and \`log\` with 1.19. Set \`netpol.cilium.version\` to the
release that you have.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_KINDS,
  function* (resource) {
    for (const part of schemaPartsIn(resource)) {
      const { step, value, node } = part;
      const { since, until } = node['x-releases'] ?? {};
      const place = { ...partPlace(resource, part, 'key'), of: 'Cilium' as const };
      if (until !== undefined && !(Array.isArray(value) && value.length === 0))
        yield {
          ...place,
          from: until,
          message: `\`${String(step)}\` went with Cilium ${until}. ${INSTEAD[String(step)] ?? 'What it let through is not told apart any more: allow the ports, or leave them out.'}`,
        };
      if (since !== undefined)
        yield { ...place, until: since, message: `\`${String(step)}\` came with Cilium ${since}.` };
    }
  },
);

const LABELS = 'Write its labels into each selector of the peers.';

/** What to write instead. */
const INSTEAD: Readonly<Record<string, string>> = { fromRequires: LABELS, toRequires: LABELS };

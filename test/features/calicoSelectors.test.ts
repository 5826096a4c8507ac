import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { applyEdits } from '../../server/src/base/edits.ts';
import { selectorProposals } from '../../server/src/features/completion/calicoSelector/proposals.ts';
import type { Proposal } from '../../server/src/features/feature.ts';
import { hover } from '../../server/src/features/hover.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { withoutTabStops } from '../../server/src/lsp/tabStops.ts';
import type { Chunk } from '../../server/src/model/chunk.ts';
import { resourcesOf } from '../../server/src/model/read.ts';
import { parse } from '../../server/src/yaml/parse.ts';
import { atOffset, contextIn } from '../support/answer.ts';
import { snapshotOf } from '../support/fixture.ts';

/*
 * Selectors whole, half-typed and broken, in every spelling of YAML, with the cursor anywhere: what is proposed keeps
 * the document YAML, and changes the selector at the cursor alone.
 */

const shop = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web, tier: front } }, spec: { containers: [{ name: main }] } } }
`;

const WORDS = [
  'app',
  ' ',
  ' ',
  '==',
  ' in ',
  ' not',
  '{',
  '}',
  '"',
  "'",
  ',',
  '(',
  ')',
  'has(',
  '&&',
  '||',
  '!',
  '"web"',
  "'front'",
  'ti',
  'contains',
  '\\',
];

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 });
const spellings = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'cut');

/** A policy with a selector in some spelling, or with the words as they are, which need not be YAML. */
function policyWith(selector: string, spelling: string, flow: boolean): string {
  const written =
    spelling === 'cut'
      ? selector
      : stringify(selector, { lineWidth: 25, defaultStringType: spelling as 'PLAIN' })
          .trimEnd()
          .replaceAll('\n', '\n  ');
  const spec =
    flow && !written.includes('\n')
      ? `spec: { order: 1, selector: ${written}, types: [Ingress] }\n`
      : `spec:\n  selector: ${written}\n  order: 1\n`;
  return `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\n${spec}`;
}

const selectorIn = (chunk: Chunk): unknown => {
  const [policy] = resourcesOf(chunk);
  const { spec } = (policy?.body ?? {}) as { readonly spec?: { readonly selector?: unknown } };
  return spec?.selector;
};

test('whatever stands in a selector, what is proposed there fits', () => {
  let [proposed, whole] = [0, 0];
  fc.assert(
    fc.property(words, spellings, fc.boolean(), fc.nat(), (parts, spelling, flow, seed) => {
      const text = policyWith(parts.join(''), spelling, flow);
      const snapshot = snapshotOf([
        { name: 'shop.yaml', text: shop },
        { name: 'policy.yaml', text },
      ]);
      const file = snapshot.files.get('file:///fixture/policy.yaml')!;
      const context = contextIn(snapshot, file);
      semanticTokens.run(context, null);
      const from = text.indexOf('selector:') + 9;
      const at = atOffset(file, from + (seed % (text.length - from)));
      hover.run(context, at);
      for (const proposal of selectorProposals(context, at)) {
        proposed++;
        if (keepsSelector(proposal, at.chunk)) whole++;
      }
    }),
    { numRuns: 400 },
  );
  assert.ok(proposed > 400 && whole > proposed / 3, `${whole} of ${proposed}`);
});

/** Whether a document is YAML with a selector; then what is proposed keeps it so. */
function keepsSelector({ chunk, edit, item }: Proposal, at: Chunk): boolean {
  assert.equal(chunk, at);
  const { span } = edit;
  assert.doesNotMatch(chunk.text.slice(span.start, span.end), /\n/);
  const before = selectorIn(chunk);
  if (parse(chunk.text).errors.length > 0 || typeof before !== 'string') return false;
  const text = withoutTabStops(edit.text);
  const after = { text: applyEdits(chunk.text, [{ span, text }]) };
  assert.deepEqual(parse(after.text).errors, [], `"${item.label}" breaks ${after.text}`);
  const selector = selectorIn(after);
  if (typeof selector !== 'string') return false;
  const common = before.split('').findIndex((unit, index) => selector[index] !== unit);
  const start = common < 0 ? before.length : common;
  const rest = before.slice(start + (span.end - span.start));
  assert.ok(
    selector.trimEnd().endsWith(rest.trimEnd()) || before === selector,
    `"${item.label}" makes ${selector} of ${before}`,
  );
  return true;
}

import { calicoSelectorsIn } from '../admission/calicoSelectors.ts';
import { CALICO_RULED } from '../model/kinds.ts';
import { documentRule } from './rule.ts';

/** Selectors that begin with `!`, which YAML takes for something else. */
export default documentRule(
  {
    code: 'negation-read-as-tag',
    title: 'A negation that YAML takes for a tag',
    category: 'too-open',
    severity: 'error',
    docs: `In YAML a plain text cannot begin with \`!\`: \`selector: !has(app)\` is a tag and no text, and leaves an empty selector,
which selects everything; of \`! has(app)\` the \`!\` is lost, which turns the meaning around. Put the whole selector in quotes.`,
    since: '0.1.0',
    fixable: true,
  },
  CALICO_RULED,
  function* (policy) {
    const { source, chunk } = policy;
    for (const { object, key, text } of calicoSelectorsIn(policy)) {
      const { end } = source.key(object, key);
      const written = /^["']?[ \t]*:[ \t]+(![^\n#]*?)[ \t]*(?=\r?\n|$| #)/.exec(
        chunk.text.slice(end, end + 2048),
      )?.[1];
      if (written === undefined || source.node(object)?.flow === true) continue;
      const start = chunk.text.indexOf('!', end);
      const place = { start, end: start + written.length };
      const left = text === '' ? 'which selects everything' : `and \`${text}\` is left`;
      yield {
        span: place,
        confidence: 'proven',
        message: `YAML takes a \`!\` at the beginning for a tag, ${left}. Put the whole selector in quotes.`,
        fixes:
          source.shared(object) || written.includes('"')
            ? []
            : [
                {
                  title: 'Put it in quotes',
                  safe: true,
                  edits: () => [{ span: place, text: `"${written}"` }],
                },
              ],
      };
    }
  },
);

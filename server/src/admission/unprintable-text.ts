import { CILIUM_POLICIES } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import { ciliumRulesIn, refusedByServer } from './ciliumWalk.ts';
import { admissionRule } from './rule.ts';
import { fieldIn } from './walk.ts';

/** Texts for flow logs with characters that cannot be printed. */
export default admissionRule(
  {
    code: 'unprintable-text',
    title: 'A text for flow logs with characters that cannot be printed',
    category: 'refused',
    severity: 'error',
    docs: `What \`log\` adds to the flow logs of a Cilium rule is one line of printable characters: line breaks, tabs and what
else Unicode counts among control and format characters the API server refuses. A text of a block (\`|\` or \`>\`) ends in a line
break unless it begins with \`|-\` or \`>-\`.`,
    since: '0.1.0',
    fixable: false,
  },
  CILIUM_POLICIES,
  function* (policy) {
    const { source } = policy;
    for (const rule of ciliumRulesIn(policy)) {
      const log = fieldIn(policy, rule, 'log');
      const value = log && fieldIn(policy, log, 'value');
      const [unprintable] = /\p{C}/u.exec(value ?? '') ?? [];
      if (log === undefined || unprintable === undefined) continue;
      yield {
        span: source.value(log, 'value'),
        confidence: 'proven',
        field: fieldText([...source.path(log), 'value']),
        message: `This text holds ${nameOf(unprintable)}, which cannot be printed, ${refusedByServer(policy)}.${hintFor(value!)}`,
      };
    }
  },
);

const nameOf = (character: string): string =>
  character === '\n'
    ? 'a line break'
    : character === '\t'
      ? 'a tab'
      : `the character U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** What takes away the only line break of a text, which ends it. */
const hintFor = (text: string): string =>
  text.indexOf('\n') === text.length - 1
    ? ' Begin the block with `|-`, and it ends without one.'
    : '';

import { span } from '../../../base/span.ts';
import type { Fault } from './fault.ts';

/** Longer labels are refused by Calico's tokenizer. */
const LONGEST_LABEL = 512;

/** What is wrong about a label that starts at an offset. */
export function labelFault(label: string, start: number): Fault | undefined {
  if (!/^[\w./-]+$/.test(label))
    return {
      kind: 'label',
      span: span(start, start + label.length),
      message: `\`${label}\` is no label key: those have letters from a to z, digits, \`-\`, \`_\`, \`.\` and \`/\`.`,
      fix: null,
    };
  if (label.length <= LONGEST_LABEL) return undefined;
  return {
    kind: 'label',
    span: span(start, start + label.length),
    message: `This label key has ${label.length} characters, and Calico reads at most ${LONGEST_LABEL}.`,
    fix: null,
  };
}

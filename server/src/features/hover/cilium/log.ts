import type { CiliumRule } from '../../../model/cilium.ts';
import { code } from '../../../policy/print.ts';

/** What a rule has written beside the flows that it matches (Cilium, API of policies, `LogConfig`). */
export const logLines = ({ log }: CiliumRule): readonly string[] =>
  log?.value === undefined || log.value === ''
    ? []
    : [
        `**${code(log.value)} stands in the flows of Hubble** that this rule allows or denies. It decides nothing.`,
      ];

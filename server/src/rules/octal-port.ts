import { CILIUM_POLICIES } from '../model/kinds.ts';
import { setScalar } from '../model/edit.ts';
import { portsOf } from '../admission/ciliumPorts.ts';
import { portRulesIn } from '../admission/ciliumWalk.ts';
import { LAST_PORT, readCiliumPort } from '../policy/ciliumPort.ts';
import { documentRule } from './rule.ts';

/** Ports of Cilium's policies that a zero makes octal. */
export default documentRule(
  {
    code: 'octal-port',
    title: 'A port with a zero at its beginning, which is read as an octal number',
    category: 'inert',
    severity: 'warning',
    docs: `Cilium reads the text of a port as Go reads a literal: a zero at the beginning makes it octal, so that \`"0053"\` is
port 43. Where a digit is 8 or 9 it cannot be read at all, and \`invalid-port\` says so.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const part of portRulesIn(policy))
      for (const { entry } of portsOf(policy, part)) {
        const read = entry.port === undefined ? null : readCiliumPort(entry.port);
        if (read?.kind !== 'number' || !read.octal) continue;
        const decimal = entry.port!.replaceAll('_', '').replace(/^0+(?=\d)/, '');
        const choices = Number(decimal) <= LAST_PORT ? [decimal, String(read.port)] : [];
        yield {
          span: policy.source.value(entry, 'port'),
          confidence: 'proven',
          message: `\`${entry.port!}\` begins with a zero, so Cilium reads it as an octal number: port ${read.port}.`,
          fixes: choices.map((port) => ({
            title: `Write "${port}"`,
            safe: false,
            edits: () => setScalar(policy, entry, 'port', port),
          })),
        };
      }
  },
);

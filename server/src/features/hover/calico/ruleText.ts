import type { CalicoRule } from '../../../model/calico.ts';
import { matchText } from '../../../policy/print.ts';
import { effectLines } from '../effectText.ts';
import type { CalicoScene } from '../scene.ts';
import { packetWords } from './packets.ts';
import { isStaged, type Reading, type ToldRule } from './reading.ts';

/** What is done with what a rule matches, as a verb. */
const DOES: Readonly<Record<string, string>> = {
  Allow: 'allows',
  Deny: 'denies',
  Pass: 'hands on',
  Log: 'logs',
};

/** One rule in words: "denies TCP 23 from pods `app=web` in namespace `shop`". */
export function ruleWords({ written, match }: ToldRule): string {
  const does = DOES[written.action] ?? 'decides of';
  if (match === null) return `${does} nothing: ${NO_FAMILY}`;
  const besides = packetWords(written);
  const said = [`${does} ${matchText(match)}`, ...besides].join(', ');
  return match.unsure === null || besides.length > 0
    ? said
    : `${said}, in doubt as ${match.unsure}`;
}

const NO_FAMILY = 'no family of addresses is in all of its lists of nets';

/** A rule: what it does, for which pods it decides anything in this workspace, and what it overrides. */
export function ruleLines(
  told: ToldRule,
  { policy, isInForce }: Reading,
  scene: CalicoScene,
): readonly string[] {
  const { written, rule } = told;
  const words = ruleWords(told);
  const says = boldFirst(isStaged(scene.member) && !isInForce ? wouldText(words) : words);
  if (written.action === 'Log')
    return [`${says}, and decides nothing: the next rule that matches has the word.`];
  if (rule === null || rule.unsure !== null || !isInForce) return [`${says}.`];
  return effectLines(says, rule, policy, scene) ?? [`${says}.`];
}

/** What a rule does, as what it would do. */
const wouldText = (words: string): string =>
  words.replace(
    /^(allows|denies|hands on|logs|decides of)/,
    (verb) =>
      `would ${{ allows: 'allow', denies: 'deny', 'hands on': 'hand on', logs: 'log', 'decides of': 'decide of' }[verb]!}`,
  );

/** The verb at the beginning of a sentence. */
const boldFirst = (text: string): string =>
  text.replace(
    /^(would hand on|would \w+|hands on|\w+)/,
    (verb) => `**${verb.charAt(0).toUpperCase()}${verb.slice(1)}**`,
  );

/** What follows an action: whether anything is asked after it. */
export function nextLines({ action }: CalicoRule): readonly string[] {
  switch (action) {
    case 'Log':
      return [];
    case 'Pass':
      return [
        '',
        'The rest of this tier is skipped, and the next tier that has a policy for the pod is asked; where there is none, it is allowed.',
      ];
    default:
      return ['', 'That is the last word: no later rule, policy or tier is asked about it.'];
  }
}

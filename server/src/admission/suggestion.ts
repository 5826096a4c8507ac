import { setScalar } from '../model/edit.ts';
import type { Fix } from '../model/finding.ts';
import { nearMiss } from '../model/nearMiss.ts';
import type { Resource } from '../model/resource.ts';

/** What a word that the API does not know was probably meant to be, in words and as fixes. */
export interface Suggestion {
  /** A sentence for the end of the message. */
  readonly advice: string;
  readonly fixes: readonly Fix[];
}

/**
 * The word of `choices` that the scalar under a key or index was probably meant to be. Only another case is certain:
 * one letter can make `UCP` of both TCP and UDP, and `Igress` of both directions, and then nothing is suggested.
 */
export function suggestion(
  resource: Resource,
  object: object,
  step: string | number,
  word: string,
  choices: readonly string[],
): Suggestion {
  const near = nearMiss(word, choices);
  const certain = word.trim().toLowerCase() === near?.toLowerCase();
  const others = choices.filter((choice) => choice !== near);
  if (near === null || (!certain && nearMiss(word, others) !== null))
    return {
      advice:
        choices.length === 1
          ? `There is only ${listed(choices)}.`
          : `There are ${listed(choices)}.`,
      fixes: [],
    };
  return {
    advice: `Did you mean \`${near}\`?`,
    fixes: [
      {
        title: `Change to \`${near}\``,
        safe: certain,
        edits: () => setScalar(resource, object, step, near),
      },
    ],
  };
}

/** Words in a sentence: `Ingress` and `Egress`. */
export function listed(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `\`${choice}\``);
  const last = quoted.at(-1)!;
  return quoted.length === 1 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

import { nearMiss } from '../model/nearMiss.ts';
import type { Settings } from '../workspace/settings.ts';
import { codes } from './metas.ts';

/** One sentence for each code in the setting `rules` that is no rule's: such a setting has no effect. */
export const unknownCodes = ({ rules }: Settings): string[] =>
  Object.keys(rules)
    .filter((code) => !codes.has(code))
    .map((code) => {
      const near = nearMiss(code, [...codes]);
      return `There is no rule \`${code}\` for \`netpol.rules\` to set.${near === null ? '' : ` Did you mean \`${near}\`?`}`;
    });

import { codeAction } from './codeAction.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { diagnostic } from './diagnostic.ts';
import { documentSymbol } from './documentSymbol.ts';
import { hover } from './hover.ts';
import { references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { semanticTokens, semanticTokensInRange } from './semanticTokens.ts';
import type { AnyFeature } from './feature.ts';

/** Every feature. */
export const features: readonly AnyFeature[] = [
  codeAction,
  codeLens,
  completion,
  definition,
  diagnostic,
  documentSymbol,
  hover,
  prepareRename,
  references,
  rename,
  semanticTokens,
  semanticTokensInRange,
];

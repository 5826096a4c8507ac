import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileChange } from '../fix.ts';

/** Changes as one patch in the unified format, which `git apply` and `patch -p1` take. */
export const diffsOf = (changes: readonly FileChange[]): string =>
  changes
    .map(({ name, before, after }) =>
      createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');

import { setScalar } from '../model/edit.ts';
import type { Editable } from '../model/layout.ts';
import type { Fix } from '../model/finding.ts';

/** Exchanges the ends of a port range that ends before it starts; one of the numbers may be wrong instead. */
export const turnedRange = (
  resource: Editable,
  range: { readonly start: number; readonly end: number },
): Fix => ({
  title: `Make it the range from ${range.end} to ${range.start}`,
  safe: false,
  edits: () => [
    ...setScalar(resource, range, 'start', range.end),
    ...setScalar(resource, range, 'end', range.start),
  ],
});
